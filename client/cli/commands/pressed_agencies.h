// SPDX-License-Identifier: GPL-3.0-or-later
// The agencies of a status that have something overdue, due today or due soon: `status` and `top` show the
// same.
#pragma once

#include <cstddef>

#include "cli/frame/session.h"

namespace dondoc::cli {

// At most `most` of them, in the order of the status.
Table pressed_agencies(const Session& session, const v1::StatusReply& status, std::size_t most);

}  // namespace dondoc::cli
