// SPDX-License-Identifier: Apache-2.0
// The assignments that a report names one by one: the first of them in the report's order, and no more than
// it has room for, however many go by.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "dondoc/v1/report.pb.h"
#include "engine/reports/report_names.h"
#include "engine/reports/report_question.h"

namespace dondoc::engine {

class ReportRows {
  public:
    // Nothing is owned.
    ReportRows(store::Store& store, const ReportQuestion& question, const ReportNames& names,
               int due_soon_days, WaitingResults waiting);

    void offer(const store::AssignmentAsOf& assignment);
    std::uint64_t offered() const { return offered_; }
    // The section of a task of the document that was asked for.
    const std::string& section_of(TaskId task);

    // Describes some of the rows that were kept, in order. True: there is more.
    bool describe_some(v1::Report& report);

  private:
    struct Place {
        int ordinal = 0;
        std::string section;
    };
    struct Row {
        std::pair<std::int64_t, std::int64_t> order;
        store::AssignmentAsOf assignment;
        bool operator<(const Row& other) const { return order < other.order; }
    };
    bool is_named(const store::AssignmentAsOf& assignment) const;
    bool is_overdue(const store::AssignmentAsOf& assignment) const;
    std::int64_t order_of(const store::AssignmentAsOf& assignment);
    const Place& place_of(TaskId task);
    v1::ReportRow described(const store::AssignmentAsOf& assignment);

    store::Store& store_;
    const ReportQuestion& question_;
    const ReportNames& names_;
    int due_soon_days_;
    WaitingResults waiting_;
    std::size_t kept_;  // rows, with those that are passed over
    std::uint64_t offered_ = 0;
    std::vector<Row> rows_;  // a heap, the last in order on top, until they are described
    std::size_t described_ = 0;
    bool sorted_ = false;
    std::unordered_map<TaskId, Place> places_;
};

}  // namespace dondoc::engine
