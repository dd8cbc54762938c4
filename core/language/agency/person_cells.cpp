// SPDX-License-Identifier: Apache-2.0
#include "language/agency/person_cells.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/limits.h"
#include "domain/message.h"
#include "language/words/normalize.h"
#include "language/words/unicode.h"

namespace dondoc::language {
namespace {

constexpr std::size_t longest_text = 200;   // bytes, of a name or a position
constexpr std::size_t longest_email = 254;  // RFC 5321, 4.5.3.1.3
constexpr std::size_t longest_local_part = 64;
constexpr std::size_t fewest_digits = 8, most_digits = 15;  // of a telephone number, ITU-T E.164
constexpr std::size_t longest_channel = 20;
constexpr std::size_t most_channels = 8;

bool is_one_of(char c, std::string_view characters) {
    return characters.find(c) != std::string_view::npos;
}
bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<std::string> parts_of_cell(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find_first_of(",;\n", at), text.size());
        auto part = normalize(text.substr(at, end - at));
        if (!part.empty() && std::ranges::find(parts, part) == parts.end()) parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

std::string short_text(const std::string& typed, const char* field) {
    auto text = normalize(typed);
    require_length(text, longest_text, field);
    return text;
}

bool is_domain(std::string_view domain) {
    if (domain.find('.') == std::string_view::npos) return false;
    bool after_dot = true;  // a label may neither be empty nor begin with a hyphen
    for (const char c : domain) {
        if (c == '.' ? after_dot : !(is_letter_or_digit(c) || (c == '-' && !after_dot))) return false;
        after_dot = c == '.';
    }
    return !after_dot;
}

// One address and nothing beside it, of the characters that every mail server takes.
bool is_email(std::string_view text) {
    const auto at = text.rfind('@');
    if (text.size() > longest_email || at == std::string_view::npos || at == 0 || at > longest_local_part)
        return false;
    const auto local = text.substr(0, at);
    const bool dots_fit =
        local.front() != '.' && local.back() != '.' && local.find("..") == std::string_view::npos;
    return dots_fit && is_domain(text.substr(at + 1)) && std::ranges::all_of(local, [](char c) {
               return is_letter_or_digit(c) || is_one_of(c, ".!#$%&'*+/=?^_`{|}~-");
           });
}

std::string email_of(const std::string& typed) {
    auto text = normalize(typed);
    if (!text.empty() && !is_email(text))
        throw UserError("person.email", {shortened(text, longest_email)}, "email");
    return text;
}

// Spreadsheets take the 0 of a telephone number away: nine digits without it are one of a mobile telephone.
std::string phone_of(const std::string& typed) {
    const auto text = normalize(typed);
    std::string digits;
    for (const char c : text) {
        if (c == '+' ? !digits.empty() : !is_digit(c) && !is_one_of(c, " .-()"))
            throw UserError("person.phone", {shortened(text, longest_text)}, "phone");
        if (c == '+' || is_digit(c)) digits += c;
    }
    if (digits.size() == 9 && is_one_of(digits.front(), "35789")) digits.insert(0, 1, '0');
    const auto count = digits.size() - (digits.starts_with('+') ? 1 : 0);
    if (!digits.empty() && (count < fewest_digits || count > most_digits))
        throw UserError("person.phone", {shortened(text, longest_text)}, "phone");
    return digits;
}

std::string lang_of(const std::string& typed) {
    const auto text = fold(typed);
    if (text.empty() || text == "vi" || text == "tiếng việt") return "vi";
    if (text == "en" || text == "tiếng anh" || text == "english") return "en";
    throw UserError("person.lang", {shortened(typed, longest_text)}, "lang");
}

std::string channel_of(const std::string& part) {
    auto text = fold(part);
    if (text == "email" || text == "e-mail" || text == "thư" || text == "thư điện tử") return "mail";
    if (text == "tin nhắn") return "sms";
    const bool is_name = text.size() <= longest_channel && std::ranges::all_of(text, [](char c) {
                             return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-';
                         });
    if (!is_name) throw UserError("person.channel", {shortened(part, longest_text)}, "channels");
    return text;
}

std::vector<std::string> channels_of(const std::string& typed) {
    std::vector<std::string> channels;
    for (const auto& part : parts_of_cell(typed)) {
        auto channel = channel_of(part);
        if (std::ranges::find(channels, channel) == channels.end()) channels.push_back(std::move(channel));
    }
    if (channels.size() > most_channels)
        throw UserError("person.channels", {std::to_string(most_channels)}, "channels");
    return channels;
}

// "21:30", "21h30", "21h", "6"; nullopt: no time of day.
std::optional<std::chrono::minutes> time_of_day(std::string_view text) {
    const auto take = [&](int most) -> std::optional<int> {
        int number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        const auto digits = static_cast<std::size_t>(read.ptr - text.data());
        if (read.ec != std::errc{} || digits > 2 || number < 0 || number > most) return std::nullopt;
        text.remove_prefix(digits);
        return number;
    };
    constexpr int last_hour = 24, last_minute = 59;
    const auto hour = take(last_hour);
    if (!hour) return std::nullopt;
    if (text.empty() || text == "h") return std::chrono::hours{*hour};
    if (text.front() != ':' && text.front() != 'h' && text.front() != 'g') return std::nullopt;
    text.remove_prefix(1);
    const auto minute = take(last_minute);
    if (!minute || !text.empty() || (*hour == last_hour && *minute > 0)) return std::nullopt;
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute};
}

std::optional<QuietHours> quiet_of(const std::string& typed) {
    auto text = fold(typed);
    std::erase(text, ' ');
    if (text.empty() || text == "none" || text == "không") return std::nullopt;
    const auto middle = text.find('-');
    const UserError wrong{"person.quiet", {shortened(typed, longest_text)}, "quiet"};
    if (middle == std::string::npos) throw wrong;
    const auto from = time_of_day(std::string_view{text}.substr(0, middle));
    const auto until = time_of_day(std::string_view{text}.substr(middle + 1));
    if (!from || !until || *from == *until) throw wrong;
    constexpr std::chrono::hours whole_day{24};
    return QuietHours{*from % whole_day, *until % whole_day};
}

std::optional<Told> told_word(const std::string& part) {
    const auto text = fold(part);
    for (const auto& [told, name] : told_names)
        if (text == name) return told;
    if (text == "chủ trì") return Told::Lead;
    if (text == "phối hợp") return Told::Cooperating;
    if (text == "lãnh đạo" || text == "thủ trưởng" || text == "chỉ quá hạn" || text == "quá hạn")
        return Told::Head;
    return std::nullopt;
}

std::vector<Told> told_of(const std::string& typed) {
    std::vector<Told> told;
    const auto text = fold(typed);
    if (text == "none" || text == "không") return told;
    for (const auto& part : parts_of_cell(typed)) {
        const auto found = told_word(part);
        if (!found) throw UserError("person.told", {shortened(part, longest_text)}, "told");
        if (std::ranges::find(told, *found) == told.end()) told.push_back(*found);
    }
    std::ranges::sort(told);
    if (told.size() > 1 && told.back() == Told::Head) throw UserError("person.told_head", {}, "told");
    return told;
}

std::optional<Role> role_of(const std::string& typed) {
    const auto text = fold(typed);
    if (text.empty() || text == "none" || text == "không") return std::nullopt;
    if (text == "agency" || text == "cơ quan") return Role::Agency;
    if (text == "office" || text == "văn phòng") return Role::Office;
    if (text == "operator" || text == "người vận hành" || text == "vận hành") return Role::Operator;
    throw UserError("person.role", {shortened(typed, longest_text)}, "role");
}

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string written(std::chrono::minutes time) {
    constexpr int minutes_of_an_hour = 60;
    return two_digits(time.count() / minutes_of_an_hour) + ":" +
           two_digits(time.count() % minutes_of_an_hour);
}

std::string role_name(Role role) {
    switch (role) {
        case Role::Agency:
            return "agency";
        case Role::Office:
            return "office";
        default:
            return "operator";
    }
}

}  // namespace

PersonFacts edited(PersonFacts facts, const PersonEdit& edit) {
    if (edit.name) facts.name = short_text(*edit.name, "name");
    if (facts.name.empty()) throw UserError("person.no_name", {}, "name");
    if (edit.position) facts.position = short_text(*edit.position, "position");
    if (edit.email) facts.email = email_of(*edit.email);
    if (edit.phone) facts.phone = phone_of(*edit.phone);
    if (edit.lang) facts.lang = lang_of(*edit.lang);
    if (edit.channels) facts.channels = channels_of(*edit.channels);
    if (edit.quiet) facts.quiet = quiet_of(*edit.quiet);
    if (edit.told) facts.told = told_of(*edit.told);
    if (edit.role) facts.role = role_of(*edit.role);
    return facts;
}

PersonEdit written(const PersonFacts& facts) {
    std::string channels, told;
    for (const auto& channel : facts.channels) channels += (channels.empty() ? "" : ", ") + channel;
    for (const auto& [as, name] : told_names)
        if (std::ranges::find(facts.told, as) != facts.told.end())
            told += (told.empty() ? "" : ", ") + std::string{name};
    PersonEdit edit;
    edit.name = facts.name;
    edit.position = facts.position;
    edit.email = facts.email;
    edit.phone = facts.phone;
    edit.lang = facts.lang;
    edit.channels = std::move(channels);
    edit.quiet = facts.quiet ? written(facts.quiet->from) + "-" + written(facts.quiet->until) : "";
    edit.told = told.empty() ? "none" : told;
    edit.role = facts.role ? role_name(*facts.role) : "none";
    return edit;
}

}  // namespace dondoc::language
