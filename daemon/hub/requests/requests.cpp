// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/requests.h"

#include <algorithm>
#include <array>

#include "hub/requests/handlers.h"

namespace dondoc::hub {
namespace {

using Asked = v1::Request;
using Answer = v1::Reply;
using More = RequestKind::Exceptions;

constexpr std::size_t kibibyte = 1024, mebibyte = 1024 * kibibyte;
constexpr std::size_t bytes_of_a_table = 32 * mebibyte;  // some ten thousand rows of a plan or a register

// The handler gets the body of its own request and fills in the body of its own reply.
template <auto Body, auto Reply, auto Handle>
void answer_with(Call& call, const v1::Request& request, v1::Reply& reply) {
    Handle(call, (request.*Body)(), *(reply.*Reply)());
}
template <auto Body, auto Begin>
std::unique_ptr<Job> begin(Call& call, const v1::Request& request) {
    return Begin(call, (request.*Body)());
}
template <auto Body>
bool is_dry_run(const v1::Request& request) {
    return (request.*Body)().dry_run();
}

template <auto Body, auto Reply, auto Handle>
constexpr RequestKind reads(v1::Request::BodyCase body, const char* name, Role least, More more = {}) {
    return {body, name, least, Effect::Reads, answer_with<Body, Reply, Handle>, more};
}
template <auto Body, auto Reply, auto Handle>
constexpr RequestKind once(v1::Request::BodyCase body, const char* name, Role least, More more = {}) {
    return {body, name, least, Effect::Once, answer_with<Body, Reply, Handle>, more};
}
template <auto Body, auto Reply, auto Handle>
constexpr RequestKind repeatable(v1::Request::BodyCase body, const char* name, Role least, More more = {}) {
    return {body, name, least, Effect::Repeatable, answer_with<Body, Reply, Handle>, more};
}
template <auto Body, auto Begin>
constexpr RequestKind job(v1::Request::BodyCase body, const char* name, Role least, More more) {
    return {body, name, least, Effect::Job, begin<Body, Begin>, more};
}

constexpr auto requests = std::to_array<RequestKind>({
    reads<&Asked::status, &Answer::mutable_status, show_status>(Asked::kStatus, "status", Role::Agency),
    reads<&Asked::task_list, &Answer::mutable_task_list, list_tasks>(Asked::kTaskList, "task_list",
                                                                     Role::Agency),
    reads<&Asked::task_show, &Answer::mutable_task_show, show_task>(
        Asked::kTaskShow, "task_show", Role::Agency, {.saves_acknowledgements = true}),
    reads<&Asked::log, &Answer::mutable_log, show_log>(Asked::kLog, "log", Role::Agency),
    reads<&Asked::agency_list, &Answer::mutable_agency_list, list_agencies>(Asked::kAgencyList, "agency_list",
                                                                            Role::Agency),
    reads<&Asked::clock_show, &Answer::mutable_clock, show_clock>(
        Asked::kClockShow, "clock_show", Role::Agency, {.gateway = GatewayItself::May}),
    once<&Asked::assignment_change, &Answer::mutable_assignment_change, change_assignment>(
        Asked::kAssignmentChange, "assignment_change", Role::Agency,
        {.shares_commit = true, .most_bytes = 64 * kibibyte}),
    once<&Asked::assignment_batch, &Answer::mutable_assignment_batch, change_assignments>(
        Asked::kAssignmentBatch, "assignment_batch", Role::Agency,
        {.most_bytes = 256 * kibibyte, .is_trial = is_dry_run<&Asked::assignment_batch>}),
    once<&Asked::row_edit, &Answer::mutable_row_edit, edit_row>(
        Asked::kRowEdit, "row_edit", Role::Operator,
        {.most_bytes = mebibyte, .is_trial = is_dry_run<&Asked::row_edit>}),
    reads<&Asked::document_show, &Answer::mutable_document_show, show_document>(
        Asked::kDocumentShow, "document_show", Role::Office),
    reads<&Asked::task_find, &Answer::mutable_task_find, find_tasks>(Asked::kTaskFind, "task_find",
                                                                     Role::Agency),
    reads<&Asked::assignment_history, &Answer::mutable_assignment_history, show_assignment_history>(
        Asked::kAssignmentHistory, "assignment_history", Role::Agency),
    reads<&Asked::document_list, &Answer::mutable_document_list, list_documents>(
        Asked::kDocumentList, "document_list", Role::Office),
    reads<&Asked::policy_show, &Answer::mutable_policy_show, show_policy>(Asked::kPolicyShow, "policy_show",
                                                                          Role::Agency),
    reads<&Asked::mute_list, &Answer::mutable_mute_list, list_mutes>(Asked::kMuteList, "mute_list",
                                                                     Role::Office),
    reads<&Asked::unseen_list, &Answer::mutable_unseen_list, list_unseen>(
        Asked::kUnseenList, "unseen_list", Role::Office, {.saves_acknowledgements = true}),
    job<&Asked::policy_diff, compare_policies>(Asked::kPolicyDiff, "policy_diff", Role::Operator,
                                               {.most_bytes = 2 * mebibyte, .busy = "comparison.busy"}),
    once<&Asked::mute_add, &Answer::mutable_mute, add_mute>(Asked::kMuteAdd, "mute_add", Role::Operator,
                                                            {.most_bytes = 64 * kibibyte}),
    once<&Asked::mute_end, &Answer::mutable_mute, end_mute>(Asked::kMuteEnd, "mute_end", Role::Operator),
    once<&Asked::task_priority, &Answer::mutable_task_priority, change_priority>(
        Asked::kTaskPriority, "task_priority", Role::Operator),
    once<&Asked::task_event, &Answer::mutable_task_term, record_task_event>(Asked::kTaskEvent, "task_event",
                                                                            Role::Operator),
    once<&Asked::task_term, &Answer::mutable_task_term, set_task_term>(Asked::kTaskTerm, "task_term",
                                                                       Role::Operator),
    once<&Asked::task_under, &Answer::mutable_task_under, change_parent>(
        Asked::kTaskUnder, "task_under", Role::Office, {.is_trial = is_dry_run<&Asked::task_under>}),
    once<&Asked::assignment_review, &Answer::mutable_assignment_review, review_assignment>(
        Asked::kAssignmentReview, "assignment_review", Role::Agency, {.shares_commit = true}),
    reads<&Asked::review_list, &Answer::mutable_review_list, list_reviews>(Asked::kReviewList, "review_list",
                                                                           Role::Agency),
    repeatable<&Asked::plan_import, &Answer::mutable_plan_import, import_plan>(
        Asked::kPlanImport, "plan_import", Role::Operator,
        {.most_bytes = bytes_of_a_table, .is_trial = is_dry_run<&Asked::plan_import>}),
    once<&Asked::task_import, &Answer::mutable_task_import, import_tasks>(
        Asked::kTaskImport, "task_import", Role::Operator,
        {.most_bytes = bytes_of_a_table, .is_trial = is_dry_run<&Asked::task_import>}),
    once<&Asked::plan_withdraw, &Answer::mutable_plan_withdraw, withdraw_plan>(
        Asked::kPlanWithdraw, "plan_withdraw", Role::Operator,
        {.is_trial = is_dry_run<&Asked::plan_withdraw>}),
    repeatable<&Asked::agency_import, &Answer::mutable_agency_import, import_agencies>(
        Asked::kAgencyImport, "agency_import", Role::Operator,
        {.most_bytes = bytes_of_a_table, .is_trial = is_dry_run<&Asked::agency_import>}),
    once<&Asked::agency_succeed, &Answer::mutable_agency_succeed, succeed_agencies>(
        Asked::kAgencySucceed, "agency_succeed", Role::Operator,
        {.changes_access = true,
         .most_bytes = bytes_of_a_table,
         .is_trial = is_dry_run<&Asked::agency_succeed>}),
    reads<&Asked::agency_show, &Answer::mutable_agency_show, show_agency>(Asked::kAgencyShow, "agency_show",
                                                                          Role::Agency),
    job<&Asked::clock_advance, advance_clock>(Asked::kClockAdvance, "clock_advance", Role::Administrator,
                                              {.saves_acknowledgements = true, .busy = "clock.busy"}),
    once<&Asked::clock_confirm, &Answer::mutable_clock, confirm_clock>(
        Asked::kClockConfirm, "clock_confirm", Role::Administrator, {.despite_doubted_clock = true}),
    job<&Asked::rehearse, rehearse>(Asked::kRehearse, "rehearse", Role::Office,
                                    {.most_bytes = bytes_of_a_table, .busy = "rehearse.busy"}),
    job<&Asked::report, make_report>(Asked::kReport, "report", Role::Agency,
                                     {.busy = "report.busy", .most_jobs = 256}),
    job<&Asked::backup, back_up>(Asked::kBackup, "backup", Role::Administrator, {.busy = "backup.busy"}),
    job<&Asked::check, check_data>(Asked::kCheck, "check", Role::Operator, {.busy = "check.busy"}),
    once<&Asked::key_grant, &Answer::mutable_key_grant, grant_key>(
        Asked::kKeyGrant, "key_grant", Role::Administrator,
        {.despite_doubted_clock = true, .changes_access = true}),
    once<&Asked::key_revoke, &Answer::mutable_key_revoke, revoke_key>(
        Asked::kKeyRevoke, "key_revoke", Role::Administrator,
        {.despite_doubted_clock = true, .changes_access = true}),
    reads<&Asked::consumer_list, &Answer::mutable_consumer_list, list_consumers>(
        Asked::kConsumerList, "consumer_list", Role::Agency),
    once<&Asked::consumer_forget, &Answer::mutable_consumer_forget, forget_consumer>(
        Asked::kConsumerForget, "consumer_forget", Role::Operator),
    repeatable<&Asked::delivery_report, &Answer::mutable_delivery_report, report_deliveries>(
        Asked::kDeliveryReport, "delivery_report", Role::Office, {.most_bytes = 512 * kibibyte}),
    reads<&Asked::delivery_list, &Answer::mutable_delivery_list, list_deliveries>(
        Asked::kDeliveryList, "delivery_list", Role::Agency),
    once<&Asked::delivery_change, &Answer::mutable_delivery_change, change_deliveries>(
        Asked::kDeliveryChange, "delivery_change", Role::Operator),
    once<&Asked::contact_test, &Answer::mutable_contact_test, test_contact>(
        Asked::kContactTest, "contact_test", Role::Agency, {.shares_commit = true}),
    reads<&Asked::contact_test_show, &Answer::mutable_contact_test, show_contact_tests>(
        Asked::kContactTestShow, "contact_test_show", Role::Agency),
    once<&Asked::event_seen, &Answer::mutable_event_seen, see_events>(Asked::kEventSeen, "event_seen",
                                                                      Role::Agency),
    reads<&Asked::key_list, &Answer::mutable_key_list, list_keys>(Asked::kKeyList, "key_list",
                                                                  Role::Administrator),
    once<&Asked::person_add, &Answer::mutable_person, add_person>(Asked::kPersonAdd, "person_add",
                                                                  Role::Agency, {.shares_commit = true}),
    once<&Asked::person_change, &Answer::mutable_person, change_person>(Asked::kPersonChange, "person_change",
                                                                        Role::Agency),
    once<&Asked::person_remove, &Answer::mutable_person, remove_person>(Asked::kPersonRemove, "person_remove",
                                                                        Role::Agency),
    reads<&Asked::person_list, &Answer::mutable_person_list, list_persons>(Asked::kPersonList, "person_list",
                                                                           Role::Agency),
    reads<&Asked::person_show, &Answer::mutable_person_show, show_person>(
        Asked::kPersonShow, "person_show", Role::Agency, {.gateway = GatewayItself::May}),
    repeatable<&Asked::person_invite, &Answer::mutable_person_invite, invite_person>(
        Asked::kPersonInvite, "person_invite", Role::Agency),
    repeatable<&Asked::invitation_take, &Answer::mutable_invitation_take, take_invitation>(
        Asked::kInvitationTake, "invitation_take", Role::Gateway, {.gateway = GatewayItself::Alone}),
    once<&Asked::sign_in_link, &Answer::mutable_sign_in_link, send_sign_in_link>(
        Asked::kSignInLink, "sign_in_link", Role::Gateway, {.gateway = GatewayItself::Alone}),
    repeatable<&Asked::person_import, &Answer::mutable_person_import, import_persons>(
        Asked::kPersonImport, "person_import", Role::Agency,
        {.most_bytes = 256 * kibibyte,
         .most_bytes_of_operators = 8 * mebibyte,
         .is_trial = is_dry_run<&Asked::person_import>}),
    once<&Asked::assignment_responsible, &Answer::mutable_assignment_responsible, name_responsible>(
        Asked::kAssignmentResponsible, "assignment_responsible", Role::Agency, {.shares_commit = true}),
    once<&Asked::assignment_update, &Answer::mutable_assignment_update, update_assignments>(
        Asked::kAssignmentUpdate, "assignment_update", Role::Agency,
        {.most_bytes = 256 * kibibyte, .is_trial = is_dry_run<&Asked::assignment_update>}),
    once<&Asked::press, &Answer::mutable_press, press>(
        Asked::kPress, "press", Role::Office,
        {.most_bytes = 256 * kibibyte, .is_trial = is_dry_run<&Asked::press>}),
    repeatable<&Asked::flow, &Answer::mutable_flow, take_in_flow>(
        Asked::kFlow, "flow", Role::Operator,
        {.most_bytes = 8 * mebibyte, .is_trial = is_dry_run<&Asked::flow>}),
    reads<&Asked::flow_list, &Answer::mutable_flow_list, list_flow>(Asked::kFlowList, "flow_list",
                                                                    Role::Agency),
    reads<&Asked::flow_show, &Answer::mutable_flow_show, show_flow>(Asked::kFlowShow, "flow_show",
                                                                    Role::Agency),
    job<&Asked::flow_report, report_flow>(Asked::kFlowReport, "flow_report", Role::Agency,
                                          {.busy = "flow.busy", .most_jobs = 16}),
});

}  // namespace

std::span<const RequestKind> all_requests() {
    return requests;
}

const RequestKind* find_request(v1::Request::BodyCase body) {
    const auto* found = std::ranges::find(requests, body, &RequestKind::body);
    return found == requests.end() ? nullptr : found;
}

}  // namespace dondoc::hub
