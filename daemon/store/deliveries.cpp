// SPDX-License-Identifier: Apache-2.0
#include "store/deliveries.h"

#include "store/bits.h"

namespace dondoc::store {
namespace {

const std::string delivery_columns =
    "SELECT agency_id, number, person_id, channel, state, at, tries, next_try, reason, wish FROM delivery ";

// ?1 to ?4; `states` are bits.
const std::string matches =
    "WHERE (?1 IS NULL OR agency_id = ?1) AND (?2 IS NULL OR number = ?2) AND (?3 IS NULL OR person_id = ?3) "
    "AND (?4 = '' OR channel = ?4) ";

Delivery read_delivery(const Rows& rows) {
    return {rows.id<AgencyId>(0),
            InboxSeq{rows.integer(1)},
            rows.id<PersonId>(2),
            rows.text(3),
            {static_cast<DeliveryState>(rows.integer(4)), rows.instant(5), static_cast<int>(rows.integer(6)),
             rows.maybe_instant(7), rows.text(8)},
            rows.text(9)};
}

std::vector<Delivery> read_deliveries(Rows rows) {
    std::vector<Delivery> deliveries;
    while (rows.next()) deliveries.push_back(read_delivery(rows));
    return deliveries;
}

}  // namespace

Deliveries::Deliveries(Database& database)
    : find_(database,
            delivery_columns + "WHERE agency_id = ? AND number = ? AND person_id = ? AND channel = ?"),
      of_(database, delivery_columns + "WHERE agency_id = ? AND number = ? ORDER BY person_id, at LIMIT ?"),
      list_(database,
            delivery_columns + matches +
                "AND (?5 >> state) & 1 ORDER BY at DESC, agency_id, number, person_id, channel LIMIT "
                "?6 OFFSET ?7"),
      write_(
          database,
          "INSERT INTO delivery (agency_id, number, person_id, channel, state, at, tries, next_try, reason, "
          "wish) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state, "
          "at = excluded.at, tries = excluded.tries, next_try = excluded.next_try, "
          "reason = excluded.reason, wish = excluded.wish"),
      wish_(database, "UPDATE delivery SET wish = ?5 " + matches + "AND state IN (1, 3)"),
      wished_(database, delivery_columns + "WHERE wish <> '' ORDER BY agency_id, number LIMIT ?"),
      sent_unseen_(database,
                   "SELECT count(DISTINCT number) FROM delivery d WHERE agency_id = ?1 AND number > ?2 AND "
                   "state = 2 AND person_id <> 0 AND NOT EXISTS (SELECT 1 FROM look l WHERE l.agency_id = ?1 "
                   "AND l.number = d.number)") {}

std::optional<Delivery> Deliveries::find(AgencyId agency, InboxSeq number, PersonId person,
                                         const std::string& channel) {
    auto rows = find_.query(agency, number, person, channel);
    if (!rows.next()) return std::nullopt;
    return read_delivery(rows);
}

std::vector<Delivery> Deliveries::of(AgencyId agency, InboxSeq number, int limit) {
    return read_deliveries(of_.query(agency, number, limit));
}

std::vector<Delivery> Deliveries::list(const DeliveryFilter& filter, int limit, std::int64_t offset) {
    const std::vector<DeliveryState> unsent{DeliveryState::Waiting, DeliveryState::Refused};
    return read_deliveries(list_.query(filter.agency, filter.number, filter.person, filter.channel,
                                       bits_of(filter.states.empty() ? unsent : filter.states), limit,
                                       offset));
}

void Deliveries::write(const Delivery& delivery) {
    const auto& standing = delivery.standing;
    write_.run(delivery.agency, delivery.number, delivery.person, delivery.channel, standing.state,
               standing.at, standing.tries, standing.next_try, standing.reason, delivery.wish);
}

int Deliveries::wish(const DeliveryFilter& filter, const std::string& wish) {
    return wish_.run(filter.agency, filter.number, filter.person, filter.channel, wish);
}

std::vector<Delivery> Deliveries::wished(int limit) {
    return read_deliveries(wished_.query(limit));
}

std::int64_t Deliveries::sent_unseen(AgencyId agency, InboxSeq after) {
    return sent_unseen_.query(agency, after).number();
}

}  // namespace dondoc::store
