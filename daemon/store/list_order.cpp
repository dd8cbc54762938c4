// SPDX-License-Identifier: Apache-2.0
#include "store/list_order.h"

namespace dondoc::store {
namespace {

std::vector<std::string> keys(ListOrder order) {
    switch (order) {
        case ListOrder::Due:
            return {"a.due_key", "a.id"};
        case ListOrder::Updated:
            return {"a.updated_at", "a.id"};
        case ListOrder::Given:
            return {"a.id"};
        case ListOrder::Agency:
            return {"g.code", "a.due_key", "a.id"};
        case ListOrder::Document:
            return {"d.issued", "d.id", "t.ordinal", "t.id", "a.id"};
        case ListOrder::Progress:
            break;
    }
    return {"a.progress_key", "a.id"};
}

std::string joined(const std::vector<std::string>& parts, const std::string& after_each = {}) {
    std::string list;
    for (const auto& part : parts) list += (list.empty() ? "" : ", ") + part + after_each;
    return list;
}

}  // namespace

std::string keys_of(ListOrder order) {
    return joined(keys(order));
}

std::size_t key_count(ListOrder order) {
    return keys(order).size();
}

std::string ordered_by(const ListSort& sort) {
    return " ORDER BY " + joined(keys(sort.order), sort.reverse ? " DESC" : "");
}

Condition after(const ListSort& sort, const ListPosition& position) {
    const auto by = keys(sort.order);
    const std::string further = sort.reverse ? "<" : ">";
    Condition condition;
    // Without these, what stands before it of the same agency or document would be looked at again.
    if (sort.order == ListOrder::Agency) condition.add("g.code " + further + "= ?", position.at(0));
    if (sort.order == ListOrder::Document)
        condition.add("(d.id <> ? OR t.ordinal " + further + "= ?)",
                      std::vector{position.at(1), position.at(2)});
    condition.add(
        '(' + joined(by) + ") " + further + " (" + joined(std::vector<std::string>(by.size(), "?")) + ')',
        position);
    return condition;
}

ListPosition read_position(const Rows& rows, ListOrder order, int first) {
    ListPosition position;
    const auto by = keys(order);
    for (int i = 0; i < static_cast<int>(by.size()); ++i) {
        if (by[static_cast<std::size_t>(i)] == "g.code")
            position.emplace_back(rows.text(first + i));
        else
            position.emplace_back(rows.integer(first + i));
    }
    return position;
}

std::string tables_in_order(ListOrder order, const DayRange& days) {
    const auto along = [](const std::string& index) {
        return "assignment a INDEXED BY " + index + its_task + its_document + its_agency;
    };
    switch (order) {
        case ListOrder::Due:
            return along(days.index());
        case ListOrder::Updated:
            return along("assignment_updated");
        case ListOrder::Given:
            return "assignment a" + its_task + its_document + its_agency;
        case ListOrder::Agency:
            return "agency g CROSS JOIN assignment a INDEXED BY assignment_agency ON a.agency_id = g.id" +
                   its_task + its_document;
        case ListOrder::Document:
            return "document d INDEXED BY document_issued CROSS JOIN task t ON t.document_id = d.id "
                   "CROSS JOIN assignment a ON a.task_id = t.id" +
                   its_agency;
        case ListOrder::Progress:
            break;
    }
    return along("assignment_progress");
}

}  // namespace dondoc::store
