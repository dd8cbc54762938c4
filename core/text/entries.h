// SPDX-License-Identifier: Apache-2.0
// The files of the catalogue.
#pragma once

#include <span>

#include "text/catalogue.h"

namespace dondoc::text {

std::span<const Entry> daemon_entries();        // errors.cpp: what the daemon refuses, and why
std::span<const Entry> config_entries();        // config.cpp: what is wrong in a configuration file
std::span<const Entry> calendar_entries();      // calendar.cpp: working calendars, and what is wrong in one
std::span<const Entry> language_entries();      // readings.cpp: reasons of deadlines, problems of rows
std::span<const Entry> plan_entries();          // plan_changes.cpp: plans corrected, amended, withdrawn
std::span<const Entry> delivery_entries();      // delivery.cpp: listeners, limits, the daemon's key
std::span<const Entry> policy_entries();        // policy.cpp: policies, mutes, priority, who has not looked
std::span<const Entry> clock_entries();         // clock.cpp: a clock that is doubted
std::span<const Entry> rehearsal_entries();     // rehearsal.cpp: a plan lived through before it is imported
std::span<const Entry> command_line_entries();  // command_line.cpp: options, usage, help
std::span<const Entry> client_entries();        // client.cpp: what dondoc prints
std::span<const Entry> overview_entries();      // overview.cpp: the status, sorted lists, dondoc top
std::span<const Entry> report_entries();        // report.cpp: reports and scoring tables that are refused
std::span<const Entry> report_page_entries();   // report_pages.cpp: what a report says for itself
std::span<const Entry> life_entries();          // life.cpp: what happens to an assignment, and its history
std::span<const Entry> storage_entries();       // storage.cpp: disks in trouble, backups, restores, checks
std::span<const Entry> succession_entries();    // succession.cpp: agencies renamed, merged, split, dissolved
std::span<const Entry> person_entries();        // persons.cpp: persons, and who is responsible
std::span<const Entry> press_entries();         // pressing.cpp: the office presses by hand
std::span<const Entry> update_entries();        // progress_sheets.cpp: progress by spreadsheet
std::span<const Entry> children_entries();      // children.cpp: tasks that follow their children
std::span<const Entry> term_entries();          // terms.cpp: terms that are not one fixed day
std::span<const Entry> table_entries();   // tables.cpp: files of plans and what is doubtful in their tables
std::span<const Entry> manual_entries();  // manual.cpp: the pages of the manual
std::span<const Entry> day_entries();     // day.cpp: the clerk's day: groups in time, heads, single rows
std::span<const Entry> plan_file_entries();  // plan_files.cpp: what a file holds besides or takes back
std::span<const Entry> setup_entries();      // setup.cpp: dondoc setup, from packages to a daemon that serves
std::span<const Entry> standby_entries();    // standby.cpp: the second machine
std::span<const Entry> monitoring_entries();     // monitoring.cpp: metrics, and whether all is well
std::span<const Entry> plan_language_entries();  // plan_language.cpp: running text, doubtful phrases
std::span<const Entry> recovery_entries();       // recovery.cpp: keys that are lost, restores refused
std::span<const Entry> key_entries();            // keys.cpp: keys that dondoc makes and hands out
std::span<const Entry> reached_entries();        // reaching.cpp: persons reached by channels, who has looked
std::span<const Entry> letter_entries();         // letters.cpp: mails and other messages to persons
std::span<const Entry> gateway_entries();        // gateway.cpp: programs that speak for persons, dondoc-web
std::span<const Entry> sign_in_entries();        // sign_in.cpp: pages around signing in
std::span<const Entry> web_frame_entries();      // web_frame.cpp: dondoc-web, around each page
std::span<const Entry> web_office_entries();     // web_office.cpp: dondoc-web, for the office and operators
std::span<const Entry> web_site_entries();       // web_site.cpp: dondoc-web, its other pages
std::span<const Entry> web_work_entries();       // web_work.cpp: dondoc-web, where work is done
std::span<const Entry> web_sheet_entries();      // web_sheets.cpp: dondoc-web, lists and sheets from files
std::span<const Entry> system_entries();         // system.cpp: what the system and the TOML reader say

std::span<const Entry> task_import_entries();  // task_imports.cpp: tasks of other systems
std::span<const Entry> edxml_entries();        // edxml.cpp: documents of the axis and what they propose
std::span<const Entry> form_entries();         // forms.cpp: forms that are filled in, and checked
std::span<const Entry> web_form_entries();     // web_forms.cpp: pages of forms and self-scorings
std::span<const Entry> web_flow_entries();     // web_flow.cpp: the page of dossiers
std::span<const Entry> scoring_entries();      // scoring.cpp: self-scorings
std::span<const Entry> reconcile_entries();    // reconciling.cpp: lists of other systems beside what is here
std::span<const Entry> flow_entries();         // flow.cpp: dossiers with a term
std::span<const Entry> site_entries();         // sites.cpp: many sites in one view

}  // namespace dondoc::text
