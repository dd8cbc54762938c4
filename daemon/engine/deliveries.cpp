// SPDX-License-Identifier: Apache-2.0
#include "engine/deliveries.h"

#include <cstdint>
#include <optional>

#include "dondoc/v1/event.pb.h"

namespace dondoc::engine {
namespace {

using store::DeliveryState;

constexpr int items_at_once = 200;  // of one event for the office

bool same(const store::DeliveryStanding& one, const store::DeliveryStanding& other) {
    return one.state == other.state && one.tries == other.tries && one.next_try == other.next_try &&
           one.reason == other.reason;
}

class DeliveryTaker {
  public:
    explicit DeliveryTaker(Work& work) : work_(work), office_(work.store.agencies.find(work.rules.office)) {
        event_.set_kind(v1::EventKind::undelivered);
    }

    void take(const ReportedDelivery& reported) {
        const auto entry = find(reported);
        if (!entry || !is_known(reported.person)) {
            ++taken_.unknown;
            return;
        }
        store::Delivery delivery{entry->event.agency, entry->event.number, reported.person,
                                 reported.channel,    reported.standing,   ""};
        const auto before =
            work_.store.deliveries.find(delivery.agency, delivery.number, delivery.person, delivery.channel);
        if (before && before->wish != reported.wish) delivery.wish = before->wish;  // still to be done
        const bool nothing_new =
            before && same(before->standing, reported.standing) && before->wish == delivery.wish;
        if (nothing_new || (before && before->standing.state == DeliveryState::Sent)) return;
        work_.store.deliveries.write(delivery);
        ++taken_.changed;
        const bool was_refused = before && before->standing.state == DeliveryState::Refused;
        if (reported.standing.state == DeliveryState::Refused && !was_refused) tell_office(*entry, reported);
    }

    DeliveriesTaken finish() {
        publish();
        return taken_;
    }

  private:
    // The event, where the lineage that the sender followed is this one up to it.
    std::optional<store::Inbox::Entry> find(const ReportedDelivery& reported) {
        if (reported.lineage != work_.store.lineages.current()) {
            const auto common = work_.store.lineages.common_with(reported.lineage);
            if (!common || reported.event > *common) return std::nullopt;
        }
        return work_.store.inbox.find(reported.event);
    }

    bool is_known(PersonId person) { return person == PersonId{} || work_.store.persons.get(person); }

    // Not of what such an event was to tell: a dead mailbox of the office would have no end.
    void tell_office(const store::Inbox::Entry& entry, const ReportedDelivery& reported) {
        if (!office_ || entry.kind == v1::EventKind::undelivered) return;
        auto& item = *event_.mutable_undelivered()->add_items();
        item.set_event(static_cast<std::uint64_t>(reported.event.value));
        item.set_agency(work_.store.agencies.get(entry.event.agency).code);
        item.set_person(static_cast<std::uint64_t>(reported.person.value));
        item.set_channel(reported.channel);
        item.set_reason(reported.standing.reason);
        if (event_.undelivered().items_size() == items_at_once) publish();
    }

    void publish() {
        if (!event_.has_undelivered()) return;
        work_.publish(*office_, event_);
        event_.clear_undelivered();
    }

    Work& work_;
    std::optional<store::Agencies::Ref> office_;
    v1::Event event_;
    DeliveriesTaken taken_;
};

}  // namespace

DeliveriesTaken take_deliveries(Work& work, const std::vector<ReportedDelivery>& reported) {
    DeliveryTaker taker{work};
    for (const auto& one : reported) taker.take(one);
    return taker.finish();
}

}  // namespace dondoc::engine
