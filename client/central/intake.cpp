// SPDX-License-Identifier: GPL-3.0-or-later
// Events of a lineage are counted by their ids, which have no gap: what lies between two of them is missing,
// until it comes or the bridge says that its log has no more. Parts of a snapshot are numbered: one that
// comes before its turn is parked, and when its turn does not come another snapshot is asked for.
#include "central/intake.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <spdlog/spdlog.h>

#include "central/database.h"

namespace dondoc::central {
namespace {

constexpr std::uint64_t asked_at_once = 50'000;  // events
constexpr int most_gaps_asked = 20;

}  // namespace

Intake::Intake(pqxx::connection& connection, const std::string& code, const std::string& name)
    : connection_(connection), code_(code) {
    make_staging_tables(connection_);
    load(name);
}

void Intake::load(const std::string& name) {
    pqxx::work transaction{connection_};
    const auto known = transaction.exec_params("SELECT id FROM site WHERE code = $1", code_);
    if (known.empty()) {
        site_ =
            transaction
                .exec_params1("INSERT INTO site (code, name) VALUES ($1, $2) RETURNING id", code_, name)[0]
                .as<int>();
        make_event_table(transaction, site_);
    } else {
        site_ = known[0][0].as<int>();
    }
    const auto row = transaction.exec_params1(
        "UPDATE site SET name = $2 WHERE id = $1 RETURNING generation, stream, position", site_, name);
    if (!row[0].is_null()) current_ = row[0].as<int>();
    stream_ = row[1].c_str();
    position_ = row[2].as<std::uint64_t>();
    for (const auto& one : transaction.exec_params(
             "SELECT lineage, begins_after, last, place FROM lineage WHERE site = $1", site_))
        lineages_[one[0].c_str()] = {one[1].as<std::uint64_t>(), one[2].as<std::uint64_t>(),
                                     one[3].as<int>()};
    for (const auto& one : transaction.exec_params(
             "SELECT lineage, first, last FROM gap WHERE site = $1 ORDER BY lineage, first", site_))
        gaps_.push_back({one[0].c_str(), one[1].as<std::uint64_t>(), one[2].as<std::uint64_t>()});
    for (const auto& one : transaction.exec_params(
             "SELECT snapshot, id, number, complete, dropped FROM generation WHERE site = $1", site_)) {
        auto& generation = generations_[one[0].c_str()];
        generation.id = one[1].as<int>();
        generation.number = one[2].as<std::uint64_t>();
        generation.complete = one[3].as<bool>();
        generation.dropped = one[4].as<bool>();
    }
    transaction.commit();
}

void Intake::begin_stream(const std::string& made) {
    pqxx::work transaction{connection_};
    transaction.exec_params("UPDATE site SET stream = $2, position = 0 WHERE id = $1", site_, made);
    transaction.commit();
    stream_ = made;
    position_ = 0;
}

// When it throws, this object knows more than the database: it is made anew then.
void Intake::take(const std::vector<jetstream::Incoming>& messages) {
    pqxx::work transaction{connection_};
    transaction_ = &transaction;
    for (const auto& incoming : messages) {
        v1::SiteMessage message;
        if (message.ParseFromString(incoming.payload))
            take(message);
        else
            spdlog::warn("event=unreadable site={} sequence={}", code_, incoming.sequence);
        position_ = incoming.sequence;
    }
    flush();
    transaction.exec_params("UPDATE site SET position = $2, heard = now() WHERE id = $1", site_, position_);
    transaction.commit();
    transaction_ = nullptr;
}

void Intake::take(const v1::SiteMessage& message) {
    switch (message.body_case()) {
        case v1::SiteMessage::kEvent:
            return take(message.event());
        case v1::SiteMessage::kState:
            return take(message.state());
        case v1::SiteMessage::kToldAgain:
            told_again_.push_back(message.told_again());
            return;
        case v1::SiteMessage::kRestored:
            return take(message.restored());
        case v1::SiteMessage::BODY_NOT_SET:
            break;  // of a newer bridge
    }
}

// The first event of a lineage that is seen is where it begins for us: a centre that is new does not read
// what was before.
void Intake::take(const v1::Event& event) {
    if (event.id() == 0) return;
    auto& lineage = lineage_of(event.lineage(), event.id() - 1);
    if (event.id() > lineage.last + 1) gaps_.push_back({event.lineage(), lineage.last + 1, event.id() - 1});
    if (event.id() > lineage.last)
        lineage.last = event.id();
    else if (!gaps_.empty())
        fill(event.lineage(), event.id(), event.id());
    events_.add(event);
}

// One that was not told of before comes after all that were.
Intake::Lineage& Intake::lineage_of(const std::string& name, std::uint64_t begins_after) {
    const Lineage next{begins_after, begins_after, static_cast<int>(lineages_.size()) + 1};
    const auto [found, is_new] = lineages_.try_emplace(name, next);
    if (is_new) undo_before(found->second);
    return found->second;
}

// What earlier lineages told after this one begins is undone, and no longer missing. Later ones keep theirs:
// the stream may be read from its beginning again.
void Intake::undo_before(const Lineage& lineage) {
    std::erase_if(gaps_, [&](const Gap& gap) {
        return gap.first > lineage.begins_after && lineages_.at(gap.lineage).place < lineage.place;
    });
    write_events();
    transaction_->exec_params(
        "UPDATE event e SET undone = true FROM lineage l WHERE e.site = $1 AND l.site = $1 AND l.lineage = "
        "e.lineage AND l.place < $2 AND e.id > $3 AND NOT e.undone",
        site_, lineage.place, lineage.begins_after);
}

// These are not missing any longer.
void Intake::fill(const std::string& lineage, std::uint64_t first, std::uint64_t last) {
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

void Intake::take(const v1::Restored& restored) {
    const auto last = restored.last();
    const bool is_new = !lineages_.contains(restored.lineage());
    auto& lineage = lineage_of(restored.lineage(), last);
    const bool begins_earlier = last < lineage.begins_after;  // than its first event that came said
    if (begins_earlier) {
        gaps_.push_back({restored.lineage(), last + 1, lineage.begins_after});
        lineage.begins_after = last;
        undo_before(lineage);
    }
    if (is_new || begins_earlier)
        spdlog::info("event=restored site={} lineage={} last={}", code_, restored.lineage(), last);
}

void Intake::take(const v1::SiteState& state) {
    const auto found = generations_.find(state.snapshot());
    if (found == generations_.end()) {
        if (state.has_begins())
            begin(state);
        else
            park(state);
        return;
    }
    auto& generation = found->second;
    if (generation.dropped || state.number() <= generation.number) return;
    if (state.number() > generation.number + 1) return park(state);
    apply(state, generation);
    take_parked(state.snapshot(), generation);
}

void Intake::begin(const v1::SiteState& state) {
    const auto& begins = state.begins();
    Generation generation;
    generation.number = state.number();
    generation.id =
        transaction_
            ->exec_params1(
                "INSERT INTO generation (site, snapshot, number, stands, lineage, due_soon_days, "
                "waiting_is_open) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                site_, state.snapshot(), state.number(), timestamp(state.stands()), state.lineage(),
                static_cast<int>(begins.due_soon_days()), begins.waiting_is_open())[0]
            .as<int>();
    make_generation_tables(*transaction_, generation.id);
    spdlog::info("event=snapshot site={} name={} generation={}", code_, state.snapshot(), generation.id);
    take_parked(state.snapshot(),
                generations_.emplace(state.snapshot(), std::move(generation)).first->second);
}

void Intake::apply(const v1::SiteState& state, Generation& generation) {
    generation.number = state.number();
    if (state.has_part()) generation.staged.add(state.part());
    if (state.complete()) complete(generation);
    // What is said of the site holds for a whole snapshot only.
    transaction_->exec_params(
        "UPDATE generation SET number = $2, stands = greatest(stands, $3), lineage = $4 WHERE id = $1",
        generation.id, state.number(), timestamp(state.stands()), state.lineage());
}

void Intake::complete(Generation& generation) {
    generation.staged.write(*transaction_, generation.id);
    generation.complete = true;
    transaction_->exec_params("UPDATE generation SET complete = true WHERE id = $1", generation.id);
    if (current_ && *current_ > generation.id) return;  // a later one was complete before
    current_ = generation.id;
    transaction_->exec_params("UPDATE site SET generation = $2 WHERE id = $1", site_, generation.id);
    spdlog::info("event=complete site={} generation={}", code_, generation.id);
}

void Intake::park(const v1::SiteState& state) {
    transaction_->exec_params(
        "INSERT INTO parked (site, snapshot, number, part) VALUES ($1, $2, $3, $4) ON "
        "CONFLICT DO NOTHING",
        site_, state.snapshot(), state.number(), pqxx::binarystring{state.SerializeAsString()});
}

void Intake::take_parked(const std::string& snapshot, Generation& generation) {
    for (;;) {
        const auto next = transaction_->exec_params(
            "DELETE FROM parked WHERE site = $1 AND snapshot = $2 AND number = $3 RETURNING part", site_,
            snapshot, generation.number + 1);
        if (next.empty()) return;
        v1::SiteState state;
        if (!state.ParseFromString(pqxx::binarystring{next[0][0]}.str())) return;
        apply(state, generation);
    }
}

// The bridge says how many of these its log has.
void Intake::settle(const v1::EventRange& range) {
    const auto row = transaction_->exec_params1(
        "SELECT count(*) FROM event WHERE site = $1 AND lineage = $2 AND id BETWEEN $3 AND $4", site_,
        range.lineage(), range.first(), range.last());
    if (row[0].as<std::uint64_t>() >= range.sent()) fill(range.lineage(), range.first(), range.last());
}

void Intake::write_events() {
    for (const auto& [name, lineage] : lineages_)
        transaction_->exec_params(
            "INSERT INTO lineage VALUES ($1, $2, $3, $4, $5) ON CONFLICT (site, lineage) DO UPDATE SET "
            "begins_after = excluded.begins_after, last = excluded.last",
            site_, name, lineage.begins_after, lineage.last, lineage.place);
    events_.write(*transaction_, site_);
}

void Intake::flush() {
    for (auto& [snapshot, generation] : generations_)
        if (!generation.dropped) generation.staged.write(*transaction_, generation.id);
    write_events();
    for (const auto& range : std::exchange(told_again_, {})) settle(range);
    std::string kept;
    for (const auto& gap : gaps_) {
        transaction_->exec_params(
            "INSERT INTO gap (site, lineage, first, last) VALUES ($1, $2, $3, $4) ON CONFLICT (site, "
            "lineage, first) DO UPDATE SET last = excluded.last",
            site_, gap.lineage, gap.first, gap.last);
        kept += (kept.empty() ? "" : ", ") +
                ("(" + transaction_->quote(gap.lineage) + ", " + std::to_string(gap.first) + ")");
    }
    transaction_->exec("DELETE FROM gap WHERE site = " + std::to_string(site_) +
                       (kept.empty() ? "" : " AND (lineage, first) NOT IN (" + kept + ")"));
}

// A part that is only late comes within seconds. A snapshot that is told stands still for a while now and
// then; one that has stopped for good is not waited for.
std::vector<v1::SiteAsk> Intake::missing() {
    std::vector<v1::SiteAsk> asks;
    pqxx::work transaction{connection_};
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
    const auto row = transaction.exec_params1(
        "SELECT NOT EXISTS (SELECT FROM generation WHERE site = $1 AND NOT dropped AND (complete OR begun > "
        "now() - interval '10 minutes')) OR EXISTS (SELECT FROM parked WHERE site = $1 AND since < now() - "
        "interval '5 seconds')",
        site_);
    if (row[0].as<bool>()) asks.emplace_back().set_snapshot(true);
    return asks;
}

void Intake::clean() {
    if (!current_) return;
    pqxx::work transaction{connection_};
    transaction.exec("SET LOCAL lock_timeout = '1s'");
    transaction.exec_params(
        "DELETE FROM parked p USING generation g WHERE p.site = $1 AND g.site = p.site AND g.snapshot = "
        "p.snapshot AND g.id < $2",
        site_, *current_);
    transaction.exec_params("DELETE FROM parked WHERE site = $1 AND since < now() - interval '1 day'", site_);
    for (auto& [snapshot, generation] : generations_) {
        if (generation.dropped || generation.id >= *current_) continue;
        drop_generation_tables(transaction, generation.id);
        transaction.exec_params("UPDATE generation SET dropped = true WHERE id = $1", generation.id);
        transaction.commit();
        generation.dropped = true;
        spdlog::info("event=dropped site={} generation={}", code_, generation.id);
        return;  // one at a time
    }
    transaction.commit();
}

}  // namespace dondoc::central
