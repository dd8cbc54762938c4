// SPDX-License-Identifier: Apache-2.0
#include "engine/life_record.h"

#include <cstdint>

#include "engine/change_text.h"
#include "engine/task_notice.h"

namespace dondoc::engine {
namespace {

v1::Change assignment_change(const store::Assignment& assignment, ChangeKind kind, const std::string& by,
                             const v1::ChangeDetail& detail) {
    v1::Change change;
    change.set_action(std::string{name_of(kind)});
    if (assignment.completed_on) change.set_completed_on(iso_day(*assignment.completed_on));
    if (assignment.due) change.set_due(iso_day(*assignment.due));
    change.set_note(detail.note());
    change.set_by(by);
    *change.mutable_detail() = detail;
    change.mutable_detail()->clear_note();
    return change;
}

bool waits_for_the_office(ChangeKind kind) {
    return kind == ChangeKind::Report || kind == ChangeKind::Recall || kind == ChangeKind::Return ||
           kind == ChangeKind::RequestExtension;
}

}  // namespace

void write_change(Work& work, store::Assignment& assignment, ChangeKind kind, const std::string& by,
                  const v1::ChangeDetail& detail) {
    work.touched.insert(assignment.task);
    work.store.history.write(assignment, kind, by, {detail.SerializeAsString(), search_text(detail)},
                             work.now);
}

v1::ChangeDetail handed_over(Work& work, const store::Assignment& other, const std::string& note) {
    v1::ChangeDetail detail;
    detail.set_note(note);
    detail.set_agency(work.store.agencies.get(other.agency).code);
    detail.set_assignment(static_cast<std::uint64_t>(other.id.value));
    return detail;
}

void tell(Work& work, const store::Assignment& assignment, const store::Plans::Brief& brief, ChangeKind kind,
          const std::string& by, const v1::ChangeDetail& detail) {
    auto change = assignment_change(assignment, kind, by, detail);
    tell_change(work, brief, assignment, change);
    if (!waits_for_the_office(kind)) return;
    const auto office = work.store.agencies.find(work.rules.office);
    if (!office || office->id == assignment.agency) return;
    change.set_agency(work.directory.code_of(assignment.agency));
    tell_change_to(work, office->id, brief, assignment, std::move(change));
}

}  // namespace dondoc::engine
