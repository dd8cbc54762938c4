// SPDX-License-Identifier: GPL-3.0-or-later
#include "bridge/facts.h"

namespace dondoc::bridge {

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
    const auto& detail = entry.detail();
    if (detail.has_pressing()) {
        auto& pressing = *told.mutable_detail()->mutable_pressing();
        pressing = detail.pressing();
        pressing.clear_note();
    }
    if (detail.has_extension()) *told.mutable_detail()->mutable_extension() = detail.extension();
    for (const auto& field : detail.changed())
        if (field.field() == "due") *told.mutable_detail()->add_changed() = field;
    if (!detail.agency().empty()) told.mutable_detail()->set_agency(detail.agency());
    if (detail.assignment() != 0) told.mutable_detail()->set_assignment(detail.assignment());
    return told;
}

}  // namespace dondoc::bridge
