// SPDX-License-Identifier: GPL-3.0-or-later
// A self-scoring is a plan whose rows are the criteria: what became of them, asked of the daemon.
#pragma once

#include <filesystem>
#include <string>

#include "domain/self_scoring.h"
#include "report/ask.h"
#include "report/scoring_page.h"
#include "text/catalogue.h"

namespace dondoc::report {

// Which document the plan is; `issued` as on the wire. What is empty need not be said.
struct PlanAsked {
    std::string document, issued, issuer;
};

// `evidence`: the folder in which files of evidence are looked for; empty: they are not. The result points to
// `table`. Throws UserError "scoring.ambiguous", and what `ask` throws.
SelfScoring score_plan(const ScoringTable& table, const PlanAsked& plan,
                       const std::filesystem::path& evidence, const Ask& ask, text::Lang lang);

}  // namespace dondoc::report
