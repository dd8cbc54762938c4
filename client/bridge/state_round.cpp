// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot has all assignments as they were given and all of their history, so that whoever has it needs
// nothing older. What was told under names that are no longer those (an agency renamed, a document that has
// become secret) cannot be mended part by part: then another snapshot is taken.
#include "bridge/state_round.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <utility>

#include <spdlog/spdlog.h>

#include "bridge/facts.h"
#include "wire/time.h"

namespace dondoc::bridge {
namespace {

using namespace std::chrono_literals;

constexpr auto names_last = 60s;            // before agencies and documents are read again
constexpr int silent_days = 30;             // of no figure that is told
constexpr date::days secret_days{3 * 366};  // for so long back they can be asked for

CountingRules rules_of(const Settings& settings) {
    return {settings.due_soon_days, silent_days,
            settings.waiting_is_open ? WaitingResults::Open : WaitingResults::Own};
}

// To tell whether they are others.
std::string text_of(const v1::AgencyListReply& agencies, const std::vector<v1::Document>& documents) {
    std::string text;
    for (const auto& agency : agencies.agencies()) text += agency.SerializeAsString();
    for (const auto& document : documents) text += document.SerializeAsString();
    return text;
}

// An agency that was told, by its code, is called so no longer.
bool is_renamed(const v1::AgencyListReply& before, const v1::AgencyListReply& now) {
    std::set<std::string> codes;
    for (const auto& agency : now.agencies()) codes.insert(agency.code());
    return std::ranges::any_of(before.agencies(),
                               [&](const auto& agency) { return !codes.contains(agency.code()); });
}

// A document that was told has another level, or has become secret, or no longer is.
bool is_other(const std::vector<v1::Document>& before, const std::vector<v1::Document>& now) {
    std::map<std::uint64_t, const v1::Document*> known;
    for (const auto& document : now) known[document.id()] = &document;
    return std::ranges::any_of(before, [&](const v1::Document& document) {
        const auto found = known.find(document.id());
        return found == known.end() || found->second->level() != document.level() ||
               found->second->secret() != document.secret();
    });
}

}  // namespace

StateRound::StateRound(const Settings& settings, Ask ask, Teller& teller, std::function<bool()> over,
                       std::function<void(std::chrono::steady_clock::duration)> rest)
    : settings_(settings),
      over_(std::move(over)),
      teller_(teller),
      reader_([this, ask = std::move(ask), rest = std::move(rest)](v1::Request request) {
          const auto began = std::chrono::steady_clock::now();
          auto reply = ask(std::move(request));
          if (!complete_) rest(std::chrono::steady_clock::now() - began);
          return reply;
      }) {}

// The nightly one, once it is that time of a civil day on which none was taken.
bool StateRound::is_snapshot_due() const {
    if (wanted_ || !complete_ || reader_.status().storage().lineage() != lineage_) return true;
    if (!settings_.snapshot_at) return false;
    const auto today = civil_day(reader_.now());
    return iso_day(today) != snapshot_day_ &&
           to_local(reader_.now()) >= local_seconds{today} + *settings_.snapshot_at;
}

void StateRound::look(const std::set<std::uint64_t>& tasks) {
    reader_.read_status();
    teller_.stands(reader_.status().now(), reader_.status().storage().lineage());
    if (is_snapshot_due() || has_other_names())
        take_snapshot();
    else
        tell_news(tasks);
}

void StateRound::take_snapshot() {
    complete_ = false;
    wanted_ = false;
    const auto& status = reader_.status();
    lineage_ = status.storage().lineage();
    v1::SiteState::Begins begins;
    begins.set_due_soon_days(static_cast<std::uint32_t>(settings_.due_soon_days));
    begins.set_waiting_is_open(settings_.waiting_is_open);
    begins.set_version(status.version());
    begins.set_last_event(status.last_event());
    teller_.begin(begins);
    agencies_ = reader_.agencies();
    all_documents_ = reader_.documents();
    names_read_ = std::chrono::steady_clock::now();
    teller_.tell(names());
    load_secrets();
    reader_.begin_anew();
    auto first = civil_day(reader_.now());
    std::uint64_t count = 0;
    reader_.read_all_rows([&](const std::vector<v1::AssignmentRow>& rows) {
        for (const auto& row : rows) first = std::min(first, civil_day(wire::to_instant(row.given())));
        count += rows.size();
        if (!over_()) tell_rows(rows);
    });
    auto place = reader_.place();
    place.day = iso_day(first);
    reader_.go_on_from(place);
    reader_.read_changes([&](const std::vector<v1::LifeEntry>& entries) {
        if (!over_()) tell_changes(entries);
    });
    load_secrets();  // as their history is by now
    secret_day_.clear();
    tell_secrets();
    snapshot_day_ = iso_day(civil_day(reader_.now()));
    teller_.complete();
    complete_ = !over_();
    told_ = std::chrono::steady_clock::now();
    spdlog::info("event=snapshot name={} assignments={} parts={}", teller_.snapshot(), count,
                 teller_.number());
}

void StateRound::tell_news(const std::set<std::uint64_t>& tasks) {
    const auto before = teller_.number();
    reader_.read_new_rows([&](const std::vector<v1::AssignmentRow>& rows) { tell_rows(rows); });
    for (const auto task : tasks) tell_rows(reader_.rows_of(task));
    reader_.read_changes([&](const std::vector<v1::LifeEntry>& entries) { tell_changes(entries); });
    tell_secrets();
    const auto now = std::chrono::steady_clock::now();
    if (teller_.number() == before && now - told_ >= settings_.alive) teller_.alive();
    if (teller_.number() != before) told_ = now;
}

// Agencies and documents have no history that could be followed: they are read now and then.
bool StateRound::has_other_names() {
    const auto now = std::chrono::steady_clock::now();
    if (now - names_read_ < names_last && reader_.status().documents() == all_documents_.size() &&
        reader_.status().agencies() == static_cast<std::uint64_t>(agencies_.agencies_size()))
        return false;
    names_read_ = now;
    const auto before_agencies = std::exchange(agencies_, reader_.agencies());
    const auto before_documents = std::exchange(all_documents_, reader_.documents());
    if (is_renamed(before_agencies, agencies_) || is_other(before_documents, all_documents_)) return true;
    if (text_of(before_agencies, before_documents) == text_of(agencies_, all_documents_)) return false;
    load_secrets();
    teller_.tell(names());
    return false;
}

v1::SiteState::Part StateRound::names() const {
    v1::SiteState::Part part;
    *part.mutable_agencies() = agencies_.agencies();
    for (const auto& document : all_documents_)
        if (!document.secret()) *part.add_documents() = document;
    return part;
}

void StateRound::load_secrets() {
    secrets_ = reader_.secret_work(all_documents_);
    secrets_changed_ = true;
}

void StateRound::tell_rows(const std::vector<v1::AssignmentRow>& rows) {
    std::vector<v1::AssignmentRow> told;
    for (const auto& row : rows) {
        if (!row.secret())
            told.push_back(told_facts(row));
        else if (!secrets_.holds(row.assignment()))
            load_secrets();
    }
    teller_.tell(told);
}

// An assignment is told before what happened to it, also when it was given meanwhile.
void StateRound::tell_changes(const std::vector<v1::LifeEntry>& entries) {
    const auto newest = reader_.place().newest;
    if (std::ranges::any_of(entries, [newest](const auto& entry) { return entry.assignment() > newest; }))
        reader_.read_new_rows([this](const std::vector<v1::AssignmentRow>& rows) { tell_rows(rows); });
    std::vector<v1::LifeEntry> told;
    bool is_secret = false;
    for (const auto& entry : entries) {
        if (secrets_.holds(entry.assignment()))
            is_secret = true;
        else
            told.push_back(told_change(entry));
    }
    if (is_secret && complete_) load_secrets();
    teller_.tell(told);
}

// Days that are over are told once: nothing that is written later changes them.
void StateRound::tell_secrets() {
    const auto today = civil_day(reader_.now());
    if (secrets_.empty() || (!secrets_changed_ && secret_day_ == iso_day(today))) return;
    const auto rules = rules_of(settings_);
    v1::SecretFigures figures;
    auto day = parse_iso_day(secret_day_).value_or(std::max(secrets_.first_day(), today - secret_days));
    for (; day < today; day += date::days{1})
        secrets_.add_day(figures, day, to_instant(local_seconds{day + date::days{1}}) - 1s, rules);
    secrets_.add_day(figures, today, reader_.now(), rules);
    teller_.tell(figures);
    secret_day_ = iso_day(today);
    secrets_changed_ = false;
}

}  // namespace dondoc::bridge
