// SPDX-License-Identifier: GPL-3.0-or-later
#include "web_pages/all_pages.h"

#include <utility>

#include "web/pages/agency_pages.h"
#include "web/pages/calendar_page.h"
#include "web/pages/document_pages.h"
#include "web/pages/flow_pages.h"
#include "web/pages/intake_page.h"
#include "web/pages/log_page.h"
#include "web/pages/mine.h"
#include "web/pages/new_task.h"
#include "web/pages/office_forms.h"
#include "web/pages/overview.h"
#include "web/pages/report_pages.h"
#include "web/pages/sheet_pages.h"
#include "web/pages/sites_page.h"
#include "web/pages/system_page.h"
#include "web/pages/task_list.h"
#include "web/pages/task_page.h"
#include "web/pages/waiting.h"
#include "web_pages/filled.h"

namespace dondoc::web::pages {
namespace {

const std::string text{hostile_text};

View hostile_view(View::Role role, text::Lang lang) {
    View view;
    view.lang = lang;
    view.role = role;
    view.name = view.agency = view.agency_name = view.site = text;
    view.seal = {text, text};
    view.here = "/nhiem-vu?tim=%3Cscript%3E";
    view.today = civil(2026, 11, 28);
    return view;
}

Fields hostile_fields() {
    Fields fields;
    for (const auto* name : {"tim",   "co-quan",    "van-ban", "cap",    "tu-ngay",  "den-ngay",  "phu-trach",
                             "xep",   "trang-thai", "number",  "date",   "note",     "due",       "decision",
                             "to",    "reason",     "title",   "lead",   "document", "name",      "position",
                             "email", "evidence",   "percent", "person", "loai",     "bang-diem", "so-ngay"})
        fields.add(name, text);
    return fields;
}

v1::TaskListReply rows() {
    auto list = filled<v1::TaskListReply>();
    for (const auto state : {v1::Workflow::assigned, v1::Workflow::received, v1::Workflow::in_progress,
                             v1::Workflow::reported, v1::Workflow::returned}) {
        auto& row = *list.add_rows() = list.rows(0);
        row.set_state(state);
        row.set_timeliness(v1::Timeliness::overdue);
        row.clear_days_waiting();
        row.set_due("2026-11-30");
        row.set_assignment(1000 + static_cast<std::uint64_t>(state));
    }
    return list;
}

void add_ratios(v1::ReportCounts& counts) {
    counts.clear_ratios();
    for (const auto* name : {"completion", "on_time", "overdue", "completion_assigned", "on_time_assigned"}) {
        auto& ratio = *counts.add_ratios();
        ratio.set_name(name);
        ratio.set_numerator(3);
        ratio.set_denominator(4);
        ratio.set_percent("75.00");
    }
}

void add_points(v1::CriterionScore& score) {
    score.set_points("1.2750");
    score.set_share("85.00");
}

// What is a figure or a day is one: the daemon sends no others.
v1::Report report_of(v1::ReportKind::Kind kind) {
    auto report = filled<v1::Report>();
    report.mutable_asked()->set_kind(kind);
    report.mutable_asked()->set_by("on_time");
    const auto mend = [](v1::ReportPart& part) {
        add_ratios(*part.mutable_figures()->mutable_current());
        add_ratios(*part.mutable_figures()->mutable_original());
        add_points(*part.mutable_score());
    };
    add_ratios(*report.mutable_total()->mutable_current());
    add_ratios(*report.mutable_total()->mutable_original());
    for (auto* parts : {report.mutable_agencies(), report.mutable_sections(), report.mutable_documents()})
        for (auto& part : *parts) mend(part);
    for (auto& row : *report.mutable_rows())
        for (auto* day : {row.mutable_due(), row.mutable_original_due(), row.mutable_completed_on(),
                          row.mutable_updated(), row.mutable_pressed_on()})
            *day = "2026-11-28";
    add_points(*report.mutable_score());
    auto& rule = *report.mutable_criterion();
    for (auto* decimal : {rule.mutable_max(), rule.mutable_on_time(), rule.mutable_late(),
                          rule.mutable_overdue(), rule.mutable_floor_percent()})
        *decimal = "1.5";
    return report;
}

v1::SitesReport sites_of(v1::Report figures) {
    auto report = filled<v1::SitesReport>();
    *report.mutable_report() = std::move(figures);
    return report;
}

ReportForm hostile_form() {
    ReportForm form{text, text, {}};
    for (const auto quantity : {FormItem::Quantity::Heading, FormItem::Quantity::Assigned,
                                FormItem::Quantity::DossiersDone, FormItem::Quantity::ByHand}) {
        FormItem item;
        item.id = item.number = std::to_string(form.items.size()) + text;
        item.name = item.unit = item.source = text;
        item.quantity = quantity;
        item.scope = FormItem::Scope::Plan;
        form.items.push_back(item);
    }
    return form;
}

ScoringTable hostile_scoring() {
    ScoredCriterion criterion;
    criterion.number = criterion.section = criterion.name = criterion.table = criterion.note = text;
    criterion.max = 15'000;
    return {text, text, 2025, {criterion}};
}

void add_forms(const View& view, const Fields& written, std::vector<MadePage>& pages) {
    const auto form = hostile_form();
    const auto table = hostile_scoring();
    report::FormFigures figures;
    figures.reports[FormItem::Scope::Plan] = report_of(v1::ReportKind::plan);
    const auto filled_form =
        report::form_page(form, report::fill_form(form, figures, view.lang), figures, view.lang);
    report::ScoredPart part{filled<v1::AssignmentRow>(), text, {{text, report::Evidence::State::Missing}}};
    part.row.set_due("2026-11-28");
    const report::SelfScoring scoring{&table, {{&table.criteria[0], {part}, 12'750}}, text, text, text,
                                      {text}};
    const auto scored = report::scoring_page(scoring, view.lang);
    const Choices documents{{text, text}};
    const std::vector<plan::FigureFinding> findings{{text, {"figures.form.not_number", {text}}}};
    pages.push_back(
        {"form", office_form_page(view, {text, form, FormQuery::of(written), &filled_form, {}, documents}),
         true});
    pages.push_back({"form, refused", office_form_page(view, {text, form, {}, nullptr, text, documents})});
    pages.push_back({"form, checked", form_check_page(view, {text, form, text, findings})});
    pages.push_back({"form, unreadable", form_check_page(view, {text, form, text, {}, text})});
    pages.push_back(
        {"self-scoring",
         self_scoring_page(view, {text, table, ScoringQuery::of(written), &scored, {}, documents}), true});
    pages.push_back(
        {"self-scoring, begun", self_scoring_page(view, {text, table, {}, nullptr, text, documents})});
}

}  // namespace

std::vector<MadePage> all_pages(View::Role role, text::Lang lang) {
    const auto view = hostile_view(role, lang);
    const auto written = hostile_fields();
    const auto list = rows();
    const auto status = filled<v1::StatusReply>();
    const std::vector<v1::Person> persons{filled<v1::Person>()};
    auto task = filled<v1::TaskShowReply>();
    *task.mutable_assignments() = list.rows();
    const Attempt attempt{list.rows(2).assignment(), "report", &written, text};
    const std::vector<DueWeek> weeks{{civil(2026, 11, 23), civil(2026, 11, 29), 3},
                                     {civil(2026, 11, 30), civil(2026, 12, 6), 0, false}};
    const auto report = report_of(v1::ReportKind::government);
    const auto person_list = filled<v1::PersonListReply>();
    const auto agencies = filled<v1::AgencyListReply>();
    const auto documents = filled<v1::DocumentListReply>();
    const auto mutes = filled<v1::MuteListReply>();
    const auto shown_agency = filled<v1::AgencyShowReply>();
    const auto shown_person = filled<v1::PersonShowReply>();
    const auto log = filled<v1::LogReply>();
    const auto clock = filled<v1::ClockReply>();
    const auto consumers = filled<v1::ConsumerListReply>();
    const auto outbox = filled<v1::DeliveryListReply>();
    const auto import = filled<v1::PlanImportReply>();
    const auto edit = filled<v1::RowEditReply>();
    const auto unseen = filled<v1::UnseenListReply>();
    Draft draft{filled<v1::PlanImportRequest>(), filled<v1::PlanPreview>(), text};
    const std::vector<Drafts::Entry> drafts{{text, text, text, 3}};
    const Choices choices{{text, text}};
    IntakePage intake{text, draft, &import, text, "plan.absent_members", 1, true, 0, choices};
    const auto filter = ListFilter::of(written);
    auto dossiers = filled<v1::FlowListReply>();
    dossiers.mutable_rows(0)->set_class_(v1::FlowClass::overdue);
    auto dossier = filled<v1::FlowShowReply>();
    auto& shown = *dossier.mutable_items(0);
    shown.mutable_row()->set_class_(v1::FlowClass::paused);
    shown.mutable_row()->mutable_item()->set_state(v1::FlowState::paused);
    shown.set_unit("wd");
    filled::PersonFile persons_file;
    persons_file.remarks.push_back({"cli.person.unused_column", {text}});
    const auto person_import = filled<v1::PersonImportReply>();
    std::vector<filled::FilledRow> sheet_rows(3);
    sheet_rows[0].note = text;
    sheet_rows[1].mistake = Message{"update.bad_state", {text}};
    auto sheet_trial = filled<v1::AssignmentUpdateReply>();
    sheet_trial.mutable_rows(0)->clear_error();
    std::vector<MadePage> pages{
        {"mine", mine_page(view, status, list), true},
        {"tasks", task_list_page(view, filter, list), true},
        {"tasks, refused", task_list_page(view, filter, {}, text)},
        {"task", task_page(view, {task, persons, &attempt, choices})},
        {"waiting", waiting_page(view, {list, list, mutes, &written, text}), true},
        {"overview", overview_page(view, {status, weeks, unseen, list, &report}), true},
        {"documents", documents_page(view, documents), true},
        {"intake, begun", intake_start_page(view, {drafts, &written, text})},
        {"intake", intake_page(view, intake)},
        {"rehearsal", rehearsal_page(view, text, filled<v1::Rehearsal>(), text)},
        {"calendar", calendar_page(view, Period::of({}, view.today), list, working_calendar()), true},
        {"agencies", agencies_page(view, text, agencies), true},
        {"agency", agency_page(view, {shown_agency, &person_list, &status, &written, text})},
        {"office", office_page(view, person_list, &written, text)},
        {"person", person_page(view, {shown_person, person_list, &written, text})},
        {"log", log_page(view, LogFilter::of(written), log), true},
        {"system", system_page(view, {status, clock, consumers, outbox}), true},
        {"new task", new_task_page(view, {written, &edit, text, choices})},
        {"dossiers", flow_page(view, FlowFilter::of(written), filled<v1::FlowReport>(), dossiers), true},
        {"dossiers, refused", flow_page(view, FlowFilter::of(written), {}, {}, text)},
        {"dossier", dossier_page(view, text, dossier)},
        {"reports", reports_page(view, {{{text, text}, {text, {}, text}}, {{text, text}}})},
        {"persons' file, begun", person_send_page(view, {text, true, text, choices})},
        {"persons' file", person_look_page(view, {text, text, persons_file, &person_import, text})},
        {"progress sheet, begun", progress_send_page(view, text)},
        {"progress sheet", progress_look_page(view, {text, text, sheet_rows, sheet_trial, text})}};
    if (role == View::Role::Agency) {
        pages.push_back(
            {"agency's sheet", report_page(view, written, report_of(v1::ReportKind::agency)), true});
        return pages;
    }
    add_forms(view, written, pages);
    pages.push_back({"document", document_page(view, report_of(v1::ReportKind::plan)), true});
    for (const auto kind :
         {v1::ReportKind::government, v1::ReportKind::plan, v1::ReportKind::agency, v1::ReportKind::ranking,
          v1::ReportKind::stale, v1::ReportKind::updates, v1::ReportKind::criterion})
        pages.push_back(
            {"report " + v1::ReportKind::Kind_Name(kind), report_page(view, written, report_of(kind)), true});
    pages.push_back(
        {"many sites", sites_page(view, written, sites_of(report_of(v1::ReportKind::government))), true});
    pages.push_back({"many sites, refused", sites_refusal(view, written, text)});
    return pages;
}

}  // namespace dondoc::web::pages
