// SPDX-License-Identifier: GPL-3.0-or-later
// Ids of events have no gap, so what is missing shows: by the next event, or by what the bridge says that the
// servers had confirmed. It is asked for until it comes, or the bridge says that its log has no more.
//
// A site that is restored begins a lineage: what earlier ones told after the point that was gone back to is
// undone. A backup that is newer than the one before brings a part of it back.
#include "central/event_log.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <spdlog/spdlog.h>

namespace dondoc::central {
namespace {

constexpr std::uint64_t asked_at_once = 50'000;  // events
constexpr int most_gaps_asked = 20;

}  // namespace

void EventLog::load(pqxx::work& transaction, int site) {
    site_ = site;
    for (const auto& one : transaction.exec_params(
             "SELECT lineage, begins_after, last, place FROM lineage WHERE site = $1", site_))
        lineages_[one[0].c_str()] = {one[1].as<std::uint64_t>(), one[2].as<std::uint64_t>(),
                                     one[3].as<int>()};
    has_kept_ =
        transaction.exec_params1("SELECT EXISTS (SELECT FROM kept WHERE site = $1)", site_)[0].as<bool>();
    for (const auto& one : transaction.exec_params(
             "SELECT lineage, first, last FROM gap WHERE site = $1 ORDER BY lineage, first", site_))
        gaps_.push_back({one[0].c_str(), one[1].as<std::uint64_t>(), one[2].as<std::uint64_t>()});
}

// The first event of a lineage that is seen is where it begins for us: a centre that is new does not read
// what was before.
void EventLog::take(pqxx::work& transaction, const v1::Event& event) {
    if (event.id() == 0) return;
    auto& lineage = lineage_of(transaction, event.lineage(), event.id() - 1);
    if (event.id() > lineage.last + 1) gaps_.push_back({event.lineage(), lineage.last + 1, event.id() - 1});
    if (event.id() > lineage.last)
        lineage.last = event.id();
    else if (!gaps_.empty())
        fill(event.lineage(), event.id(), event.id());
    events_.add(event);
}

// One that was not told of before comes after all that were.
EventLog::Lineage& EventLog::lineage_of(pqxx::work& transaction, const std::string& name,
                                        std::uint64_t begins_after) {
    const Lineage next{begins_after, begins_after, static_cast<int>(lineages_.size()) + 1};
    const auto [found, is_new] = lineages_.try_emplace(name, next);
    if (is_new) undo_before(transaction, found->second);
    return found->second;
}

// What earlier lineages told after this one begins is undone, and no longer missing. Later ones keep theirs:
// the stream may be read from its beginning again.
void EventLog::undo_before(pqxx::work& transaction, const Lineage& lineage) {
    std::erase_if(gaps_, [&](const Gap& gap) {
        return gap.first > lineage.begins_after && lineages_.at(gap.lineage).place < lineage.place;
    });
    write(transaction);
    transaction.exec_params(
        "UPDATE event e SET undone = true FROM lineage l WHERE e.site = $1 AND l.site = $1 AND l.lineage = "
        "e.lineage AND l.place < $2 AND e.id > $3 AND NOT e.undone",
        site_, lineage.place, lineage.begins_after);
}

// These are not missing any longer.
void EventLog::fill(const std::string& lineage, std::uint64_t first, std::uint64_t last) {
    std::vector<Gap> left;
    for (auto& gap : gaps_) {
        if (gap.lineage != lineage || gap.last < first || last < gap.first) {
            left.push_back(std::move(gap));
            continue;
        }
        if (gap.first < first) left.push_back({lineage, gap.first, first - 1});
        if (last < gap.last) left.push_back({lineage, last + 1, gap.last});
    }
    gaps_ = std::move(left);
}

void EventLog::take(pqxx::work& transaction, const v1::Restored& restored) {
    auto bytes = restored.SerializeAsString();
    if (bytes == restored_) return;
    const auto known = lineages_.find(restored.lineage());
    const bool is_new = known == lineages_.end();
    if (is_new ? lineages_.empty() : known->second.place == 1) return;
    restored_ = std::move(bytes);
    const auto last = restored.last();
    auto& lineage = lineage_of(transaction, restored.lineage(), last);
    const bool begins_earlier = last < lineage.begins_after;  // than its first event that came said
    if (begins_earlier) {
        gaps_.push_back({restored.lineage(), last + 1, lineage.begins_after});
        lineage.begins_after = last;
        undo_before(transaction, lineage);
    }
    for (const auto& range : restored.kept()) keep(transaction, restored.lineage(), range);
    if (is_new || begins_earlier)
        spdlog::info("event=restored site={} lineage={} last={}", code_, restored.lineage(), last);
}

// What of these is not here is asked for. A centre that is new does not read what was before.
void EventLog::keep(pqxx::work& transaction, const std::string& by, const v1::EventRange& range) {
    const auto earlier = lineages_.find(range.lineage());
    if (earlier == lineages_.end()) return;
    has_kept_ = true;
    transaction.exec_params(
        "INSERT INTO kept VALUES ($1, $2, $3, $4, $5) ON CONFLICT (site, lineage, earlier, first) DO UPDATE "
        "SET last = greatest(kept.last, excluded.last)",
        site_, by, range.lineage(), range.first(), range.last());
    write(transaction);
    const auto here = transaction.exec_params1(
        "SELECT count(*) FROM event WHERE site = $1 AND lineage = $2 AND id BETWEEN $3 AND $4", site_,
        range.lineage(), range.first(), range.last());
    if (here[0].as<std::uint64_t>() > range.last() - range.first()) return;
    gaps_.push_back({range.lineage(), range.first(), range.last()});
    earlier->second.last = std::max(earlier->second.last, range.last());
}

// What came back stands, unless a lineage that began later has undone it once more.
void EventLog::bring_back(pqxx::work& transaction) const {
    transaction.exec_params(
        "UPDATE event e SET undone = false FROM kept k JOIN lineage l USING (site, lineage) WHERE k.site = "
        "$1 AND e.site = $1 AND e.undone AND e.lineage = k.earlier AND e.id BETWEEN k.first AND k.last AND "
        "NOT EXISTS (SELECT FROM lineage n WHERE n.site = $1 AND n.place > l.place AND n.begins_after < "
        "e.id)",
        site_);
}

// The servers had confirmed these events, and have lost them: no later one may ever come and show the gap.
void EventLog::look_for_lost(const std::string& lineage, std::uint64_t confirmed) {
    const auto found = lineages_.find(lineage);
    if (found == lineages_.end() || confirmed <= found->second.last) return;
    gaps_.push_back({lineage, found->second.last + 1, confirmed});
    found->second.last = confirmed;
}

// The bridge says how many of these its log has.
void EventLog::settle(pqxx::work& transaction, const v1::EventRange& range) {
    const auto row = transaction.exec_params1(
        "SELECT count(*) FROM event WHERE site = $1 AND lineage = $2 AND id BETWEEN $3 AND $4", site_,
        range.lineage(), range.first(), range.last());
    if (row[0].as<std::uint64_t>() >= range.sent()) fill(range.lineage(), range.first(), range.last());
}

void EventLog::write(pqxx::work& transaction) {
    for (const auto& [name, lineage] : lineages_)
        transaction.exec_params(
            "INSERT INTO lineage VALUES ($1, $2, $3, $4, $5) ON CONFLICT (site, lineage) DO UPDATE SET "
            "begins_after = excluded.begins_after, last = excluded.last",
            site_, name, lineage.begins_after, lineage.last, lineage.place);
    events_.write(transaction, site_);
    if (has_kept_) bring_back(transaction);
}

void EventLog::flush(pqxx::work& transaction) {
    write(transaction);
    for (const auto& range : std::exchange(told_again_, {})) settle(transaction, range);
    std::string kept;
    for (const auto& gap : gaps_) {
        transaction.exec_params(
            "INSERT INTO gap (site, lineage, first, last) VALUES ($1, $2, $3, $4) ON CONFLICT (site, "
            "lineage, first) DO UPDATE SET last = excluded.last",
            site_, gap.lineage, gap.first, gap.last);
        kept += (kept.empty() ? "" : ", ") +
                ("(" + transaction.quote(gap.lineage) + ", " + std::to_string(gap.first) + ")");
    }
    transaction.exec("DELETE FROM gap WHERE site = " + std::to_string(site_) +
                     (kept.empty() ? "" : " AND (lineage, first) NOT IN (" + kept + ")"));
}

std::vector<v1::SiteAsk> EventLog::missing(pqxx::work& transaction) const {
    std::vector<v1::SiteAsk> asks;
    for (const auto& gap : transaction.exec_params(
             "SELECT lineage, first, last FROM gap WHERE site = $1 AND since < now() - interval '2 seconds' "
             "ORDER BY since LIMIT $2",
             site_, most_gaps_asked)) {
        v1::SiteAsk ask;
        auto& range = *ask.mutable_events();
        range.set_lineage(gap[0].c_str());
        range.set_first(gap[1].as<std::uint64_t>());
        range.set_last(std::min(gap[2].as<std::uint64_t>(), range.first() + asked_at_once - 1));
        asks.push_back(std::move(ask));
    }
    return asks;
}

}  // namespace dondoc::central
