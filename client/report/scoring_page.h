// SPDX-License-Identifier: GPL-3.0-or-later
// A self-scoring as it is laid out: points of each criterion, what is missing of each agency, the evidence.
#pragma once

#include <google/protobuf/struct.pb.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/self_scoring.h"
#include "dondoc/v1/request.pb.h"
#include "report/page.h"

namespace dondoc::report {

struct Evidence {
    enum class State { There, Missing, NotLooked };  // NotLooked: a link, or the number of a document
    std::string reference;
    State state = State::NotLooked;
};

// One agency's part of a criterion.
struct ScoredPart {
    v1::AssignmentRow row;
    std::string result;  // number of the result's document
    std::vector<Evidence> evidence;

    bool is_done() const { return row.state() == v1::Workflow::completed; }
    // Something is named, and of what was looked for all is there.
    bool has_evidence() const;
};

struct ScoredResult {
    const ScoredCriterion* criterion;
    std::vector<ScoredPart> parts;      // without those that were taken back
    std::optional<std::int64_t> table;  // points of its table, where its rule is one

    std::optional<std::int64_t> points() const;
    bool has_evidence() const;  // of every part; false where there is none
};

struct SelfScoring {
    const ScoringTable* table;
    std::vector<ScoredResult> results;  // in the order of the table
    std::string document, today, daemon;
    std::vector<std::string> warnings;
};

Page scoring_page(const SelfScoring& scoring, text::Lang lang);
// The same for programs.
google::protobuf::Struct scoring_json(const SelfScoring& scoring);

}  // namespace dondoc::report
