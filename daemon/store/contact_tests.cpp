// SPDX-License-Identifier: Apache-2.0
#include "store/contact_tests.h"

#include <cstdint>

namespace dondoc::store {
namespace {

const std::string test_columns =
    "SELECT id, person_id, channel, asked_at, by, state, at, tries, next_try, reason, is_link FROM "
    "contact_test ";

ContactTest read_test(const Rows& rows) {
    return {rows.integer(0),
            rows.id<PersonId>(1),
            rows.text(2),
            rows.instant(3),
            rows.text(4),
            {static_cast<DeliveryState>(rows.integer(5)), rows.instant(6), static_cast<int>(rows.integer(7)),
             rows.maybe_instant(8), rows.text(9)},
            rows.integer(10) != 0};
}

}  // namespace

ContactTests::ContactTests(Database& database)
    : find_(database, test_columns + "WHERE id = ?"),
      newest_(database,
              test_columns +
                  "WHERE person_id = ? AND channel = ? AND asked_at > ? AND is_link = ? ORDER BY id "
                  "DESC LIMIT 1"),
      not_taken_up_(database,
                    test_columns + "WHERE state = 0 AND (is_link = 0 OR asked_at > ?) ORDER BY id LIMIT ?"),
      add_(database,
           "INSERT INTO contact_test (person_id, channel, asked_at, by, state, at, tries, next_try, reason, "
           "is_link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      write_(database,
             "UPDATE contact_test SET state = ?2, at = ?3, tries = ?4, next_try = ?5, reason = ?6 WHERE id = "
             "?1") {}

std::optional<ContactTest> ContactTests::find(std::int64_t id) {
    auto rows = find_.query(id);
    if (!rows.next()) return std::nullopt;
    return read_test(rows);
}

std::optional<ContactTest> ContactTests::newest(PersonId person, const std::string& channel,
                                                sys_seconds since, bool is_link) {
    auto rows = newest_.query(person, channel, since, is_link);
    if (!rows.next()) return std::nullopt;
    return read_test(rows);
}

std::vector<ContactTest> ContactTests::not_taken_up(int limit, sys_seconds links_since) {
    std::vector<ContactTest> tests;
    for (auto rows = not_taken_up_.query(links_since, limit); rows.next();) tests.push_back(read_test(rows));
    return tests;
}

std::int64_t ContactTests::add(const ContactTest& test) {
    const auto& standing = test.standing;
    add_.run(test.person, test.channel, test.asked_at, test.by, standing.state, standing.at, standing.tries,
             standing.next_try, standing.reason, test.is_link);
    return add_.last_row();
}

void ContactTests::write(const ContactTest& test) {
    const auto& standing = test.standing;
    write_.run(test.id, standing.state, standing.at, standing.tries, standing.next_try, standing.reason);
}

}  // namespace dondoc::store
