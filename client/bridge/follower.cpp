// SPDX-License-Identifier: GPL-3.0-or-later
#include "bridge/follower.h"

#include <algorithm>
#include <utility>

#include "bridge/facts.h"
#include "jetstream/subjects.h"
#include "wire/secrets.h"

namespace dondoc::bridge {
namespace {

constexpr std::size_t largest_payload = 1'000'000;  // servers take 1 MiB unless they are set otherwise

v1::Event heading_of(const v1::Event& event) {
    v1::Event heading;
    heading.set_id(event.id());
    heading.set_agency(event.agency());
    heading.set_number(event.number());
    *heading.mutable_time() = event.time();
    heading.set_kind(event.kind());
    heading.set_lineage(event.lineage());
    heading.set_removed(true);
    return heading;
}

}  // namespace

jetstream::Outgoing message_of(const std::string& site, v1::Event event) {
    v1::SiteMessage message;
    *message.mutable_event() = told_event(wire::without_secrets(std::move(event)));
    const auto& told = message.event();
    if (message.ByteSizeLong() > largest_payload) *message.mutable_event() = heading_of(told);
    return {jetstream::subject_of(site, told.agency(), v1::EventKind::Kind_Name(told.kind())),
            jetstream::event_id(site, told.lineage(), told.id()),
            message.SerializeAsString(),
            {{jetstream::header_site, site},
             {jetstream::header_lineage, told.lineage()},
             {jetstream::header_event, std::to_string(told.id())},
             {jetstream::header_number, std::to_string(told.number())}}};
}

Follower::Follower(std::string site, jetstream::Publisher& publisher, std::function<bool()> over)
    : site_(std::move(site)), publisher_(publisher), over_(std::move(over)) {}

void Follower::go_on_from(const v1::BridgePosition& kept) {
    const std::lock_guard lock{mutex_};
    last_ = kept.event();
    lineage_ = kept.lineage();
    reached_ = {kept.reached().begin(), kept.reached().end()};
    confirmed_ = kept;
}

bool Follower::take(const v1::Event& event) {
    const auto ticket = publisher_.publish(message_of(site_, event), over_);
    if (ticket == 0) return false;
    const std::lock_guard lock{mutex_};
    sent_.push_back({ticket, event.id(), event.lineage()});
    ++taken_;
    return true;
}

v1::BridgePosition Follower::confirmed() {
    const auto confirmed = publisher_.confirmed();
    const std::lock_guard lock{mutex_};
    while (!is_untold_ && !sent_.empty() && sent_.front().ticket <= confirmed) {
        const auto& one = sent_.front();
        confirmed_.set_event(one.event);
        confirmed_.set_lineage(one.lineage);
        auto& reached = (*confirmed_.mutable_reached())[one.lineage];
        reached = std::max(reached, one.event);
        sent_.pop_front();
    }
    return confirmed_;
}

std::optional<std::uint64_t> Follower::take_restored() {
    const std::lock_guard lock{mutex_};
    return std::exchange(restored_, std::nullopt);
}

void Follower::told(const v1::Restored& restored) {
    const std::lock_guard lock{mutex_};
    *confirmed_.mutable_restored() = restored;
    is_untold_ = restored_.has_value();
}

std::uint64_t Follower::taken() const {
    const std::lock_guard lock{mutex_};
    return taken_;
}

std::uint64_t Follower::last() const {
    const std::lock_guard lock{mutex_};
    return last_;
}

std::string Follower::lineage() const {
    const std::lock_guard lock{mutex_};
    return lineage_;
}

void Follower::keep(const v1::Event& event) {
    const std::lock_guard lock{mutex_};
    last_ = event.id();
    lineage_ = event.lineage();
    auto& reached = reached_[event.lineage()];
    reached = std::max(reached, event.id());
}

bool Follower::holds(const v1::Event& event) const {
    const std::lock_guard lock{mutex_};
    const auto reached = reached_.find(event.lineage());
    return reached != reached_.end() && event.id() <= reached->second;
}

// What was sent and is not confirmed yet is sent all the same; the position goes back with the database.
void Follower::set_back(std::uint64_t last) {
    const std::lock_guard lock{mutex_};
    last_ = last;
    restored_ = std::min(restored_.value_or(last), last);
    is_untold_ = true;
    sent_.push_back({publisher_.confirmed(), last, lineage_});
}

}  // namespace dondoc::bridge
