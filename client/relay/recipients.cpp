// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/recipients.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "wire/secrets.h"

namespace dondoc::relay {
namespace {

using Kinds = v1::EventKind;

// What an item, or a change, is to the agency that is told.
struct Concern {
    std::uint64_t responsible = 0;
    bool cooperating = false;
    bool for_heads = false;  // it is overdue, or somebody else's that is
};

Concern concern_of(Kinds::Kind kind, const v1::AlertItem& item) {
    const bool is_late = kind == Kinds::overdue || kind == Kinds::escalation ||
                         (kind == Kinds::pressed && item.days_left() < 0);
    return {item.responsible(), item.role() == "cooperating", is_late};
}

Concern concern_of(const v1::Change& change) {
    // Of who becomes responsible that person is told, of who was it no longer.
    const auto responsible =
        change.action() == "responsible" ? change.detail().person() : change.responsible();
    return {responsible, change.role() == "cooperating", false};
}

bool concerns(const Concern& concern, const v1::Person& person, bool somebody_answers) {
    if (somebody_answers && concern.responsible == person.id()) return true;
    if (is_told_as(person, "head")) return concern.for_heads;
    if (concern.cooperating) return is_told_as(person, "cooperating");
    return !somebody_answers && is_told_as(person, "lead");
}

class Gathering {
  public:
    Gathering(const v1::Event& event, const Persons& persons, local_days today)
        : event_(event), persons_(persons), today_(today), all_(persons.of(event.agency())) {
        bare_.set_id(event.id());
        bare_.set_agency(event.agency());
        bare_.set_number(event.number());
        *bare_.mutable_time() = event.time();
        bare_.set_kind(event.kind());
        bare_.set_lineage(event.lineage());
        if (event.digest().has_pressing())
            *bare_.mutable_digest()->mutable_pressing() = event.digest().pressing();
    }

    // `put` puts the piece into the event of each person whom it concerns.
    template <typename Put>
    void add(const Concern& concern, bool urgent, const Put& put) {
        const auto* answers = concern.responsible == 0 ? nullptr : persons_.find(concern.responsible);
        const bool somebody_answers = answers != nullptr && answers->agency() == event_.agency();
        for (const auto* person : all_) {
            if (!concerns(concern, *person, somebody_answers)) continue;
            const auto& told = persons_.in_place_of(*person, today_);
            auto [entry, is_new] = told_.try_emplace(told.id(), Told{&told, bare_, false});
            if (!is_new && last_.at(told.id()) == piece_) continue;  // a deputy who is told of it anyhow
            last_[told.id()] = piece_;
            put(entry->second.event);
            entry->second.urgent |= urgent;
        }
        ++piece_;
    }

    std::vector<Told> take() {
        std::vector<Told> all;
        for (auto& [id, told] : told_) {
            told.event = wire::without_secrets(std::move(told.event));
            all.push_back(std::move(told));
        }
        return all;
    }

  private:
    const v1::Event& event_;
    const Persons& persons_;
    local_days today_;
    std::vector<const v1::Person*> all_;
    v1::Event bare_;
    std::map<std::uint64_t, Told> told_;
    std::map<std::uint64_t, int> last_;  // piece that the person was told of last
    int piece_ = 0;
};

void add_change(Gathering& gathering, const v1::Change& change) {
    gathering.add(concern_of(change), change.priority() == "urgent", [&](v1::Event& event) {
        *(event.has_change() ? event.add_more() : event.mutable_change()) = change;
    });
}

}  // namespace

std::vector<Told> told_of(const v1::Event& event, const Persons& persons, local_days today) {
    Gathering gathering{event, persons, today};
    for (const auto& item : event.digest().items()) {
        const bool urgent = item.priority() == "urgent" || event.kind() == Kinds::pressed;
        gathering.add(concern_of(event.kind(), item), urgent,
                      [&](v1::Event& to) { *to.mutable_digest()->add_items() = item; });
    }
    if (event.has_change()) add_change(gathering, event.change());
    for (const auto& change : event.more()) add_change(gathering, change);
    if (event.has_succession())
        gathering.add({0, false, true}, false,
                      [&](v1::Event& to) { *to.mutable_succession() = event.succession(); });
    for (const auto& item : event.flow().items())
        gathering.add({0, false, item.days_left() < 0}, false,
                      [&](v1::Event& to) { *to.mutable_flow()->add_items() = item; });
    if (event.has_undelivered())
        gathering.add({0, false, false}, false,
                      [&](v1::Event& to) { *to.mutable_undelivered() = event.undelivered(); });
    return gathering.take();
}

}  // namespace dondoc::relay
