// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/intake.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "relay/recipients.h"
#include "wire/secrets.h"

namespace dondoc::relay {

std::string first_channel(const v1::Person& person, const std::set<std::string>& channels) {
    for (const auto& channel : person.channels())
        if (channels.contains(channel)) return channel;
    return {};
}

sys_seconds ready_at(const v1::Person& person, bool urgent, const Timing& timing, sys_seconds now) {
    if (urgent) return now;
    const auto digest = to_instant(local_seconds{civil_day(now)} + timing.digest);
    return after_quiet_hours(person, now < digest ? digest : now + timing.gather);
}

Intake::Intake(Outbox outbox, Timing timing, std::set<std::string> channels,
               std::vector<WebhookSettings> webhooks)
    : outbox_(std::move(outbox)),
      timing_(timing),
      channels_(std::move(channels)),
      webhooks_(std::move(webhooks)) {
    if (auto known = outbox_.position()) {
        position_ = std::move(*known);
        is_new_ = false;
    }
}

void Intake::begin_after(std::uint64_t event, const std::string& lineage) {
    position_.last = event;
    position_.lineage = lineage;
    is_new_ = false;
    unkept_ = true;
    flush();
}

void Intake::take(const v1::Event& event, const Persons& persons, sys_seconds now) {
    if (event.removed()) return;
    outbox_.begin();
    try {
        add_persons(event, persons, now);
        add_programs(event, now);
        move_to(event);
        outbox_.keep(position_);
        outbox_.commit();
    } catch (...) {
        outbox_.roll_back();
        throw;
    }
    unkept_ = false;
}

void Intake::add_persons(const v1::Event& event, const Persons& persons, sys_seconds now) {
    for (const auto& told : told_of(event, persons, civil_day(now))) {
        const auto channel = first_channel(*told.person, channels_);
        if (channel.empty()) continue;
        const Part part{{Origin::Event, event.lineage(), event.id()}, told.event.SerializeAsString()};
        outbox_.add(part, {told.person->id(), channel, told.urgent,
                           ready_at(*told.person, told.urgent, timing_, now), true});
    }
}

void Intake::add_programs(const v1::Event& event, sys_seconds now) {
    const auto allows = [](const std::vector<std::string>& wanted, const std::string& value) {
        return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
    };
    for (const auto& webhook : webhooks_) {
        if (!allows(webhook.agencies, event.agency()) ||
            !allows(webhook.kinds, v1::EventKind::Kind_Name(event.kind())))
            continue;
        const Part part{{Origin::Event, event.lineage(), event.id()},
                        wire::without_secrets(event).SerializeAsString()};
        outbox_.add(part, {0, webhook.name, false, now, false});
    }
}

void Intake::move_to(const v1::Event& event) {
    position_.last = event.id();
    position_.lineage = event.lineage();
    auto& reached = position_.reached[event.lineage()];
    reached = std::max(reached, event.id());
}

void Intake::keep(const v1::Event& event) {
    if (position_.last == event.id() && position_.lineage == event.lineage()) return;
    move_to(event);
    unkept_ = true;
}

bool Intake::holds(const v1::Event& event) const {
    const auto reached = position_.reached.find(event.lineage());
    return reached != position_.reached.end() && event.id() <= reached->second;
}

void Intake::set_back(std::uint64_t last) {
    position_.last = last;
    unkept_ = true;
    flush();
}

void Intake::flush() {
    if (!unkept_) return;
    outbox_.begin();
    outbox_.keep(position_);
    outbox_.commit();
    unkept_ = false;
}

}  // namespace dondoc::relay
