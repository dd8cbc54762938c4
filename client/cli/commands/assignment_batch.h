// SPDX-License-Identifier: GPL-3.0-or-later
// Many assignments changed at once: found by a filter or named, looked at, and changed as they were seen.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/frame/session.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::cli {

// Which ones, where none is named; everything given must hold.
struct BatchFilter {
    std::string agency, document, text, level, due_from, due_to, from_file;
    bool waiting = false;
    bool is_narrow() const {  // more is said than a document or an agency
        return !text.empty() || !level.empty() || !due_from.empty() || !due_to.empty() || !from_file.empty();
    }
    bool is_empty() const { return agency.empty() && document.empty() && !is_narrow() && !waiting; }
};
void add_batch_options(CLI::App* command, Session& session, BatchFilter& filter);
// Without --document and --waiting: for commands that have the first of their own.
void add_narrowing_options(CLI::App* command, Session& session, BatchFilter& filter);

struct BatchTarget {
    std::uint64_t assignment = 0;
    std::uint64_t revision = 0;  // as it was seen; 0: not checked
};
// Of open work; for "confirm" what is reported. Throws UserError for a file that is no list of ids.
std::vector<BatchTarget> find_targets(Session& session, const BatchFilter& filter, bool reported);

// The open assignments that the filter finds, as they stand; not by `from_file`.
std::vector<v1::AssignmentRow> find_open(Session& session, const BatchFilter& filter, bool waiting);
// Ids of a file, blanks or line breaks between them. Throws UsageError.
std::vector<std::uint64_t> read_ids(const std::string& file);

// A request has room for so many assignments.
inline constexpr std::size_t most_at_once = 1000;

// Shows what `change` would do to each of them, asks once, and has it done. Those that refuse it are told and
// left out.
void change_many(Session& session, const std::vector<BatchTarget>& targets,
                 const v1::AssignmentChangeRequest& change, bool yes);

}  // namespace dondoc::cli
