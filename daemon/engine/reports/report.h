// SPDX-License-Identifier: Apache-2.0
// A report: figures as they stood at an instant, computed part by part from the history. Changes nothing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/reports/report_figures.h"
#include "engine/reports/report_question.h"
#include "engine/reports/report_rows.h"

namespace dondoc::engine {

class ReportRun {
  public:
    // The engine is not owned and outlives the run.
    ReportRun(Engine& engine, ReportQuestion question);
    ReportRun(const ReportRun&) = delete;
    ReportRun& operator=(const ReportRun&) = delete;

    // Does one part. True: there is more.
    bool step();
    // Once step() has returned false.
    const v1::Report& report() const { return report_; }

  private:
    enum class Phase { Count, Unassigned, Describe, Done };

    bool count_some();
    std::vector<store::AssignmentAsOf> next_part();
    void count(const store::AssignmentAsOf& assignment);
    bool count_some_unassigned();
    void finish();
    void add_agencies();
    std::string title_of(const store::Document& document) const;
    v1::ReportPart part(std::string code, std::string name, const ReportFigures& figures) const;

    Engine& engine_;
    ReportQuestion question_;
    ReportNames names_;
    std::optional<store::Restatement> restatement_;  // where that was asked for
    ReportRows rows_;
    Phase phase_ = Phase::Count;
    AssignmentId reached_;
    // Of the agency that was asked for, as yet to be counted, the last first; nullopt: all there are.
    std::optional<std::vector<AssignmentId>> left_;
    TaskId unassigned_seen_;
    ReportFigures total_;
    std::unordered_map<AgencyId, ReportFigures> agencies_;
    std::unordered_map<DocumentId, ReportFigures> documents_;
    std::vector<std::pair<std::string, ReportFigures>> sections_;  // in the order in which they come
    std::vector<bool> tasks_;                                      // seen, by id
    v1::Report report_;
};

}  // namespace dondoc::engine
