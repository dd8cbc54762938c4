// SPDX-License-Identifier: Apache-2.0
// What an amended plan changes in the document that is there. Reads, changes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dondoc/v1/plan.pb.h"
#include "engine/plans/plan_import.h"

namespace dondoc::engine {

struct RowChange {
    std::optional<store::Task> before;  // nullopt: an added row
    bool changed = false;               // anything but its place differs
    std::vector<v1::FieldChange> fields;
};

struct Difference {
    std::vector<v1::FieldChange> document;
    std::vector<RowChange> rows;  // one for every row of the new plan, in its order
    std::vector<store::Task> dropped;
    bool reordered = false;  // rows that stay stand in another order
    // Names this difference and the state of every assignment that it touches; equal as long as both are.
    std::string digest;

    bool is_empty() const;
};

// `known` is the document as it is there, `document` as it is to be. Rows are matched by
// language/row_matching.h; rows that were dropped before come back where the very same ones are in the plan
// again.
Difference difference(Work& work, const store::Document& known, const store::Document& document,
                      const std::vector<ReadRow>& rows);

// What differs between two readings of a task, field by field, in the order of the wire. Its place in the
// document, the file it came from and what is only remarked about it do not count.
std::vector<v1::FieldChange> changes_of(const store::Task& before, const store::Task& now);

// Without `seen`.
v1::PlanDifference to_wire(const Difference& difference, const std::vector<ReadRow>& rows);

}  // namespace dondoc::engine
