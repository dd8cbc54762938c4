// SPDX-License-Identifier: Apache-2.0
// The jobs: what takes so long that others must be served meanwhile.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/plans/plan_import.h"
#include "engine/trials/rehearsal.h"
#include "hub/requests/clock.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"

namespace dondoc::hub {
namespace {

class ClockAdvance : public Job {
  public:
    ClockAdvance(engine::Engine& engine, sys_seconds target)
        : engine_(engine), target_(target), before_(engine.store().inbox.last_event()) {}

    bool step() override { return engine_.advance_towards(target_); }
    void answer(v1::Reply& reply) override {
        auto& clock = *reply.mutable_clock();
        clock.set_mode("simulated");
        set(*clock.mutable_now(), engine_.now());
        clock.set_today(iso_day(engine_.today()));
        clock.set_events(
            static_cast<std::uint64_t>(engine_.store().inbox.last_event().value - before_.value));
    }

  private:
    engine::Engine& engine_;
    sys_seconds target_;
    EventId before_;  // the last event when it began
};

class RehearsalJob : public Job {
  public:
    RehearsalJob(const Call& call, const v1::RehearseRequest& wanted)
        : document_(wanted.rows().empty() ? named(call, wanted.document()) : from_wire(wanted.document())),
          absent_(from_wire(wanted.absent())),
          lang_(call.lang),
          rehearsal_(
              call.engine, [this](engine::Work& work) { return prepare(work); },
              to_day(wanted.until(), "until")) {
        rows_.reserve(static_cast<std::size_t>(wanted.rows_size()));
        for (const auto& row : wanted.rows()) rows_.push_back(from_wire(row));
    }

    bool step() override { return rehearsal_.step(); }
    void answer(v1::Reply& reply) override {
        auto& report = *reply.mutable_rehearsal();
        report = rehearsal_.report();
        *report.mutable_document() = to_wire(document_);
        report.set_problems(static_cast<std::uint64_t>(doubts_.size()));
        for (auto& row : doubts_) *report.add_doubts() = std::move(row);
    }
    Progress progress() const override { return {rehearsal_.done(), rehearsal_.total()}; }

  private:
    static store::Document named(const Call& call, const v1::Document& document) {
        return call.document(
            {document.number(), document.issuer(), to_day(document.issued(), "document.issued")});
    }
    DocumentId prepare(engine::Work& work) {
        if (rows_.empty()) return document_.id;
        const auto read = engine::read_plan(work.directory, work.rules, document_, rows_, absent_);
        for (const auto& row : read)
            if (!row.task.problems.empty()) doubts_.push_back(to_wire(row, lang_));
        engine::import_plan(work, document_, read, {},
                            {.trial = true, .new_document = true, .absent = absent_});
        return work.store.plans.find(document_.issuer, document_.number, document_.issued).value().id;
    }

    store::Document document_;
    std::vector<engine::PlanRow> rows_;
    std::vector<v1::PlanRow> doubts_;
    engine::AbsentMembers absent_;
    text::Lang lang_;
    engine::Rehearsal rehearsal_;
};

}  // namespace

std::unique_ptr<Job> advance_clock(Call& call, const v1::ClockAdvanceRequest& wanted) {
    const auto now = call.engine.now();
    if (!call.engine.is_simulated()) throw UserError("clock.system");
    const auto target = to_moment(wanted.to(), "to");
    if (target < now) throw UserError("clock.backwards", {iso_instant(now)}, "to");
    constexpr date::days furthest{5 * 366};
    if (target - now > furthest) throw UserError("clock.too_far", {std::to_string(furthest.count())}, "to");
    return std::make_unique<ClockAdvance>(call.engine, target);
}

std::unique_ptr<Job> rehearse(Call& call, const v1::RehearseRequest& wanted) {
    return std::make_unique<RehearsalJob>(call, wanted);
}

}  // namespace dondoc::hub
