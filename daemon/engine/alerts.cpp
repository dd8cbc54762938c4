#include "engine/alerts.h"

#include <map>
#include <tuple>

#include "engine/digest.h"

namespace dondoc::engine {
namespace {

constexpr int batch_limit = 5000;
constexpr std::size_t remembered_tasks = 50'000;

struct Item {
    const store::DueAlarm* alarm;
    const store::Plans::Brief* brief;
    const std::vector<Step>* steps;
};

// Everything of one kind that one agency is told in this batch.
using Share = std::vector<Item>;
using ShareKey = std::tuple<AgencyId, AlertKind, bool /* as digest */>;

v1::EventKind::Kind event_kind(AlertKind kind) {
    switch (kind) {
        case AlertKind::Reminder:
            return v1::EventKind::reminder;
        case AlertKind::Overdue:
            return v1::EventKind::overdue;
        case AlertKind::Escalation:
            return v1::EventKind::escalation;
    }
    return v1::EventKind::unspecified;
}

// Alarms of one batch often share policy, day and step: thousands of tasks are due on 31/12.
class Decisions {
  public:
    explicit Decisions(const Work& work) : work_(work) {}

    const Decision& of(const AlertPolicy& policy, const store::DueAlarm& alarm) {
        const Key key{&policy, alarm.due, alarm.step.kind, alarm.step.offset.count, alarm.step.offset.unit};
        auto found = made_.find(key);
        if (found == made_.end())
            found = made_.emplace(key, decide(policy, work_.rules.calendar, alarm.due, alarm.step, work_.now))
                        .first;
        return found->second;
    }

  private:
    using Key = std::tuple<const AlertPolicy*, local_days, AlertKind, int, Offset::Unit>;
    const Work& work_;
    std::map<Key, Decision> made_;
};

// Writes a share into the inbox, cut into digests. What the ledger has already is not told again.
class Teller {
  public:
    explicit Teller(Work& work) : work_(work) {}

    void tell(const ShareKey& key, const Share& share) {
        const auto& [recipient, kind, as_digest] = key;
        DigestWriter digest{work_, agency(recipient), event_kind(kind), as_digest ? digest_limit : 1};
        for (const auto& item : share) add(item, kind, digest);
        digest.finish();
    }

  private:
    const store::Agencies::Ref& agency(AgencyId id) {
        auto found = agencies_.find(id);
        if (found == agencies_.end()) found = agencies_.emplace(id, work_.store.agencies.get(id)).first;
        return found->second;
    }

    void add(const Item& item, AlertKind kind, DigestWriter& digest) {
        const auto& alarm = *item.alarm;
        const auto event = digest.next_event();
        v1::AlertItem told;
        for (const auto& step : *item.steps) {
            auto key = to_key(step);
            if (work_.store.alarms.record(alarm.assignment, alarm.due, key, work_.now, event))
                told.add_steps(std::move(key));
        }
        if (told.steps().empty()) return;
        told.set_assignment(static_cast<std::uint64_t>(alarm.assignment.value));
        told.set_task(static_cast<std::uint64_t>(alarm.task.value));
        told.set_document(item.brief->document);
        told.set_task_number(item.brief->number);
        told.set_title(item.brief->title);
        told.set_deadline_text(item.brief->deadline_text);
        told.set_due(iso_day(alarm.due));
        told.set_days_left(static_cast<int>((alarm.due - work_.today()).count()));
        if (kind == AlertKind::Escalation) told.set_agency(agency(alarm.agency).code);
        told.set_role("lead");
        digest.add(std::move(told));
    }

    Work& work_;
    std::map<AgencyId, store::Agencies::Ref> agencies_;
};

}  // namespace

const store::Plans::Brief& AlertRun::brief(Work& work, TaskId task) {
    auto found = briefs_.find(task);
    if (found == briefs_.end()) found = briefs_.emplace(task, work.store.plans.brief(task)).first;
    return found->second;
}

int AlertRun::carry_out(Work& work) {
    if (briefs_.size() > remembered_tasks) briefs_.clear();
    const auto alarms = work.store.alarms.due(work.now, batch_limit, digest_limit);
    Decisions decisions{work};
    std::map<ShareKey, Share> shares;

    for (const auto& alarm : alarms) {
        const auto& task = brief(work, alarm.task);
        const auto* policy = policy_for(work.rules.policies, task.level);
        if (policy == nullptr) {
            work.store.alarms.remove(alarm.assignment);
            continue;
        }
        const auto& decision = decisions.of(*policy, alarm);
        const auto share = [&](AgencyId recipient, AlertKind kind, const std::vector<Step>& steps) {
            if (!steps.empty()) shares[{recipient, kind, policy->digest}].push_back({&alarm, &task, &steps});
        };
        const auto skip = [&](const std::vector<Step>& steps) {
            for (const auto& step : steps)
                work.store.alarms.record(alarm.assignment, alarm.due, to_key(step), work.now, std::nullopt);
        };
        share(alarm.agency, AlertKind::Reminder, decision.reminders);
        share(alarm.agency, AlertKind::Overdue, decision.overdue);
        if (!decision.escalations.empty()) {
            if (const auto above = work.store.agencies.find(policy->escalate_to))
                share(above->id, AlertKind::Escalation, decision.escalations);
            else
                skip(decision.escalations);
        }
        skip(decision.skipped);
        if (decision.next)
            work.store.alarms.move(alarm.assignment, *decision.next);
        else
            work.store.alarms.remove(alarm.assignment);
    }

    Teller teller{work};
    for (const auto& [key, share] : shares) teller.tell(key, share);
    return static_cast<int>(alarms.size());
}

}  // namespace dondoc::engine
