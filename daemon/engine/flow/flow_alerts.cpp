// SPDX-License-Identifier: Apache-2.0
#include "engine/flow/flow_alerts.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/digest.h"
#include "engine/flow/flow_planning.h"
#include "engine/mutes.h"

namespace dondoc::engine {
namespace {

// Everything that one agency is told of dossiers at once.
class FlowTeller {
  public:
    FlowTeller(Work& work, AgencyId recipient) : work_(work), recipient_(work.store.agencies.get(recipient)) {
        event_.set_kind(v1::EventKind::flow);
    }

    EventId event() const { return work_.next_event(recipient_); }
    void add(const store::NamedFlowItem& named, const std::vector<Step>& steps, bool is_own) {
        auto& alert = *event_.mutable_flow()->add_items();
        alert.set_source(named.source);
        alert.set_id(named.item.code);
        alert.set_procedure(named.procedure);
        alert.set_procedure_name(named.procedure_name);
        alert.set_due(iso_instant(*named.item.due));
        alert.set_days_left(static_cast<int>((civil_day(*named.item.due) - work_.today()).count()));
        for (const auto& step : steps) alert.add_steps(to_key(step));
        if (!is_own) alert.set_agency(named.agency);
        bytes_ += named.procedure_name.size() + named.item.code.size();
        if (event_.flow().items_size() == digest_limit || bytes_ >= digest_bytes_limit) finish();
    }
    void finish() {
        if (event_.flow().items().empty()) return;
        work_.publish(recipient_, event_);
        event_.mutable_flow()->clear_items();
        bytes_ = 0;
    }

  private:
    Work& work_;
    store::Agencies::Ref recipient_;
    v1::Event event_;
    std::size_t bytes_ = 0;
};

struct Said {
    store::NamedFlowItem named;
    std::vector<Step> steps;
};

// What one agency is told: what is late stands first, the longest late before the others.
using FlowShare = std::multimap<sys_seconds, Said>;

// An agency's own alerts are told part by part: no part tears them. What goes to those above it, of many
// agencies, is gathered until the end.
class FlowBatch final : public DueBatch {
  public:
    explicit FlowBatch(Work& work)
        : work_(work), policy_(work.rules.flow.policy), mutes_(work.store, work.today()) {
        for (const auto& code : policy_.escalate_to)
            if (const auto above = work.store.agencies.find(code)) above_.push_back(above->id);
    }

    int carry_out(int most) override {
        const auto alarms = work_.store.flow.due_alarms(work_.now, most, digest_limit);
        for (const auto& alarm : alarms) carry_out(alarm);
        tell(own_);
        return static_cast<int>(alarms.size());
    }

    void finish() override { tell(of_others_); }

  private:
    // By who is told.
    using Shares = std::map<AgencyId, FlowShare>;

    void carry_out(const store::DueFlowAlarm& alarm) {
        const auto named = work_.store.flow.get(alarm.item);
        const auto due = due_moment(named.item.clock.term, alarm.due);
        // The alarm keeps its step, so that at the end of the mute it is decided as if it went off then.
        if (const auto* mute = mutes_.of(alarm.agency)) {
            const auto again = release_moment(*mute, policy_, work_.rules.calendar);
            work_.store.flow.set_alarm(alarm.item, PlannedStep{again, alarm.step});
            return;
        }
        const auto& decision = decided(due, alarm.step);
        auto own = decision.overdue;
        own.insert(own.end(), decision.reminders.begin(), decision.reminders.end());
        share(own_, named, alarm.agency, own);
        if (above_.empty()) skip(named, decision.escalations);
        for (const auto agency : above_) share(of_others_, named, agency, decision.escalations);
        skip(named, decision.skipped);
        work_.store.flow.set_alarm(alarm.item, decision.next);
    }

    // Each step of a day is told once, to everybody who is told of it.
    void tell(Shares& shares) {
        std::map<std::tuple<store::FlowItemId, local_days, std::string>, bool> is_new;
        for (auto& [recipient, share] : shares) {
            FlowTeller teller{work_, recipient};
            for (auto& [due, said] : share) {
                const auto& item = said.named.item;
                const auto day = civil_day(due);
                std::erase_if(said.steps, [&](const Step& step) {
                    const auto [known, first] = is_new.try_emplace({item.id, day, to_key(step)}, false);
                    if (first)
                        known->second =
                            work_.store.flow.record(item.id, day, step, work_.now, teller.event());
                    return !known->second;
                });
                if (!said.steps.empty()) teller.add(said.named, said.steps, recipient == item.agency);
            }
            teller.finish();
        }
        shares.clear();
    }

    const Decision& decided(const DueMoment& due, const Step& step) {
        const auto key = std::tuple{due.day, due.hour, to_key(step)};
        auto found = decisions_.find(key);
        if (found == decisions_.end())
            found =
                decisions_.emplace(key, decide(policy_, work_.rules.calendar, due, step, work_.now)).first;
        return found->second;
    }
    static void share(Shares& shares, const store::NamedFlowItem& named, AgencyId recipient,
                      const std::vector<Step>& steps) {
        if (!steps.empty()) shares[recipient].emplace(*named.item.due, Said{named, steps});
    }
    void skip(const store::NamedFlowItem& named, const std::vector<Step>& steps) {
        for (const auto& step : steps)
            work_.store.flow.record(named.item.id, civil_day(*named.item.due), step, work_.now, std::nullopt);
    }

    Work& work_;
    const AlertPolicy& policy_;
    const HoldingMutes mutes_;
    std::vector<AgencyId> above_;
    std::map<std::tuple<local_days, std::optional<std::chrono::minutes>, std::string>, Decision> decisions_;
    Shares own_, of_others_;
};

}  // namespace

std::unique_ptr<DueBatch> begin_flow_alerts(Work& work) {
    return std::make_unique<FlowBatch>(work);
}

}  // namespace dondoc::engine
