// SPDX-License-Identifier: GPL-3.0-or-later
#include "bridge/teller.h"

#include <utility>

#include "jetstream/subjects.h"
#include "lib/random.h"

namespace dondoc::bridge {
namespace {

constexpr std::size_t large = 200'000;  // bytes of a part, about

}  // namespace

Teller::Teller(std::string site, jetstream::Publisher& publisher, std::function<bool()> over)
    : site_(std::move(site)), publisher_(publisher), over_(std::move(over)) {}

void Teller::begin(const v1::SiteState::Begins& begins) {
    snapshot_ = client::random_id();
    number_ = 0;
    v1::SiteState state;
    *state.mutable_begins() = begins;
    send(std::move(state));
}

void Teller::stands(const google::protobuf::Timestamp& at, const std::string& lineage) {
    *head_.mutable_stands() = at;
    head_.set_lineage(lineage);
}

void Teller::tell(const std::vector<v1::AssignmentRow>& rows) {
    v1::SiteState::Part part;
    std::size_t bytes = 0;
    for (const auto& row : rows) {
        *part.add_given() = row;
        bytes += row.ByteSizeLong();
        if (bytes < large) continue;
        tell(std::exchange(part, {}));
        bytes = 0;
    }
    if (!part.given().empty()) tell(std::move(part));
}

void Teller::tell(const std::vector<v1::LifeEntry>& entries) {
    v1::SiteState::Part part;
    std::size_t bytes = 0;
    for (const auto& entry : entries) {
        *part.add_changes() = entry;
        bytes += entry.ByteSizeLong();
        if (bytes < large) continue;
        tell(std::exchange(part, {}));
        bytes = 0;
    }
    if (!part.changes().empty()) tell(std::move(part));
}

void Teller::tell(const v1::SecretFigures& figures) {
    v1::SiteState::Part part;
    std::size_t bytes = 0;
    for (const auto& day : figures.days()) {
        *part.mutable_secret()->add_days() = day;
        bytes += day.ByteSizeLong();
        if (bytes < large) continue;
        tell(std::exchange(part, {}));
        bytes = 0;
    }
    if (part.has_secret()) tell(std::move(part));
}

void Teller::tell(v1::SiteState::Part part) {
    v1::SiteState state;
    *state.mutable_part() = std::move(part);
    send(std::move(state));
}

void Teller::complete() {
    v1::SiteState state;
    state.set_complete(true);
    send(std::move(state));
}

void Teller::alive() {
    v1::SiteState state;
    state.set_alive(true);
    send(std::move(state));
}

void Teller::tell_again(const v1::EventRange& range) {
    v1::SiteMessage message;
    *message.mutable_told_again() = range;
    send("again", site_ + "/again/" + client::random_id(), message);
}

void Teller::tell_restored(const v1::Restored& restored) {
    v1::SiteMessage message;
    *message.mutable_restored() = restored;
    send("restored", jetstream::event_id(site_, "restored/" + restored.lineage(), restored.last()), message);
}

void Teller::send(v1::SiteState state) {
    state.set_snapshot(snapshot_);
    state.set_number(++number_);
    *state.mutable_stands() = head_.stands();
    state.set_lineage(head_.lineage());
    v1::SiteMessage message;
    *message.mutable_state() = std::move(state);
    send("state", jetstream::part_id(site_, snapshot_, number_), message);
}

void Teller::send(const char* kind, std::string id, const v1::SiteMessage& message) {
    publisher_.publish({jetstream::subject_of(site_, "", kind),
                        std::move(id),
                        message.SerializeAsString(),
                        {{jetstream::header_site, site_}, {jetstream::header_lineage, head_.lineage()}}},
                       over_);
}

}  // namespace dondoc::bridge
