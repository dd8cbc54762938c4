// SPDX-License-Identifier: Apache-2.0
#include "store/reviews.h"

#include <string>

#include "store/whole_digests.h"

namespace dondoc::store {
namespace {

const std::string review_columns = "SELECT r.assignment_id, r.since, r.due, r.at ";
const std::string with_agency = "FROM review r JOIN assignment a ON a.id = r.assignment_id ";
const std::string wanted = "WHERE (?1 IS NULL OR a.agency_id = ?1) AND (?2 IS NULL OR r.due <= ?2) ";

PlannedReview read_review(const Rows& rows) {
    return {rows.id<AssignmentId>(0), rows.day(1), rows.day(2), rows.instant(3)};
}

std::vector<PlannedReview> read_all(Rows rows) {
    std::vector<PlannedReview> reviews;
    while (rows.next()) reviews.push_back(read_review(rows));
    return reviews;
}

}  // namespace

Reviews::Reviews(Database& database)
    : set_(database,
           "INSERT INTO review (assignment_id, since, due, at) VALUES (?, ?, ?, ?) "
           "ON CONFLICT (assignment_id) DO UPDATE SET since = excluded.since, due = excluded.due, "
           "at = excluded.at"),
      insert_(database,
              "INSERT INTO review (assignment_id, since, due, at) "
              "SELECT id, ?3, ?4, ?5 FROM assignment WHERE id BETWEEN ?1 AND ?2"),
      remove_(database, "DELETE FROM review WHERE assignment_id = ?"),
      of_(database, review_columns + "FROM review r WHERE r.assignment_id = ?"),
      reminders_(database, review_columns + ", a.agency_id " + with_agency +
                               "WHERE r.at <= ? ORDER BY r.at, a.agency_id, a.id"),
      list_(database, review_columns + with_agency + wanted + "ORDER BY r.due, a.id LIMIT ?3 OFFSET ?4"),
      count_(database, "SELECT count(*) " + with_agency + wanted),
      of_task_(database, review_columns + with_agency + "WHERE a.task_id = ? ORDER BY a.id") {}

void Reviews::set(const PlannedReview& review) {
    set_.run(review.assignment, review.since, review.due, review.at);
}

void Reviews::add_all(const AssignmentSpan& given, const PlannedReview& review) {
    insert_.run(given.first, given.last, review.since, review.due, review.at);
}

void Reviews::remove(AssignmentId assignment) {
    remove_.run(assignment);
}

std::optional<PlannedReview> Reviews::of(AssignmentId assignment) {
    auto rows = of_.query(assignment);
    if (!rows.next()) return std::nullopt;
    return read_review(rows);
}

std::vector<PlannedReview> Reviews::reminders(sys_seconds now, int limit, int digest_limit) {
    std::vector<PlannedReview> reviews;
    WholeDigests whole{limit, digest_limit};
    for (auto rows = reminders_.query(now); rows.next();) {
        const auto review = read_review(rows);
        if (!whole.take(review.at, rows.id<AgencyId>(4))) break;
        reviews.push_back(review);
    }
    return reviews;
}

std::vector<PlannedReview> Reviews::list(std::optional<AgencyId> agency, std::optional<local_days> until,
                                         int limit, std::int64_t offset) {
    return read_all(list_.query(agency, until, limit, offset));
}

std::int64_t Reviews::count(std::optional<AgencyId> agency, std::optional<local_days> until) {
    return count_.query(agency, until).number();
}

std::vector<PlannedReview> Reviews::of_task(TaskId task) {
    return read_all(of_task_.query(task));
}

}  // namespace dondoc::store
