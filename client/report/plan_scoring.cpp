// SPDX-License-Identifier: GPL-3.0-or-later
// How it works: the plan is asked for with all its rows; those that carry a criterion are asked for one by
// one, with what each part was reported or completed with. Points are counted by scoring_page.h.
#include "report/plan_scoring.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "lib/errors.h"
#include "report/evidence.h"
#include "report/wording.h"

namespace dondoc::report {
namespace {

v1::Report ask_plan(const PlanAsked& plan, const Ask& ask) {
    v1::ReportRequest wanted;
    wanted.set_kind(v1::ReportKind::plan);
    wanted.set_document(plan.document);
    wanted.set_issued(plan.issued);
    wanted.set_issuer(plan.issuer);
    return ask_whole_report(ask, std::move(wanted));
}

// The rows of the plan that carry a criterion; one number may stand in several sections.
std::set<std::uint64_t> tasks_of(const ScoredCriterion& criterion, const v1::Report& plan) {
    std::map<std::string, std::set<std::uint64_t>> by_section;
    for (const auto& row : plan.rows())
        if (row.number() == criterion.number &&
            (criterion.section.empty() || row.section() == criterion.section))
            by_section[row.section()].insert(row.task());
    if (by_section.empty()) return {};
    if (by_section.size() > 1)
        throw UserError("scoring.ambiguous",
                        {criterion.number, by_section.begin()->first, std::next(by_section.begin())->first});
    return by_section.begin()->second;
}

// "1.275" in ten-thousandths; nothing: the daemon had nothing to divide by.
std::optional<std::int64_t> points_in(const std::string& text) {
    if (text.empty()) return std::nullopt;
    std::int64_t points = 0;
    int decimals = -1;
    for (const char c : text) {
        if (c == '.') {
            decimals = 0;
        } else {
            points = points * 10 + (c - '0');
            if (decimals >= 0) ++decimals;
        }
    }
    for (decimals = std::max(decimals, 0); decimals < criterion_decimals; ++decimals) points *= 10;
    return points;
}

class PlanScoring {
  public:
    PlanScoring(const ScoringTable& table, const v1::Report& plan, const std::filesystem::path& evidence,
                const Ask& ask, text::Lang lang)
        : plan_(plan), evidence_(evidence), ask_(ask), say_(lang), scoring_{&table,
                                                                            {},
                                                                            plan.document().number(),
                                                                            plan.as_of(),
                                                                            plan.daemon(),
                                                                            {}} {}

    SelfScoring score() {
        std::string unassigned;
        for (const auto& criterion : scoring_.table->criteria) {
            auto result = result_of(criterion);
            if (result.parts.empty()) unassigned += (unassigned.empty() ? "" : ", ") + criterion.number;
            scoring_.results.push_back(std::move(result));
        }
        if (!unassigned.empty()) warn("scoring.unassigned", {unassigned});
        warn_of_unscored();
        return std::move(scoring_);
    }

  private:
    void warn(const char* key, const std::vector<std::string>& args) {
        scoring_.warnings.push_back(say_(key, args));
    }

    ScoredResult result_of(const ScoredCriterion& criterion) {
        ScoredResult result{&criterion, {}, {}};
        for (const auto task : tasks_of(criterion, plan_)) {
            scored_.insert(task);
            std::ranges::move(parts_of(task), std::back_inserter(result.parts));
        }
        if (criterion.rule == ScoredCriterion::Rule::Table) result.table = table_points(criterion);
        return result;
    }

    std::vector<ScoredPart> parts_of(std::uint64_t task) const {
        v1::Request request;
        request.mutable_task_show()->set_task(task);
        const auto reply = ask_(std::move(request));
        std::vector<ScoredPart> parts;
        for (const auto& row : reply.task_show().assignments())
            if (row.timeliness() != v1::Timeliness::withdrawn) parts.push_back({row, {}, {}});
        for (const auto* action : {"report", "complete"}) add_results(task, action, parts);
        return parts;
    }

    // What each assignment of the task was reported or completed with, the newest that says something.
    void add_results(std::uint64_t task, const std::string& action, std::vector<ScoredPart>& parts) const {
        constexpr std::uint32_t entries_at_once = 1000;
        v1::Request request;
        auto& asked = *request.mutable_assignment_history();
        asked.set_task(task);
        asked.set_action(action);
        asked.set_limit(entries_at_once);
        bool more = true;
        while (more) {
            const auto reply = ask_(v1::Request{request});
            const auto& history = reply.assignment_history();
            for (const auto& entry : history.entries()) add_result(entry, parts);
            more = history.more() && !history.entries().empty();
            asked.set_offset(asked.offset() + static_cast<std::uint64_t>(history.entries_size()));
        }
    }

    void add_result(const v1::LifeEntry& entry, std::vector<ScoredPart>& parts) const {
        const auto part = std::ranges::find(parts, entry.assignment(),
                                            [](const ScoredPart& one) { return one.row.assignment(); });
        const auto& detail = entry.detail();
        if (part == parts.end() || (detail.result().number().empty() && detail.evidence().empty())) return;
        part->result = detail.result().number();
        part->evidence.clear();
        for (const auto& reference : detail.evidence())
            part->evidence.push_back(look_for_evidence(evidence_, reference));
    }

    std::optional<std::int64_t> table_points(const ScoredCriterion& criterion) {
        v1::Request request;
        auto& asked = *request.mutable_report();
        asked.set_kind(v1::ReportKind::criterion);
        asked.set_criterion(criterion.table);
        asked.set_year(static_cast<std::uint32_t>(scoring_.table->year));
        try {
            const auto reply = ask_(std::move(request));
            if (points_in(reply.report().criterion().max()) != criterion.max)
                warn("scoring.other_max", {criterion.number, criterion.table});
            return points_in(reply.report().score().points());
        } catch (const client::Refused& refused) {  // there is no such table; all else can still be scored
            warn("scoring.no_table", {criterion.number, refused.error().message()});
            return std::nullopt;
        }
    }

    void warn_of_unscored() {
        std::set<std::string> numbers;
        for (const auto& row : plan_.rows())
            if (!scored_.contains(row.task()))
                numbers.insert(row.number().empty() ? row.title() : row.number());
        std::string names;
        for (const auto& number : numbers) names += (names.empty() ? "" : ", ") + number;
        if (!names.empty()) warn("scoring.unscored", {names});
    }

    const v1::Report& plan_;
    const std::filesystem::path& evidence_;
    const Ask& ask_;
    Words say_;
    SelfScoring scoring_;
    std::set<std::uint64_t> scored_;
};

}  // namespace

SelfScoring score_plan(const ScoringTable& table, const PlanAsked& plan,
                       const std::filesystem::path& evidence, const Ask& ask, text::Lang lang) {
    const auto whole = ask_plan(plan, ask);
    return PlanScoring{table, whole, evidence, ask, lang}.score();
}

}  // namespace dondoc::report
