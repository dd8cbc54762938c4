// SPDX-License-Identifier: Apache-2.0
#include "simulation/people_oracle.h"

#include "simulation/violation.h"

namespace dondoc::simulation {

void PeopleOracle::see(store::Store& store) {
    for (const auto& document : store.plans.list()) {
        if (!document.secret) continue;
        for (const auto task : store.plans.tasks_of(document.id)) {
            auto& leads = leads_[static_cast<std::uint64_t>(task.value)];
            for (const auto& assignment : store.assignments.of_task(task))
                leads.insert(store.agencies.get(assignment.agency).code);
        }
    }
}

void PeopleOracle::answered(const v1::Request& command, const v1::Reply& reply) {
    if (command.has_person_add()) {
        const auto& edit = command.person_add().entry().edit();
        private_texts_.insert({edit.name(), edit.email(), edit.phone()});
    }
    if (command.has_person_change()) private_texts_.insert(command.person_change().edit().email());
    private_texts_.erase("");
    if (reply.has_person() && command.has_person_add())
        persons_[reply.person().person().id()] = reply.person().person().agency();
    if (reply.has_person() && command.has_person_remove()) persons_.erase(reply.person().person().id());
    if (!reply.has_press() || command.press().dry_run()) return;
    for (const auto& row : reply.press().assignments()) {
        const auto times = ++pressed_[row.assignment()];
        ++pressed_in_all_;
        if (row.pressed() != static_cast<std::uint32_t>(times))
            throw Violation("assignment " + std::to_string(row.assignment()) + " was pressed for " +
                            std::to_string(times) + " times and says " + std::to_string(row.pressed()));
    }
}

void PeopleOracle::check(store::Store& store, const std::vector<v1::Event>& events) const {
    for (const auto& event : events) {
        check_private(event);
        for (const auto& item : event.digest().items())
            check_secret(event, item.task(), item.secret(), item.role());
        if (event.has_change())
            check_secret(event, event.change().task(), event.change().secret(), event.change().role());
        for (const auto& change : event.more())
            check_secret(event, change.task(), change.secret(), change.role());
    }
    check_pressed(store, events);
    check_persons(store, events);
}

void PeopleOracle::check_secret(const v1::Event& event, std::uint64_t task, bool secret,
                                const std::string& role) const {
    const auto leads = leads_.find(task);
    if (secret != (leads != leads_.end()))
        throw Violation("what is secret is not marked, or something else is: " + event.ShortDebugString());
    if (!secret) return;
    const bool above = event.agency() == office_ || event.kind() == v1::EventKind::escalation;
    if (role == "cooperating" || (!above && !leads->second.contains(event.agency())))
        throw Violation("a secret was told to who does not lead it: " + event.ShortDebugString());
}

void PeopleOracle::check_private(const v1::Event& event) const {
    const auto bytes = event.SerializeAsString();
    for (const auto& text : private_texts_)
        if (bytes.find(text) != std::string::npos)
            throw Violation("an event says who somebody is (" + text + "): " + event.ShortDebugString());
}

void PeopleOracle::check_pressed(store::Store& store, const std::vector<v1::Event>& events) const {
    std::map<std::uint64_t, int> told;
    for (const auto& event : events) {
        if (event.kind() != v1::EventKind::pressed) continue;
        for (const auto& item : event.digest().items()) {
            const auto assignment =
                store.assignments.get({static_cast<std::int64_t>(item.assignment())}).value();
            if (store.agencies.get(assignment.agency).code != event.agency())
                throw Violation("another agency was pressed: " + event.ShortDebugString());
            if (item.pressed() != static_cast<std::uint32_t>(++told[item.assignment()]))
                throw Violation("pressed twice, or counted wrong: " + event.ShortDebugString());
        }
    }
    if (told != pressed_) throw Violation("what was pressed is not what the agencies were told");
    for (const auto& [assignment, times] : pressed_)
        if (store.assignments.get({static_cast<std::int64_t>(assignment)})->pressed != times)
            throw Violation("assignment " + std::to_string(assignment) + " does not count how often it was " +
                            "pressed for");
}

void PeopleOracle::check_persons(store::Store& store, const std::vector<v1::Event>& events) const {
    for (const auto& event : events) {
        if (event.change().action() != "responsible" || event.change().detail().person() == 0) continue;
        const auto person =
            store.persons.get({static_cast<std::int64_t>(event.change().detail().person())}).value();
        if (!person.agency || store.agencies.get(*person.agency).code != event.agency())
            throw Violation("somebody of another agency answers for it: " + event.ShortDebugString());
    }
    std::map<std::uint64_t, std::string> there;
    for (const auto& agency : store.agencies.load().agencies)
        for (const auto& person : store.persons.of(store.agencies.find(agency.code)->id))
            there[static_cast<std::uint64_t>(person.id.value)] = agency.code;
    if (there != persons_) throw Violation("the persons are not those that were added and not removed");
}

}  // namespace dondoc::simulation
