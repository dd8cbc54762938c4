// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of many sites, understood: which, as of when, of which documents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "central/database.h"
#include "central/settings.h"
#include "domain/report_counts.h"
#include "dondoc/v1/report.pb.h"

namespace dondoc::central {

enum class View { Government, Ranking, Ageing, Site, Overdue };
std::optional<View> view_named(const std::string& name);  // "government"

struct Question {
    View view = View::Government;
    std::string as_of;                // civil day; empty: now
    std::vector<std::string> sites;   // codes; empty: all
    std::vector<std::string> levels;  // of documents; empty: those of the Government, or all of them
    bool all_levels = false;
    std::string by = "on_time";  // ranking: or "completion"
    std::uint32_t least = 5, limit = 1000;
};

// A site with the generation that reports read.
struct Source {
    int site = 0, generation = 0;
    std::string code, name;
    sys_seconds stands{};
    bool incomplete = false;  // something is missing and asked for
    int due_soon_days = 0;
    WaitingResults waiting = WaitingResults::Own;
};

struct Understood {
    Question asked;
    local_days as_of{};
    sys_seconds instant{};
    std::vector<Source> sources;   // by code
    std::vector<SiteName> silent;  // of the sites asked for: they have told nothing yet, and are in no figure
    std::vector<std::string> levels;  // empty: all
    bool of_one = false;              // one site, agency by agency
};

// `configured`: the sites that are taken in. Throws UserError: "value.day", "report.future",
// "report.bad_level", "report.by", "central.unknown_site", "central.silent_site", "central.nothing_yet",
// "central.one_site".
Understood understand(pqxx::work& transaction, const Question& question,
                      const std::vector<SiteName>& configured, sys_seconds now);

// As SQL has arrays.
std::string array_of(const std::vector<std::string>& texts);
std::string generations_of(const std::vector<Source>& sources);

}  // namespace dondoc::central
