// SPDX-License-Identifier: Apache-2.0
// Terms that are not one fixed day: events, terms set later, reviews of standing duties.
#include <cstdint>
#include <optional>
#include <string>

#include "domain/document_number.h"
#include "engine/planning.h"
#include "engine/reviews.h"
#include "engine/task_terms.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "hub/requests/paging.h"
#include "hub/requests/term_page.h"

namespace dondoc::hub {
namespace {

local_days said_day(const std::string& text, const char* place, const char* missing) {
    const auto day = to_day(text, place);
    if (!day) throw UserError(missing, {}, place);
    return *day;
}

void answer_term(Call& call, std::uint64_t task, const engine::TermDecided& decided,
                 v1::TaskTermReply& reply) {
    reply.set_task(task);
    *reply.mutable_term() = to_wire(decided.entry, call.lang);
    reply.set_changed(static_cast<std::uint64_t>(decided.changed));
    reply.set_told(static_cast<std::uint64_t>(decided.told));
    for (const auto& problem : decided.problems) reply.add_problems(text::render(call.lang, problem));
}

}  // namespace

void record_task_event(Call& call, const v1::TaskEventRequest& wanted, v1::TaskTermReply& reply) {
    const auto task = call.task(wanted.task()).id;
    const auto decided =
        wanted.undo()
            ? engine::undo_decision(*call.work, task, engine::Undo::Event, wanted.reason(), call.by())
            : engine::record_event(
                  *call.work, {task, said_day(wanted.happened(), "happened", "term.no_event_day"),
                               to_day(wanted.due(), "due"), printed_number(wanted.document(), "document"),
                               wanted.reason(), call.by()});
    answer_term(call, wanted.task(), decided, reply);
}

void set_task_term(Call& call, const v1::TaskTermRequest& wanted, v1::TaskTermReply& reply) {
    const auto task = call.task(wanted.task()).id;
    const auto decided =
        wanted.undo()
            ? engine::undo_decision(*call.work, task, engine::Undo::Term, wanted.reason(), call.by())
            : engine::set_term(*call.work, {task, to_day(wanted.due(), "due"), wanted.phrase(),
                                            printed_number(wanted.document(), "document"),
                                            to_day(wanted.issued(), "issued"), wanted.reason(), call.by()});
    answer_term(call, wanted.task(), decided, reply);
}

void review_assignment(Call& call, const v1::AssignmentReviewRequest& wanted,
                       v1::AssignmentReviewReply& reply) {
    const auto assignment = call.own_assignment(wanted.assignment());
    call.require_active();
    engine::record_review(*call.work, assignment, wanted.note(), call.by());
    auto& review = *reply.mutable_review();
    review.set_assignment(wanted.assignment());
    review.set_agency(call.engine.directory().code_of(assignment.agency));
    if (const auto next = call.engine.store().reviews.of(assignment.id)) review = to_wire(*next, call);
}

void list_reviews(Call& call, const v1::ReviewListRequest& wanted, v1::ReviewListReply& list) {
    const auto agency = call.agency(wanted.agency());
    const auto today = call.engine.today();
    const auto until = wanted.all() ? std::nullopt : std::optional{today};
    auto& reviews = call.engine.store().reviews;
    for (const auto& review :
         reviews.list(agency, until, page_size(wanted.limit()), offset_of(wanted.offset())))
        *list.add_reviews() = to_wire(review, call);
    list.set_total(static_cast<std::uint64_t>(reviews.count(agency, until)));
    list.set_today(iso_day(today));
}

}  // namespace dondoc::hub
