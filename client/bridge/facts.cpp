// SPDX-License-Identifier: GPL-3.0-or-later
#include "bridge/facts.h"

namespace dondoc::bridge {
namespace {

v1::ChangeDetail told_detail(const v1::ChangeDetail& detail) {
    v1::ChangeDetail told;
    if (detail.has_pressing()) {
        *told.mutable_pressing() = detail.pressing();
        told.mutable_pressing()->clear_note();
    }
    if (detail.has_extension()) *told.mutable_extension() = detail.extension();
    for (const auto& field : detail.changed())
        if (field.field() == "due") *told.add_changed() = field;
    if (!detail.agency().empty()) told.set_agency(detail.agency());
    if (detail.assignment() != 0) told.set_assignment(detail.assignment());
    return told;
}

void leave_out_words(v1::Change& change) {
    change.clear_note();
    change.clear_by();
    if (change.has_detail()) *change.mutable_detail() = told_detail(v1::ChangeDetail{change.detail()});
}

}  // namespace

v1::AssignmentRow told_facts(const v1::AssignmentRow& row) {
    v1::AssignmentRow told;
    told.set_assignment(row.assignment());
    told.set_task(row.task());
    told.set_document(row.document());
    told.set_level(row.level());
    told.set_task_number(row.task_number());
    told.set_title(row.title());
    told.set_agency(row.agency());
    told.set_deadline_text(row.deadline_text());
    told.set_deadline_kind(row.deadline_kind());
    told.set_due(row.due());
    *told.mutable_given() = row.given();
    told.set_hour(row.hour());
    told.set_priority(row.priority());
    told.set_occurrence(row.occurrence());
    told.set_transferred_from(row.transferred_from());
    return told;
}

v1::LifeEntry told_change(const v1::LifeEntry& entry) {
    v1::LifeEntry told = entry;
    told.clear_by();
    told.clear_detail();
    if (entry.has_detail()) *told.mutable_detail() = told_detail(entry.detail());
    return told;
}

v1::Event told_event(v1::Event event) {
    if (event.has_digest() && event.digest().has_pressing())
        event.mutable_digest()->mutable_pressing()->clear_note();
    if (event.has_change()) leave_out_words(*event.mutable_change());
    for (auto& change : *event.mutable_more()) leave_out_words(change);
    return event;
}

}  // namespace dondoc::bridge
