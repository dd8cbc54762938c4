// SPDX-License-Identifier: Apache-2.0
// When the script is done everything heals, and what is missing has to come.
#include <algorithm>

#include "simulation/daemon.h"

namespace dondoc::simulation {
namespace {

using std::chrono::seconds;

constexpr seconds longest_healing{3600};

}  // namespace

void World::live() {
    start_daemon();
    std::optional<Time> healing_since;
    for (;;) {
        daemon_works();
        operator_works();
        colleagues_work();
        listeners_work();
        relay_works();
        if (!healing_) network_.misbehave();
        if (next_command_ == script_.commands.size()) {
            if (!healing_since) {
                healing_since = now_;
                heal();
            }
            if (healed() && delivered()) break;
            if (now_ - *healing_since > longest_healing)
                throw Violation("what is missing does not come any more" +
                                (deliveries_.wants() ? ": " + deliveries_.missing(post_, true) : ""));
        }
        to_next_moment();
    }
    check_journals();
    const auto all = events();
    oracle_.check(all, daemon_->engine.now());
    people_.check(daemon_->store, all);
    dossiers_.check(all, daemon_->engine.now());
    if (colleagues_) colleagues_->check(all);
    deliveries_.check(daemon_->store, all, post_);
}

std::vector<v1::Event> World::events() {
    std::vector<v1::Event> result;
    store::LogWindow window;
    window.limit = 1000;
    for (;;) {
        const auto page = daemon_->store.log.page({}, window);
        for (const auto& stored : page.events)
            if (!result.emplace_back().ParseFromString(stored.body))
                throw Violation("an event on disk cannot be decoded");
        if (!page.next) return result;
        window.after = page.next;
    }
}

void World::heal() {
    healing_ = true;
    machine_.synchronise(true);
    for (const auto& listener : listeners_) listener->calm_down();
    if (colleagues_) colleagues_->finish();
    relay_.calm_down();
    post_.calm_down();
    plan_faults();
}

bool World::healed() const {
    if (!daemon_ || more_to_do_ || next_command_ < script_.commands.size()) return false;
    if (colleagues_ && !colleagues_->is_done()) return false;
    const auto next = daemon_->engine.next_alarm();
    if (next && *next <= daemon_->engine.now()) return false;
    if (!relay_.has_followed(daemon_->store.inbox.last_event().value)) return false;
    return std::ranges::all_of(listeners_, [this](const auto& listener) {
        if (listener->temper() == Listener::Temper::NeverReads) return true;
        if (listener->follows_stream())
            return static_cast<std::int64_t>(listener->journal().size()) ==
                   daemon_->store.inbox.last_event().value;
        const auto agency = daemon_->store.agencies.find(listener->agency().code);
        return static_cast<std::int64_t>(listener->journal().size()) ==
               daemon_->store.inbox.head(agency->id).value;
    });
}

bool World::delivered() {
    if (!deliveries_.wants()) deliveries_.want(events());
    if (!deliveries_.missing(post_, false).empty()) return false;
    post_.mend();
    return deliveries_.missing(post_, true).empty() && relay_.is_done();
}

Figures World::figures() const {
    auto figures = figures_;
    figures.disk_failures = disk_.failures();
    figures.cuts = network_.cuts();
    figures.frames = network_.frames();
    figures.demanded = oracle_.demanded() + dossiers_.demanded();
    figures.dossier_steps = dossiers_.told();
    figures.pressed = people_.pressed();
    figures.secret_tasks = people_.secret_tasks();
    if (colleagues_) figures.comments = colleagues_->written();
    figures.relay_kills = relay_.deaths();
    figures.sent = post_.taken().size();
    figures.sent_again = post_.copies();
    figures.refused = deliveries_.refused() + post_.refused().size();
    for (const auto& listener : listeners_) {
        figures.events += listener->journal().size();
        figures.listener_kills += listener->deaths();
    }
    return figures;
}

}  // namespace dondoc::simulation
