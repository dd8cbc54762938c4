// SPDX-License-Identifier: GPL-3.0-or-later
#include "central/question.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

#include "domain/document_level.h"
#include "domain/message.h"

namespace dondoc::central {
namespace {

void set_moment(Understood& understood, sys_seconds now) {
    const auto today = civil_day(now);
    const auto& text = understood.asked.as_of;
    understood.as_of = today;
    if (!text.empty()) {
        const auto day = parse_iso_day(text);
        if (!day) throw UserError("value.day", {text}, "--as-of");
        understood.as_of = *day;
    }
    if (understood.as_of > today)
        throw UserError("report.future", {spoken_day(understood.as_of), spoken_day(today)}, "--as-of");
    understood.instant =
        understood.as_of == today
            ? now
            : to_instant(local_seconds{understood.as_of + date::days{1}}) - std::chrono::seconds{1};
}

void set_levels(Understood& understood) {
    const auto& asked = understood.asked;
    for (const auto& level : asked.levels)
        if (!is_document_level(level)) throw UserError("report.bad_level", {level}, "--level");
    understood.levels = asked.levels;
    if (asked.view == View::Government && asked.levels.empty() && !asked.all_levels)
        understood.levels = {"government"};
}

// By code: those of which a whole snapshot is there.
std::vector<Source> known_sources(pqxx::work& transaction) {
    std::vector<Source> all;
    for (const auto& row : transaction.exec(
             "SELECT s.id, g.id, s.code, s.name, extract(epoch FROM g.stands)::bigint, g.due_soon_days, "
             "g.waiting_is_open, EXISTS (SELECT FROM parked p WHERE p.site = s.id AND p.snapshot = "
             "g.snapshot) "
             "OR EXISTS (SELECT FROM generation n WHERE n.site = s.id AND n.id > g.id AND NOT n.complete) "
             "FROM site s JOIN generation g ON g.id = s.generation ORDER BY s.code COLLATE \"C\"")) {
        Source source;
        source.site = row[0].as<int>();
        source.generation = row[1].as<int>();
        source.code = row[2].c_str();
        source.name = row[3].c_str();
        source.stands = instant_in(row[4]);
        source.due_soon_days = row[5].as<int>();
        source.waiting = row[6].as<bool>() ? WaitingResults::Open : WaitingResults::Own;
        source.incomplete = row[7].as<bool>();
        all.push_back(std::move(source));
    }
    return all;
}

std::string joined(const std::vector<Source>& sources) {
    std::string text;
    for (const auto& source : sources) text += (text.empty() ? "" : ", ") + source.code;
    return text;
}

void choose_sources(Understood& understood, std::vector<Source> all,
                    const std::vector<SiteName>& configured) {
    for (const auto& code : understood.asked.sites) {
        const auto found = std::ranges::find(all, code, &Source::code);
        const bool is_chosen =
            std::ranges::find(understood.sources, code, &Source::code) != understood.sources.end();
        if (is_chosen) continue;
        if (found != all.end())
            understood.sources.push_back(*found);
        else if (std::ranges::find(configured, code, &SiteName::code) != configured.end())
            throw UserError("central.silent_site", {code}, "--site");
        else
            throw UserError("central.unknown_site", {code, joined(all)}, "--site");
    }
    if (!understood.asked.sites.empty()) return;
    for (const auto& site : configured)
        if (std::ranges::find(all, site.code, &Source::code) == all.end()) understood.silent.push_back(site);
    understood.sources = std::move(all);
}

}  // namespace

std::optional<View> view_named(const std::string& name) {
    constexpr auto views = std::to_array<std::pair<std::string_view, View>>({
        {"government", View::Government},
        {"ranking", View::Ranking},
        {"ageing", View::Ageing},
        {"site", View::Site},
        {"overdue", View::Overdue},
    });
    for (const auto& [known, view] : views)
        if (known == name) return view;
    return std::nullopt;
}

std::string array_of(const std::vector<std::string>& texts) {
    std::string array = "{";
    for (const auto& text : texts) {
        array += array.size() > 1 ? ",\"" : "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\') array += '\\';
            array += c;
        }
        array += '"';
    }
    return array + '}';
}

std::string generations_of(const std::vector<Source>& sources) {
    std::vector<std::string> ids;
    for (const auto& source : sources) ids.push_back(std::to_string(source.generation));
    return array_of(ids);
}

Understood understand(pqxx::work& transaction, const Question& question,
                      const std::vector<SiteName>& configured, sys_seconds now) {
    Understood understood;
    understood.asked = question;
    set_moment(understood, now);
    set_levels(understood);
    if (question.by != "on_time" && question.by != "completion")
        throw UserError("report.by", {question.by}, "--by");
    auto all = known_sources(transaction);
    if (all.empty()) throw UserError("central.nothing_yet", {});
    choose_sources(understood, std::move(all), configured);
    understood.of_one = !question.sites.empty() && understood.sources.size() == 1;
    if (question.view == View::Site && !understood.of_one) throw UserError("central.one_site", {}, "--site");
    return understood;
}

}  // namespace dondoc::central
