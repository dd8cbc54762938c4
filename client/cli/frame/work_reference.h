// SPDX-License-Identifier: GPL-3.0-or-later
// Work as people name it: by its id, or by document and number of the row.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/frame/session.h"
#include "dondoc/v1/row.pb.h"

namespace dondoc::cli {

// TASK: an id, or a document's number and the row's number.
CLI::Option* add_task_reference(CLI::App* command, Session& session, std::vector<std::string>& words);
// Throws UsageError for words that name nothing, UserError "cli.work.several" where several tasks have the
// number, client::Refused.
std::uint64_t task_of(Session& session, const std::vector<std::string>& words);

// Several of them: "12 31", "122/KH-UBND 1.4 122/KH-UBND 1.4.1", and short "122/KH-UBND 1.4 1.4.1 1.4.2":
// what is no number alone is a row of the document named last. Throws as task_of.
std::vector<std::uint64_t> tasks_of(Session& session, const std::vector<std::string>& words);

// WORK: ids of assignments, or a document's number and the row's.
CLI::Option* add_work_reference(CLI::App* command, Session& session, std::vector<std::string>& words);
bool are_ids(const std::vector<std::string>& words);
// The assignments of the one task that is named, all or those of the agency; of a recurring term those that
// are open, where some are. Throws as task_of.
std::vector<std::uint64_t> assignments_of(Session& session, const std::vector<std::string>& words,
                                          const std::string& agency);

}  // namespace dondoc::cli
