// SPDX-License-Identifier: Apache-2.0
#include "engine/flow/flow_intake.h"

#include <algorithm>
#include <chrono>

#include "domain/limits.h"
#include "engine/agency_named.h"
#include "engine/flow/flow_planning.h"
#include "language/readers.h"

namespace dondoc::engine {
namespace {

constexpr std::size_t longest_code = 200;  // bytes
constexpr std::size_t most_pauses = 100;
constexpr std::chrono::hours clocks_differ{24};  // of the source and this machine
const auto earliest = to_instant(local_seconds{civil(2000, 1, 1)});

std::string code_of(const std::string& said, const char* place) {
    auto code = language::normalize(said);
    if (code.empty()) throw UserError("flow.no_code", {}, place);
    require_length(code, longest_code, place);
    return code;
}

void require_pauses(const FlowSaid& said) {
    if (said.pauses.size() > most_pauses)
        throw UserError("flow.too_many_pauses", {std::to_string(most_pauses)}, "pauses");
    auto from = said.received;
    for (std::size_t i = 0; i < said.pauses.size(); ++i) {
        const auto& pause = said.pauses[i];
        const auto place = "pauses[" + std::to_string(i) + "]";
        if (pause.from < from || (pause.to && *pause.to < pause.from))
            throw UserError("flow.pause_order", {spoken_instant(pause.from)}, place);
        const bool is_last = i + 1 == said.pauses.size();
        const bool may_go_on = is_last && (said.state == FlowState::Paused || is_finished(said.state));
        if (!pause.to && !may_go_on)
            throw UserError("flow.pause_goes_on", {spoken_instant(pause.from)}, place);
        if (pause.to) from = *pause.to;
    }
    const bool is_paused = !said.pauses.empty() && !said.pauses.back().to;
    if (said.state == FlowState::Paused && !is_paused) throw UserError("flow.no_pause", {}, "pauses");
}

// The same, whatever is known of it here besides.
bool is_same_dossier(const store::FlowItem& one, const store::FlowItem& other) {
    return one.procedure == other.procedure && one.agency == other.agency &&
           one.clock.term == other.clock.term && one.clock.received == other.clock.received &&
           one.clock.pauses == other.clock.pauses && one.state == other.state &&
           one.finished == other.finished && one.changed == other.changed;
}

}  // namespace

FlowIntake::FlowIntake(Work& work, const std::string& source) : work_(work) {
    const auto name = language::normalize(source);
    if (name.empty()) throw UserError("flow.no_source", {}, "source");
    require_length(name, longest_code, "source");
    source_ = work.store.flow.source(name);
}

bool FlowIntake::put(const std::string& said_code, const std::string& said_name, const FlowTerm& term) {
    const auto code = code_of(said_code, "code");
    const auto name = language::normalize(said_name);
    if (name.empty()) throw UserError("flow.no_name", {code}, "name");
    require_length(name, max_name_bytes, "name");
    procedures_.erase(code);
    return work_.store.flow.put(source_, {{}, code, name, term});
}

store::FlowProcedure FlowIntake::procedure(const std::string& said) {
    const auto code = code_of(said, "procedure");
    if (const auto known = procedures_.find(code); known != procedures_.end()) return known->second;
    const auto found = work_.store.flow.procedure(source_, code);
    if (!found) throw UserError("flow.unknown_procedure", {code}, "procedure");
    return procedures_.emplace(code, *found).first->second;
}

AgencyId FlowIntake::office(const std::string& code) {
    if (const auto known = offices_.find(code); known != offices_.end()) return known->second;
    const auto found = agency_named(work_.store.agencies, work_.directory, code, "office");
    return offices_.emplace(code, found.id).first->second;
}

void FlowIntake::require_times(const FlowSaid& said) const {
    if (said.received < earliest)
        throw UserError("flow.too_old", {spoken_instant(said.received), spoken_day(civil_day(earliest))},
                        "received");
    const auto require_past = [&](const std::optional<sys_seconds>& at, const char* place) {
        if (at && *at > work_.now + clocks_differ)
            throw UserError("flow.future", {spoken_instant(*at), spoken_instant(work_.now)}, place);
    };
    require_past(said.received, "received");
    for (const auto& pause : said.pauses) {
        require_past(pause.from, "pauses");
        require_past(pause.to, "pauses");
    }
    require_past(said.finished, "finished");
    require_pauses(said);
    if (is_finished(said.state) != said.finished.has_value())
        throw UserError(said.finished ? "flow.not_finished" : "flow.no_finished", {}, "finished");
    if (!said.finished) return;
    auto last = said.received;
    if (!said.pauses.empty()) last = said.pauses.back().to.value_or(said.pauses.back().from);
    if (*said.finished < last)
        throw UserError("flow.finished_order", {spoken_instant(*said.finished), spoken_instant(last)},
                        "finished");
}

FlowOutcome FlowIntake::take(const FlowSaid& said) {
    store::FlowItem item;
    item.source = source_;
    item.code = code_of(said.id, "id");
    const auto of = procedure(said.procedure);
    item.procedure = of.id;
    item.agency = office(said.office);
    require_times(said);
    item.state = said.state;
    item.finished = said.finished;
    item.changed = said.changed;

    const auto known = work_.store.flow.find(source_, item.code);
    if (known && said.changed && known->changed && *said.changed < *known->changed) return FlowOutcome::Older;
    if (!known && said.finished && *said.finished < work_.store.flow.removed_before())
        return FlowOutcome::Forgotten;
    const bool keeps_term = known && known->procedure == of.id;
    item.clock = {said.term.value_or(keeps_term ? known->clock.term : of.term), said.received, said.pauses};
    // Whoever finishes what is paused ends the pause.
    if (item.finished && !item.clock.pauses.empty() && !item.clock.pauses.back().to)
        item.clock.pauses.back().to = item.finished;
    if (known && is_same_dossier(item, *known)) return FlowOutcome::Unchanged;
    if (known) item.id = known->id;
    put(std::move(item), known);
    return known ? FlowOutcome::Changed : FlowOutcome::Added;
}

void FlowIntake::put(store::FlowItem item, const std::optional<store::FlowItem>& known) {
    item.due = flow_due(item.clock, work_.rules.calendar, work_.rules.flow.hours);
    if (known) {
        work_.store.flow.change(item);
        store::take_away(days_, *known);
    } else {
        item.id = work_.store.flow.add(item);
    }
    store::add(days_, item);
    if (!known && item.finished) return;  // it never had an alarm
    plan_alarm(work_, item);
}

void FlowIntake::finish() {
    work_.store.flow_tallies.write(days_);
    days_.clear();
}

}  // namespace dondoc::engine
