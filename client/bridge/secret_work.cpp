// SPDX-License-Identifier: GPL-3.0-or-later
#include "bridge/secret_work.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

#include "domain/lifecycle.h"
#include "wire/given_day.h"
#include "wire/report.h"
#include "wire/time.h"
#include "wire/workflow.h"

namespace dondoc::bridge {
namespace {

std::optional<local_days> day_of(const std::string& text) {
    return parse_iso_day(text);
}

}  // namespace

CountedWork after(const v1::LifeEntry& entry, sys_seconds given_at) {
    CountedWork work;
    work.state = wire::workflow_named(entry.state()).value_or(Workflow::Assigned);
    work.due = day_of(entry.due());
    work.original_due = day_of(entry.original_due());
    work.completed_on = day_of(entry.completed_on());
    work.given_at = given_at;
    work.updated_at = wire::to_instant(entry.time());
    return work;
}

void SecretWork::add(const v1::AssignmentRow& row) {
    auto& work = works_[row.assignment()];
    work.task = row.task();
    work.level = row.level();
    work.given.due = work.given.original_due = day_of(row.due());
    work.given.given_at = work.given.updated_at = wire::to_instant(row.given());
}

void SecretWork::add(const v1::LifeEntry& entry) {
    auto& work = works_.at(entry.assignment());
    if (const auto before = wire::day_before(entry); before && !work.is_given_day_known) {
        work.given.due = work.given.original_due = before->day;
        work.is_given_day_known = true;
    }
    work.changes.push_back(entry);
}

local_days SecretWork::first_day() const {
    const auto first =
        std::ranges::min_element(works_, {}, [](const auto& one) { return one.second.given.given_at; });
    return civil_day(first->second.given.given_at);
}

void SecretWork::add_day(v1::SecretFigures& to, local_days day, sys_seconds instant,
                         const CountingRules& rules) const {
    struct Level {
        ReportFigures figures;
        std::set<std::uint64_t> tasks;
    };
    std::map<std::string, Level> levels;
    for (const auto& [id, work] : works_) {
        if (work.given.given_at > instant) continue;
        auto stands = work.given;
        std::optional<local_days> reported;
        for (const auto& change : work.changes) {
            if (wire::to_instant(change.time()) > instant) continue;
            stands = after(change, work.given.given_at);
            if (change.action() == "report") reported = civil_day(wire::to_instant(change.time()));
        }
        if (stands.state != Workflow::Reported) reported.reset();
        auto& level = levels[work.level];
        level.figures.add(stands, day, rules, reported);
        level.tasks.insert(work.task);
    }
    for (const auto& [name, level] : levels) {
        auto& said = *to.add_days();
        said.set_day(iso_day(day));
        said.set_level(name);
        *said.mutable_figures() = wire::to_wire(level.figures);
        said.set_tasks(level.tasks.size());
    }
}

}  // namespace dondoc::bridge
