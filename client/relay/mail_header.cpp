// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <date/date.h>

#include "relay/mail.h"

namespace dondoc::relay {
namespace {

constexpr std::size_t bytes_of_word = 42;  // of one encoded word: 75 characters at most (RFC 2047, 2)

std::string base64(std::string_view bytes) {
    static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t at) {
            return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
        };
        const auto three = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
        text += digits[three >> 18U & 63U];
        text += digits[three >> 12U & 63U];
        text += i + 1 < bytes.size() ? digits[three >> 6U & 63U] : '=';
        text += i + 2 < bytes.size() ? digits[three & 63U] : '=';
    }
    return text;
}

bool is_plain(std::string_view text) {
    for (const char c : text)
        if (c < ' ' || c > '~') return false;
    return text.find("=?") == text.npos;
}

}  // namespace

std::string encoded_header(const std::string& text) {
    if (is_plain(text)) return text;
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        auto end = std::min(text.size(), at + bytes_of_word);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        if (end <= at) end = std::min(text.size(), at + bytes_of_word);  // no UTF-8
        words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") +
                 base64(std::string_view{text}.substr(at, end - at)) + "?=";
        at = end;
    }
    return words;
}

std::string domain_of(const MailAddress& address) {
    return address.address.substr(address.address.find('@') + 1);
}

std::string message_id(const std::string& key, const MailSettings& settings) {
    return "<" + key + "." + settings.site + "@" + domain_of(settings.from) + ">";
}

std::string mail_date(sys_seconds at) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = civil_day(at);
    const date::year_month_day parts{day};
    const date::hh_mm_ss time{to_local(at) - local_seconds{day}};
    const auto two = [](auto value) {
        const auto text = std::to_string(value);
        return text.size() < 2 ? "0" + text : text;
    };
    return std::string{days.at(date::weekday{day}.c_encoding())} + ", " +
           two(static_cast<unsigned>(parts.day())) + " " +
           months.at(static_cast<unsigned>(parts.month()) - 1) + " " +
           std::to_string(static_cast<int>(parts.year())) + " " + two(time.hours().count()) + ":" +
           two(time.minutes().count()) + ":" + two(time.seconds().count()) + " +0700";
}

std::optional<MailAddress> parse_mail_address(const std::string& text) {
    MailAddress parsed;
    const auto open = text.find('<');
    if (open == text.npos) {
        parsed.address = text;
    } else {
        if (text.back() != '>') return std::nullopt;
        parsed.name = text.substr(0, open);
        while (!parsed.name.empty() && parsed.name.back() == ' ') parsed.name.pop_back();
        parsed.address = text.substr(open + 1, text.size() - open - 2);
    }
    const auto at = parsed.address.find('@');
    const bool is_sound = at != text.npos && at > 0 && at + 1 < parsed.address.size() &&
                          parsed.address.find_first_of("<>, \t\r\n\"\\", 0) == text.npos &&
                          parsed.address.find('@', at + 1) == text.npos && is_plain(parsed.address) &&
                          parsed.name.find_first_of("\r\n") == text.npos;
    return is_sound ? std::optional{parsed} : std::nullopt;
}

}  // namespace dondoc::relay
