// SPDX-License-Identifier: Apache-2.0
// A form is filled in with what is known, and what is not is empty and said.
#include "report/form_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "plan/formats/xlsx_grid.h"
#include "plan/meaning/form_check.h"
#include "plan/reader.h"
#include "report/xlsx.h"

namespace dondoc::report {
namespace {

using Quantity = FormItem::Quantity;
using Scope = FormItem::Scope;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

FormItem item(std::string id, Quantity quantity, Scope scope = Scope::Government) {
    FormItem made;
    made.id = made.number = std::move(id);
    made.name = "Dòng " + made.number;
    made.unit = quantity == Quantity::Percent ? "%" : "Nhiệm vụ";
    made.quantity = quantity;
    made.scope = scope;
    return made;
}

ReportForm form() {
    ReportForm form;
    form.title = "Biểu thử";
    form.source = "thử";
    form.items = {item("2.1", Quantity::Assigned, Scope::Plan),
                  item("2.2", Quantity::Completed, Scope::Plan),
                  item("2.3", Quantity::Percent),
                  item("5.1", Quantity::Assigned),
                  item("5.2", Quantity::OnTime),
                  item("5.3", Quantity::Late),
                  item("5.4", Quantity::Overdue),
                  item("6", Quantity::ByHand),
                  item("7", Quantity::DossiersDone)};
    form.items[2].part = "2.2";
    form.items[2].whole = "2.1";
    form.items[3].at_least = {"5.2", "5.3", "5.4"};
    return form;
}

v1::Report report(std::uint64_t on_time, std::uint64_t late, std::uint64_t overdue, std::uint64_t in_time) {
    v1::Report report;
    auto& counts = *report.mutable_total()->mutable_current();
    counts.set_given(on_time + late + overdue + in_time + 2);
    counts.set_withdrawn(2);
    counts.set_on_time(on_time);
    counts.set_late(late);
    counts.set_overdue(overdue);
    counts.set_in_time(in_time);
    report.set_tasks(counts.given());
    report.set_as_of("2022-12-14");
    report.set_daemon("Văn phòng thử");
    return report;
}

FormFigures figures() {
    FormFigures figures;
    figures.reports[Scope::Government] = report(44, 0, 0, 105);
    figures.reports[Scope::Plan] = report(20, 6, 0, 3);
    figures.dossiers.emplace();
    figures.dossiers->mutable_total()->set_on_time(208'301);
    figures.dossiers->mutable_total()->set_late(748);
    return figures;
}

std::string value_of(const FilledItem& filled) {
    if (const auto* count = std::get_if<std::int64_t>(&filled.value)) return std::to_string(*count);
    if (const auto* percent = std::get_if<Percent>(&filled.value))
        return std::to_string(percent->hundredths) + "/100 %";
    return "";
}

std::vector<std::string> values(const ReportForm& form, const FormFigures& figures) {
    std::vector<std::string> all;
    for (const auto& filled : fill_form(form, figures, text::Lang::Vi)) all.push_back(value_of(filled));
    return all;
}

TEST(FormPage, ItsItemsAreWhatDondocCounts) {
    EXPECT_THAT(values(form(), figures()),
                ElementsAre("29", "26", "8966/100 %", "149", "44", "0", "0", "", "209049"));
}

TEST(FormPage, WhatWasNotAskedForIsEmptyAndSaid) {
    EXPECT_THAT(values(form(), {}), ElementsAre("", "", "", "", "", "", "", "", ""));
    const auto made = form();
    const auto items = fill_form(made, {}, text::Lang::Vi);
    EXPECT_THAT(items[0].how, HasSubstr("chưa nêu kế hoạch"));
    EXPECT_THAT(items[8].how, HasSubstr("chưa nêu kỳ"));
    EXPECT_THAT(form_page(made, items, {}, text::Lang::Vi).warnings,
                ElementsAre(HasSubstr("2.1, 2.2, 2.3, 5.1, 5.2, 5.3, 5.4, 6, 7")));
}

TEST(FormPage, ThePercentageOfNothingIsEmpty) {
    auto nothing = figures();
    nothing.reports[Scope::Plan] = report(0, 0, 0, 0);
    EXPECT_EQ(values(form(), nothing)[2], "");
}

TEST(FormPage, WhatTheFormHasNoLineForIsSaid) {
    const auto made = form();
    const auto items = fill_form(made, figures(), text::Lang::Vi);
    EXPECT_THAT(form_page(made, items, figures(), text::Lang::Vi).warnings,
                ElementsAre(HasSubstr("105"), HasSubstr("để trống: 6")));
}

TEST(FormPage, ItsWorkbookStandsItsOwnCheckOnceItIsFilledIn) {
    auto made = form();
    made.items.erase(made.items.begin() + 7);  // the one that is filled in by hand
    const auto items = fill_form(made, figures(), text::Lang::Vi);
    const auto workbook = to_xlsx(form_page(made, items, figures(), text::Lang::Vi));
    EXPECT_THAT(plan::check_filled_form(plan::read_plan_grid(workbook), made), IsEmpty());
    auto changed = made;
    changed.items[2].part = "5.2";  // 44 are not 89.66 % of 29
    EXPECT_THAT(plan::check_filled_form(plan::read_plan_grid(workbook), changed), testing::SizeIs(1));
}

}  // namespace
}  // namespace dondoc::report
