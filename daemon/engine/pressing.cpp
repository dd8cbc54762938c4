// SPDX-License-Identifier: Apache-2.0
#include "engine/pressing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string_view>

#include "domain/limits.h"
#include "domain/state_digest.h"
#include "engine/digest.h"
#include "engine/life_record.h"

namespace dondoc::engine {
namespace {

constexpr std::array<std::string_view, 3> ways{"letter", "phone", "mail"};

void check_wish(Work& work, const PressWish& wanted) {
    if (std::ranges::find(ways, wanted.way) == ways.end()) throw UserError("press.way", {wanted.way}, "way");
    if (wanted.assignments.empty()) throw UserError("press.nothing");
    if (wanted.assignments.size() > max_pressed_at_once)
        throw UserError("press.too_many",
                        {std::to_string(wanted.assignments.size()), std::to_string(max_pressed_at_once)});
    require_length(wanted.letter, max_name_bytes, "letter");
    require_length(wanted.note, max_note_bytes, "note");
    if (wanted.day > work.today())
        throw UserError("press.future", {spoken_day(wanted.day), spoken_day(work.today())}, "day");
    for (const auto& assignment : wanted.assignments) {
        const auto id = std::to_string(assignment.id.value);
        if (assignment.state == Workflow::Reported) throw UserError("press.reported", {id});
        if (!awaits_agency(assignment.state))
            throw UserError("press.closed", {id, "@state." + std::string{name_of(assignment.state)}});
        const auto given = civil_day(assignment.given_at);
        if (wanted.day < given)
            throw UserError("press.before", {spoken_day(wanted.day), id, spoken_day(given)}, "day");
    }
}

std::string pressed_digest(const PressWish& wanted) {
    StateDigest digest;
    for (const auto& assignment : wanted.assignments) {
        digest.add(assignment.id.value);
        digest.add(assignment.revision);
    }
    return digest.text();
}

v1::Pressing said_of(const PressWish& wanted) {
    v1::Pressing said;
    said.set_way(wanted.way);
    said.set_document(wanted.letter);
    said.set_day(iso_day(wanted.day));
    said.set_note(wanted.note);
    return said;
}

struct PressedItem {
    v1::AlertItem item;
    DocumentId document;
};

PressedItem pressed_item(Work& work, const store::Assignment& assignment) {
    const auto brief = work.store.plans.brief(assignment.task);
    auto item = engine::item_of(brief, assignment.id, assignment.task, assignment.due.value_or(work.today()),
                                work.today());
    if (!assignment.due) {
        item.clear_due();
        item.clear_days_left();
    }
    item.set_pressed(static_cast<std::uint32_t>(assignment.pressed));
    if (assignment.responsible)
        item.set_responsible(static_cast<std::uint64_t>(assignment.responsible->value));
    return {std::move(item), brief.document_id};
}

}  // namespace

Pressed press(Work& work, const PressWish& wanted) {
    check_wish(work, wanted);
    Pressed pressed;
    pressed.seen = pressed_digest(wanted);
    if (!wanted.seen.empty() && wanted.seen != pressed.seen)
        throw UserError("press.other_than_seen", {}, "seen");
    const auto said = said_of(wanted);
    std::map<AgencyId, std::vector<PressedItem>> items;
    for (auto assignment : wanted.assignments) {
        ++assignment.pressed;
        assignment.pressed_on = std::max(assignment.pressed_on.value_or(wanted.day), wanted.day);
        v1::ChangeDetail detail;
        *detail.mutable_pressing() = said;
        detail.mutable_pressing()->set_nth(static_cast<std::uint32_t>(assignment.pressed));
        write_change(work, assignment, ChangeKind::Press, wanted.by, detail);
        items[assignment.agency].push_back(pressed_item(work, assignment));
        pressed.assignments.push_back(assignment.id);
    }
    for (const auto& [agency, of_agency] : items) {
        DigestWriter digest{work, work.store.agencies.get(agency), v1::EventKind::pressed};
        digest.say(said);
        for (const auto& [item, document] : of_agency) digest.add(item, document);
        digest.finish();
    }
    pressed.told = static_cast<int>(items.size());
    return pressed;
}

std::optional<v1::Pressing> pressed_until(store::History& history, AssignmentId assignment,
                                          sys_seconds instant) {
    const auto details = history.details(assignment, ChangeKind::Press, instant);
    if (details.empty()) return std::nullopt;
    std::optional<v1::Pressing> last;
    for (const auto& bytes : details) {
        v1::ChangeDetail detail;
        if (!detail.ParseFromString(bytes)) throw std::runtime_error("a pressing cannot be decoded");
        if (!last || last->day() <= detail.pressing().day()) last = detail.pressing();
    }
    last->set_nth(static_cast<std::uint32_t>(details.size()));
    return last;
}

}  // namespace dondoc::engine
