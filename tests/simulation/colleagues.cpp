// SPDX-License-Identifier: Apache-2.0
#include "simulation/colleagues.h"

#include <algorithm>

#include "simulation/violation.h"

namespace dondoc::simulation {
namespace {

constexpr int most_at_once = 6;
constexpr std::uint64_t assignments = 60;  // some of them are there, some are closed
constexpr std::chrono::milliseconds pause{1000};

// Asked again under its id: it was not carried out.
bool passes(const v1::Reply& reply) {
    const auto& code = reply.error().code();
    return code.starts_with("storage.") || code == "clock.held";
}

}  // namespace

v1::Request Colleagues::new_comment() {
    v1::Request request;
    request.set_id("gop-y-" + std::to_string(++comments_));
    auto& change = *request.mutable_assignment_change();
    change.set_assignment(random_() % assignments + 1);
    change.set_action(v1::AssignmentChangeRequest::comment);
    change.set_note(request.id());
    return request;
}

void Colleagues::work(Time now, bool door_open) {
    const bool busy = !finishing_ && is_done() && random_() % 10 == 0;
    for (auto& desk : desks_) {
        if (!network_.is_up(desk.line)) {
            while (!desk.asked.empty()) {
                desk.to_ask.push_front(std::move(desk.asked.back()));
                desk.asked.pop_back();
            }
            if (!door_open) continue;
            desk.line = network_.connect({public_key_, {}});
            desk.heard.clear();
        }
        hear(desk, now);
        if (busy)
            for (auto more = random_() % most_at_once; more > 0; --more) desk.to_ask.push_back(new_comment());
        if (now >= ask_again_at_) write(desk);
    }
}

void Colleagues::write(Desk& desk) {
    while (!desk.to_ask.empty() && network_.is_up(desk.line)) {
        v1::ClientFrame frame;
        *frame.mutable_request() = desk.to_ask.front();
        const int times = random_() % 8 == 0 ? 2 : 1;
        network_.send_up(desk.line, frame.SerializeAsString(), times);
        desk.asked.push_back(std::move(desk.to_ask.front()));
        desk.to_ask.pop_front();
    }
}

void Colleagues::hear(Desk& desk, Time now) {
    v1::DaemonFrame frame;
    while (auto bytes = network_.arrived_at(desk.line)) {
        if (!frame.ParseFromString(*bytes)) throw Violation("the daemon sent what is no frame");
        if (frame.has_reply()) take(desk, frame.reply(), now);
    }
}

void Colleagues::take(Desk& desk, const v1::Reply& reply, Time now) {
    const auto& id = reply.id();
    const auto is_this = [&](const v1::Request& request) { return request.id() == id; };
    if (const auto known = answered_.find(id); known != answered_.end()) {
        if (!passes(reply) && known->second.SerializeAsString() != reply.SerializeAsString())
            throw Violation("a request that came twice was answered in two ways: " +
                            known->second.ShortDebugString() + " and " + reply.ShortDebugString());
        return;
    }
    if (reply.error().code() == "internal") throw Violation("a fault: " + reply.ShortDebugString());
    if (!desk.asked.empty() && is_this(desk.asked.front())) {
        if (passes(reply)) desk.to_ask.push_back(std::move(desk.asked.front()));
        desk.asked.pop_front();
    } else if (std::ranges::any_of(desk.asked, is_this) && !desk.heard.contains(id)) {
        throw Violation("answered before what was asked before it: " + reply.ShortDebugString());
    }
    desk.heard.insert(id);
    if (passes(reply)) {
        ask_again_at_ = now + pause;
        return;
    }
    std::erase_if(desk.to_ask, is_this);  // it came twice, and the second was carried out
    answered_[id] = reply;
}

bool Colleagues::is_done() const {
    return std::ranges::all_of(desks_,
                               [](const Desk& desk) { return desk.asked.empty() && desk.to_ask.empty(); });
}

std::uint64_t Colleagues::written() const {
    return static_cast<std::uint64_t>(
        std::ranges::count_if(answered_, [](const auto& entry) { return !entry.second.has_error(); }));
}

void Colleagues::check(const std::vector<v1::Event>& events) const {
    std::map<std::string, std::map<std::string, int>> told;  // by note and agency
    for (const auto& event : events)
        if (event.change().action() == "comment") ++told[event.change().note()][event.agency()];
    for (const auto& [note, agencies] : told) {
        const auto answer = answered_.find(note);
        if (answer == answered_.end() || answer->second.has_error())
            throw Violation("told though it was refused: " + note);
        for (const auto& [agency, times] : agencies)
            if (times != 1) throw Violation("told twice to " + agency + ": " + note);
    }
    for (const auto& [note, reply] : answered_)
        if (!reply.has_error() && !told.contains(note))
            throw Violation("answered with success, and nobody was told: " + note);
}

}  // namespace dondoc::simulation
