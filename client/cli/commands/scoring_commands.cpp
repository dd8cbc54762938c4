// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/scoring_commands.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands/evidence.h"
#include "cli/commands/named_file.h"
#include "cli/commands/page_files.h"
#include "cli/commands/whole_report.h"
#include "cli/frame/command.h"
#include "language/files/scoring_file.h"
#include "lib/errors.h"
#include "report/scoring_page.h"

namespace dondoc::cli {
namespace {

struct ScoringOptions {
    std::string table, document, issued, issuer, folder;
    PageFiles files;
};

ScoringTable find_scoring_table(const std::string& named) {
    const auto file = named_file("scoring", named);
    if (!file) throw UserError("scoring.unknown", {named});
    return language::parse_scoring_table(read_named(*file), file->string());
}

v1::Report ask_plan(Session& session, const ScoringOptions& options) {
    v1::Request request;
    auto& asked = *request.mutable_report();
    asked.set_kind(v1::ReportKind::plan);
    asked.set_document(options.document);
    asked.set_issued(day_for_wire("--issued", options.issued));
    asked.set_issuer(options.issuer);
    return ask_whole_report(session, std::move(request));
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

// What each assignment of the task was reported or completed with, the newest that says something.
void add_results(Session& session, std::uint64_t task, const std::string& action, const std::string& folder,
                 std::vector<report::ScoredPart>& parts) {
    constexpr std::uint32_t entries_at_once = 1000;
    v1::Request request;
    auto& asked = *request.mutable_assignment_history();
    asked.set_task(task);
    asked.set_action(action);
    asked.set_limit(entries_at_once);
    bool more = true;
    while (more) {
        const auto reply = session.ask(v1::Request{request}).assignment_history();
        for (const auto& entry : reply.entries()) {
            const auto part = std::ranges::find(parts, entry.assignment(), [](const report::ScoredPart& one) {
                return one.row.assignment();
            });
            const auto& detail = entry.detail();
            if (part == parts.end() || (detail.result().number().empty() && detail.evidence().empty()))
                continue;
            part->result = detail.result().number();
            part->evidence.clear();
            for (const auto& reference : detail.evidence())
                part->evidence.push_back(look_for_evidence(folder, reference));
        }
        more = reply.more() && !reply.entries().empty();
        asked.set_offset(asked.offset() + static_cast<std::uint64_t>(reply.entries_size()));
    }
}

std::vector<report::ScoredPart> parts_of(Session& session, std::uint64_t task, const std::string& folder) {
    v1::Request request;
    request.mutable_task_show()->set_task(task);
    const auto reply = session.ask(std::move(request));
    std::vector<report::ScoredPart> parts;
    for (const auto& row : reply.task_show().assignments())
        if (row.timeliness() != v1::Timeliness::withdrawn) parts.push_back({row, {}, {}});
    for (const auto* action : {"report", "complete"}) add_results(session, task, action, folder, parts);
    return parts;
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

std::optional<std::int64_t> table_points(Session& session, const ScoredCriterion& criterion, int year,
                                         std::vector<std::string>& warnings) {
    v1::Request request;
    auto& asked = *request.mutable_report();
    asked.set_kind(v1::ReportKind::criterion);
    asked.set_criterion(criterion.table);
    asked.set_year(static_cast<std::uint32_t>(year));
    try {
        const auto reply = session.ask(std::move(request), true);
        if (points_in(reply.report().criterion().max()) != criterion.max)
            warnings.push_back(session.say("scoring.other_max", {criterion.number, criterion.table}));
        return points_in(reply.report().score().points());
    } catch (const client::Refused& refused) {  // the daemon has no such table; all else can still be scored
        warnings.push_back(session.say("scoring.no_table", {criterion.number, refused.error().message()}));
        return std::nullopt;
    }
}

void add_unscored(Session& session, const v1::Report& plan, const std::set<std::uint64_t>& scored,
                  std::vector<std::string>& warnings) {
    std::set<std::string> numbers;
    for (const auto& row : plan.rows())
        if (!scored.contains(row.task())) numbers.insert(row.number().empty() ? row.title() : row.number());
    std::string names;
    for (const auto& number : numbers) names += (names.empty() ? "" : ", ") + number;
    if (!names.empty()) warnings.push_back(session.say("scoring.unscored", {names}));
}

report::SelfScoring score_plan(Session& session, const ScoringTable& table, const v1::Report& plan,
                               const std::string& folder) {
    report::SelfScoring scoring{&table, {}, plan.document().number(), plan.as_of(), plan.daemon(), {}};
    std::set<std::uint64_t> scored;
    std::string unassigned;
    for (const auto& criterion : table.criteria) {
        report::ScoredResult result{&criterion, {}, {}};
        for (const auto task : tasks_of(criterion, plan)) {
            scored.insert(task);
            std::ranges::move(parts_of(session, task, folder), std::back_inserter(result.parts));
        }
        if (criterion.rule == ScoredCriterion::Rule::Table)
            result.table = table_points(session, criterion, table.year, scoring.warnings);
        if (result.parts.empty()) unassigned += (unassigned.empty() ? "" : ", ") + criterion.number;
        scoring.results.push_back(std::move(result));
    }
    if (!unassigned.empty()) scoring.warnings.push_back(session.say("scoring.unassigned", {unassigned}));
    add_unscored(session, plan, scored, scoring.warnings);
    return scoring;
}

void make_scoring(Session& session, const ScoringOptions& options) {
    require_one_output(session, options.files);
    if (!options.folder.empty() && !std::filesystem::is_directory(options.folder))
        throw UserError("scoring.no_folder", {options.folder});
    const auto table = find_scoring_table(options.table);
    const auto plan = ask_plan(session, options);
    auto scoring = score_plan(session, table, plan, options.folder);
    if (options.folder.empty()) scoring.warnings.push_back(session.say("scoring.not_looked"));
    show_page(session, report::scoring_page(scoring, session.lang()), report::scoring_json(scoring),
              options.files);
}

}  // namespace

void add_scoring_report(CLI::App& report_group, Session& session) {
    const auto options = make_options<ScoringOptions>();
    auto* command = add_command(report_group, session, "scoring", "cli.report.about.scoring",
                                "dondoc report scoring vi-du --plan 77/KH-UBND\n"
                                "dondoc report scoring tu-cham-2025.toml --plan 77/KH-UBND --evidence "
                                "minh-chung --xlsx tu-cham.xlsx");
    add_option(command, session, "TABLE", options->table, "", "cli.option.scoring_table")->required();
    add_option(command, session, "--plan", options->document, "NUMBER", "cli.option.scoring_plan")
        ->required();
    add_option(command, session, "--issued", options->issued, "DATE", "cli.option.issued");
    add_option(command, session, "--issuer", options->issuer, "NAME", "cli.option.report_issuer");
    add_option(command, session, "--evidence", options->folder, "FOLDER", "cli.option.scoring_evidence");
    add_page_options(command, session, options->files);
    command->callback([&session, options] { make_scoring(session, *options); });
}

}  // namespace dondoc::cli
