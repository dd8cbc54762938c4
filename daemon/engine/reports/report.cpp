// SPDX-License-Identifier: Apache-2.0
#include "engine/reports/report.h"

#include <algorithm>
#include <cstdint>

#include "domain/ranking.h"
#include "wire/time.h"

namespace dondoc::engine {
namespace {

using Kind = v1::ReportKind;

constexpr int rows_at_once = 1000;

}  // namespace

ReportRun::ReportRun(Engine& engine, ReportQuestion question)
    : engine_(engine),
      question_(std::move(question)),
      names_(engine.store().agencies, question_.asked.restated() ? engine.today() : question_.as_of),
      rows_(engine.store(), question_, names_, engine.rules().due_soon_days, engine.rules().waiting) {
    if (question_.asked.restated()) restatement_ = engine.store().successions.restatement(engine.today());
    if (!question_.agency) return;
    store::AssignmentFilter filter;
    filter.agency = question_.agency;
    left_.emplace();
    for (const auto& listed : engine.store().lists.all(filter)) left_->push_back(listed.assignment.id);
    std::ranges::sort(*left_, std::ranges::greater{});
}

bool ReportRun::step() {
    switch (phase_) {
        case Phase::Count:
            if (!count_some()) phase_ = Phase::Unassigned;
            return true;
        case Phase::Unassigned:
            if (!count_some_unassigned()) phase_ = Phase::Describe;
            return true;
        case Phase::Describe:
            if (rows_.describe_some(report_)) return true;
            finish();
            phase_ = Phase::Done;
            return false;
        case Phase::Done:
            break;
    }
    return false;
}

// One agency's are looked up one by one: they are few, and there may be a million others.
std::vector<store::AssignmentAsOf> ReportRun::next_part() {
    auto& history = engine_.store().history;
    if (!left_) return history.as_of(question_.instant, reached_, rows_at_once);
    std::vector<store::AssignmentAsOf> part;
    while (!left_->empty() && part.size() < rows_at_once) {
        const auto id = left_->back();
        left_->pop_back();
        for (const auto& found : history.as_of(question_.instant, {id.value - 1}, 1))
            if (found.id == id) part.push_back(found);  // another one: it was not given yet
    }
    return part;
}

bool ReportRun::count_some() {
    auto part = next_part();
    for (auto& assignment : part) {
        if (!question_.wants(assignment)) continue;
        if (restatement_) assignment.agency = restatement_->of(assignment.id, assignment.agency);
        if (question_.agencies && !question_.agencies->contains(assignment.agency)) continue;
        count(assignment);
    }
    if (part.empty()) return false;
    reached_ = part.back().id;
    return true;
}

void ReportRun::count(const store::AssignmentAsOf& assignment) {
    const auto kind = question_.asked.kind();
    const CountingRules counting{engine_.rules().due_soon_days, static_cast<int>(question_.asked.days()),
                                 engine_.rules().waiting};
    const auto reported =
        reported_on(engine_.store().history, assignment.id, assignment.state, question_.instant);
    const auto add_to = [&](ReportFigures& figures) {
        figures.add(counted(assignment), question_.as_of, counting, reported);
    };
    add_to(total_);
    if (kind != Kind::agency) add_to(agencies_[assignment.agency]);
    if (kind == Kind::agency) add_to(documents_[assignment.document]);
    if (kind == Kind::plan) {
        const auto& section = rows_.section_of(assignment.task);
        auto found = std::ranges::find(sections_, section, [](const auto& known) { return known.first; });
        if (found == sections_.end()) found = sections_.insert(found, {section, {}});
        add_to(found->second);
    }
    const auto task = static_cast<std::size_t>(assignment.task.value);
    if (task >= tasks_.size()) tasks_.resize(task + 1);
    if (!tasks_[task]) report_.set_tasks(report_.tasks() + 1);
    tasks_[task] = true;
    rows_.offer(assignment);
}

// What no agency was found for is known only as it is now, and belongs to no agency's sheet.
bool ReportRun::count_some_unassigned() {
    if (question_.agency || question_.agencies || question_.as_of != engine_.today()) return false;
    const auto page = engine_.store().lists.unassigned({}, unassigned_seen_, rows_at_once, 0);
    for (const auto task : page.tasks) {
        const auto brief = engine_.store().plans.brief(task);
        if (!question_.documents || question_.documents->contains(brief.document_id))
            report_.set_without_agency(report_.without_agency() + 1);
    }
    unassigned_seen_ = page.next.value_or(unassigned_seen_);
    return page.next.has_value();
}

// A title may have been written anew after the agency's part was taken from it.
std::string ReportRun::title_of(const store::Document& document) const {
    const bool may_see = !question_.is_agencys_own ||
                         engine_.store().partings.has_part_in(question_.agency.value(), document.id);
    return may_see ? document.title : std::string{};
}

v1::ReportPart ReportRun::part(std::string code, std::string name, const ReportFigures& figures) const {
    v1::ReportPart wire;
    wire.set_code(std::move(code));
    wire.set_name(std::move(name));
    *wire.mutable_figures() = to_wire(figures);
    wire.set_open(positive(figures.open));
    wire.set_updated(positive(figures.updated));
    wire.set_stale(positive(figures.silent));
    if (question_.criterion) *wire.mutable_score() = to_wire(*question_.criterion, figures);
    return wire;
}

// In the order of the register; a ranking by its ranks, and those that are not ranked at the end.
void ReportRun::add_agencies() {
    struct Named {
        ReportNames::Name agency;
        const ReportFigures* figures;
        std::size_t rank = 0;
    };
    std::vector<Named> named;
    for (const auto& [id, figures] : agencies_) named.push_back({names_.of(id), &figures, 0});
    std::ranges::sort(named, {}, [](const Named& one) { return one.agency.place; });
    if (question_.asked.kind() == Kind::ranking) {
        const auto ratio = std::ranges::find(report_ratios(), question_.asked.by(), &ReportRatio::name);
        std::vector<Fraction> fractions;
        for (const auto& one : named) fractions.push_back(ratio->of(one.figures->current));
        const auto ranked = ranks(fractions, question_.asked.least());
        for (std::size_t i = 0; i < named.size(); ++i) named[i].rank = ranked[i];
        std::ranges::stable_sort(named, {}, [](const Named& one) { return one.rank - 1; });  // 0: the last
    }
    for (const auto& one : named) {
        auto& wire = *report_.add_agencies();
        wire = part(one.agency.code, one.agency.name, *one.figures);
        wire.set_rank(static_cast<std::uint32_t>(one.rank));
    }
}

void ReportRun::finish() {
    *report_.mutable_asked() = question_.asked;
    report_.set_daemon(engine_.rules().installation);
    report_.set_as_of(iso_day(question_.as_of));
    wire::set(*report_.mutable_instant(), question_.instant);
    wire::set(*report_.mutable_produced(), engine_.now());
    if (question_.document) {
        auto& document = *report_.mutable_document();
        document.set_number(question_.document->number);
        document.set_issued(iso_day(question_.document->issued));
        document.set_issuer(question_.document->issuer);
        document.set_title(title_of(*question_.document));
        document.set_level(question_.document->level);
        document.set_id(positive(question_.document->id.value));
    }
    if (question_.agency) report_.set_agency_name(names_.of(*question_.agency).name);
    *report_.mutable_total() = to_wire(total_);
    add_agencies();
    for (const auto& [name, figures] : sections_) *report_.add_sections() = part("", name, figures);
    for (const auto& document : engine_.store().plans.list())
        if (const auto found = documents_.find(document.id); found != documents_.end())
            *report_.add_documents() = part(document.number, title_of(document), found->second);
    report_.set_rows_total(rows_.offered());
    report_.set_open(positive(total_.open));
    report_.set_updated(positive(total_.updated));
    report_.set_stale(positive(total_.silent));
    if (!question_.criterion) return;
    *report_.mutable_criterion() = to_wire(*question_.criterion);
    *report_.mutable_score() = to_wire(*question_.criterion, total_);
}

}  // namespace dondoc::engine
