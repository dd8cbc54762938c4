// SPDX-License-Identifier: GPL-3.0-or-later
// How an amended plan differs from the one that is there, for a person.
#pragma once

#include <string>

#include "cli/frame/session.h"
#include "dondoc/v1/request.pb.h"
#include "words/change_text.h"

namespace dondoc::cli {

// The rows that are added, changed, dropped and restored, each changed field old -> new, and what that does
// to assignments. `reply` has a difference.
void print_difference(Session& session, const v1::PlanImportReply& reply);

using namespace dondoc::words;

}  // namespace dondoc::cli
