// SPDX-License-Identifier: GPL-3.0-or-later
#include "bridge/settings.h"

#include <cstddef>
#include <cstdint>

#include "domain/civil.h"
#include "domain/time_of_day.h"
#include "language/files/span.h"
#include "language/files/toml_file.h"
#include "lib/config_file.h"
#include "lib/laid_over.h"

namespace dondoc::bridge {
namespace {

using language::Section;

constexpr std::size_t longest_site = 64;  // bytes

void span(Section& section, const char* key, std::chrono::seconds& into) {
    const auto found = section.text(key);
    if (!found) return;
    if (const auto parsed = language::parse_span(*found))
        into = *parsed;
    else
        section.refuse(key, "config.duration", {*found});
}

void read_time(Section& section, Settings& settings) {
    settings.snapshot_at = minute_of_the_night(settings.site);
    const auto found = section.text("snapshot_at");
    if (!found) return;
    if (*found == "never") {
        settings.snapshot_at.reset();
        return;
    }
    settings.snapshot_at = parse_time_of_day(*found);
    if (!settings.snapshot_at) section.refuse("snapshot_at", "relay.config.time", {*found});
}

}  // namespace

std::chrono::minutes minute_of_the_night(std::string_view site) {
    // FNV-1a, which is the same everywhere.
    constexpr std::uint32_t basis = 2'166'136'261, prime = 16'777'619;
    std::uint32_t hash = basis;
    for (const char byte : site) hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
    constexpr std::chrono::minutes first{60}, last{5 * 60};
    return first + std::chrono::minutes{hash % (last - first).count()};
}

Settings read_settings(const std::filesystem::path& file) {
    language::TomlFile toml{client::read_config_file(file), file.string()};
    for (const auto& over : client::files_over(file))
        toml.lay_over(client::read_config_file(over), over.string());
    const auto folder = file.parent_path();
    Settings settings;
    Section top{toml, toml.root(), ""};
    top.require({"site"});
    if (const auto profile = top.text("profile")) settings.profile = folder / *profile;
    settings.site = top.text("site").value_or("");
    if (settings.site.size() > longest_site) top.refuse("site", "nats.config.site", {settings.site});
    settings.consumer = top.text("consumer").value_or(settings.consumer);
    constexpr std::int64_t most_under_way = 100'000;
    if (const auto window = top.integer("window", 1, most_under_way))
        settings.window = static_cast<std::size_t>(*window);
    span(top, "look", settings.look);
    span(top, "alive", settings.alive);
    read_time(top, settings);
    std::chrono::seconds due_soon{std::chrono::hours{24 * settings.due_soon_days}};
    span(top, "due_soon", due_soon);
    settings.due_soon_days = static_cast<int>(std::chrono::duration_cast<date::days>(due_soon).count());
    settings.waiting_is_open = top.one_of("waiting", {"own", "open"}).value_or(0) == 1;
    top.section("nats", [&](Section& nats) { settings.nats = jetstream::read_settings(nats, folder); });
    top.refuse_unknown();
    toml.throw_first();
    return settings;
}

}  // namespace dondoc::bridge
