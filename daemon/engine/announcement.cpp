// SPDX-License-Identifier: Apache-2.0
#include "engine/announcement.h"

#include <utility>

namespace dondoc::engine {
namespace {

store::Plans::Brief brief_of(const store::Document& document, const store::Task& task) {
    return {document.issued,
            document.number,
            document.level,
            task.number,
            task.title,
            task.deadline.phrase,
            kind_of(task.deadline.term),
            task.priority,
            document.id,
            task.deadline.hour,
            document.secret};
}

void tell_one(Work& work, AgencyId agency, const std::vector<GatheredItems::Item>& items) {
    DigestWriter digest{work, work.store.agencies.get(agency), v1::EventKind::assigned};
    for (const auto& [task, assignment, due] : items) {
        const auto role = assignment == AssignmentId{} ? ToldTask::Role::Cooperating : ToldTask::Role::Lead;
        digest.add(task->told.said(due, work.today(), role), OwnPart{assignment, task->id},
                   task->told.brief().document_id);
    }
    digest.finish();
}

}  // namespace

void GatheredItems::add(GatheredItems&& more) {
    tasks.splice(tasks.end(), more.tasks);
    for (auto& [agency, items] : more.of_agencies) {
        auto& gathered = of_agencies[agency];
        gathered.insert(gathered.end(), items.begin(), items.end());
    }
    more.of_agencies.clear();
}

void Announcement::add(AgencyId agency, const store::Task& task, AssignmentId assignment,
                       std::optional<local_days> due) {
    auto& tasks = given_.tasks;
    if (tasks.empty() || tasks.back().id != task.id)
        tasks.push_back({task.id, ToldTask{brief_of(document_, task), task.decided}});
    given_.of_agencies[agency].push_back({&tasks.back(), assignment, due});
}

void Announcement::publish() {
    auto given = std::exchange(given_, {});
    if (work_.announcing == nullptr) return tell_given(work_, std::move(given));
    work_.announcing->add(std::move(given));
}

void tell_given(Work& work, GatheredItems&& given) {
    for (auto& [agency, items] : given.of_agencies)
        if (!items.empty()) tell_one(work, agency, std::exchange(items, {}));
}

}  // namespace dondoc::engine
