// SPDX-License-Identifier: Apache-2.0
#include "store/flow_lists.h"

namespace dondoc::store {
namespace {

constexpr int looked_at_once = 5000;
constexpr std::int64_t without_due = 253'402'300'799;  // as in the index: the end of the year 9999

bool is_finished_class(const std::optional<FlowClass>& which) {
    return which == FlowClass::OnTime || which == FlowClass::Late || which == FlowClass::Refused;
}

bool fits(const FlowFilter& filter, const NamedFlowItem& named, sys_seconds now) {
    const auto& item = named.item;
    if (filter.agency && item.agency != *filter.agency) return false;
    if (!filter.source.empty() && named.source != filter.source) return false;
    if (!filter.procedure.empty() && named.procedure != filter.procedure) return false;
    if (filter.due_until && (!item.due || *item.due < now || *item.due > *filter.due_until)) return false;
    return !filter.which || flow_class(item.state, item.due, item.finished, now) == *filter.which;
}

FlowPlace place_of(const FlowItem& item) {
    const auto at = item.finished ? item.finished : item.due;
    return {at ? at->time_since_epoch().count() : without_due, item.id.value};
}

}  // namespace

FlowLists::FlowLists(Database& database)
    : open_(database, named_flow_items +
                          "WHERE i.finished IS NULL AND (coalesce(i.due, 253402300799), i.id) > (?, ?) "
                          "ORDER BY coalesce(i.due, 253402300799), i.id LIMIT ?"),
      open_of_agency_(database,
                      named_flow_items +
                          "WHERE i.finished IS NULL AND (coalesce(i.due, 253402300799), i.id) > (?, ?) "
                          "AND i.agency_id = ? ORDER BY coalesce(i.due, 253402300799), i.id LIMIT ?"),
      finished_(database, named_flow_items +
                              "WHERE i.finished IS NOT NULL AND (i.finished, i.id) < (?, ?) "
                              "ORDER BY i.finished DESC, i.id DESC LIMIT ?") {}

FlowPage FlowLists::list(const FlowFilter& filter, const std::optional<FlowPlace>& after, int limit,
                         sys_seconds now) {
    const auto rows_after = [&] {
        if (is_finished_class(filter.which)) {
            const auto from = after.value_or(FlowPlace{without_due, 0});
            return finished_.query(from.at, from.id, looked_at_once);
        }
        auto from = after.value_or(FlowPlace{});
        // What is overdue stands before what is due soon: that part of the index need not be walked.
        if (!after && filter.due_until) from.at = now.time_since_epoch().count() - 1;
        if (filter.agency) return open_of_agency_.query(from.at, from.id, *filter.agency, looked_at_once);
        return open_.query(from.at, from.id, looked_at_once);
    };
    FlowPage page;
    int looked = 0;
    std::optional<FlowPlace> last;
    for (auto rows = rows_after(); rows.next();) {
        ++looked;
        auto named = named_flow_item_of(rows);
        const auto place = place_of(named.item);
        const bool past_the_end =
            (filter.due_until && place.at > filter.due_until->time_since_epoch().count()) ||
            (filter.which == FlowClass::Overdue && place.at >= now.time_since_epoch().count());
        if (past_the_end) return page;
        if (fits(filter, named, now)) {
            if (static_cast<int>(page.items.size()) == limit) {
                page.next = last;
                return page;
            }
            page.items.push_back(std::move(named));
        }
        last = place;
    }
    if (looked == looked_at_once) page.next = last;
    return page;
}

}  // namespace dondoc::store
