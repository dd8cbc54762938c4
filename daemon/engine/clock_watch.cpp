// SPDX-License-Identifier: Apache-2.0
#include "engine/clock_watch.h"

#include <string>

namespace dondoc::engine {
namespace {

constexpr std::chrono::hours keep_every{1};
constexpr std::chrono::hours remembered{24};
const std::string seen_setting = "clock_seen";

// A store of before there was a mark: its newest event was told at some time.
std::optional<sys_seconds> last_seen(store::Store& store) {
    if (const auto kept = store.settings.get(seen_setting)) return parse_instant(*kept).value();
    if (const auto event = store.inbox.find(store.inbox.last_event())) return event->at;
    return std::nullopt;
}

}  // namespace

ClockWatch::ClockWatch(store::Store& store, const MachineClock& clock, const ClockRules& rules)
    : store_(store), clock_(clock), rules_(rules) {
    if (const auto seen = last_seen(store)) anchor_ = Anchor{*seen, clock_.elapsed()};
}

ClockSight ClockWatch::sight() const {
    ClockSight sight{clock_.now(), {}, clock_.synchronised()};
    if (anchor_) sight.expected = anchor_->instant + (clock_.elapsed() - anchor_->elapsed);
    return sight;
}

ClockVerdict ClockWatch::verdict(const ClockSight& sight) const {
    return judge(rules_, sight);
}

sys_seconds ClockWatch::now() const {
    const auto seen = sight();
    return verdict(seen) == ClockVerdict::Run ? seen.now : *seen.expected;
}

bool ClockWatch::held() const {
    return verdict(sight()) == ClockVerdict::Hold;
}

bool ClockWatch::look() {
    const auto seen = sight();
    if (verdict(seen) == ClockVerdict::Hold) {
        if (!doubted_) tell(ClockNews::Kind::Doubted, seen);
        doubted_ = true;
        return false;
    }
    if (!kept_ || std::chrono::abs(seen.now - *kept_) >= keep_every) keep(seen.now);
    if (doubted_)
        tell(ClockNews::Kind::Believed, seen);
    else if (counted_ && was_set(seen))
        tell(ClockNews::Kind::Set, seen);
    if (counted_ && was_set(seen)) setting_ = Setting{seen, clock_.elapsed()};
    believe(seen.now);
    return true;
}

void ClockWatch::keep(sys_seconds now) {
    store::Transaction transaction{store_.database};
    write_down(now);
    transaction.commit();
    kept_ = now;
}

void ClockWatch::write_down(sys_seconds now) {
    store_.settings.set(seen_setting, iso_instant(now));
}

void ClockWatch::believe(sys_seconds now) {
    anchor_ = Anchor{now, clock_.elapsed()};
    counted_ = true;
    doubted_ = false;
}

std::optional<ClockSight> ClockWatch::recently_set() const {
    if (!setting_ || clock_.elapsed() - setting_->elapsed > remembered) return std::nullopt;
    return setting_->sight;
}

void ClockWatch::tell(ClockNews::Kind kind, const ClockSight& sight) {
    if (noticed_) noticed_({kind, sight});
}

}  // namespace dondoc::engine
