#include "engine/life_record.h"

namespace dondoc::engine {
namespace {

v1::Event event_of(const store::Assignment& assignment, const store::Plans::Brief& brief,
                   std::string_view action, const std::string& by, const v1::ChangeDetail& detail) {
    v1::Event event;
    event.set_kind(v1::EventKind::changed);
    auto& change = *event.mutable_change();
    change.set_assignment(static_cast<std::uint64_t>(assignment.id.value));
    change.set_task(static_cast<std::uint64_t>(assignment.task.value));
    change.set_document(brief.document);
    change.set_task_number(brief.number);
    change.set_title(brief.title);
    change.set_action(std::string{action});
    change.set_state(std::string{name_of(assignment.state)});
    if (assignment.completed_on) change.set_completed_on(iso_day(*assignment.completed_on));
    if (assignment.due) change.set_due(iso_day(*assignment.due));
    change.set_note(detail.note());
    change.set_by(by);
    *change.mutable_detail() = detail;
    change.mutable_detail()->clear_note();
    return event;
}

bool waits_for_the_office(std::string_view action) {
    return action == name_of(Action::Report) || action == name_of(Action::Return) ||
           action == name_of(Action::RequestExtension);
}

}  // namespace

void write_change(Work& work, store::Assignment& assignment, std::string_view action, const std::string& by,
                  const v1::ChangeDetail& detail) {
    work.store.history.write(assignment, action, by, detail.SerializeAsString(), work.now);
}

void tell(Work& work, const store::Assignment& assignment, const store::Plans::Brief& brief,
          std::string_view action, const std::string& by, const v1::ChangeDetail& detail) {
    auto event = event_of(assignment, brief, action, by, detail);
    work.store.notices.add(assignment.task, work.publish(work.store.agencies.get(assignment.agency), event));
    if (!waits_for_the_office(action)) return;
    const auto office = work.store.agencies.find(work.rules.office);
    if (!office || office->id == assignment.agency) return;
    event.mutable_change()->set_agency(work.directory.code_of(assignment.agency));
    work.store.notices.add(assignment.task, work.publish(*office, std::move(event)));
}

}  // namespace dondoc::engine
