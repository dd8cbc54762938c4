// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of containers and their children.
#pragma once

#include <string>

#include "cli/frame/session.h"
#include "dondoc/v1/request.pb.h"
#include "words/assignment_text.h"

namespace dondoc::cli {

using namespace dondoc::words;

// "12 (4, 01/KH-UBND)"; empty: it has none.
std::string parent_text(const Session& session, const v1::TaskShowReply& shown);
// The children of a task; nothing where it has none.
void print_children(Session& session, const v1::TaskShowReply& shown);
// Whose child it was and is, and who said so.
void print_parents(Session& session, const v1::TaskShowReply& shown);

// Of a plan: which rows become children by their numbers.
void print_nesting(Session& session, const v1::PlanPreview& plan);

}  // namespace dondoc::cli
