// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>

#include "engine/change_text.h"
#include "engine/children.h"
#include "engine/flow/flow_alerts.h"
#include "engine/flow/flow_planning.h"
#include "engine/occurrences.h"
#include "engine/planning.h"
#include "engine/reviews.h"
#include "engine/series.h"
#include "engine/unseen.h"
#include "store/request_digest.h"
#include "store/storage_error.h"

namespace dondoc::engine {
namespace {

// Small batches cost more: each writes pages that the next one writes again. tests/bench/burst.cpp
constexpr int alarms_at_once(Pace pace) {
    return pace == Pace::Gentle ? 200 : 10'000;
}
constexpr int replanned_at_once(Pace pace) {
    return pace == Pace::Gentle ? 200 : 5'000;
}
constexpr std::chrono::hours remembered_requests{24 * 7};  // and as long as the clock may leap

const std::string clock_setting = "clock";
const std::string system_clock = "system";
const std::string rules_setting = "rules";
const std::string flow_rules_setting = "flow_rules";
const std::string partly_planned = "partly";  // no rules have this fingerprint

// What is to be said to the others whose commands went with a failed one; nothing of what the failed one
// alone was told.
std::exception_ptr reason_of_loss() {
    try {
        throw;
    } catch (const store::StorageError&) {
        return std::current_exception();
    } catch (const UserError&) {
        return nullptr;  // the commit says what the disk said
    } catch (...) {
        return std::current_exception();
    }
}

}  // namespace

Engine::Engine(store::Store& store, const MachineClock& clock, Rules rules)
    : Engine(store, clock, nullptr, std::move(rules)) {
    watch_.emplace(store_, clock, rules_.clock);
}

Engine::Engine(store::Store& store, SimulatedClock& clock, Rules rules)
    : Engine(store, clock, &clock, std::move(rules)) {}

Engine::Engine(store::Store& store, const Clock& clock, SimulatedClock* simulated, Rules rules)
    : store_(store), clock_(clock), simulated_(simulated), rules_(std::move(rules)) {
    resume_clock();
    make_missing_change_texts(store_);
}

void Engine::resume_clock() {
    const auto kept = store_.settings.get(clock_setting);
    if (!kept) {
        store::Transaction transaction{store_.database};
        store_.settings.set(clock_setting, is_simulated() ? iso_instant(clock_.now()) : system_clock);
        transaction.commit();
        return;
    }
    if ((*kept == system_clock) == is_simulated())
        throw UserError("clock.mixed", {is_simulated() ? "simulated" : "system"});
    if (simulated_ != nullptr) simulated_->set(parse_instant(*kept).value());
}

void Engine::give_simulated_clock(store::Store& store, sys_seconds now) {
    store::Transaction transaction{store.database};
    store.settings.set(clock_setting, iso_instant(now));
    transaction.commit();
}

void Engine::change_rules(Rules rules) {
    rules_ = std::move(rules);
    is_planned_ = false;
    wanted_rules_.reset();
    wanted_flow_rules_.reset();
    if (watch_) watch_->change_rules(rules_.clock);
}

const Directory& Engine::directory() {
    if (!directory_) directory_ = std::make_unique<const Directory>(store_.agencies, store_.successions);
    return *directory_;
}

void Engine::commit(Work& work) {
    follow_children(work);
    const auto aftermath = work.finish();
    follow(aftermath);
    tell(aftermath);
}

// What is remembered of the store is read anew where it says something else.
void Engine::follow(const Aftermath& aftermath) {
    if (aftermath.tasks_changed) briefs_.forget();
    if (aftermath.register_changed) {
        directory_.reset();
        wanted_rules_.reset();
        is_planned_ = false;
    }
}

void Engine::tell(const Aftermath& aftermath) {
    if (committed_ && !aftermath.events.empty()) committed_(aftermath.events);
}

void Engine::share(const std::function<void(Work&)>& command) {
    const auto part = is_sharing() ? Work::Part::Later : Work::Part::First;
    if (!is_sharing()) shared_ = std::make_unique<Shared>(store_.database);
    try {
        Work work{store_, rules_, directory(), now(), shared_->transaction, part};
        command(work);
        follow_children(work);
        auto aftermath = work.finish();
        for (const auto& event : aftermath.events) shared_->event_bytes += event.body.size();
        follow(aftermath);  // the next part finds it
        shared_->aftermath.add(std::move(aftermath));
    } catch (...) {
        if (part == Work::Part::First)
            shared_.reset();
        else if (has_lost_shared() && !shared_->lost_by)
            shared_->lost_by = reason_of_loss();
        throw;
    }
}

void Engine::commit_shared() {
    const auto shared = std::move(shared_);
    if (!shared) return;
    try {
        if (shared->lost_by) std::rethrow_exception(shared->lost_by);
        shared->transaction.commit();
    } catch (...) {
        follow({{}, true, true});  // what was remembered since may have been taken back
        throw;
    }
    tell(shared->aftermath);
}

std::string Engine::once(const CommandId& id, const std::function<std::string(Work&)>& command, Commit how) {
    const auto digest = store::request_digest(id.body);
    if (!is_sharing()) store_.database.require_writable();  // else a file that is gone would seem to be empty
    if (const auto known = store_.requests.find(id.public_key, id.request_id)) {
        if (known->digest != digest) throw UserError("request.id_used", {id.request_id}, "id");
        return known->reply;
    }
    std::string reply;
    change(
        [&](Work& work) {
            reply = command(work);
            store_.requests.forget_before(work.now - remembered_requests - rules_.clock.max_leap);
            store_.requests.add(id.public_key, id.request_id, {digest, reply}, work.now);
        },
        how);
    return reply;
}

void Engine::change(const std::function<void(Work&)>& command, Commit how) {
    if (how == Commit::Shared) return share(command);
    Work work{store_, rules_, directory(), now()};
    command(work);
    commit(work);
}

void Engine::attempt(const std::function<void(Work&)>& command) {
    Work work{store_, rules_, directory(), now()};
    command(work);
}

std::optional<sys_seconds> Engine::next_alarm() {
    return next_alarm_.get(store_.database, [this] { return store_.planned_moments.first(); });
}

// `part` does up to so many; true: there is more. All parts are of one transaction.
void Engine::in_parts(int at_once, const std::function<bool(int)>& part) {
    for (int left = at_once; left > 0;) {
        const int most = std::min(left, part_.next());
        if (!carry_out_part(most, part)) return;
        if (somebody_asks_ && somebody_asks_()) return;
        left -= most;
    }
}

bool Engine::carry_out_part(int most, const std::function<bool(int)>& part) {
    if (!stopwatch_) return part(most);
    const auto begun = stopwatch_();
    const bool more = part(most);
    if (more) part_.took(most, stopwatch_() - begun);  // else it was a smaller one
    return more;
}

void Engine::carry_out_due(Work& work, Pace pace) {
    const auto begin_due_alerts = [&](Work& of) { return begin_alerts(of, briefs_); };
    const std::array<std::function<std::unique_ptr<DueBatch>(Work&)>, 5> kinds{
        begin_openings, begin_due_alerts, begin_flow_alerts, begin_unseen, begin_reviews};
    for (const auto& begin : kinds) {
        const auto batch = begin(work);
        int done = 0;
        in_parts(alarms_at_once(pace), [&](int most) {
            const int part = batch->carry_out(most);
            done += part;
            return part >= most;
        });
        batch->finish();
        // A batch that has done nothing yet does something first, however often somebody asks.
        if (done > 0 && somebody_asks_ && somebody_asks_()) return;
    }
}

bool Engine::tick(Pace pace) {
    if (watch_ && !watch_->look()) return false;
    const auto is_due = [&] {
        const auto next = next_alarm();
        return next && *next <= now();
    };
    bool more = is_due();
    if (more) {
        Work work{store_, rules_, directory(), now()};
        carry_out_due(work, pace);
        commit(work);
        more = is_due();
    }
    store_.database.defer_checkpoints(more && pace == Pace::Gentle);
    return more;
}

bool Engine::advance_towards(sys_seconds target) {
    if (simulated_ == nullptr) throw UserError("clock.system");
    const auto start = now();
    if (target < start) throw UserError("clock.backwards", {iso_instant(start)});
    const auto next = next_alarm();
    const bool alarm_first = next && *next <= target;
    simulated_->set(alarm_first ? std::max(start, *next) : target);
    try {
        Work work{store_, rules_, directory(), now()};
        if (alarm_first) carry_out_due(work, Pace::Swift);
        store_.settings.set(clock_setting, iso_instant(now()));
        commit(work);
    } catch (...) {
        simulated_->set(start);  // what is on disk and what the clock says stay one
        throw;
    }
    return alarm_first;
}

bool Engine::continue_series(Pace pace) {
    if (store_.plans.unsettled(1).empty()) return false;
    Work work{store_, rules_, directory(), now()};
    in_parts(replanned_at_once(pace), [&](int most) { return engine::continue_series(work, most); });
    commit(work);
    return true;
}

bool Engine::replan(Pace pace) {
    if (is_held() || is_planned_) return false;
    if (continue_series(pace) || replan_assignments(pace) || replan_dossiers(pace)) return true;
    is_planned_ = true;
    return false;
}

bool Engine::replan_assignments(Pace pace) {
    if (!wanted_rules_) {
        wanted_rules_ = fingerprint(rules_, directory().groups());
        replanned_to_.reset();
    }
    const bool under_way = replanned_to_.has_value();
    if (!under_way && store_.settings.get(rules_setting) == *wanted_rules_) return false;
    Work work{store_, rules_, directory(), now()};
    std::optional<AssignmentId> reached = replanned_to_.value_or(AssignmentId{});
    in_parts(replanned_at_once(pace), [&](int most) {
        reached = replan_some(work, *reached, most);
        return reached.has_value();
    });
    // Whoever goes back to the rules of before finds a part planned by these.
    store_.settings.set(rules_setting, reached ? partly_planned : *wanted_rules_);
    commit(work);
    replanned_to_ = reached;  // only what is on disk has been planned
    return true;              // dossiers come after it
}

bool Engine::replan_dossiers(Pace pace) {
    if (!wanted_flow_rules_) {
        wanted_flow_rules_ = flow_fingerprint(rules_);
        flow_replanned_to_.reset();
    }
    if (!flow_replanned_to_ && store_.settings.get(flow_rules_setting) == *wanted_flow_rules_) return false;
    Work work{store_, rules_, directory(), now()};
    std::optional<store::FlowItemId> reached = flow_replanned_to_.value_or(store::FlowItemId{});
    in_parts(replanned_at_once(pace), [&](int most) {
        reached = replan_flow(work, *reached, most);
        return reached.has_value();
    });
    store_.settings.set(flow_rules_setting, reached ? partly_planned : *wanted_flow_rules_);
    commit(work);
    flow_replanned_to_ = reached;
    return reached.has_value();
}

}  // namespace dondoc::engine
