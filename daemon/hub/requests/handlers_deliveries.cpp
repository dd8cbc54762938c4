// SPDX-License-Identifier: Apache-2.0
// What the program reports that sends to persons, what it is asked to do, and who has looked.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/limits.h"
#include "domain/plain_text.h"
#include "engine/deliveries.h"
#include "engine/persons.h"
#include "hub/requests/clock.h"
#include "hub/requests/convert.h"
#include "hub/requests/deliveries.h"
#include "hub/requests/handlers.h"
#include "hub/requests/invitations.h"
#include "hub/requests/paging.h"
#include "hub/requests/persons.h"

namespace dondoc::hub {
namespace {

constexpr int most_wishes = 1000;
constexpr int most_looks = 10'000;       // marked by one request
constexpr std::size_t max_reason = 200;  // bytes
constexpr std::size_t max_channel = 64;
constexpr std::chrono::minutes test_anew{1};  // before it, a test that was asked for is that test
constexpr int most_shown = 20;                // deliveries of one event

// Neither names nor addresses go round with events, and into the log.
void check_reason(const std::string& reason, const std::string& place) {
    require_length(reason, max_reason, place);
    require_plain(reason, place);
    if (reason.find('@') != std::string::npos) throw UserError("delivery.address", {}, place);
}

store::DeliveryStanding standing_of(const v1::Delivery& wire, const std::string& place) {
    const bool is_state = wire.state() >= v1::Delivery::waiting && wire.state() <= v1::Delivery::dropped;
    if (!is_state) throw UserError("delivery.state", {}, place + ".state");
    check_reason(wire.reason(), place + ".reason");
    require_length(wire.channel(), max_channel, place + ".channel");
    require_plain(wire.channel(), place + ".channel");
    store::DeliveryStanding standing;
    standing.state = static_cast<store::DeliveryState>(wire.state());
    standing.at = to_moment(wire.time(), "time");
    standing.tries = static_cast<int>(std::min<std::uint32_t>(wire.tries(), 1'000'000));
    if (wire.has_next_try()) standing.next_try = to_moment(wire.next_try(), "next_try");
    standing.reason = wire.reason();
    return standing;
}

void put_standing(v1::Delivery& wire, const store::DeliveryStanding& standing) {
    wire.set_state(static_cast<v1::Delivery::State>(standing.state));
    set(*wire.mutable_time(), standing.at);
    wire.set_reason(standing.reason);
    wire.set_tries(static_cast<std::uint32_t>(standing.tries));
    if (standing.next_try) set(*wire.mutable_next_try(), *standing.next_try);
}

v1::Delivery delivery_of(Call& call, const store::ContactTest& test) {
    v1::Delivery wire;
    wire.set_test(static_cast<std::uint64_t>(test.id));
    wire.set_person(static_cast<std::uint64_t>(test.person.value));
    wire.set_person_name(name_for(call, test.person));
    wire.set_channel(test.channel);
    put_standing(wire, test.standing);
    return wire;
}

void take_test(Call& call, const v1::Delivery& wire, const store::DeliveryStanding& standing,
               v1::DeliveryReportReply& reply) {
    auto& tests = call.engine.store().contact_tests;
    auto test = tests.find(offset_of(wire.test()));
    if (!test) return reply.set_unknown(reply.unknown() + 1);
    if (test->standing.state == store::DeliveryState::Sent) return;
    test->standing = standing;
    tests.write(*test);
    reply.set_changed(reply.changed() + 1);
}

std::string wish_of(const std::string& wish) {
    if (wish != "retry" && wish != "drop") throw UserError("delivery.wish", {wish}, "wish");
    return wish;
}

// Whoever is given a link could sign in by it. A key that sends gets those of whoever may not do more than
// itself; of persons only operators do, who may invite anybody.
bool may_be_given(const Call& call, const store::ContactTest& test) {
    if (!test.is_link || call.who.may(Role::Operator)) return true;
    const auto person = call.engine.store().persons.get(test.person);
    return !call.who.is_person && person && person->facts.role && *person->facts.role < Role::Operator;
}

// Who may say that somebody has looked: the agency of the inbox, and of the office's inbox the office.
bool may_look(const Call& call, AgencyId agency) {
    if (call.who.agency) return call.who.agency == agency;
    const auto office = call.engine.store().agencies.find(call.engine.rules().office);
    return office && office->id == agency;
}

}  // namespace

v1::Delivery to_wire(Call& call, const store::Delivery& delivery) {
    auto& store = call.engine.store();
    v1::Delivery wire;
    wire.set_agency(store.agencies.get(delivery.agency).code);
    wire.set_number(static_cast<std::uint64_t>(delivery.number.value));
    if (const auto event = store.inbox.at(delivery.agency, delivery.number))
        wire.set_event(static_cast<std::uint64_t>(event->value));
    wire.set_lineage(store.lineages.current());
    wire.set_person(static_cast<std::uint64_t>(delivery.person.value));
    if (delivery.person != PersonId{}) wire.set_person_name(name_for(call, delivery.person));
    wire.set_channel(delivery.channel);
    wire.set_wish(delivery.wish);
    put_standing(wire, delivery.standing);
    return wire;
}

void add_reached(Call& call, v1::AlertRecord& record) {
    auto& store = call.engine.store();
    const auto told = store.agencies.find(record.told());
    if (!told || record.number() == 0) return;
    const InboxSeq number{static_cast<std::int64_t>(record.number())};
    record.set_seen(store.looks.is_seen(told->id, number));
    if (const auto look = store.looks.of(told->id, number)) {
        record.set_seen_by(look->person ? name_for(call, *look->person) : look->by);
        set(*record.mutable_seen_at(), look->at);
    }
    if (!call.may_see(told->id)) return;
    for (const auto& delivery : store.deliveries.of(told->id, number, most_shown))
        *record.add_deliveries() = to_wire(call, delivery);
}

void report_deliveries(Call& call, const v1::DeliveryReportRequest& wanted, v1::DeliveryReportReply& reply) {
    std::vector<engine::ReportedDelivery> reported;
    for (int i = 0; i < wanted.deliveries_size(); ++i) {
        const auto& wire = wanted.deliveries(i);
        auto standing = standing_of(wire, "deliveries[" + std::to_string(i) + "]");
        if (wire.test() != 0) {
            take_test(call, wire, standing, reply);
            continue;
        }
        reported.push_back({EventId{offset_of(wire.event())}, wire.lineage(),
                            PersonId{offset_of(wire.person())}, wire.channel(), std::move(standing),
                            wire.wish()});
    }
    const auto taken = engine::take_deliveries(*call.work, reported);
    reply.set_changed(reply.changed() + static_cast<std::uint64_t>(taken.changed));
    reply.set_unknown(reply.unknown() + static_cast<std::uint64_t>(taken.unknown));
    auto& store = call.engine.store();
    for (const auto& delivery : store.deliveries.wished(most_wishes))
        *reply.add_wishes() = to_wire(call, delivery);
    const auto now = call.engine.now();
    if (!call.who.is_person || call.who.may(Role::Operator)) store.contact_tests.asked_for(now);
    for (const auto& test : store.contact_tests.not_taken_up(most_wishes, now - mailed_link_time)) {
        if (!may_be_given(call, test)) continue;
        auto& wire = *reply.add_tests();
        wire = delivery_of(call, test);
        if (test.is_link) wire.set_link(mailed_link(call, test));
    }
    set(*reply.mutable_now(), now);
    reply.set_simulated(call.engine.is_simulated());
    reply.set_working_day(call.engine.rules().calendar.is_working_day(civil_day(now)));
    reply.set_last_event(static_cast<std::uint64_t>(store.inbox.last_event().value));
}

void list_deliveries(Call& call, const v1::DeliveryListRequest& wanted, v1::DeliveryListReply& list) {
    store::DeliveryFilter filter;
    filter.agency = call.agency(wanted.agency());
    if (!wanted.person().empty()) filter.person = find_person(call, wanted.person(), "person").id;
    filter.channel = wanted.channel();
    for (const auto state : wanted.states())
        if (v1::Delivery::State_IsValid(state))
            filter.states.push_back(static_cast<store::DeliveryState>(state));
    const int limit = page_size(wanted.limit());
    const auto found = call.engine.store().deliveries.list(filter, limit + 1, offset_of(wanted.offset()));
    for (const auto& delivery : found) {
        if (list.deliveries_size() == limit) return list.set_more(true);
        *list.add_deliveries() = to_wire(call, delivery);
    }
}

void change_deliveries(Call& call, const v1::DeliveryChangeRequest& wanted, v1::DeliveryChangeReply& reply) {
    const auto wish = wish_of(wanted.wish());
    const bool is_narrowed = wanted.event() != 0 || !wanted.person().empty() || !wanted.channel().empty();
    if (is_narrowed == wanted.all()) throw UserError("delivery.which", {}, "all");
    store::DeliveryFilter filter;
    if (wanted.event() != 0) {
        const auto entry = call.engine.store().inbox.find({offset_of(wanted.event())});
        if (!entry) throw UserError("event.unknown", {std::to_string(wanted.event())}, "event");
        filter.agency = entry->event.agency;
        filter.number = entry->event.number;
    }
    if (!wanted.person().empty()) filter.person = find_person(call, wanted.person(), "person").id;
    filter.channel = wanted.channel();
    const int changed = call.engine.store().deliveries.wish(filter, wish);
    if (changed == 0) throw UserError("delivery.none");
    reply.set_changed(static_cast<std::uint64_t>(changed));
}

void test_contact(Call& call, const v1::ContactTestRequest& wanted, v1::ContactTestReply& reply) {
    const auto person = find_person(call, wanted.person(), "person");
    const auto name = engine::spoken_name(person);
    if (person.removed_at)
        throw UserError("person.removed", {name, spoken_day(civil_day(*person.removed_at))}, "person");
    auto channels = person.facts.channels;
    if (!wanted.channel().empty()) {
        if (std::ranges::find(channels, wanted.channel()) == channels.end())
            throw UserError("contact.other_channel", {name, wanted.channel()}, "channel");
        channels = {wanted.channel()};
    }
    if (channels.empty()) throw UserError("contact.no_channel", {name}, "person");
    auto& tests = call.engine.store().contact_tests;
    const auto now = call.work->now;
    for (const auto& channel : channels) {
        auto test = tests.newest(person.id, channel, now - test_anew, false);
        if (!test) {
            test = store::ContactTest{0, person.id, channel, now, call.by(), {}, false};
            test->standing.at = now;
            test->id = tests.add(*test);
        }
        *reply.add_tests() = delivery_of(call, *test);
    }
}

void show_contact_tests(Call& call, const v1::ContactTestShowRequest& wanted, v1::ContactTestReply& reply) {
    auto& store = call.engine.store();
    for (const auto id : wanted.tests()) {
        const auto test = store.contact_tests.find(offset_of(id));
        const auto person = test ? store.persons.get(test->person) : std::nullopt;
        const bool is_own =
            person && (call.sees_all() || (person->agency && person->agency == call.who.agency));
        if (!is_own) throw UserError("contact.unknown", {std::to_string(id)}, "tests");
        *reply.add_tests() = delivery_of(call, *test);
    }
}

void see_events(Call& call, const v1::EventSeenRequest& wanted, v1::EventSeenReply& reply) {
    auto& store = call.engine.store();
    store::Look look{call.work->now, std::nullopt, call.by()};
    std::optional<store::Person> person;
    if (!wanted.person().empty()) person = find_person(call, wanted.person(), "person");
    if (person) look.person = person->id;
    const auto require_own = [&](AgencyId agency, const UserError& unknown) {
        if (!may_look(call, agency) && call.sees_all())
            throw UserError("event.others_look", {store.agencies.get(agency).code}, "events");
        if (!may_look(call, agency)) throw unknown;
        const bool is_of_office = person && !person->agency && !call.who.agency;
        if (person && !is_of_office && person->agency != agency)
            throw UserError("event.other_person", {engine::spoken_name(*person)}, "person");
    };
    int seen = 0;
    for (const auto id : wanted.events()) {
        const UserError unknown{"event.unknown", {std::to_string(id)}, "events"};
        const auto entry = store.inbox.find({offset_of(id)});
        if (!entry) throw unknown;
        require_own(entry->event.agency, unknown);
        seen += store.looks.mark(entry->event.agency, entry->event.number, look);
    }
    if (wanted.number() != 0) {
        const auto agency = call.agency(wanted.agency());
        if (!agency) throw UserError("session.no_agency", {}, "agency");
        require_own(*agency, UserError{"access.foreign", {wanted.agency(), call.who.agency_code}, "agency"});
        seen += store.looks.mark_up_to(*agency, {offset_of(wanted.number())}, most_looks, look);
    }
    reply.set_seen(static_cast<std::uint64_t>(seen));
}

}  // namespace dondoc::hub
