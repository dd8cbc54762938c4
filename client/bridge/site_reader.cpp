// SPDX-License-Identifier: GPL-3.0-or-later
// The history is ordered by seconds, and within a second by assignments: what is written in the second that
// is under way may come before what was read already. So entries count as settled when they are older than
// the daemon's clock was before they were asked for; the others are read again, and known ones passed over.
#include "bridge/site_reader.h"
#include "wire/time.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>

namespace dondoc::bridge {
namespace {

constexpr std::uint32_t rows_at_once = 1000;

template <typename Repeated>
auto to_vector(Repeated& repeated) {
    return std::vector(std::make_move_iterator(repeated.begin()), std::make_move_iterator(repeated.end()));
}

}  // namespace

void SiteReader::read_status() {
    v1::Request request;
    request.mutable_status();
    status_ = ask_(std::move(request)).status();
}

sys_seconds SiteReader::now() const {
    return wire::to_instant(status_.now());
}

v1::TaskListReply SiteReader::list(v1::TaskListRequest wanted) {
    v1::Request request;
    *request.mutable_task_list() = std::move(wanted);
    auto reply = ask_(std::move(request));
    return std::move(*reply.mutable_task_list());
}

void SiteReader::read_all_rows(const TakeRows& take) {
    v1::TaskListRequest wanted;
    wanted.set_sort(v1::ListSort::given);
    wanted.set_limit(rows_at_once);
    do {
        auto page = list(wanted);
        for (const auto& row : page.rows()) place_.newest = std::max(place_.newest, row.assignment());
        wanted.set_after(page.next());
        if (!page.rows().empty()) take(to_vector(*page.mutable_rows()));
    } while (!wanted.after().empty());
}

void SiteReader::read_new_rows(const TakeRows& take) {
    v1::TaskListRequest wanted;
    wanted.set_sort(v1::ListSort::given);
    wanted.set_reverse(true);
    wanted.set_limit(rows_at_once / 10);
    std::vector<v1::AssignmentRow> found;
    bool is_known = false;
    do {
        auto page = list(wanted);
        for (auto& row : *page.mutable_rows()) {
            is_known = row.assignment() <= place_.newest;
            if (is_known) break;
            found.push_back(std::move(row));
        }
        wanted.set_after(page.next());
        wanted.set_limit(rows_at_once);
    } while (!is_known && !wanted.after().empty());
    if (found.empty()) return;
    std::ranges::reverse(found);
    place_.newest = found.back().assignment();
    take(found);
}

std::vector<v1::LifeEntry> SiteReader::history(v1::AssignmentHistoryRequest wanted, bool& more) {
    v1::Request request;
    *request.mutable_assignment_history() = std::move(wanted);
    auto reply = ask_(std::move(request));
    more = reply.assignment_history().more();
    return to_vector(*reply.mutable_assignment_history()->mutable_entries());
}

// Days that are over are read one by one, so that no page passes over many rows.
void SiteReader::read_changes(const TakeChanges& take) {
    const auto today = civil_day(now());
    auto day = place_.day.empty() ? today : parse_iso_day(place_.day).value_or(today);
    for (;; day += date::days{1}) {
        const bool is_over = day < today;
        auto offset = iso_day(day) == place_.day ? place_.settled : 0;
        auto settled = offset;
        bool more = true;
        while (more) {
            v1::AssignmentHistoryRequest wanted;
            wanted.set_since(iso_day(day));
            if (is_over) wanted.set_until(iso_day(day));
            wanted.set_limit(rows_at_once);
            wanted.set_offset(offset);
            auto entries = history(std::move(wanted), more);
            offset += entries.size();
            std::vector<v1::LifeEntry> fresh;
            for (auto& entry : entries) {
                const std::pair key{entry.assignment(), entry.revision()};
                const bool is_settled = wire::to_instant(entry.time()) < now();
                const bool is_new = is_settled ? unsettled_.erase(key) == 0 : unsettled_.insert(key).second;
                if (is_settled) ++settled;
                if (is_new) fresh.push_back(std::move(entry));
            }
            if (!fresh.empty()) take(fresh);
        }
        place_.day = iso_day(day);
        place_.settled = settled;
        if (!is_over) return;
    }
}

std::vector<v1::AssignmentRow> SiteReader::rows_of(std::uint64_t task) {
    v1::Request request;
    request.mutable_task_show()->set_task(task);
    auto reply = ask_(std::move(request));
    auto& shown = *reply.mutable_task_show();
    for (auto& row : *shown.mutable_assignments()) row.set_secret(shown.document().secret());
    return to_vector(*shown.mutable_assignments());
}

v1::AgencyListReply SiteReader::agencies() {
    v1::Request request;
    request.mutable_agency_list();
    auto reply = ask_(std::move(request));
    return std::move(*reply.mutable_agency_list());
}

std::vector<v1::Document> SiteReader::documents() {
    v1::Request request;
    request.mutable_document_list();
    std::vector<v1::Document> documents;
    auto reply = ask_(std::move(request));
    for (auto& row : *reply.mutable_document_list()->mutable_documents())
        documents.push_back(std::move(*row.mutable_document()));
    return documents;
}

// Several documents may have one number: what is not secret of it is passed over.
SecretWork SiteReader::secret_work(const std::vector<v1::Document>& documents) {
    SecretWork work;
    std::set<std::string> numbers;
    for (const auto& document : documents)
        if (document.secret()) numbers.insert(document.number());
    for (const auto& number : numbers) {
        v1::TaskListRequest wanted;
        wanted.set_document(number);
        wanted.set_sort(v1::ListSort::given);
        wanted.set_limit(rows_at_once);
        do {
            const auto page = list(wanted);
            for (const auto& row : page.rows())
                if (row.secret()) work.add(row);
            wanted.set_after(page.next());
        } while (!wanted.after().empty());
        v1::AssignmentHistoryRequest entries;
        entries.set_document(number);
        entries.set_limit(rows_at_once);
        bool more = true;
        while (more) {
            const auto found = history(entries, more);
            for (const auto& entry : found)
                if (work.holds(entry.assignment())) work.add(entry);
            entries.set_offset(entries.offset() + found.size());
        }
    }
    return work;
}

void SiteReader::read_log(std::uint64_t first, std::uint64_t last, const TakeEvents& take) {
    auto after = first - 1;
    bool more = true;
    while (more && after < last) {
        v1::Request request;
        auto& wanted = *request.mutable_log();
        wanted.set_after(after);
        wanted.set_limit(rows_at_once);
        auto reply = ask_(std::move(request));
        auto& log = *reply.mutable_log();
        more = log.more();
        after = log.next();
        auto events = to_vector(*log.mutable_events());
        std::erase_if(events, [last](const v1::Event& event) { return event.id() > last; });
        if (!events.empty() && !take(std::move(events))) return;
    }
}

void SiteReader::go_on_from(Place place) {
    place_ = std::move(place);
    unsettled_.clear();
}

void SiteReader::begin_anew() {
    go_on_from({});
}

}  // namespace dondoc::bridge
