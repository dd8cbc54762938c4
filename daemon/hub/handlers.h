// What each request does. See requests.cpp for who may make it.
#pragma once

#include "hub/requests.h"

namespace dondoc::hub {

void show_status(Call&, const v1::Request&, v1::Reply&);
void list_tasks(Call&, const v1::Request&, v1::Reply&);  // handlers_lists.cpp
void show_task(Call&, const v1::Request&, v1::Reply&);
void change_assignment(Call&, const v1::Request&, v1::Reply&);
void show_assignment_history(Call&, const v1::Request&, v1::Reply&);
void change_assignments(Call&, const v1::Request&, v1::Reply&);  // handlers_batch.cpp
void edit_row(Call&, const v1::Request&, v1::Reply&);            // handlers_rows.cpp, likewise the next two
void show_document(Call&, const v1::Request&, v1::Reply&);
void find_tasks(Call&, const v1::Request&, v1::Reply&);
void import_plan(Call&, const v1::Request&, v1::Reply&);
void withdraw_plan(Call&, const v1::Request&, v1::Reply&);
void list_documents(Call&, const v1::Request&, v1::Reply&);
void import_agencies(Call&, const v1::Request&, v1::Reply&);
void list_agencies(Call&, const v1::Request&, v1::Reply&);
void show_clock(Call&, const v1::Request&, v1::Reply&);     // clock.cpp
void confirm_clock(Call&, const v1::Request&, v1::Reply&);  // clock.cpp
void show_agency(Call&, const v1::Request&, v1::Reply&);
void succeed_agencies(Call&, const v1::Request&, v1::Reply&);
void grant_key(Call&, const v1::Request&, v1::Reply&);
void revoke_key(Call&, const v1::Request&, v1::Reply&);
void list_keys(Call&, const v1::Request&, v1::Reply&);
void show_log(Call&, const v1::Request&, v1::Reply&);  // handlers_log.cpp
void show_policy(Call&, const v1::Request&, v1::Reply&);
void add_mute(Call&, const v1::Request&, v1::Reply&);
void end_mute(Call&, const v1::Request&, v1::Reply&);
void list_mutes(Call&, const v1::Request&, v1::Reply&);
void change_priority(Call&, const v1::Request&, v1::Reply&);
void list_unseen(Call&, const v1::Request&, v1::Reply&);
void list_consumers(Call&, const v1::Request&, v1::Reply&);   // handlers_delivery.cpp
void forget_consumer(Call&, const v1::Request&, v1::Reply&);  // handlers_delivery.cpp
void record_task_event(Call&, const v1::Request&, v1::Reply&);
void set_task_term(Call&, const v1::Request&, v1::Reply&);
void review_assignment(Call&, const v1::Request&, v1::Reply&);
void change_parent(Call&, const v1::Request&, v1::Reply&);  // handlers_children.cpp
void list_reviews(Call&, const v1::Request&, v1::Reply&);

void add_person(Call&, const v1::Request&, v1::Reply&);  // handlers_persons.cpp, likewise the next
void change_person(Call&, const v1::Request&, v1::Reply&);
void remove_person(Call&, const v1::Request&, v1::Reply&);
void list_persons(Call&, const v1::Request&, v1::Reply&);
void show_person(Call&, const v1::Request&, v1::Reply&);
void import_persons(Call&, const v1::Request&, v1::Reply&);
void name_responsible(Call&, const v1::Request&, v1::Reply&);
void update_assignments(Call&, const v1::Request&, v1::Reply&);  // handlers_update.cpp
void press(Call&, const v1::Request&, v1::Reply&);               // handlers_pressing.cpp

std::unique_ptr<Job> advance_clock(Call&, const v1::Request&);
std::unique_ptr<Job> rehearse(Call&, const v1::Request&);
std::unique_ptr<Job> compare_policies(Call&, const v1::Request&);  // policy_diff.cpp
std::unique_ptr<Job> make_report(Call&, const v1::Request&);       // report.cpp
std::unique_ptr<Job> back_up(Call&, const v1::Request&);           // storage_jobs.cpp
std::unique_ptr<Job> check_data(Call&, const v1::Request&);
void add_storage_state(const Call&, v1::StatusReply&);  // for keys that see everything

}  // namespace dondoc::hub
