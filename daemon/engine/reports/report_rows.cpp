// SPDX-License-Identifier: Apache-2.0
#include "engine/reports/report_rows.h"

#include <algorithm>
#include <optional>

#include "domain/limits.h"
#include "dondoc/v1/request.pb.h"
#include "engine/children.h"
#include "engine/pressing.h"
#include "engine/reports/report_figures.h"
#include "wire/kinds.h"

namespace dondoc::engine {
namespace {

using Kind = v1::ReportKind;

constexpr std::size_t batch = 200;
constexpr std::size_t longest_title = 400;  // bytes

void show_as_then(store::Store& store, const store::AssignmentAsOf& assignment, v1::ReportRow& row) {
    const auto parted = store.partings.of(assignment.agency, assignment.task);
    const auto then = parted ? store.partings.text_at(assignment.task, *parted) : std::nullopt;
    if (!then) return;
    row.set_number(then->number);
    row.set_title(shortened(then->title, longest_title));
    row.set_deadline_text(then->deadline_text);
}

std::string day_text(const std::optional<local_days>& day) {
    return day ? iso_day(*day) : std::string{};
}

}  // namespace

ReportRows::ReportRows(store::Store& store, const ReportQuestion& question, const ReportNames& names,
                       int due_soon_days, WaitingResults waiting)
    : store_(store),
      question_(question),
      names_(names),
      due_soon_days_(due_soon_days),
      waiting_(waiting),
      kept_(question.asked.offset() + question.asked.limit()) {}

bool ReportRows::is_named(const store::AssignmentAsOf& assignment) const {
    switch (question_.asked.kind()) {
        case Kind::plan:
        case Kind::agency:
            return true;
        case Kind::stale:
            return is_open(assignment.state) &&
                   silence(counted(assignment), question_.as_of) >= static_cast<int>(question_.asked.days());
        case Kind::overdue:
            return is_overdue(assignment);
        default:
            return false;
    }
}

bool ReportRows::is_overdue(const store::AssignmentAsOf& assignment) const {
    const TermState term{assignment.state, assignment.due, assignment.completed_on};
    if (timeliness(term, question_.as_of, due_soon_days_) != Timeliness::Overdue) return false;
    // What was reported waits for the office and is no longer the agency's.
    return waiting_ != WaitingResults::Own || assignment.state != Workflow::Reported;
}

// A plan in its own order; an agency's open work by its day, then what has none, then what is done, then what
// was withdrawn; silent work by the length of the silence, overdue work by its day.
std::int64_t ReportRows::order_of(const store::AssignmentAsOf& assignment) {
    constexpr std::int64_t far = 1'000'000'000;
    const auto due = assignment.due ? assignment.due->time_since_epoch().count() : far - 1;
    switch (question_.asked.kind()) {
        case Kind::plan:
            return place_of(assignment.task).ordinal;
        case Kind::agency:
            return due + (is_open(assignment.state)                 ? 0
                          : assignment.state == Workflow::Completed ? 2 * far
                                                                    : 4 * far);
        case Kind::overdue:
            return due;
        default:
            return assignment.updated_at.time_since_epoch().count();
    }
}

const ReportRows::Place& ReportRows::place_of(TaskId id) {
    const auto [found, is_new] = places_.try_emplace(id);
    if (is_new)
        if (auto task = store_.plans.task(id)) found->second = {task->ordinal, std::move(task->section)};
    return found->second;
}

const std::string& ReportRows::section_of(TaskId task) {
    return place_of(task).section;
}

void ReportRows::offer(const store::AssignmentAsOf& assignment) {
    if (!is_named(assignment)) return;
    ++offered_;
    Row row{{order_of(assignment), assignment.id.value}, assignment};
    const bool is_full = rows_.size() == kept_;
    if (is_full) {
        if (!(row < rows_.front())) return;
        std::ranges::pop_heap(rows_, std::less{});
        rows_.pop_back();
    }
    rows_.push_back(std::move(row));
    std::ranges::push_heap(rows_, std::less{});
}

v1::ReportRow ReportRows::described(const store::AssignmentAsOf& assignment) {
    const auto brief = store_.plans.brief(assignment.task);
    const auto agency = names_.of(assignment.agency);
    const TermState term{assignment.state, assignment.due, assignment.completed_on};
    const auto standing = timeliness(term, question_.as_of, due_soon_days_);
    v1::ReportRow row;
    row.set_assignment(static_cast<std::uint64_t>(assignment.id.value));
    row.set_task(static_cast<std::uint64_t>(assignment.task.value));
    row.set_document(brief.document);
    row.set_number(brief.number);
    row.set_title(shortened(brief.title, longest_title));
    row.set_deadline_text(brief.deadline_text);
    if (question_.is_agencys_own) show_as_then(store_, assignment, row);
    row.set_agency(agency.code);
    row.set_agency_name(agency.name);
    row.set_state(std::string{name_of(assignment.state)});
    row.set_timeliness(v1::Timeliness::Class_Name(wire::to_wire(standing)));
    row.set_due(day_text(assignment.due));
    if (brief.hour && assignment.due) row.set_hour(clock_text(*brief.hour));
    row.set_original_due(day_text(assignment.original_due));
    row.set_completed_on(day_text(assignment.completed_on));
    if (assignment.progress) row.set_progress(static_cast<std::uint32_t>(*assignment.progress));
    row.set_reworks(static_cast<std::uint32_t>(assignment.reworks));
    row.set_updated(iso_day(civil_day(assignment.updated_at)));
    if (standing == Timeliness::Overdue)
        row.set_days_overdue(static_cast<std::uint32_t>((question_.as_of - *assignment.due).count()));
    row.set_days_silent(
        static_cast<std::uint32_t>(std::max(0, silence(counted(assignment), question_.as_of))));
    if (const auto children = followed_by(store_, assignment.task, brief.deadline_kind, question_.instant))
        *row.mutable_children() = to_wire(*children);
    if (const auto reported =
            reported_on(store_.history, assignment.id, assignment.state, question_.instant)) {
        row.set_days_waiting(static_cast<std::uint32_t>((question_.as_of - *reported).count()));
        if (waiting_ == WaitingResults::Own) row.clear_days_overdue();
    }
    if (const auto pressed = pressed_until(store_.history, assignment.id, question_.instant)) {
        row.set_pressed(pressed->nth());
        row.set_pressed_on(pressed->day());
    }
    if (question_.asked.kind() == Kind::plan) row.set_section(section_of(assignment.task));
    return row;
}

bool ReportRows::describe_some(v1::Report& report) {
    if (!sorted_) {
        std::ranges::sort(rows_, std::less{});
        described_ = std::min<std::size_t>(rows_.size(), question_.asked.offset());
    }
    sorted_ = true;
    const auto end = std::min(rows_.size(), described_ + batch);
    for (; described_ < end; ++described_) *report.add_rows() = described(rows_[described_].assignment);
    return described_ < rows_.size();
}

}  // namespace dondoc::engine
