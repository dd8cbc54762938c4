#include "store/tallies.h"

#include <algorithm>

namespace dondoc::store {
namespace {

enum Scope { All, OfAgency, OfDocument };
}  // namespace

Tallies::Tallies(Database& database)
    : read_(database,
            "SELECT standing, due, count FROM tally WHERE scope = ? AND scope_id = ? AND count > 0"),
      pressing_(database,
                "SELECT scope_id, total(count) FILTER (WHERE due < ?1) AS overdue FROM tally INDEXED BY "
                "tally_pressing "
                "WHERE scope = 1 AND standing = 0 AND count > 0 AND due <= ?2 GROUP BY scope_id ORDER BY "
                "overdue DESC, scope_id") {}

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
    return read(OfAgency, agency.value, moment);
}

TimelinessCounts Tallies::of(DocumentId document, const Moment& moment) {
    return read(OfDocument, document.value, moment);
}

std::vector<AgencyId> Tallies::pressing(const Moment& moment) {
    std::vector<AgencyId> agencies;
    for (auto rows = pressing_.query(moment.today, moment.today + date::days{moment.due_soon_days});
         rows.next();)
        agencies.push_back(rows.id<AgencyId>(0));
    return agencies;
}

std::optional<std::int64_t> Tallies::count(const AssignmentFilter& filter) {
    const bool by_more = filter.waiting || filter.task || filter.under || filter.assignment ||
                         !filter.level.empty() || filter.text ||
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
