// SPDX-License-Identifier: GPL-3.0-or-later
// Many assignments changed at once: found by a filter or named, looked at, and changed as they were seen.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/session.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::cli {

// Which ones, where none is named; everything given must hold.
struct BatchFilter {
    std::string agency, document, text, level, due_from, due_to, from_file;
    bool waiting = false;
    bool is_empty() const {
        return agency.empty() && document.empty() && text.empty() && level.empty() && due_from.empty() &&
               due_to.empty() && from_file.empty() && !waiting;
    }
};
void add_batch_options(CLI::App* command, Session& session, BatchFilter& filter);

struct BatchTarget {
    std::uint64_t assignment = 0;
    std::uint64_t revision = 0;  // as it was seen; 0: not checked
};
// Of open work; for "confirm" what is reported. Throws UserError for a file that is no list of ids.
std::vector<BatchTarget> find_targets(Session& session, const BatchFilter& filter, bool reported);

// Shows what `change` would do to each of them, asks once, and has it done. Those that refuse it are told and
// left out.
void change_many(Session& session, const std::vector<BatchTarget>& targets,
                 const v1::AssignmentChangeRequest& change, bool yes);

}  // namespace dondoc::cli
