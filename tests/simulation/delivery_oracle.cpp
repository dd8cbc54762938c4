// SPDX-License-Identifier: Apache-2.0
#include "simulation/delivery_oracle.h"

#include <algorithm>
#include <optional>

#include "simulation/relay.h"
#include "simulation/violation.h"

namespace dondoc::simulation {
namespace {

bool is_same(const v1::Delivery& one, const v1::Delivery& other) {
    return one.state() == other.state() && one.tries() == other.tries() && one.reason() == other.reason();
}

std::string name(const Post::Key& key) {
    const auto& [event, person, channel] = key;
    return "event " + std::to_string(event) + " for person " + std::to_string(person) + " by " + channel;
}

std::map<std::uint64_t, const v1::Event*> by_ids(const std::vector<v1::Event>& events) {
    std::map<std::uint64_t, const v1::Event*> by_id;
    for (const auto& event : events) by_id[event.id()] = &event;
    return by_id;
}

}  // namespace

void DeliveryOracle::answered(const v1::Request& command, const v1::Reply& reply, std::int64_t last_event) {
    note_person(command, reply, last_event);
    if (!reply.has_delivery_report() || reply.delivery_report().unknown() > 0) return;
    const auto& report = command.delivery_report().deliveries(0);
    const Key key{report.event(), report.person(), report.channel()};
    const auto before = stands_.find(key);
    const bool is_final = before != stands_.end() && before->second.state() == v1::Delivery::sent;
    const bool is_new = before == stands_.end() || !is_same(before->second, report);
    if (!is_new || is_final) {
        if (reply.delivery_report().changed() != 0)
            throw Violation("what was reported before was counted: " + report.ShortDebugString());
        return;
    }
    const bool was_refused = before != stands_.end() && before->second.state() == v1::Delivery::refused;
    if (report.state() == v1::Delivery::refused && !was_refused) {
        ++refused_[key];
        ++refused_in_all_;
    }
    stands_[key] = report;
}

void DeliveryOracle::note_person(const v1::Request& command, const v1::Reply& reply,
                                 std::int64_t last_event) {
    if (!reply.has_person()) return;
    const auto& person = reply.person().person();
    if (command.has_person_remove()) persons_[person.id()].removed = true;
    if (!command.has_person_add()) return;
    persons_[person.id()] = {person.agency(),
                             {person.channels().begin(), person.channels().end()},
                             static_cast<std::uint64_t>(last_event),
                             false};
}

bool DeliveryOracle::somebody_else_answers(const std::string& agency, std::uint64_t responsible) const {
    const auto found = persons_.find(responsible);
    return found != persons_.end() && found->second.agency == agency;
}

// Nobody of a script is a head or away, and each is told of what the agency leads and cooperates in.
bool DeliveryOracle::must_be_told(const v1::Event& event, std::uint64_t id, const Person& person) const {
    if (person.removed || person.agency != event.agency() || event.id() <= person.since_event) return false;
    const auto concerns = [&](std::uint64_t responsible, const std::string& role) {
        return responsible == id || role == "cooperating" ||
               !somebody_else_answers(event.agency(), responsible);
    };
    const auto of_change = [&](const v1::Change& change) {
        const bool is_named = change.action() == "responsible";
        return concerns(is_named ? change.detail().person() : change.responsible(), change.role());
    };
    const auto& items = event.digest().items();
    return std::ranges::any_of(items,
                               [&](const auto& item) { return concerns(item.responsible(), item.role()); }) ||
           !event.flow().items().empty() || (event.has_change() && of_change(event.change())) ||
           std::ranges::any_of(event.more(), of_change);
}

void DeliveryOracle::want(const std::vector<v1::Event>& events) {
    wanted_.emplace();
    for (const auto& event : events)
        for (const auto& [id, person] : persons_)
            if (must_be_told(event, id, person)) wanted_->push_back({event.id(), id});
}

// Accepted by one of the person's channels, or refused by the last of them.
bool DeliveryOracle::has_reached(const Post& post, const Wanted& wanted) const {
    const auto& channels = persons_.at(wanted.person).channels;
    const auto is_taken = [&](const std::string& channel) {
        return post.taken().contains({wanted.event, wanted.person, channel});
    };
    return std::ranges::any_of(channels, is_taken) ||
           post.refused().contains({wanted.event, wanted.person, channels.back()});
}

std::string DeliveryOracle::missing(const Post& post, bool hindered) {
    std::erase_if(*wanted_, [&](const Wanted& one) { return has_reached(post, one); });
    for (const auto& one : *wanted_) {
        const auto& channels = persons_.at(one.person).channels;
        const bool is_hindered = std::ranges::any_of(
            channels, [&](const auto& channel) { return post.is_shut(one.person, channel); });
        if (hindered || !is_hindered)
            return name({one.event, one.person, channels.front()}) +
                   (is_hindered ? "" : ", whom nothing hinders");
    }
    return {};
}

void DeliveryOracle::check(store::Store& store, const std::vector<v1::Event>& events,
                           const Post& post) const {
    const auto by_id = by_ids(events);
    for (const auto& [key, message] : post.taken()) {
        const auto& [id, person, channel] = key;
        const auto& event = *by_id.at(id);
        if (persons_.at(person).agency != event.agency())
            throw Violation("somebody was sent what is another agency's: " + name(key));
        if (persons_.at(person).removed) continue;  // what waited then was dropped
        const auto kept = store.deliveries.find(store.agencies.find(event.agency())->id,
                                                InboxSeq{static_cast<std::int64_t>(event.number())},
                                                PersonId{static_cast<std::int64_t>(person)}, channel);
        if (!kept || kept->standing.state != store::DeliveryState::Sent)
            throw Violation("the daemon does not know that it was sent: " + name(key));
    }
    check_refusals(events, post);
    check_stands(store, by_id);
}

void DeliveryOracle::check_refusals(const std::vector<v1::Event>& events, const Post& post) const {
    auto untold = refused_;
    for (const auto& key : post.refused()) ++untold[key];
    for (const auto& event : events)
        for (const auto& item : event.undelivered().items())
            if (--untold[{item.event(), item.person(), item.channel()}] < 0)
                throw Violation("the office was told of a refusal twice, or of none: " +
                                event.ShortDebugString());
    const auto by_id = by_ids(events);
    for (const auto& [key, times] : untold)
        if (times > 0 && by_id.at(std::get<0>(key))->kind() != v1::EventKind::undelivered)
            throw Violation("the office was not told of a refusal: " + name(key));
}

void DeliveryOracle::check_stands(store::Store& store,
                                  const std::map<std::uint64_t, const v1::Event*>& by_id) const {
    for (const auto& [key, report] : stands_) {
        const auto& event = *by_id.at(report.event());
        const PersonId person{static_cast<std::int64_t>(report.person())};
        const auto kept = store.deliveries.find(store.agencies.find(event.agency())->id,
                                                InboxSeq{static_cast<std::int64_t>(event.number())}, person,
                                                report.channel());
        if (!kept || static_cast<int>(kept->standing.state) != static_cast<int>(report.state()) ||
            kept->standing.reason != report.reason())
            throw Violation("a delivery does not stand as it was reported: " + report.ShortDebugString());
    }
}

}  // namespace dondoc::simulation
