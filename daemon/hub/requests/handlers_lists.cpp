// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>

#include "domain/document_level.h"
#include "domain/limits.h"
#include "engine/task_terms.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "hub/requests/listing.h"
#include "hub/requests/paging.h"
#include "hub/requests/persons.h"
#include "language/words/normalize.h"

namespace dondoc::hub {
namespace {

static_assert(static_cast<int>(store::ListOrder::Due) == v1::ListSort::due &&
              static_cast<int>(store::ListOrder::Updated) == v1::ListSort::updated &&
              static_cast<int>(store::ListOrder::Given) == v1::ListSort::given &&
              static_cast<int>(store::ListOrder::Agency) == v1::ListSort::agency &&
              static_cast<int>(store::ListOrder::Document) == v1::ListSort::document &&
              static_cast<int>(store::ListOrder::Progress) == v1::ListSort::progress);

store::ListSort sort_of(const v1::TaskListRequest& wanted) {
    if (!v1::ListSort::By_IsValid(wanted.sort()))
        throw UserError("value.sort", {std::to_string(wanted.sort())}, "sort");
    return {static_cast<store::ListOrder>(wanted.sort()), wanted.reverse()};
}

void add_timeliness(const v1::TaskListRequest& wanted, store::AssignmentFilter& filter) {
    for (const auto timeliness : wanted.timeliness()) {
        const auto known = from_wire(static_cast<v1::Timeliness::Class>(timeliness));
        if (!known) throw UserError("value.timeliness", {std::to_string(timeliness)}, "timeliness");
        filter.timeliness.push_back(*known);
    }
}

void add_role(const v1::TaskListRequest& wanted, store::AssignmentFilter& filter) {
    if (wanted.role().empty() || wanted.role() == "lead") return;
    if (wanted.role() != "cooperating") throw UserError("value.role", {wanted.role()}, "role");
    if (!filter.agency) throw UserError("list.role_of_whom", {}, "agency");
    filter.role = store::AssignmentFilter::Role::Cooperating;
}

// Where tasks come from is the office's to know.
std::string known_source(Call& call, const std::string& named) {
    if (!call.sees_all()) throw UserError("access.denied", {roles_from(Role::Office)}, "source");
    require_length(named, max_name_bytes, "source");
    auto source = language::normalize(named);
    if (call.engine.store().task_sources.count(source) == 0)
        throw UserError("source.unknown", {source}, "source");
    return source;
}

void fill_row(Call& call, TaskId id, v1::AssignmentRow& row) {
    auto& store = call.engine.store();
    const auto task = store.plans.task(id).value();
    const auto document = store.plans.get(task.document);
    row.set_task(static_cast<std::uint64_t>(id.value));
    row.set_document(document.number);
    row.set_level(document.level);
    row.set_task_number(task.number);
    row.set_title(task.title);
    row.set_priority(std::string{name_of(task.priority)});
    row.set_agency_name(task.lead_text);
    row.set_deadline_text(task.deadline.phrase);
    row.set_deadline_kind(to_wire(kind_of(task.deadline.term)));
    if (const auto due = engine::due_in_force(store, task, document.issued)) {
        row.set_due(iso_day(*due));
        row.set_days_left(static_cast<int>((*due - call.engine.today()).count()));
    }
}

// Tasks for which no agency could be found belong to nobody, so only the office sees them.
void list_unassigned(Call& call, const v1::TaskListRequest& wanted, const store::AssignmentFilter& filter,
                     v1::TaskListReply& list) {
    if (!call.sees_all()) throw UserError("access.denied", {roles_from(Role::Office)});
    const store::ListSort by_id{store::ListOrder::Given, false};
    if (wanted.sort() != v1::ListSort::due || wanted.reverse())
        throw UserError("list.unassigned_sort", {}, "sort");
    TaskId after{};
    if (!wanted.after().empty())
        after.value = std::get<std::int64_t>(position_of(by_id, wanted.after()).at(0));
    const auto page = call.engine.store().lists.unassigned(filter, after, page_size(wanted.limit()),
                                                           offset_of(wanted.offset()));
    for (const auto id : page.tasks) fill_row(call, id, *list.add_rows());
    list.set_skipped(static_cast<std::uint64_t>(page.skipped));
    if (page.next) list.set_next(to_wire(by_id, {page.next->value}));
    if (page.next || !wanted.after().empty())
        list.set_uncounted(true);
    else
        list.set_total(page.tasks.size() + static_cast<std::size_t>(page.skipped));
}

}  // namespace

void list_tasks(Call& call, const v1::TaskListRequest& wanted, v1::TaskListReply& list) {
    auto filter = own_filter(call, wanted.agency());
    list.set_today(iso_day(filter.today));
    if (!wanted.source().empty()) filter.source = known_source(call, wanted.source());
    filter.documents = call.documents(wanted.document());
    if (!wanted.text().empty()) filter.text = text_filter(wanted.text());
    if (wanted.unassigned()) return list_unassigned(call, wanted, filter, list);
    if (!wanted.level().empty() && !is_document_level(wanted.level()))
        throw UserError("plan.level", {wanted.level()}, "level");
    filter.level = wanted.level();
    add_timeliness(wanted, filter);
    add_role(wanted, filter);
    filter.due_from = to_day(wanted.due_from(), "due_from");
    filter.due_to = to_day(wanted.due_to(), "due_to");
    filter.waiting = wanted.waiting();
    if (!wanted.responsible().empty())
        filter.responsible = find_person(call, wanted.responsible(), "responsible").id;
    if (wanted.under() != 0) {
        filter.under = TaskId{static_cast<std::int64_t>(wanted.under())};
        if (call.sees_all()) call.task(wanted.under(), "under");
    }
    store::ListWindow window;
    window.sort = sort_of(wanted);
    window.limit = page_size(wanted.limit());
    window.offset = offset_of(wanted.offset());
    if (!wanted.after().empty()) window.after = position_of(window.sort, wanted.after());

    auto& store = call.engine.store();
    const auto tallied = store.tallies.count(filter);
    window.with_total = !tallied;
    const auto page = store.lists.page(filter, window);
    add_rows(call, filter, page.rows, *list.mutable_rows());
    list.set_skipped(static_cast<std::uint64_t>(page.skipped));
    if (page.next) list.set_next(to_wire(window.sort, *page.next));
    const auto total = tallied ? tallied : page.total;
    list.set_uncounted(!total);
    list.set_total(static_cast<std::uint64_t>(total.value_or(0)));
}

}  // namespace dondoc::hub
