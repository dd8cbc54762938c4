// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/term_page.h"

#include <cstdint>
#include <string>

#include "domain/recurrence.h"
#include "engine/planning.h"
#include "hub/requests/convert.h"

namespace dondoc::hub {
namespace {

void add_openings(Call& call, TaskId task, v1::TaskShowReply& shown) {
    auto& store = call.engine.store();
    const auto openings = store.openings.of_task(task);
    if (openings.empty()) return;
    const auto term = store.plans.task(task)->deadline.term;
    for (const auto& opening : openings) {
        const auto assignment = store.assignments.get(opening.after).value();
        const auto next = occurrence_after(term, assignment.occurrence.value());
        if (!next || !call.may_see(assignment.agency)) continue;
        auto& wire = *shown.add_openings();
        wire.set_agency(store.agencies.get(assignment.agency).code);
        wire.set_due(iso_day(*next));
        set(*wire.mutable_time(), opening.at);
    }
}

}  // namespace

v1::TermEntry to_wire(const store::TermEntry& entry, text::Lang lang) {
    v1::TermEntry wire;
    set(*wire.mutable_time(), entry.at);
    wire.set_action(std::string{name_of(entry.kind)});
    wire.set_by(entry.by);
    if (entry.happened) wire.set_happened(iso_day(*entry.happened));
    wire.set_phrase(entry.phrase);
    if (entry.due) wire.set_due(iso_day(*entry.due));
    if (entry.hour) wire.set_hour(clock_text(*entry.hour));
    if (!entry.why.key.empty()) wire.set_why(text::render(lang, entry.why));
    wire.set_document(entry.document);
    wire.set_reason(entry.reason);
    return wire;
}

v1::Review to_wire(const store::PlannedReview& review, Call& call) {
    auto& engine = call.engine;
    const auto assignment = engine.store().assignments.get(review.assignment).value();
    const auto brief = engine.store().plans.brief(assignment.task);
    v1::Review wire;
    wire.set_assignment(static_cast<std::uint64_t>(assignment.id.value));
    wire.set_task(static_cast<std::uint64_t>(assignment.task.value));
    wire.set_document(brief.document);
    wire.set_task_number(brief.number);
    wire.set_title(brief.title);
    wire.set_agency(engine.store().agencies.get(assignment.agency).code);
    wire.set_deadline_text(brief.deadline_text);
    wire.set_since(iso_day(review.since));
    wire.set_due(iso_day(review.due));
    wire.set_days_left(static_cast<int>((review.due - engine.today()).count()));
    const auto* policy =
        engine::policy_of(engine.rules(), engine.directory(), engine::traits_of(brief), assignment.agency);
    if (policy != nullptr) wire.set_rule(policy->name);
    return wire;
}

void add_term_page(Call& call, TaskId task, v1::TaskShowReply& shown) {
    auto& store = call.engine.store();
    for (const auto& entry : store.task_terms.of(task)) *shown.add_terms() = to_wire(entry, call.lang);
    add_openings(call, task, shown);
    for (const auto& review : store.reviews.of_task(task))
        if (call.may_see(store.assignments.get(review.assignment)->agency))
            *shown.add_reviews() = to_wire(review, call);
}

}  // namespace dondoc::hub
