// SPDX-License-Identifier: GPL-3.0-or-later
// What is done in the daemon when a proposal is taken. Documents are known there by their ids of the axis, as
// tasks of the source "edxml": so nothing is there twice, and what replaces or takes back amends.
#pragma once

#include <string>

#include "cli/frame/session.h"
#include "dondoc/v1/proposal.pb.h"

namespace dondoc::cli {

inline const std::string edxml_source = "edxml";

struct AcceptOptions {
    std::string folder, id, lead, cooperating, due, level = "province", title, agency, reason;
    bool yes = false;
};

// Shows what would be done, asks and does it. False: it was declined, or nothing is here that it is about.
bool accept(Session& session, const v1::Proposal& proposal, const AcceptOptions& options);

}  // namespace dondoc::cli
