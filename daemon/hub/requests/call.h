// SPDX-License-Identifier: Apache-2.0
// One request being answered: who asks, what the request is about, and whether the asker may see it. Every
// handler learns it here and nowhere else, so that what belongs to others cannot be told apart from what does
// not exist.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/lifecycle.h"
#include "engine/document_lookup.h"
#include "engine/engine.h"
#include "hub/transport/access_list.h"
#include "hub/transport/turned_away.h"
#include "text/catalogue.h"

namespace dondoc::engine {
class Upkeep;
}

namespace dondoc::hub {

struct Call {
    engine::Engine& engine;
    engine::Work* work;  // the transaction of a command; nullptr for a question
    const Identity& who;
    text::Lang lang;
    std::size_t sessions;  // listeners connected now
    const TurnedAway& turned_away;
    std::function<void(std::size_t done, std::size_t total)> progress;
    std::vector<std::function<void()>> after_commit;  // of the handler; run when everything is on disk
    engine::Upkeep* upkeep = nullptr;  // nullptr: there is none, as in a test without a data folder

    // Who did it, as histories and events tell it: the key's name, or its role and the beginning of the key.
    // Never empty.
    std::string by() const;

    // The key is the office's, or of a higher role: nothing is foreign to it.
    bool sees_all() const { return who.may(Role::Office); }
    bool may_see(AgencyId agency) const { return sees_all() || who.agency == agency; }
    // It leads the task or cooperates in it, or has done so.
    bool may_see(TaskId task) const;
    // When the last part that the key's agency had of the task was taken from it; nullopt: it has one, or the
    // key sees all.
    std::optional<sys_seconds> parted(TaskId task) const;
    // What the row said at the parting, where it says something else now: that is all the agency may know of
    // it. nullopt: the row as it is.
    std::optional<store::Partings::Text> text_then(TaskId task) const;
    // The key's agency has a part of the document still, or the key sees all.
    bool has_part_in(DocumentId document) const;
    // Its agency cooperates in the task: it sees all parts of it, and may comment.
    bool cooperates(TaskId task) const;
    // Who asks, seen from an assignment. nullopt: it belongs to others.
    std::optional<Actor> actor(const store::Assignment& assignment) const;

    // Whose things are asked for: the agency of that code, or of a code that it had before. An agency's key
    // gets its own, whatever it names, or is refused; nullopt: all that there are. Throws UserError
    // "access.foreign", "agency.unknown", "agency.unknown_like".
    std::optional<AgencyId> agency(const std::string& code, const char* place = "agency") const;
    // Of the register, which is open to everybody. Throws "agency.unknown", "agency.unknown_like".
    store::Agencies::Ref registered(const std::string& code, const char* place = "agency") const;

    // Throws UserError "task.unknown".
    store::Task task(std::uint64_t id, const char* place = "task") const;
    // One that the key may look at. Throws UserError "assignment.unknown".
    store::Assignment assignment(std::uint64_t id, const char* place = "assignment") const;
    // One of the key's own agency, or any for who sees all. Throws the same.
    store::Assignment own_assignment(std::uint64_t id, const char* place = "assignment") const;
    // The inbox of an agency that ceased is for reading. Throws UserError "access.agency_ended".
    void require_active() const;

    // Documents that the key may see, by day of issue.
    std::vector<store::Document> known_documents() const;
    // All of them that have the number; none for an empty number. Throws as engine::with_number().
    std::vector<DocumentId> documents(const std::string& number) const;
    // Throws as engine::find_document().
    store::Document document(const engine::DocumentName& name) const;
};

}  // namespace dondoc::hub
