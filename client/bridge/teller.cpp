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

template <typename Rows, typename Add>
void Teller::tell_in_parts(const Rows& rows, const Add& add) {
    v1::SiteState::Part part;
    std::size_t bytes = 0;
    for (const auto& row : rows) {
        add(part, row);
        bytes += row.ByteSizeLong();
        if (bytes < large) continue;
        tell(std::exchange(part, {}));
        bytes = 0;
    }
    if (part.ByteSizeLong() > 0) tell(std::move(part));
}

void Teller::tell(const std::vector<v1::AssignmentRow>& rows) {
    tell_in_parts(rows, [](auto& part, const auto& row) { *part.add_given() = row; });
}

void Teller::tell(const std::vector<v1::LifeEntry>& entries) {
    tell_in_parts(entries, [](auto& part, const auto& entry) { *part.add_changes() = entry; });
}

void Teller::tell(const v1::SecretFigures& figures) {
    tell_in_parts(figures.days(),
                  [](auto& part, const auto& day) { *part.mutable_secret()->add_days() = day; });
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
    if (position_.lineage() == head_.lineage()) state.set_confirmed(position_.event());
    if (position_.has_restored() && position_.restored().lineage() == head_.lineage())
        *state.mutable_restored() = position_.restored();
    v1::SiteMessage message;
    *message.mutable_state() = std::move(state);
    send(jetstream::kind_state, jetstream::part_id(site_, snapshot_, number_), message);
}

void Teller::send(const char* kind, std::string id, const v1::SiteMessage& message) {
    publisher_.publish({jetstream::subject_of(site_, "", kind),
                        std::move(id),
                        message.SerializeAsString(),
                        {{jetstream::header_site, site_}, {jetstream::header_lineage, head_.lineage()}}},
                       over_);
}

}  // namespace dondoc::bridge
