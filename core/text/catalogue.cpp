// SPDX-License-Identifier: Apache-2.0
#include "text/catalogue.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <array>
#include <string>
#include <unordered_map>

#include "text/entries.h"

namespace dondoc::text {
namespace {

const std::unordered_map<std::string_view, const Entry*>& index() {
    static const auto entries = [] {
        std::unordered_map<std::string_view, const Entry*> map;
        for (const auto& file : all_entries())
            for (const auto& entry : file) map.emplace(entry.key, &entry);
        return map;
    }();
    return entries;
}

// An argument "@state.completed" is a word of the catalogue itself, "@action.start, @action.report" a list of
// them. Anything else, "@các sở" too, stands for itself.
std::string resolve(Lang lang, const std::string& arg) {
    if (!arg.starts_with('@')) return arg;
    if (const auto comma = arg.find(", @"); comma != std::string::npos)
        return resolve(lang, arg.substr(0, comma)) + ", " + resolve(lang, arg.substr(comma + 2));
    const auto found = index().find(std::string_view{arg}.substr(1));
    if (found == index().end()) return arg;
    return std::string{lang == Lang::En ? found->second->en : found->second->vi};
}

// What English sentences count. Vietnamese has no plural.
constexpr std::array<std::string_view, 26> plurals{
    "assignments", "agencies", "tasks",    "rows",      "days",     "working days", "events",
    "keys",        "times",    "persons",  "documents", "groups",   "seconds",      "points",
    "letters",     "notices",  "mutes",    "levels",    "dossiers", "listeners",    "columns",
    "results",     "sites",    "mistakes", "pages",     "requests"};

std::string singular(std::string_view plural) {
    constexpr std::string_view ending = "ies";
    if (plural.ends_with(ending)) return std::string{plural.substr(0, plural.size() - ending.size())} + 'y';
    return std::string{plural.substr(0, plural.size() - 1)};
}

// "{0} assignments" where argument 0 is 1: "{0} assignment".
std::string for_ones(std::string_view pattern, std::span<const std::string> args) {
    std::string text{pattern};
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] != "1") continue;
        for (const auto plural : plurals) {
            const auto counted = "{" + std::to_string(i) + "} " + std::string{plural};
            for (std::size_t at = 0; (at = text.find(counted, at)) != std::string::npos; ++at) {
                const auto end = at + counted.size();
                const bool is_whole = end == text.size() || text[end] < 'a' || text[end] > 'z';
                if (is_whole) text.replace(end - plural.size(), plural.size(), singular(plural));
            }
        }
    }
    return text;
}

}  // namespace

Lang parse_lang(std::string_view name) {
    return name == "en" ? Lang::En : Lang::Vi;
}

std::string render(Lang lang, std::string_view key, std::span<const std::string> args) {
    const auto found = index().find(key);
    if (found == index().end()) return fmt::format("{} {}", key, fmt::join(args, " "));
    const auto pattern =
        lang == Lang::En ? for_ones(found->second->en, args) : std::string{found->second->vi};
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const auto& arg : args) store.push_back(resolve(lang, arg));
    try {
        return fmt::vformat(pattern, store);
    } catch (const fmt::format_error&) {  // fewer arguments than the sentence needs
        return fmt::format("{} {}", pattern, fmt::join(args, " "));
    }
}

bool has_sentence(std::string_view key) {
    return index().contains(key);
}

std::span<const std::span<const Entry>> all_entries() {
    static const std::array files{
        daemon_entries(),     config_entries(),        calendar_entries(),    language_entries(),
        plan_entries(),       delivery_entries(),      policy_entries(),      clock_entries(),
        rehearsal_entries(),  command_line_entries(),  client_entries(),      overview_entries(),
        report_entries(),     report_page_entries(),   life_entries(),        storage_entries(),
        succession_entries(), person_entries(),        press_entries(),       update_entries(),
        children_entries(),   term_entries(),          table_entries(),       manual_entries(),
        day_entries(),        plan_file_entries(),     setup_entries(),       standby_entries(),
        monitoring_entries(), plan_language_entries(), recovery_entries(),    key_entries(),
        reached_entries(),    letter_entries(),        gateway_entries(),     sign_in_entries(),
        web_frame_entries(),  web_office_entries(),    web_site_entries(),    web_work_entries(),
        web_sheet_entries(),  system_entries(),        task_import_entries(), edxml_entries(),
        form_entries(),       web_form_entries(),      web_flow_entries(),    scoring_entries(),
        reconcile_entries(),  flow_entries(),          site_entries()};
    return files;
}

}  // namespace dondoc::text
