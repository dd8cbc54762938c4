// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/sheet/sheet_writer.h"

#include "domain/civil.h"
#include "plan/sheet/sheet_columns.h"
#include "sheet/csv.h"

namespace dondoc::plan {
namespace {

std::string spoken(const std::string& iso) {
    const auto day = parse_iso_day(iso);
    return day ? spoken_day(*day) : iso;
}

template <typename Parts>
std::string in_one_cell(const Parts& parts, const char* separator = "; ") {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : separator) + part;
    return text;
}

std::string days(const v1::Deadline& deadline) {
    std::vector<std::string> texts;
    const auto hour = deadline.hour().empty() ? std::string{} : deadline.hour() + ' ';
    for (const auto& day : deadline.due()) texts.push_back(hour + spoken(day));
    return in_one_cell(texts);
}

std::string level_text(const std::string& level, text::Lang lang) {
    return level.empty() ? level : text::render(lang, "cli.level." + level);
}

std::string key_of(const v1::PlanRow& row) {
    RowKey key;
    const auto& decided = row.decided();
    if (!decided.has_deadline()) {
        key.kind = digest_of(row.deadline().kind());
        key.days = digest_of_days(row.deadline());
    }
    if (!decided.has_lead()) key.lead = digest_of({row.lead().begin(), row.lead().end()});
    if (!decided.has_cooperating())
        key.cooperating = digest_of({row.cooperating().begin(), row.cooperating().end()});
    return to_text(key);
}

std::string source_of(const v1::Source& source) {
    return std::to_string(source.table()) + "/" + std::to_string(source.line());
}

std::vector<std::string> sheet_cells(const v1::PlanRow& row, text::Lang lang) {
    std::vector<std::string> cells(sheet_columns);
    const auto set = [&](SheetColumn column, std::string value) {
        cells[static_cast<std::size_t>(column)] = std::move(value);
    };
    set(SheetColumn::Number, row.number());
    set(SheetColumn::Section, row.section());
    set(SheetColumn::Title, row.title());
    set(SheetColumn::Requirement, row.requirement());
    set(SheetColumn::Solution, row.solution());
    set(SheetColumn::DeadlineText, row.deadline_text());
    set(SheetColumn::Due, days(row.deadline()));
    set(SheetColumn::Kind, kind_word(row.deadline().kind(), lang));
    set(SheetColumn::Start, spoken(row.deadline().start()));
    set(SheetColumn::LeadText, row.lead_text());
    set(SheetColumn::Lead, in_one_cell(row.lead()));
    set(SheetColumn::CooperatingText, row.cooperating_text());
    set(SheetColumn::Cooperating, in_one_cell(row.cooperating()));
    set(SheetColumn::RoleNotes, in_one_cell(row.role_notes()));
    set(SheetColumn::Problems, in_one_cell(row.problems(), " "));
    set(SheetColumn::Source, source_of(row.source()));
    set(SheetColumn::Key, key_of(row));
    return cells;
}

}  // namespace

Sheet make_sheet(const v1::PlanPreview& plan, text::Lang lang) {
    const auto& document = plan.document();
    const auto fact = [&](SheetFact which, const std::string& value) {
        return std::vector<std::string>{label_of(which, lang), value};
    };
    Sheet sheet{lang, {}, {}, {}};
    sheet.head = {{std::string(sheet_marker), std::string(sheet_version), text::render(lang, "sheet.hint")},
                  fact(SheetFact::Number, document.number()),
                  fact(SheetFact::Issued, spoken(document.issued())),
                  fact(SheetFact::Level, level_text(document.level(), lang)),
                  fact(SheetFact::Issuer, document.issuer()),
                  fact(SheetFact::Title, document.title())};
    for (std::size_t i = 0; i < sheet_columns; ++i)
        sheet.titles.push_back(title_of(static_cast<SheetColumn>(i), lang));
    for (const auto& row : plan.rows()) sheet.rows.push_back(sheet_cells(row, lang));
    return sheet;
}

std::string to_csv(const Sheet& plan) {
    std::string csv{sheet::byte_order_mark};
    const auto add = [&](const auto& cells) { csv += sheet::csv_line(cells, sheet_columns); };
    for (const auto& row : plan.head) add(row);
    add(plan.titles);
    for (const auto& row : plan.rows) add(row);
    return csv;
}

}  // namespace dondoc::plan
