// SPDX-License-Identifier: Apache-2.0
// Many changes of assignments at once.
#include <cstdint>
#include <string>

#include "engine/change_digests.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"

namespace dondoc::hub {
namespace {

constexpr int most_changes = 1000;

}  // namespace

void change_assignments(Call& call, const v1::AssignmentBatchRequest& wanted,
                        v1::AssignmentBatchReply& result) {
    if (wanted.changes().empty()) throw UserError("batch.empty", {}, "changes");
    if (wanted.changes_size() > most_changes)
        throw UserError("batch.too_many",
                        {std::to_string(wanted.changes_size()), std::to_string(most_changes)}, "changes");
    engine::ChangeDigests told{*call.work};
    for (int i = 0; i < wanted.changes_size(); ++i) {
        v1::AssignmentChangeReply one;
        try {
            change_assignment(call, wanted.changes(i), one);
            *result.add_done() = std::move(one);
        } catch (const store::StorageError&) {
            throw;  // of no change in particular
        } catch (const UserError& error) {
            // What was refused has changed nothing: the checks come before the first write.
            if (!wanted.dry_run())
                throw UserError(error.message().key, error.message().args,
                                "changes[" + std::to_string(i) + "]");
            auto& refused = *result.add_refused();
            refused.set_index(static_cast<std::uint32_t>(i));
            *refused.mutable_error() = to_wire(error, call.lang);
        }
    }
    told.finish();
}

}  // namespace dondoc::hub
