// SPDX-License-Identifier: Apache-2.0
// Figures of dossiers: read on a thread of its own, answered when they are there.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "engine/background.h"
#include "hub/requests/convert.h"
#include "hub/requests/flow_wire.h"
#include "hub/requests/handlers.h"
#include "store/flow_tallies.h"

namespace dondoc::hub {
namespace {

store::FlowQuestion question_of(const Call& call, const v1::FlowReportRequest& wanted) {
    store::FlowQuestion question;
    question.from = required_day(wanted.from(), "from");
    question.to = to_day(wanted.to(), "to").value_or(call.engine.today());
    if (question.to < question.from)
        throw UserError("flow.bad_period", {spoken_day(question.from), spoken_day(question.to)}, "to");
    // Up to the end of the last day, or as everything stands now.
    const auto end = to_instant(local_seconds{question.to + date::days{1}}) - std::chrono::seconds{1};
    question.at = std::min(end, call.engine.now());
    question.agency = call.agency(wanted.agency());
    question.source = wanted.source();
    question.procedure = wanted.procedure();
    return question;
}

class FlowReportJob : public Job {
  public:
    FlowReportJob(const std::filesystem::path& database, const store::FlowQuestion& question,
                  const v1::FlowReportRequest& wanted)
        : question_(question),
          by_agency_(wanted.by_agency()),
          by_procedure_(wanted.by_procedure()),
          reading_([database, question](const auto& stop) {
              return store::read_flow_figures(database, question, stop);
          }) {}

    bool step() override { return !reading_.is_done(); }
    bool waits() const override { return true; }
    void answer(v1::Reply& reply) override {
        auto& report = *reply.mutable_flow_report();
        report.set_from(iso_day(question_.from));
        report.set_to(iso_day(question_.to));
        FlowFigures total;
        std::map<std::tuple<std::string, std::string, std::string>, store::FlowAnswer::Row> rows;
        for (auto& row : reading_.take().rows) {
            total += row.figures;
            if (!by_agency_) row.agency = row.agency_name = "";
            if (!by_procedure_) row.source = row.procedure = row.procedure_name = "";
            const auto key = std::tuple{row.agency, row.source, row.procedure};
            const auto [known, is_new] = rows.try_emplace(key, row);
            if (!is_new) known->second.figures += row.figures;
        }
        *report.mutable_total() = to_wire(total);
        report.set_open_unknown(total.in_time + total.overdue + total.paused != total.open());
        if (!by_agency_ && !by_procedure_) return;
        for (const auto& [key, row] : rows) {
            auto& added = *report.add_rows();
            added.set_agency(row.agency);
            added.set_agency_name(row.agency_name);
            added.set_source(row.source);
            added.set_procedure(row.procedure);
            added.set_procedure_name(row.procedure_name);
            *added.mutable_figures() = to_wire(row.figures);
        }
    }

  private:
    store::FlowQuestion question_;
    bool by_agency_, by_procedure_;
    engine::Background<store::FlowAnswer> reading_;
};

}  // namespace

std::unique_ptr<Job> report_flow(Call& call, const v1::FlowReportRequest& wanted) {
    return std::make_unique<FlowReportJob>(call.engine.store().database.file(), question_of(call, wanted),
                                           wanted);
}

}  // namespace dondoc::hub
