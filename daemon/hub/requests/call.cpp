// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/call.h"

#include <algorithm>

#include "engine/agency_named.h"
#include "wire/kinds.h"

namespace dondoc::hub {

std::string Call::by() const {
    constexpr std::size_t told_of_key = 8;  // characters
    if (!who.name.empty()) return who.name;
    return v1::Role::Kind_Name(wire::to_wire(who.role)) + " " + who.public_key.substr(0, told_of_key);
}

bool Call::may_see(TaskId task) const {
    return sees_all() || engine.store().plans.may_see(who.agency.value(), task);
}

std::optional<sys_seconds> Call::parted(TaskId task) const {
    if (sees_all()) return std::nullopt;
    return engine.store().partings.of(who.agency.value(), task);
}

std::optional<store::Partings::Text> Call::text_then(TaskId task) const {
    const auto at = parted(task);
    return at ? engine.store().partings.text_at(task, *at) : std::nullopt;
}

bool Call::has_part_in(DocumentId document) const {
    return sees_all() || engine.store().partings.has_part_in(who.agency.value(), document);
}

bool Call::cooperates(TaskId task) const {
    if (!who.agency) return false;
    const auto agencies = engine.store().plans.cooperating(task);
    return std::ranges::find(agencies, *who.agency) != agencies.end();
}

std::optional<Actor> Call::actor(const store::Assignment& assignment) const {
    if (who.may(Role::Operator)) return Actor::Operator;
    if (who.may(Role::Office)) return Actor::Office;
    if (assignment.agency == who.agency) return Actor::Agency;
    if (cooperates(assignment.task)) return Actor::Cooperating;
    return std::nullopt;
}

std::optional<AgencyId> Call::agency(const std::string& code, const char* place) const {
    if (sees_all()) {
        if (code.empty()) return std::nullopt;
        return registered(code, place).id;
    }
    const auto named = engine.store().agencies.find(code);
    if (!code.empty() && !(named && named->id == who.agency))
        throw UserError("access.foreign", {code, who.agency_code}, place);
    return who.agency;
}

store::Agencies::Ref Call::registered(const std::string& code, const char* place) const {
    return engine::agency_named(engine.store().agencies, engine.directory(), code, place);
}

store::Task Call::task(std::uint64_t id, const char* place) const {
    const TaskId wanted{static_cast<std::int64_t>(id)};
    if (may_see(wanted))
        if (auto task = engine.store().plans.task(wanted)) return std::move(*task);
    throw UserError("task.unknown", {std::to_string(id)}, place);
}

store::Assignment Call::assignment(std::uint64_t id, const char* place) const {
    const auto found = engine.store().assignments.get({static_cast<std::int64_t>(id)});
    if (!found || !actor(*found)) throw UserError("assignment.unknown", {std::to_string(id)}, place);
    return *found;
}

store::Assignment Call::own_assignment(std::uint64_t id, const char* place) const {
    auto found = assignment(id, place);
    if (!may_see(found.agency)) throw UserError("assignment.unknown", {std::to_string(id)}, place);
    return found;
}

void Call::require_active() const {
    if (sees_all()) return;
    if (const auto ended = engine.store().successions.ended_by(who.agency.value()))
        throw UserError("access.agency_ended", {who.agency_code, spoken_day(ended->day)});
}

std::vector<store::Document> Call::known_documents() const {
    auto& plans = engine.store().plans;
    return sees_all() ? plans.list() : plans.seen_by(who.agency.value());
}

std::vector<DocumentId> Call::documents(const std::string& number) const {
    std::vector<DocumentId> ids;
    if (number.empty()) return ids;
    for (const auto& document : engine::with_number(known_documents(), number)) ids.push_back(document.id);
    return ids;
}

store::Document Call::document(const engine::DocumentName& name) const {
    return engine::find_document(known_documents(), name);
}

}  // namespace dondoc::hub
