// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/form_page.h"

#include <algorithm>
#include <utility>

#include "domain/decimal.h"
#include "report/wording.h"

namespace dondoc::report {
namespace {

using Quantity = FormItem::Quantity;
using Scope = FormItem::Scope;
using Kind = Column::Kind;

std::uint64_t task_figure(Quantity quantity, const v1::ReportCounts& counts) {
    switch (quantity) {
        case Quantity::Assigned:
            return counts.given() - counts.withdrawn();
        case Quantity::Completed:
            return counts.on_time() + counts.late() + counts.no_deadline_completed();
        case Quantity::OnTime:
            return counts.on_time();
        case Quantity::Late:
            return counts.late();
        case Quantity::Overdue:
            return counts.overdue();
        case Quantity::InTime:
            return counts.in_time();
        case Quantity::Waiting:
            return counts.waiting();
        default:
            return counts.no_deadline();
    }
}

std::uint64_t dossier_figure(Quantity quantity, const v1::FlowFigures& figures) {
    switch (quantity) {
        case Quantity::DossiersReceived:
            return figures.received();
        case Quantity::DossiersOnTime:
            return figures.on_time();
        case Quantity::DossiersLate:
            return figures.late();
        case Quantity::DossiersDone:
            return figures.on_time() + figures.late();
        case Quantity::DossiersRefused:
            return figures.refused();
        default:
            return figures.overdue();
    }
}

std::string quantity_words(const Words& say, Quantity quantity) {
    static constexpr const char* names[] = {
        "by_hand",       "assigned",      "completed",         "on_time",
        "late",          "overdue",       "in_time",           "waiting",
        "no_deadline",   "percent",       "dossiers_received", "dossiers_on_time",
        "dossiers_late", "dossiers_done", "dossiers_refused",  "dossiers_overdue"};
    constexpr auto first = static_cast<std::size_t>(Quantity::ByHand);
    return say(std::string{"form.how."} + names[static_cast<std::size_t>(quantity) - first]);
}

// How a line is called where another speaks of it.
const std::string& label(const FormItem& item) {
    return item.number.empty() ? item.name : item.number;
}

class Filling {
  public:
    Filling(const ReportForm& form, const FormFigures& figures, text::Lang lang)
        : form_(form), figures_(figures), say_(lang) {}

    FilledItem fill(const FormItem& item) const {
        FilledItem filled{&item, {}, {}};
        if (item.quantity == Quantity::Heading) return filled;
        filled.how = quantity_words(say_, item.quantity);
        if (is_of_tasks(item.quantity)) fill_of_tasks(filled);
        if (is_of_dossiers(item.quantity)) fill_of_dossiers(filled);
        if (item.quantity == Quantity::Percent) fill_percentage(filled);
        return filled;
    }

  private:
    void fill_of_tasks(FilledItem& filled) const {
        const auto scope = filled.item->scope;
        const auto report = figures_.reports.find(scope);
        if (report == figures_.reports.end()) {
            filled.how = say_("form.no_plan");
            return;
        }
        const auto of = scope == Scope::Plan         ? report->second.document().number()
                        : scope == Scope::Government ? say_.level("government")
                                                     : say_("cli.report.all");
        filled.how = say_("form.of", {filled.how, of});
        filled.value =
            static_cast<std::int64_t>(task_figure(filled.item->quantity, report->second.total().current()));
    }

    void fill_of_dossiers(FilledItem& filled) const {
        if (!figures_.dossiers) {
            filled.how = say_("form.no_period");
            return;
        }
        const auto& dossiers = *figures_.dossiers;
        filled.how =
            say_("form.of",
                 {filled.how, say_("cli.flow.from_to", {spoken(dossiers.from()), spoken(dossiers.to())})});
        if (filled.item->quantity == Quantity::DossiersOverdue && dossiers.open_unknown())
            filled.how = say_("cli.flow.open_unknown");
        else
            filled.value = static_cast<std::int64_t>(dossier_figure(filled.item->quantity, dossiers.total()));
    }

    void fill_percentage(FilledItem& filled) const {
        filled.how = say_("form.percent_of", {label(*find_item(form_, filled.item->part)),
                                              label(*find_item(form_, filled.item->whole))});
        const auto part = count_of(filled.item->part), whole = count_of(filled.item->whole);
        if (!part || !whole) return;
        filled.how += " = " + std::to_string(*part) + "/" + std::to_string(*whole);
        constexpr std::int64_t hundredths = 10'000;
        if (*whole > 0) filled.value = Percent{rounded_half_up(*part * hundredths, *whole)};
    }

    std::optional<std::int64_t> count_of(const std::string& id) const {
        const auto* item = find_item(form_, id);
        if (item == nullptr || item->quantity == Quantity::Percent) return std::nullopt;
        const auto filled = fill(*item);
        const auto* count = std::get_if<std::int64_t>(&filled.value);
        return count == nullptr ? std::nullopt : std::optional{*count};
    }

    const ReportForm& form_;
    const FormFigures& figures_;
    Words say_;
};

// The unit of a line says per cent already, and one column has counts and percentages.
Cell cell_of(const Words& say, const FilledItem& filled) {
    if (const auto* count = std::get_if<std::int64_t>(&filled.value))
        return Cell{static_cast<std::uint64_t>(*count)};
    if (const auto* percent = std::get_if<Percent>(&filled.value))
        return Cell{say.decimal(decimal_text(percent->hundredths, 2))};
    return Cell{""};
}

std::optional<std::int64_t> count_in(const std::vector<FilledItem>& items, const std::string& id) {
    const auto found = std::ranges::find(items, id, [](const FilledItem& one) { return one.item->id; });
    const auto* count = found == items.end() ? nullptr : std::get_if<std::int64_t>(&found->value);
    return count == nullptr ? std::nullopt : std::optional{*count};
}

// What a total has that none of the form's lines has: without it the form does not seem to add up.
void add_rests(const Words& say, const ReportForm& form, const std::vector<FilledItem>& items, Page& page) {
    for (const auto& filled : items) {
        if (filled.item->at_least.empty()) continue;
        const auto total = count_in(items, filled.item->id);
        if (!total) continue;
        auto rest = *total;
        std::string names;
        for (const auto& id : filled.item->at_least) {
            const auto count = count_in(items, id);
            if (!count) return;
            rest -= *count;
            names += (names.empty() ? "" : ", ") + label(*find_item(form, id));
        }
        if (rest > 0)
            page.warnings.push_back(say("form.rest", {label(*filled.item), names, std::to_string(rest)}));
    }
}

void add_empty(const Words& say, const std::vector<FilledItem>& items, Page& page) {
    std::string names;
    for (const auto& filled : items)
        if (filled.item->quantity != Quantity::Heading &&
            std::holds_alternative<std::monostate>(filled.value))
            names += (names.empty() ? "" : ", ") + label(*filled.item);
    if (!names.empty()) page.warnings.push_back(say("form.left_empty", {names}));
}

}  // namespace

std::vector<FilledItem> fill_form(const ReportForm& form, const FormFigures& figures, text::Lang lang) {
    const Filling filling{form, figures, lang};
    std::vector<FilledItem> items;
    for (const auto& item : form.items) items.push_back(filling.fill(item));
    return items;
}

Page form_page(const ReportForm& form, const std::vector<FilledItem>& items, const FormFigures& figures,
               text::Lang lang) {
    const Words say{lang};
    Page page{lang, form.title, {}, {}, {}, {}};
    const v1::Report* of_tasks = nullptr;
    for (const auto& [scope, report] : figures.reports) {
        of_tasks = &report;
        const auto& counts = report.total().current();
        if (counts.given() > report.tasks())
            page.warnings.push_back(say("cli.report.several_leads",
                                        {std::to_string(counts.given()), std::to_string(report.tasks())}));
    }
    if (of_tasks != nullptr) page.facts.emplace_back(say("cli.report.as_of"), spoken(of_tasks->as_of()));
    page.facts.emplace_back(say("form.source"), form.source);
    if (of_tasks != nullptr) page.facts.emplace_back(say("cli.report.source"), of_tasks->daemon());
    add_rests(say, form, items, page);
    add_empty(say, items, page);

    Section section{say("form.sheet"),
                    say("form.items"),
                    {},
                    {{say("cli.column.number"), Kind::Text},
                     {say("form.item"), Kind::Prose},
                     {say("form.unit"), Kind::Text},
                     {say("form.value"), Kind::Figure},
                     {say("form.how"), Kind::Prose, true}},
                    {},
                    {},
                    {}};
    for (const auto& filled : items) {
        const auto& item = *filled.item;
        auto how = filled.how;
        if (!item.source.empty()) how += (how.empty() ? "" : "; ") + say("form.item_source", {item.source});
        section.rows.push_back({item.number, item.name, item.unit, cell_of(say, filled), std::move(how)});
    }
    page.sections.push_back(std::move(section));
    return page;
}

google::protobuf::Struct form_json(const ReportForm& form, const std::vector<FilledItem>& items) {
    google::protobuf::Struct object;
    auto& fields = *object.mutable_fields();
    fields["title"].set_string_value(form.title);
    fields["source"].set_string_value(form.source);
    auto& list = *fields["items"].mutable_list_value();
    for (const auto& filled : items) {
        auto& row = *list.add_values()->mutable_struct_value()->mutable_fields();
        row["number"].set_string_value(filled.item->number);
        row["name"].set_string_value(filled.item->name);
        row["unit"].set_string_value(filled.item->unit);
        if (const auto* count = std::get_if<std::int64_t>(&filled.value))
            row["value"].set_number_value(static_cast<double>(*count));
        if (const auto* percent = std::get_if<Percent>(&filled.value))
            row["value"].set_string_value(decimal_text(percent->hundredths, 2));
    }
    return object;
}

}  // namespace dondoc::report
