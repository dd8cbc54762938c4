// SPDX-License-Identifier: Apache-2.0
#include "store/tallies.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace dondoc::store {
namespace {

enum Scope { All, OfAgency, OfDocument };

constexpr auto triggers = R"sql(
CREATE TEMP TRIGGER touched_given AFTER INSERT ON main.assignment BEGIN
    SELECT agency_touched(NEW.agency_id);
END;
CREATE TEMP TRIGGER touched_changed AFTER UPDATE OF state, due, completed_on ON main.assignment BEGIN
    SELECT agency_touched(NEW.agency_id);
END;
)sql";

void touch(sqlite3_context* context, int, sqlite3_value** arguments) {
    static_cast<std::set<AgencyId>*>(sqlite3_user_data(context))->insert({sqlite3_value_int64(arguments[0])});
}

}  // namespace

Tallies::Tallies(Database& database)
    : database_(with_touched_function(database)),
      read_(database,
            "SELECT standing, due, count FROM tally WHERE scope = ? AND scope_id = ? AND count > 0"),
      read_agencies_(database,
                     "SELECT scope_id, standing, due, count FROM tally WHERE scope = 1 AND count > 0") {
    database.handle().exec(triggers);
}

Database& Tallies::with_touched_function(Database& database) {
    database.handle().createFunction("agency_touched", 1, false, &touched_, touch);
    return database;
}

TimelinessCounts Tallies::read(int scope, std::int64_t id, const Moment& moment) {
    TimelinessCounts counts;
    for (auto rows = read_.query(scope, id); rows.next();)
        counts[class_of(static_cast<Standing>(rows.integer(0)), rows.day(1), moment)] += rows.integer(2);
    return counts;
}

TimelinessCounts Tallies::all(const Moment& moment) {
    return read(All, 0, moment);
}

TimelinessCounts Tallies::of(AgencyId agency, const Moment& moment) {
    const auto& counts = of_agencies(moment);
    const auto found = counts.find(agency);
    return found == counts.end() ? TimelinessCounts{} : found->second;
}

const std::map<AgencyId, TimelinessCounts>& Tallies::of_agencies(const Moment& moment) {
    if (counted_for_ != moment) {
        counts_.clear();
        for (auto rows = read_agencies_.query(); rows.next();)
            counts_[rows.id<AgencyId>(0)]
                   [class_of(static_cast<Standing>(rows.integer(1)), rows.day(2), moment)] += rows.integer(3);
        counted_for_ = moment;
    } else {
        for (const auto agency : touched_) counts_[agency] = read(OfAgency, agency.value, moment);
    }
    // What a transaction has changed may be taken back: it is read again the next time.
    const bool in_transaction = sqlite3_get_autocommit(database_.handle().getHandle()) == 0;
    if (!in_transaction) touched_.clear();
    return counts_;
}

TimelinessCounts Tallies::of(DocumentId document, const Moment& moment) {
    return read(OfDocument, document.value, moment);
}

std::vector<AgencyId> Tallies::pressing(const Moment& moment) {
    const auto has = [](const TimelinessCounts& counts, Timeliness timeliness) {
        const auto found = counts.find(timeliness);
        return found == counts.end() ? 0 : found->second;
    };
    std::vector<std::pair<std::int64_t, AgencyId>> overdue;
    for (const auto& [agency, counts] : of_agencies(moment))
        if (has(counts, Timeliness::Overdue) + has(counts, Timeliness::DueToday) +
                has(counts, Timeliness::DueSoon) >
            0)
            overdue.emplace_back(-has(counts, Timeliness::Overdue), agency);
    std::ranges::sort(overdue);
    std::vector<AgencyId> agencies;
    for (const auto& [count, agency] : overdue) agencies.push_back(agency);
    return agencies;
}

std::vector<AgencyId> Tallies::at_work(const Moment& moment) {
    constexpr std::array open{Timeliness::NoDeadline, Timeliness::InTime, Timeliness::DueSoon,
                              Timeliness::DueToday, Timeliness::Overdue};
    std::vector<AgencyId> agencies;
    const auto has_open = [&](const auto& counts) {
        return std::ranges::any_of(open, [&](auto timeliness) { return counts.contains(timeliness); });
    };
    for (const auto& [agency, counts] : of_agencies(moment))
        if (has_open(counts)) agencies.push_back(agency);
    return agencies;
}

std::optional<std::int64_t> Tallies::count(const AssignmentFilter& filter) {
    const bool by_more = filter.waiting || filter.responsible || !filter.source.empty() || filter.task ||
                         filter.under || !filter.level.empty() || filter.text ||
                         filter.role == AssignmentFilter::Role::Cooperating ||
                         (filter.agency && !filter.documents.empty());
    // Days are kept of what is open.
    const auto keeps_day = [](Timeliness timeliness) {
        return timeliness == Timeliness::Overdue || timeliness == Timeliness::DueToday ||
               timeliness == Timeliness::DueSoon || timeliness == Timeliness::InTime;
    };
    const bool by_day = filter.due_from || filter.due_to;
    if (by_more ||
        (by_day && (filter.timeliness.empty() || !std::ranges::all_of(filter.timeliness, keeps_day))))
        return std::nullopt;
    if (filter.agency) return count(OfAgency, filter.agency->value, filter);
    if (filter.documents.empty()) return count(All, 0, filter);
    std::int64_t total = 0;
    for (const auto document : filter.documents) total += count(OfDocument, document.value, filter);
    return total;
}

std::int64_t Tallies::count(int scope, std::int64_t id, const AssignmentFilter& filter) {
    std::int64_t total = 0;
    for (auto rows = read_.query(scope, id); rows.next();) {
        const auto timeliness =
            class_of(static_cast<Standing>(rows.integer(0)), rows.day(1), filter.moment());
        const bool wanted = filter.timeliness.empty() ||
                            std::ranges::find(filter.timeliness, timeliness) != filter.timeliness.end();
        const bool in_span = (!filter.due_from || rows.day(1) >= *filter.due_from) &&
                             (!filter.due_to || rows.day(1) <= *filter.due_to);
        if (wanted && in_span) total += rows.integer(2);
    }
    return total;
}

}  // namespace dondoc::store
