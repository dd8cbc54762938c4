// SPDX-License-Identifier: Apache-2.0
#include "hub/transport/frame_bounds.h"

#include <array>
#include <string>
#include <unordered_map>

#include "domain/children.h"
#include "domain/limits.h"
#include "dondoc/v1/frame.pb.h"

namespace dondoc::hub {
namespace {

constexpr std::size_t usual = FieldBound{}.bytes;
constexpr FieldBound text{FieldBound{}.count, max_text_bytes};
constexpr FieldBound note{FieldBound{}.count, max_note_bytes};
constexpr FieldBound rows_of_a_plan{50'000, usual};
constexpr FieldBound agencies{20'000, usual};  // the whole country's registers have some thousands each
constexpr FieldBound groups{2'000, usual};
constexpr FieldBound persons{20'000, usual};  // of all agencies of a province

constexpr auto known_bounds = std::to_array<NamedBound>({
    {"TaskListRequest.timeliness", {v1::Timeliness::Class_ARRAYSIZE - 1, usual}},

    {"AssignmentChangeRequest.note", note},
    {"AssignmentChangeRequest.evidence", note},
    {"Milestone.text", note},
    {"AssignmentBatchRequest.changes", {1'000, usual}},
    {"AssignmentReviewRequest.note", note},
    {"AssignmentUpdateRequest.rows", {1'000, usual}},
    {"AssignmentResponsibleRequest.note", note},
    {"DeliveryReportRequest.deliveries", {1'000, usual}},
    {"DeliveryListRequest.states", {v1::Delivery::State_ARRAYSIZE - 1, usual}},
    {"ContactTestShowRequest.tests", {100, usual}},
    {"EventSeenRequest.events", {1'000, usual}},
    {"PressRequest.assignments", {1'000, usual}},
    {"PressRequest.note", note},
    {"MuteAddRequest.reason", note},
    {"MuteAddRequest.assignments", {1'000, usual}},
    {"MuteEndRequest.reason", note},
    {"TaskPriorityRequest.reason", note},
    {"TaskEventRequest.reason", note},
    {"TaskTermRequest.reason", note},
    {"TaskTermRequest.phrase", text},
    {"TaskUnderRequest.reason", note},
    {"TaskUnderRequest.children", {max_task_children, usual}},

    {"PlanImportRequest.rows", rows_of_a_plan},
    {"PlanImportRequest.Amend.reason", note},
    {"TaskImportRequest.tasks", {20'000, usual}},
    {"PlanWithdrawRequest.reason", note},
    {"RehearseRequest.rows", rows_of_a_plan},
    {"RowEditRequest.deadline_text", text},
    {"RowEditRequest.lead_text", text},
    {"RowEditRequest.cooperating_text", text},
    {"RowEditRequest.title", text},
    {"RowEditRequest.requirement", text},
    {"RowEditRequest.reason", note},
    {"Document.title", text},
    {"PlanRow.section", text},
    {"PlanRow.title", text},
    {"PlanRow.requirement", text},
    {"PlanRow.solution", text},
    {"PlanRow.deadline_text", text},
    {"PlanRow.lead_text", text},
    {"PlanRow.cooperating_text", text},
    {"PlanRow.running_text", text},
    {"PlanRow.lead", {1'000, usual}},
    {"PlanRow.cooperating", {1'000, usual}},
    {"PlanRow.problems", note},
    {"PlanRow.role_notes", text},
    {"Deadline.due", {1'000, usual}},  // days of a recurring term
    {"Deadline.reason", note},
    {"Decision.Names.names", {1'000, usual}},

    {"AgencyImportRequest.agencies", agencies},
    {"AgencyImportRequest.groups", groups},
    {"AgencyImportRequest.persons", persons},
    {"AgencySucceedRequest.agencies", agencies},
    {"AgencySucceedRequest.groups", groups},
    {"AgencySucceedRequest.successions", {2'000, usual}},
    {"AgencySucceedRequest.choices", {100'000, usual}},  // pieces of work that are open
    {"Succession.from", {1'000, usual}},
    {"Succession.to", {1'000, usual}},
    {"AgencyEntry.aliases", {200, usual}},
    {"GroupEntry.aliases", {200, usual}},
    {"GroupEntry.members", agencies},

    {"PersonImportRequest.entries", persons},
    {"PersonRemoveRequest.reason", note},

    {"FlowRequest.procedures", {5'000, usual}},
    {"FlowRequest.items", {5'000, usual}},
    {"FlowItem.pauses", {100, usual}},

    {"PolicyDiffRequest.config", {1, 1024 * 1024}},
});

using Bounds = std::unordered_map<const google::protobuf::FieldDescriptor*, FieldBound>;

Bounds by_field() {
    constexpr std::string_view package = "dondoc.v1.";
    const auto& pool = *v1::ClientFrame::descriptor()->file()->pool();
    Bounds bounds;
    for (const auto& entry : known_bounds)
        bounds.emplace(pool.FindFieldByName(std::string{package} + std::string{entry.field}), entry.bound);
    return bounds;
}

}  // namespace

FieldBound bound_of(const google::protobuf::FieldDescriptor& field) {
    static const Bounds bounds = by_field();
    const auto found = bounds.find(&field);
    return found == bounds.end() ? FieldBound{} : found->second;
}

std::span<const NamedBound> named_bounds() {
    return known_bounds;
}

}  // namespace dondoc::hub
