// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <set>
#include <string>

#include "engine/assignment_changes.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "hub/requests/life.h"

namespace dondoc::hub {
namespace {

using WantedRow = v1::AssignmentUpdateRequest::Row;
using UpdatedRow = v1::AssignmentUpdateReply::Row;

constexpr int most_rows = 1'000;
constexpr int most_meanwhile = 20;  // entries

void update_row(Call& call, const WantedRow& wanted, UpdatedRow& done) {
    const AssignmentId id{static_cast<std::int64_t>(wanted.assignment())};
    const auto assignment = call.assignment(wanted.assignment());
    *done.mutable_before() = assignment_row(call, id);
    const auto revision = static_cast<std::int64_t>(wanted.revision());
    if (revision != assignment.revision)
        add_life_since(call, id, revision, most_meanwhile, *done.mutable_meanwhile());
    engine::require_revision(*call.work, assignment, revision);
    for (auto change : wanted.changes()) {
        change.set_assignment(wanted.assignment());
        change.clear_task();
        change.clear_agency();
        change.clear_revision();
        v1::AssignmentChangeReply done_so_far;
        change_assignment(call, change, done_so_far);
    }
    *done.mutable_after() = assignment_row(call, id);
}

}  // namespace

// A trial goes on behind a row that is refused, and tells what was wrong with each; all of it is taken back.
void update_assignments(Call& call, const v1::AssignmentUpdateRequest& wanted,
                        v1::AssignmentUpdateReply& reply) {
    if (wanted.rows_size() > most_rows)
        throw UserError("update.too_many", {std::to_string(wanted.rows_size()), std::to_string(most_rows)},
                        "rows");
    std::set<std::uint64_t> seen;
    for (int i = 0; i < wanted.rows_size(); ++i) {
        const auto place = "rows[" + std::to_string(i) + "]";
        const auto& row = wanted.rows(i);
        auto& done = *reply.add_rows();
        try {
            if (!seen.insert(row.assignment()).second)
                throw UserError("update.twice", {std::to_string(row.assignment())});
            update_row(call, row, done);
        } catch (const store::StorageError&) {
            throw;  // of no row in particular
        } catch (const UserError& error) {
            const UserError placed{error.message().key, error.message().args, place};
            if (!wanted.dry_run()) throw placed;
            *done.mutable_error() = to_wire(placed, call.lang);
        }
    }
}

}  // namespace dondoc::hub
