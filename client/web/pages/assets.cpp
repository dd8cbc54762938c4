// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/assets.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "web_assets.h"  // made of the files in assets/ when the build is configured

namespace dondoc::web::pages {
namespace {

constexpr std::array known{Asset{"style.css", "text/css; charset=utf-8", asset_files::style},
                           Asset{"app.js", "text/javascript; charset=utf-8", asset_files::script},
                           Asset{"icon.svg", "image/svg+xml", asset_files::icon}};

// FNV-1a: tells one content from another, and nothing more.
std::string content_mark(std::string_view content) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return std::to_string(hash);
}

Address asset_address(std::string_view name) {
    return Address("/tep").part(name).with("v", content_mark(find_asset(name)->content));
}

}  // namespace

const Asset* find_asset(std::string_view name) {
    const auto* found = std::ranges::find(known, name, &Asset::name);
    return found == known.end() ? nullptr : found;
}

Address style_address() {
    static const auto address = asset_address("style.css");
    return address;
}

Address script_address() {
    static const auto address = asset_address("app.js");
    return address;
}

Address icon_address() {
    static const auto address = asset_address("icon.svg");
    return address;
}

}  // namespace dondoc::web::pages
