// SPDX-License-Identifier: Apache-2.0
// A form that reports have to fill in: its items, and what each of them is computed from. Forms change with
// every guidance, so their items are data of the office that uses them; dondoc knows only a closed set of
// quantities, and what is none of them is filled in by hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

struct FormItem {
    enum class Quantity {
        Heading,  // a line without a figure
        ByHand,
        // Assignments, as docs/reports.md counts them.
        Assigned,
        Completed,
        OnTime,
        Late,
        Overdue,
        InTime,
        Waiting,
        NoDeadline,
        Percent,  // of two items of the form
        // Dossiers of a period, as docs/flow.md counts them.
        DossiersReceived,
        DossiersOnTime,
        DossiersLate,
        DossiersDone,
        DossiersRefused,
        DossiersOverdue,
    };
    // Whose assignments.
    enum class Scope { Government, AllLevels, Plan };

    std::string id;      // other items name it by this; its number where the file says none
    std::string number;  // empty: the form has none for this line
    std::string name;
    std::string unit;
    Quantity quantity = Quantity::Heading;
    Scope scope = Scope::Government;
    std::string part, whole;            // of Percent: ids
    std::vector<std::string> sum_of;    // ids of items whose sum it is
    std::vector<std::string> at_least;  // ids of items whose sum is no more than it
    std::string source;                 // empty: that of the form

    bool operator==(const FormItem&) const = default;
};

struct ReportForm {
    std::string title;
    std::string source;
    std::vector<FormItem> items;

    bool operator==(const ReportForm&) const = default;
};

// nullptr: there is none.
const FormItem* find_item(const ReportForm& form, std::string_view id);

bool is_of_tasks(FormItem::Quantity quantity);
bool is_of_dossiers(FormItem::Quantity quantity);

}  // namespace dondoc
