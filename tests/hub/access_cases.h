// SPDX-License-Identifier: Apache-2.0
// Every request, by every way in which it can name what it is about.
#pragma once

#include <functional>
#include <vector>

#include "access_world.h"

namespace dondoc::test {

struct AccessCase {
    const char* request;
    const char* by;  // what it names; empty: it is about nothing in particular
    std::function<void(v1::Request&, const Subject&)> ask;
};

inline std::vector<AccessCase> access_cases() {
    using R = v1::Request&;
    using S = const Subject&;
    using Change = v1::AssignmentChangeRequest;
    return {
        {"status", "agency", [](R r, S s) { r.mutable_status()->set_agency(s.agency); }},
        {"status", "document", [](R r, S s) { r.mutable_status()->set_document(s.document); }},
        {"task_list", "agency", [](R r, S s) { r.mutable_task_list()->set_agency(s.agency); }},
        {"task_list", "document", [](R r, S s) { r.mutable_task_list()->set_document(s.document); }},
        {"task_list", "parent", [](R r, S s) { r.mutable_task_list()->set_under(s.task); }},
        {"task_list", "role",
         [](R r, S s) {
             r.mutable_task_list()->set_agency(s.agency);
             r.mutable_task_list()->set_role("cooperating");
         }},
        {"task_list", "", [](R r, S) { r.mutable_task_list(); }},
        {"task_list", "no agency", [](R r, S) { r.mutable_task_list()->set_unassigned(true); }},
        {"task_show", "task", [](R r, S s) { r.mutable_task_show()->set_task(s.task); }},
        {"log", "agency", [](R r, S s) { r.mutable_log()->set_agency(s.agency); }},
        {"log", "document", [](R r, S s) { r.mutable_log()->set_document(s.document); }},
        {"log", "task", [](R r, S s) { r.mutable_log()->set_task(s.task); }},
        {"log", "assignment", [](R r, S s) { r.mutable_log()->set_assignment(s.assignment); }},
        {"agency_list", "", [](R r, S) { r.mutable_agency_list(); }},
        {"agency_show", "agency", [](R r, S s) { r.mutable_agency_show()->set_code(s.agency); }},
        {"clock_show", "", [](R r, S) { r.mutable_clock_show(); }},
        {"policy_show", "", [](R r, S) { r.mutable_policy_show(); }},
        {"assignment_change", "assignment, to comment",
         [](R r, S s) {
             r.mutable_assignment_change()->set_assignment(s.assignment);
             r.mutable_assignment_change()->set_action(Change::comment);
             r.mutable_assignment_change()->set_note("ý kiến");
         }},
        {"assignment_change", "assignment, to report",
         [](R r, S s) {
             r.mutable_assignment_change()->set_assignment(s.assignment);
             r.mutable_assignment_change()->set_action(Change::report);
             r.mutable_assignment_change()->set_date("2023-05-15");
         }},
        {"assignment_change", "assignment, to take it back",
         [](R r, S s) {
             r.mutable_assignment_change()->set_assignment(s.assignment);
             r.mutable_assignment_change()->set_action(Change::cancel);
             r.mutable_assignment_change()->set_note("lý do");
         }},
        {"assignment_change", "task and agency, to comment",
         [](R r, S s) {
             r.mutable_assignment_change()->set_task(s.task);
             r.mutable_assignment_change()->set_agency(s.agency);
             r.mutable_assignment_change()->set_action(Change::comment);
             r.mutable_assignment_change()->set_note("ý kiến");
         }},
        {"assignment_batch", "assignment, to comment",
         [](R r, S s) {
             auto& change = *r.mutable_assignment_batch()->add_changes();
             change.set_assignment(s.assignment);
             change.set_action(Change::comment);
             change.set_note("ý kiến");
         }},
        {"row_edit", "task",
         [](R r, S s) {
             r.mutable_row_edit()->set_task(s.task);
             r.mutable_row_edit()->set_requirement("yêu cầu khác");
             r.mutable_row_edit()->set_reason("lý do");
             r.mutable_row_edit()->set_decided_by("9/QĐ-UBND");
         }},
        {"document_show", "document", [](R r, S s) { r.mutable_document_show()->set_document(s.document); }},
        {"task_find", "document",
         [](R r, S s) {
             r.mutable_task_find()->set_document(s.document);
             r.mutable_task_find()->set_number("1");
         }},
        {"assignment_history", "agency",
         [](R r, S s) { r.mutable_assignment_history()->set_agency(s.agency); }},
        {"assignment_history", "document",
         [](R r, S s) { r.mutable_assignment_history()->set_document(s.document); }},
        {"assignment_history", "task", [](R r, S s) { r.mutable_assignment_history()->set_task(s.task); }},
        {"assignment_history", "assignment",
         [](R r, S s) { r.mutable_assignment_history()->set_assignment(s.assignment); }},
        {"assignment_review", "assignment",
         [](R r, S s) {
             r.mutable_assignment_review()->set_assignment(s.assignment);
             r.mutable_assignment_review()->set_note("đã xem");
         }},
        {"review_list", "agency", [](R r, S s) { r.mutable_review_list()->set_agency(s.agency); }},
        {"consumer_list", "agency", [](R r, S s) { r.mutable_consumer_list()->set_agency(s.agency); }},
        {"report", "agency",
         [](R r, S s) {
             r.mutable_report()->set_kind(v1::ReportKind::agency);
             r.mutable_report()->set_agency(s.agency);
         }},
        {"report", "document, of the own agency",
         [](R r, S s) {
             r.mutable_report()->set_kind(v1::ReportKind::agency);
             r.mutable_report()->set_agency("SNV");
             r.mutable_report()->set_document(s.document);
         }},
        {"report", "document, as a plan",
         [](R r, S s) {
             r.mutable_report()->set_kind(v1::ReportKind::plan);
             r.mutable_report()->set_document(s.document);
         }},
        {"report", "",
         [](R r, S) {
             r.mutable_report()->set_kind(v1::ReportKind::government);
             r.mutable_report()->set_all_levels(true);
         }},
        {"document_list", "", [](R r, S) { r.mutable_document_list(); }},
        {"mute_list", "", [](R r, S) { r.mutable_mute_list(); }},
        {"unseen_list", "", [](R r, S) { r.mutable_unseen_list(); }},
        {"task_under", "parent",
         [](R r, S s) {
             r.mutable_task_under()->set_parent(s.task);
             r.mutable_task_under()->add_children(2);
             r.mutable_task_under()->set_reason("lý do");
         }},
        {"rehearse", "document",
         [](R r, S s) { r.mutable_rehearse()->mutable_document()->set_number(s.document); }},
        {"policy_diff", "", [](R r, S) { r.mutable_policy_diff()->set_config(""); }},
        {"mute_add", "assignment",
         [](R r, S s) {
             r.mutable_mute_add()->set_assignment(s.assignment);
             r.mutable_mute_add()->set_until("2023-06-01");
             r.mutable_mute_add()->set_reason("lý do");
         }},
        {"mute_add", "task",
         [](R r, S s) {
             r.mutable_mute_add()->set_task(s.task);
             r.mutable_mute_add()->set_until("2023-06-01");
             r.mutable_mute_add()->set_reason("lý do");
         }},
        {"mute_add", "document",
         [](R r, S s) {
             r.mutable_mute_add()->set_document(s.document);
             r.mutable_mute_add()->set_until("2023-06-01");
             r.mutable_mute_add()->set_reason("lý do");
         }},
        {"mute_add", "agency",
         [](R r, S s) {
             r.mutable_mute_add()->set_agency(s.agency);
             r.mutable_mute_add()->set_until("2023-06-01");
             r.mutable_mute_add()->set_reason("lý do");
         }},
        {"mute_end", "",
         [](R r, S) {
             r.mutable_mute_end()->set_mute(1);
             r.mutable_mute_end()->set_reason("lý do");
         }},
        {"task_priority", "task",
         [](R r, S s) {
             r.mutable_task_priority()->set_task(s.task);
             r.mutable_task_priority()->set_priority("urgent");
             r.mutable_task_priority()->set_reason("lý do");
         }},
        {"task_event", "task",
         [](R r, S s) {
             r.mutable_task_event()->set_task(s.task);
             r.mutable_task_event()->set_happened("2023-05-15");
         }},
        {"task_term", "task",
         [](R r, S s) {
             r.mutable_task_term()->set_task(s.task);
             r.mutable_task_term()->set_due("2023-12-15");
             r.mutable_task_term()->set_reason("lý do");
         }},
        {"plan_import", "",
         [](R r, S) {
             auto& plan = *r.mutable_plan_import();
             plan.mutable_document()->set_number("77/KH-UBND");
             plan.mutable_document()->set_issued("2023-05-14");
             plan.mutable_document()->set_level("province");
             plan.add_rows()->set_title("Việc mới");
         }},
        {"task_import", "",
         [](R r, S) {
             auto& import = *r.mutable_task_import();
             import.set_source("theo-doi");
             import.set_dry_run(true);
             auto& task = *import.add_tasks();
             task.set_id("1");
             task.mutable_document()->set_number("78/KH-UBND");
             task.mutable_document()->set_issued("2023-05-14");
             task.mutable_document()->set_level("province");
             task.mutable_row()->set_title("Việc của hệ thống khác");
         }},
        {"plan_withdraw", "document",
         [](R r, S s) {
             r.mutable_plan_withdraw()->set_document(s.document);
             r.mutable_plan_withdraw()->set_reason("lý do");
             r.mutable_plan_withdraw()->set_dry_run(true);
         }},
        {"agency_import", "",
         [](R r, S) {
             auto& agency = *r.mutable_agency_import()->add_agencies();
             agency.set_code("SYT");
             agency.set_name("Sở Y tế");
             agency.set_level("province");
         }},
        {"agency_succeed", "agency",
         [](R r, S s) {
             auto& succession = *r.mutable_agency_succeed()->add_successions();
             succession.set_kind(v1::Succession::merge);
             succession.set_day("2023-05-16");
             succession.set_document("2/NQ-HĐND");
             succession.add_from(s.agency);
             succession.add_to("VP");
             r.mutable_agency_succeed()->set_dry_run(true);
         }},
        {"check", "", [](R r, S) { r.mutable_check(); }},
        {"consumer_forget", "agency",
         [](R r, S s) {
             r.mutable_consumer_forget()->set_agency(s.agency);
             r.mutable_consumer_forget()->set_name("một máy");
         }},
        {"backup", "", [](R r, S) { r.mutable_backup(); }},
        {"clock_advance", "",
         [](R r, S) {
             r.mutable_clock_advance()->mutable_to()->set_seconds(
                 at("2023-05-17T08:00").time_since_epoch().count());
         }},
        {"clock_confirm", "", [](R r, S) { r.mutable_clock_confirm(); }},
        {"key_grant", "agency",
         [](R r, S s) {
             r.mutable_key_grant()->set_public_key(std::string(40, 'z'));
             r.mutable_key_grant()->set_role(v1::Role::agency);
             r.mutable_key_grant()->set_agency(s.agency);
         }},
        {"key_revoke", "", [](R r, S) { r.mutable_key_revoke()->set_public_key("so-noi-vu"); }},
        {"key_list", "", [](R r, S) { r.mutable_key_list(); }},
        {"person_add", "agency",
         [](R r, S s) {
             r.mutable_person_add()->mutable_entry()->set_agency(s.agency);
             r.mutable_person_add()->mutable_entry()->mutable_edit()->set_name("Người Mới");
         }},
        {"person_change", "person",
         [](R r, S s) {
             r.mutable_person_change()->set_person(s.person);
             r.mutable_person_change()->mutable_edit()->set_position("Trưởng phòng");
         }},
        {"person_change", "person, by name",
         [](R r, S s) {
             r.mutable_person_change()->set_person(s.person_name);
             r.mutable_person_change()->mutable_edit()->set_position("Trưởng phòng");
         }},
        {"person_change", "agency to go to",
         [](R r, S s) {
             r.mutable_person_change()->set_person(AccessWorld::colleague);
             r.mutable_person_change()->set_agency(s.agency);
         }},
        {"person_change", "deputy",
         [](R r, S s) {
             r.mutable_person_change()->set_person(AccessWorld::colleague);
             r.mutable_person_change()->set_deputy(s.person);
             r.mutable_person_change()->set_deputy_to("2023-06-30");
         }},
        {"person_remove", "person",
         [](R r, S s) {
             r.mutable_person_remove()->set_person(s.person);
             r.mutable_person_remove()->set_reason("lý do");
         }},
        {"person_remove", "person who takes over",
         [](R r, S s) {
             r.mutable_person_remove()->set_person(AccessWorld::colleague);
             r.mutable_person_remove()->set_hand_over(s.person);
             r.mutable_person_remove()->set_reason("lý do");
         }},
        {"person_list", "agency", [](R r, S s) { r.mutable_person_list()->set_agency(s.agency); }},
        {"person_list", "",
         [](R r, S) {
             r.mutable_person_list()->set_text("người");
             r.mutable_person_list()->set_removed(true);
         }},
        {"person_list", "no agency", [](R r, S) { r.mutable_person_list()->set_office(true); }},
        {"person_show", "person", [](R r, S s) { r.mutable_person_show()->set_person(s.person); }},
        {"person_show", "person, by name",
         [](R r, S s) { r.mutable_person_show()->set_person(s.person_name); }},
        {"person_invite", "person", [](R r, S s) { r.mutable_person_invite()->set_person(s.person); }},
        {"person_invite", "person, by name",
         [](R r, S s) { r.mutable_person_invite()->set_person(s.person_name); }},
        {"invitation_take", "",
         [](R r, S) { r.mutable_invitation_take()->set_token("một thư mời không có"); }},
        {"sign_in_link", "person", [](R r, S s) { r.mutable_sign_in_link()->set_person(s.person); }},
        {"person_import", "agency",
         [](R r, S s) {
             auto& entry = *r.mutable_person_import()->add_entries();
             entry.set_agency(s.agency);
             entry.mutable_edit()->set_name("Người Mới");
         }},
        {"person_import", "agency and name, on trial",
         [](R r, S s) {
             auto& entry = *r.mutable_person_import()->add_entries();
             entry.set_agency(s.agency);
             entry.mutable_edit()->set_name(s.person_name);
             entry.mutable_edit()->set_position("Trưởng phòng");
             r.mutable_person_import()->set_dry_run(true);
         }},
        {"assignment_responsible", "assignment",
         [](R r, S s) {
             r.mutable_assignment_responsible()->set_assignment(s.assignment);
             r.mutable_assignment_responsible()->set_person("1");
         }},
        {"assignment_responsible", "person, of the own assignment",
         [](R r, S s) {
             r.mutable_assignment_responsible()->set_assignment(1);
             r.mutable_assignment_responsible()->set_person(s.person);
         }},
        {"assignment_update", "assignment, to comment",
         [](R r, S s) {
             auto& row = *r.mutable_assignment_update()->add_rows();
             row.set_assignment(s.assignment);
             row.set_revision(s.revision);
             row.add_changes()->set_action(Change::comment);
             row.mutable_changes(0)->set_note("ý kiến");
         }},
        {"assignment_update", "assignment, on trial",
         [](R r, S s) {
             auto& row = *r.mutable_assignment_update()->add_rows();
             row.set_assignment(s.assignment);
             row.set_revision(s.revision);
             row.add_changes()->set_action(Change::comment);
             row.mutable_changes(0)->set_note("ý kiến");
             r.mutable_assignment_update()->set_dry_run(true);
         }},
        {"assignment_update", "assignment that was changed meanwhile, on trial",
         [](R r, S s) {
             r.mutable_assignment_update()->add_rows()->set_assignment(s.assignment);
             r.mutable_assignment_update()->set_dry_run(true);
         }},
        {"press", "assignment",
         [](R r, S s) {
             r.mutable_press()->add_assignments(s.assignment);
             r.mutable_press()->set_way("phone");
         }},
        {"press", "document",
         [](R r, S s) {
             r.mutable_press()->set_document(s.document);
             r.mutable_press()->set_way("phone");
         }},
        {"press", "agency",
         [](R r, S s) {
             r.mutable_press()->set_agency(s.agency);
             r.mutable_press()->set_overdue(true);
             r.mutable_press()->set_way("phone");
         }},
        {"flow", "",
         [](R r, S) {
             auto& flow = *r.mutable_flow();
             flow.set_source("mot-cua");
             auto& item = *flow.add_items();
             item.set_id("HS-99");
             item.set_procedure("TT-SNV");
             item.set_office("SNV");
             item.set_received("2023-05-16T08:00");
             item.set_state(v1::FlowState::received);
         }},
        {"flow_list", "agency", [](R r, S s) { r.mutable_flow_list()->set_agency(s.agency); }},
        {"flow_list", "", [](R r, S) { r.mutable_flow_list(); }},
        {"flow_show", "dossier", [](R r, S s) { r.mutable_flow_show()->set_id("HS-" + s.agency); }},
        {"flow_report", "agency",
         [](R r, S s) {
             r.mutable_flow_report()->set_from("2023-05-01");
             r.mutable_flow_report()->set_agency(s.agency);
             r.mutable_flow_report()->set_by_procedure(true);
         }},
        {"delivery_report", "person",
         [](R r, S s) {
             auto& delivery = *r.mutable_delivery_report()->add_deliveries();
             delivery.set_event(1);
             delivery.set_person(std::stoull(s.person));
             delivery.set_channel("mail");
             delivery.set_state(v1::Delivery::sent);
         }},
        {"delivery_list", "agency", [](R r, S s) { r.mutable_delivery_list()->set_agency(s.agency); }},
        {"delivery_list", "person", [](R r, S s) { r.mutable_delivery_list()->set_person(s.person); }},
        {"delivery_change", "person",
         [](R r, S s) {
             r.mutable_delivery_change()->set_person(s.person);
             r.mutable_delivery_change()->set_wish("retry");
         }},
        {"contact_test", "person", [](R r, S s) { r.mutable_contact_test()->set_person(s.person); }},
        {"contact_test_show", "test", [](R r, S s) { r.mutable_contact_test_show()->add_tests(s.task); }},
        {"event_seen", "event", [](R r, S s) { r.mutable_event_seen()->add_events(s.event); }},
        {"event_seen", "agency",
         [](R r, S s) {
             r.mutable_event_seen()->set_agency(s.agency);
             r.mutable_event_seen()->set_number(1);
         }},
        {"event_seen", "person",
         [](R r, S s) {
             r.mutable_event_seen()->set_number(1);
             r.mutable_event_seen()->set_person(s.person);
         }},
    };
}

}  // namespace dondoc::test
