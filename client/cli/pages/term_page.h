// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a task's page that explains a term which is not one fixed day.
#pragma once

#include <string>

#include "cli/frame/session.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::cli {

// How a decision on the term came about: its phrase where it has one of its own, how that was read, the
// reason.
std::string why_text(const v1::TermEntry& entry);

// Decisions on the term, the occurrences opened next, and reviews; nothing where there are none.
void print_term_page(Session& session, const v1::TaskShowReply& shown);

}  // namespace dondoc::cli
