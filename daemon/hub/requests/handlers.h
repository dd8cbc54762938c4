// SPDX-License-Identifier: Apache-2.0
// What each request does. See requests.cpp for who may make it.
#pragma once

#include <memory>

#include "hub/requests/call.h"
#include "hub/requests/job.h"

namespace dondoc::hub {

// handlers_tasks.cpp
void show_status(Call&, const v1::StatusRequest&, v1::StatusReply&);
void show_task(Call&, const v1::TaskShowRequest&, v1::TaskShowReply&);

// handlers_lists.cpp
void list_tasks(Call&, const v1::TaskListRequest&, v1::TaskListReply&);

// handlers_log.cpp
void show_log(Call&, const v1::LogRequest&, v1::LogReply&);

// handlers_plans.cpp
void list_agencies(Call&, const v1::AgencyListRequest&, v1::AgencyListReply&);
void list_documents(Call&, const v1::DocumentListRequest&, v1::DocumentListReply&);
void import_plan(Call&, const v1::PlanImportRequest&, v1::PlanImportReply&);
void withdraw_plan(Call&, const v1::PlanWithdrawRequest&, v1::PlanWithdrawReply&);
void import_agencies(Call&, const v1::AgencyImportRequest&, v1::AgencyImportReply&);

// clock.cpp
void show_clock(Call&, const v1::ClockShowRequest&, v1::ClockReply&);
void confirm_clock(Call&, const v1::ClockConfirmRequest&, v1::ClockReply&);

// handlers_life.cpp
void change_assignment(Call&, const v1::AssignmentChangeRequest&, v1::AssignmentChangeReply&);
void show_assignment_history(Call&, const v1::AssignmentHistoryRequest&, v1::AssignmentHistoryReply&);

// handlers_policy.cpp
void show_policy(Call&, const v1::PolicyShowRequest&, v1::PolicyShowReply&);
void list_mutes(Call&, const v1::MuteListRequest&, v1::MuteListReply&);
void list_unseen(Call&, const v1::UnseenListRequest&, v1::UnseenListReply&);
void add_mute(Call&, const v1::MuteAddRequest&, v1::MuteReply&);
void end_mute(Call&, const v1::MuteEndRequest&, v1::MuteReply&);
void change_priority(Call&, const v1::TaskPriorityRequest&, v1::TaskPriorityReply&);

// policy_diff.cpp
std::unique_ptr<Job> compare_policies(Call&, const v1::PolicyDiffRequest&);

// handlers_terms.cpp
void record_task_event(Call&, const v1::TaskEventRequest&, v1::TaskTermReply&);
void set_task_term(Call&, const v1::TaskTermRequest&, v1::TaskTermReply&);
void review_assignment(Call&, const v1::AssignmentReviewRequest&, v1::AssignmentReviewReply&);
void list_reviews(Call&, const v1::ReviewListRequest&, v1::ReviewListReply&);

// handlers_children.cpp
void change_parent(Call&, const v1::TaskUnderRequest&, v1::TaskUnderReply&);

// handlers_succession.cpp
void succeed_agencies(Call&, const v1::AgencySucceedRequest&, v1::AgencySucceedReply&);
void show_agency(Call&, const v1::AgencyShowRequest&, v1::AgencyShowReply&);

// jobs.cpp
std::unique_ptr<Job> advance_clock(Call&, const v1::ClockAdvanceRequest&);
std::unique_ptr<Job> rehearse(Call&, const v1::RehearseRequest&);

// report.cpp
std::unique_ptr<Job> make_report(Call&, const v1::ReportRequest&);

// storage_jobs.cpp
std::unique_ptr<Job> back_up(Call&, const v1::BackupRequest&);
std::unique_ptr<Job> check_data(Call&, const v1::CheckRequest&);

// handlers_office.cpp
void grant_key(Call&, const v1::KeyGrantRequest&, v1::KeyGrantReply&);
void revoke_key(Call&, const v1::KeyRevokeRequest&, v1::KeyRevokeReply&);
void list_keys(Call&, const v1::KeyListRequest&, v1::KeyListReply&);

// handlers_delivery.cpp
void list_consumers(Call&, const v1::ConsumerListRequest&, v1::ConsumerListReply&);
void forget_consumer(Call&, const v1::ConsumerForgetRequest&, v1::ConsumerForgetReply&);

// handlers_deliveries.cpp
void report_deliveries(Call&, const v1::DeliveryReportRequest&, v1::DeliveryReportReply&);
void list_deliveries(Call&, const v1::DeliveryListRequest&, v1::DeliveryListReply&);
void change_deliveries(Call&, const v1::DeliveryChangeRequest&, v1::DeliveryChangeReply&);
void test_contact(Call&, const v1::ContactTestRequest&, v1::ContactTestReply&);
void show_contact_tests(Call&, const v1::ContactTestShowRequest&, v1::ContactTestReply&);
void see_events(Call&, const v1::EventSeenRequest&, v1::EventSeenReply&);

// handlers_batch.cpp
void change_assignments(Call&, const v1::AssignmentBatchRequest&, v1::AssignmentBatchReply&);

// handlers_rows.cpp
void edit_row(Call&, const v1::RowEditRequest&, v1::RowEditReply&);
void show_document(Call&, const v1::DocumentShowRequest&, v1::DocumentShowReply&);
void find_tasks(Call&, const v1::TaskFindRequest&, v1::TaskFindReply&);

// handlers_import.cpp
void import_tasks(Call&, const v1::TaskImportRequest&, v1::TaskImportReply&);

// handlers_flow.cpp
void take_in_flow(Call&, const v1::FlowRequest&, v1::FlowReply&);
void list_flow(Call&, const v1::FlowListRequest&, v1::FlowListReply&);
void show_flow(Call&, const v1::FlowShowRequest&, v1::FlowShowReply&);

// flow_report.cpp
std::unique_ptr<Job> report_flow(Call&, const v1::FlowReportRequest&);

// handlers_persons.cpp
void add_person(Call&, const v1::PersonAddRequest&, v1::PersonReply&);
void change_person(Call&, const v1::PersonChangeRequest&, v1::PersonReply&);
void remove_person(Call&, const v1::PersonRemoveRequest&, v1::PersonReply&);
void list_persons(Call&, const v1::PersonListRequest&, v1::PersonListReply&);
void show_person(Call&, const v1::PersonShowRequest&, v1::PersonShowReply&);
void import_persons(Call&, const v1::PersonImportRequest&, v1::PersonImportReply&);
void name_responsible(Call&, const v1::AssignmentResponsibleRequest&, v1::AssignmentResponsibleReply&);

// handlers_gateway.cpp
void invite_person(Call&, const v1::PersonInviteRequest&, v1::PersonInviteReply&);
void take_invitation(Call&, const v1::InvitationTakeRequest&, v1::InvitationTakeReply&);
void send_sign_in_link(Call&, const v1::SignInLinkRequest&, v1::SignInLinkReply&);

// handlers_update.cpp
void update_assignments(Call&, const v1::AssignmentUpdateRequest&, v1::AssignmentUpdateReply&);

// handlers_pressing.cpp
void press(Call&, const v1::PressRequest&, v1::PressReply&);

void add_storage_state(const Call&, v1::StatusReply&);  // for keys that see everything

}  // namespace dondoc::hub
