// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of another system as they stand here, by their ids there.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/session.h"

namespace dondoc::cli {

struct SourceTask {
    std::string id;  // there
    v1::TaskShowReply task;
};

// In the order of their ids; none where nothing came from that system.
std::vector<SourceTask> tasks_of_source(Session& session, const std::string& source);

// How a task stands here in the words that other systems know. A result that waits to be confirmed is in
// progress; what is completed by every agency that counts is completed.
v1::ImportedState::State standing_here(const v1::TaskShowReply& task);

// Days on which its agencies are due, each once, rising.
std::vector<std::string> days_here(const v1::TaskShowReply& task);

// The newest day of a result, where it is completed; empty: it is not.
std::string completed_here(const v1::TaskShowReply& task);

}  // namespace dondoc::cli
