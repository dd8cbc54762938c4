// SPDX-License-Identifier: GPL-3.0-or-later
#include "jetstream/subjects.h"

#include <charconv>
#include <string>
#include <system_error>

namespace dondoc::jetstream {
namespace {

constexpr std::string_view digits = "0123456789ABCDEF";
constexpr std::string_view prefix = "dondoc.";
constexpr char escape = '=';

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

std::string joined_id(std::string_view site, std::string_view middle, std::uint64_t number) {
    std::string id{site};
    id.append("/").append(middle).append("/").append(std::to_string(number));
    return id;
}

}  // namespace

std::string token_of(std::string_view text) {
    if (text.empty()) return {escape};
    std::string token;
    for (const char c : text) {
        if (is_plain(c)) {
            token += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        token += escape;
        token += digits[byte >> 4U];
        token += digits[byte & 0xFU];
    }
    return token;
}

std::string subject_of(std::string_view site, std::string_view agency, std::string_view kind) {
    std::string subject{prefix};
    subject += token_of(site) + '.';
    subject += agency.empty() ? std::string{whole_site} : token_of(agency);
    return subject.append(".").append(kind);
}

std::string all_subjects_of(std::string_view site) {
    return std::string{prefix} + token_of(site) + ".>";
}

std::string ask_subject_of(std::string_view site) {
    return "dondoc_ask." + token_of(site);
}

std::string event_id(std::string_view site, std::string_view lineage, std::uint64_t event) {
    return joined_id(site, lineage, event);
}

std::string part_id(std::string_view site, std::string_view snapshot, std::uint64_t number) {
    return joined_id(site, snapshot, number);
}

std::optional<std::uint64_t> part_number(std::string_view id, std::string_view site,
                                         std::string_view snapshot) {
    const auto digits_at = id.rfind('/') + 1;
    std::uint64_t number = 0;
    const auto read = std::from_chars(id.data() + digits_at, id.data() + id.size(), number);
    if (read.ec != std::errc{} || part_id(site, snapshot, number) != id) return std::nullopt;
    return number;
}

}  // namespace dondoc::jetstream
