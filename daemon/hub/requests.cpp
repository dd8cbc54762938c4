#include "hub/requests.h"

#include <algorithm>
#include <array>

#include "hub/handlers.h"

namespace dondoc::hub {
namespace {

using Body = v1::Request;

constexpr auto requests = std::to_array<RequestKind>({
    {Body::kStatus, "status", Role::Agency, Effect::Reads, show_status},
    {Body::kTaskList, "task_list", Role::Agency, Effect::Reads, list_tasks},
    {Body::kTaskShow, "task_show", Role::Agency, Effect::Reads, show_task},
    {Body::kLog, "log", Role::Agency, Effect::Reads, show_log},
    {Body::kAgencyList, "agency_list", Role::Agency, Effect::Reads, list_agencies},
    {Body::kClockShow, "clock_show", Role::Agency, Effect::Reads, show_clock},
    {Body::kAssignmentChange, "assignment_change", Role::Agency, Effect::Once, change_assignment},
    {Body::kAssignmentBatch, "assignment_batch", Role::Agency, Effect::Once, change_assignments},
    {Body::kRowEdit, "row_edit", Role::Operator, Effect::Once, edit_row},
    {Body::kDocumentShow, "document_show", Role::Office, Effect::Reads, show_document},
    {Body::kTaskFind, "task_find", Role::Agency, Effect::Reads, find_tasks},
    {Body::kAssignmentHistory, "assignment_history", Role::Agency, Effect::Reads, show_assignment_history},
    {Body::kDocumentList, "document_list", Role::Office, Effect::Reads, list_documents},
    {Body::kPolicyShow, "policy_show", Role::Agency, Effect::Reads, show_policy},
    {Body::kMuteList, "mute_list", Role::Office, Effect::Reads, list_mutes},
    {Body::kUnseenList, "unseen_list", Role::Office, Effect::Reads, list_unseen},
    {Body::kPolicyDiff, "policy_diff", Role::Operator, Effect::Job, nullptr, compare_policies,
     "comparison.busy"},
    {Body::kMuteAdd, "mute_add", Role::Operator, Effect::Once, add_mute},
    {Body::kMuteEnd, "mute_end", Role::Operator, Effect::Once, end_mute},
    {Body::kTaskPriority, "task_priority", Role::Operator, Effect::Once, change_priority},
    {Body::kTaskEvent, "task_event", Role::Operator, Effect::Once, record_task_event},
    {Body::kTaskTerm, "task_term", Role::Operator, Effect::Once, set_task_term},
    {Body::kTaskUnder, "task_under", Role::Office, Effect::Once, change_parent},
    {Body::kAssignmentReview, "assignment_review", Role::Agency, Effect::Once, review_assignment},
    {Body::kReviewList, "review_list", Role::Agency, Effect::Reads, list_reviews},
    {Body::kPlanImport, "plan_import", Role::Operator, Effect::Repeatable, import_plan},
    {Body::kPlanWithdraw, "plan_withdraw", Role::Operator, Effect::Once, withdraw_plan},
    {Body::kAgencyImport, "agency_import", Role::Operator, Effect::Repeatable, import_agencies},
    {Body::kAgencySucceed, "agency_succeed", Role::Operator, Effect::Once, succeed_agencies},
    {Body::kAgencyShow, "agency_show", Role::Agency, Effect::Reads, show_agency},
    {Body::kClockAdvance, "clock_advance", Role::Administrator, Effect::Job, nullptr, advance_clock,
     "clock.busy"},
    {Body::kClockConfirm, "clock_confirm", Role::Administrator, Effect::Once, confirm_clock},
    {Body::kRehearse, "rehearse", Role::Office, Effect::Job, nullptr, rehearse, "rehearse.busy"},
    {Body::kReport, "report", Role::Agency, Effect::Job, nullptr, make_report, "report.busy", 256},
    {Body::kBackup, "backup", Role::Administrator, Effect::Job, nullptr, back_up, "backup.busy"},
    {Body::kCheck, "check", Role::Operator, Effect::Job, nullptr, check_data, "check.busy"},
    {Body::kKeyGrant, "key_grant", Role::Administrator, Effect::Once, grant_key},
    {Body::kKeyRevoke, "key_revoke", Role::Administrator, Effect::Once, revoke_key},
    {Body::kConsumerList, "consumer_list", Role::Agency, Effect::Reads, list_consumers},
    {Body::kConsumerForget, "consumer_forget", Role::Operator, Effect::Once, forget_consumer},
    {Body::kKeyList, "key_list", Role::Administrator, Effect::Reads, list_keys},
    {Body::kPersonAdd, "person_add", Role::Agency, Effect::Once, add_person},
    {Body::kPersonChange, "person_change", Role::Agency, Effect::Once, change_person},
    {Body::kPersonRemove, "person_remove", Role::Agency, Effect::Once, remove_person},
    {Body::kPersonList, "person_list", Role::Agency, Effect::Reads, list_persons},
    {Body::kPersonShow, "person_show", Role::Agency, Effect::Reads, show_person},
    {Body::kPersonImport, "person_import", Role::Agency, Effect::Repeatable, import_persons},
    {Body::kAssignmentResponsible, "assignment_responsible", Role::Agency, Effect::Once, name_responsible},
    {Body::kAssignmentUpdate, "assignment_update", Role::Agency, Effect::Once, update_assignments},
    {Body::kPress, "press", Role::Office, Effect::Once, press},
});

}  // namespace

std::optional<AgencyId> Call::scope(const std::string& agency_code) const {
    if (!who.may(Role::Office)) {
        const auto named = engine.store().agencies.find(agency_code);
        if (!agency_code.empty() && !(named && named->id == who.agency))
            throw UserError("access.foreign", {agency_code, who.agency_code}, "agency");
        return who.agency;
    }
    if (agency_code.empty()) return std::nullopt;
    const auto agency = engine.store().agencies.find(agency_code);
    if (agency) return agency->id;
    std::string like;
    for (const auto& name : engine.directory().like(agency_code)) like += (like.empty() ? "" : "; ") + name;
    if (like.empty()) throw UserError("agency.unknown", {agency_code}, "agency");
    throw UserError("agency.unknown_like", {agency_code, like}, "agency");
}

std::span<const RequestKind> all_requests() {
    return requests;
}

const RequestKind* find_request(v1::Request::BodyCase body) {
    const auto* found = std::ranges::find(requests, body, &RequestKind::body);
    return found == requests.end() ? nullptr : found;
}

}  // namespace dondoc::hub
