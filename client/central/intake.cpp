// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a snapshot are numbered: one that comes before its turn is parked, and when its turn does not come
// another snapshot is asked for, once: a whole one makes all that was parked before it worthless.
#include "central/intake.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <spdlog/spdlog.h>

#include "central/database.h"
#include "wire/time.h"

namespace dondoc::central {
namespace {

// By the site's clock: bridges say each minute that they are there, unless they are set otherwise.
constexpr auto silent_for = std::chrono::minutes{5};

}  // namespace

Intake::Intake(pqxx::connection& connection, const std::string& code, const std::string& name)
    : connection_(connection), code_(code), log_(code) {
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
             "SELECT snapshot, id, number, complete, dropped, extract(epoch FROM stands)::bigint FROM "
             "generation WHERE site = $1",
             site_)) {
        auto& generation = generations_[one[0].c_str()];
        generation.id = one[1].as<int>();
        generation.number = one[2].as<std::uint64_t>();
        generation.complete = one[3].as<bool>();
        generation.dropped = one[4].as<bool>();
        generation.stands = instant_in(one[5]);
    }
    log_.load(transaction, site_);
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
            return log_.take(*transaction_, message.event());
        case v1::SiteMessage::kState:
            return take(message.state());
        case v1::SiteMessage::kToldAgain:
            return log_.told_again(message.told_again());
        case v1::SiteMessage::kRestored:
            return log_.take(*transaction_, message.restored());
        case v1::SiteMessage::BODY_NOT_SET:
            break;  // of a newer bridge
    }
}

void Intake::take(const v1::SiteState& state) {
    if (state.has_restored()) log_.take(*transaction_, state.restored());
    log_.look_for_lost(state.lineage(), state.confirmed());
    const auto found = generations_.find(state.snapshot());
    if (found == generations_.end()) {
        if (state.has_begins())
            begin(state);
        else
            park(state);
        return;
    }
    auto& generation = found->second;
    if (state.number() <= generation.number) return;
    if (current_ && generation.id < *current_) return note_other_bridge(state);
    if (state.number() > generation.number + 1) return park(state);
    apply(state, generation);
    take_parked(state.snapshot(), generation);
}

void Intake::begin(const v1::SiteState& state) {
    const auto& begins = state.begins();
    Generation generation;
    generation.number = state.number();
    generation.stands = wire::to_instant(state.stands());
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
    generation.stands = std::max(generation.stands, wire::to_instant(state.stands()));
    if (state.has_part()) generation.staged.add(state.part());
    if (state.complete()) complete(generation);
    // What is said of the site holds for a whole snapshot only.
    transaction_->exec_params("UPDATE generation SET number = $2, stands = $3, lineage = $4 WHERE id = $1",
                              generation.id, state.number(), timestamp(generation.stands), state.lineage());
}

void Intake::complete(Generation& generation) {
    generation.staged.write(*transaction_, generation.id);
    generation.complete = true;
    transaction_->exec_params("UPDATE generation SET complete = true WHERE id = $1", generation.id);
    if (current_ && *current_ > generation.id) return;  // a later one was complete before
    current_ = generation.id;
    others_stand_ = {};
    transaction_->exec_params("UPDATE site SET generation = $2 WHERE id = $1", site_, generation.id);
    // Parts of others wait in vain, also those whose beginning was lost, which no generation is known of.
    transaction_->exec_params(
        "DELETE FROM parked p WHERE site = $1 AND NOT EXISTS (SELECT FROM generation g WHERE g.site = p.site "
        "AND g.snapshot = p.snapshot AND g.id >= $2)",
        site_, generation.id);
    spdlog::info("event=complete site={} generation={}", code_, generation.id);
}

// Reports read the newest snapshot alone. When the bridge that told it goes away, the other's tells nothing
// to it: missing() asks for one that does.
void Intake::note_other_bridge(const v1::SiteState& state) {
    const auto stands = wire::to_instant(state.stands());
    if (stands <= newest_stands()) return;
    others_stand_ = std::max(others_stand_, stands);
    if (others_.insert(state.snapshot()).second)
        spdlog::warn("event=two_bridges site={} snapshot={}", code_, state.snapshot());
}

sys_seconds Intake::newest_stands() const {
    const auto found = newest();
    return found ? generations_.at(found->snapshot).stands : sys_seconds{};
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

void Intake::flush() {
    for (auto& [snapshot, generation] : generations_)
        if (!generation.dropped) generation.staged.write(*transaction_, generation.id);
    log_.flush(*transaction_);
}

std::optional<Whole> Intake::newest() const {
    const auto found = std::ranges::find_if(
        generations_, [this](const auto& one) { return current_ && one.second.id == *current_; });
    if (found == generations_.end()) return std::nullopt;
    return Whole{found->first, found->second.number};
}

// A part that is only late comes within seconds. A snapshot that is told stands still for a while now and
// then; one that has stopped for good is not waited for. While one is told, no older one is missed.
std::vector<v1::SiteAsk> Intake::missing() {
    pqxx::work transaction{connection_};
    auto asks = log_.missing(transaction);
    const bool is_behind = current_ && others_stand_ > newest_stands() + silent_for;
    const auto row = transaction.exec_params1(
        "SELECT NOT EXISTS (SELECT FROM generation WHERE site = $1 AND NOT dropped AND (complete OR begun > "
        "now() - interval '10 minutes')) OR EXISTS (SELECT FROM parked p WHERE site = $1 AND since < now() - "
        "interval '5 seconds' AND NOT EXISTS (SELECT FROM generation n WHERE n.site = p.site AND NOT "
        "n.dropped AND NOT n.complete AND n.snapshot <> p.snapshot AND n.begun > greatest(p.since, now() - "
        "interval '10 minutes'))) OR ($2 AND NOT EXISTS (SELECT FROM generation WHERE site = $1 AND NOT "
        "dropped AND NOT complete AND begun > now() - interval '10 minutes'))",
        site_, is_behind);
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
