// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/clock.h"

#include <chrono>
#include <cstdint>
#include <string>

#include <spdlog/spdlog.h>

#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "wire/time.h"

namespace dondoc::hub {
namespace {

constexpr std::chrono::minutes time_to_answer{10};  // between being shown the clock and confirming it

// "31/12/2023 07:30"
std::string spoken(sys_seconds instant) {
    constexpr std::size_t hour = 11, hour_and_minute = 5;
    return spoken_day(civil_day(instant)) + " " + iso_instant(instant).substr(hour, hour_and_minute);
}

void describe(const ClockSight& sight, bool held, v1::ClockReply& clock) {
    clock.set_mode("system");
    set(*clock.mutable_now(), sight.now);
    clock.set_today(iso_day(civil_day(sight.now)));
    clock.set_held(held);
    if (sight.expected) set(*clock.mutable_expected(), *sight.expected);
    clock.set_synchronised(sight.synchronised);
}

}  // namespace

void require_true_time(engine::Engine& engine) {
    if (!engine.is_held()) return;
    const auto sight = engine.clock_watch()->sight();
    throw UserError("clock.held", {spoken(sight.now), spoken(sight.expected.value_or(sight.now))});
}

sys_seconds to_moment(const google::protobuf::Timestamp& timestamp, const char* place) {
    constexpr std::int64_t earliest = -62135596800;  // years 1 to 9999
    constexpr std::int64_t latest = 253402214400;
    if (timestamp.seconds() < earliest || timestamp.seconds() > latest)
        throw UserError("clock.range", {}, place);
    return wire::to_instant(timestamp);
}

void warn_of_clock(Call& call, v1::StatusReply& status) {
    const auto* watch = call.engine.clock_watch();
    if (watch == nullptr) return;
    const auto warn = [&](const char* key, const ClockSight& sight) {
        status.add_warnings(
            text::render(call.lang, {key, {spoken(sight.now), spoken(sight.expected.value_or(sight.now))}}));
    };
    if (watch->held())
        warn("status.clock_held", watch->sight());
    else if (const auto set_lately = watch->recently_set())
        warn("status.clock_set", *set_lately);
}

void show_clock(Call& call, const v1::ClockShowRequest&, v1::ClockReply& clock) {
    if (const auto* watch = call.engine.clock_watch()) return describe(watch->sight(), watch->held(), clock);
    clock.set_mode("simulated");
    set(*clock.mutable_now(), call.engine.now());
    clock.set_today(iso_day(call.engine.today()));
}

void confirm_clock(Call& call, const v1::ClockConfirmRequest& wanted, v1::ClockReply& reply) {
    auto* watch = call.engine.clock_watch();
    if (watch == nullptr) throw UserError("clock.simulated");
    const auto sight = watch->sight();
    const auto moment = to_moment(wanted.now(), "now");
    if (std::chrono::abs(sight.now - moment) > time_to_answer)
        throw UserError("clock.moved", {spoken(sight.now)}, "now");
    watch->write_down(sight.now);
    call.after_commit.emplace_back([watch, now = sight.now, key = call.who.public_key] {
        watch->believe(now);
        spdlog::warn("event=clock_confirmed now={} key={}", iso_instant(now), key);
    });
    describe(sight, false, reply);
}

}  // namespace dondoc::hub
