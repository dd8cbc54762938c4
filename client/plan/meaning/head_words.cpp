// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/head_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "domain/document_number.h"
#include "domain/message.h"
#include "language/readers.h"
#include "language/words/unicode.h"

namespace dondoc::plan {
namespace {

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at) words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

// What the pieces of a number are put together with: blanks may stand on either side of it.
bool joins(const std::string& word) {
    static constexpr std::array<std::string_view, 5> marks{"/", "-", "–", "—", "‑"};
    return std::ranges::any_of(marks, [&](auto mark) { return word.ends_with(mark); });
}
bool is_joined(const std::string& word) {
    static constexpr std::array<std::string_view, 5> marks{"/", "-", "–", "—", "‑"};
    return std::ranges::any_of(marks, [&](auto mark) { return word.starts_with(mark); });
}

int figures(std::string_view text, std::size_t& at) {
    constexpr int most = 9999;
    int value = -1;
    while (at < text.size() && language::is_digit(text[at]) && value <= most)
        value = (value < 0 ? 0 : value) * 10 + (text[at++] - '0');
    return value;
}

bool skip(std::string_view text, std::size_t& at, std::string_view what) {
    if (text.substr(at, what.size()) != what) return false;
    at += what.size();
    return true;
}

std::optional<local_days> day_behind(std::string_view folded, std::size_t at) {
    const int day = figures(folded, at);
    const bool spoken = skip(folded, at, " tháng ");
    if (!spoken && !skip(folded, at, "/") && !skip(folded, at, "-") && !skip(folded, at, ".")) return {};
    const int month = figures(folded, at);
    if (spoken ? !skip(folded, at, " năm ")
               : !skip(folded, at, "/") && !skip(folded, at, "-") && !skip(folded, at, "."))
        return {};
    const int year = figures(folded, at);
    if (day < 1 || month < 1 || year < 1) return {};
    const date::year_month_day written{date::year{year}, date::month{static_cast<unsigned>(month)},
                                       date::day{static_cast<unsigned>(day)}};
    if (!written.ok()) return {};
    return local_days{written};
}

std::string first_upper(const std::string& word) {
    // The small letters of Vietnamese and their capitals have the same length in UTF-8.
    static const std::string small =
        "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
    static const std::string large =
        "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ";
    std::size_t length = 1;
    while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0) == 0x80) ++length;
    const auto at = small.find(word.substr(0, length));
    return at == std::string::npos ? word : large.substr(at, length) + word.substr(length);
}

bool is_printed_in_capitals(std::string_view text) {
    const auto folded = language::fold(text);
    const auto plain = language::normalize(text);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < std::min(folded.size(), plain.size()); ++i)
        if (folded[i] == plain[i] && folded[i] >= 'a' && folded[i] <= 'z') ++kept;
    return kept == 0;
}

}  // namespace

std::string number_at(std::string_view text) {
    const auto words = split_words(language::normalize(text));
    std::string number;
    for (const auto& word : words) {
        const bool goes_on = !number.empty() && (joins(number) || is_joined(word));
        if (!number.empty() && !goes_on) break;
        number += word;
    }
    while (!number.empty() && std::string_view(".,;:)\"*").find(number.back()) != std::string_view::npos)
        number.pop_back();
    const auto stroke = number.find('/');
    if (number.empty() || !language::is_digit(number[0]) || stroke == std::string::npos ||
        stroke + 1 == number.size())
        return {};
    const bool is_date =
        std::ranges::all_of(number, [](char c) { return language::is_digit(c) || c == '/'; });
    try {
        return is_date ? std::string{} : printed_number(number);
    } catch (const UserError&) {
        return {};
    }
}

std::optional<local_days> written_day(std::string_view text) {
    const auto folded = language::fold(text);
    constexpr std::string_view word = "ngày ";
    for (auto at = folded.find(word); at != std::string::npos; at = folded.find(word, at + 1))
        if (const auto day = day_behind(folded, at + word.size())) return day;
    return std::nullopt;
}

std::string issuer_name(std::string_view printed) {
    auto words = split_words(language::normalize(printed));
    if (is_printed_in_capitals(printed)) {
        static constexpr std::array<std::string_view, 9> places{"tỉnh", "phố",  "huyện", "xã", "phường",
                                                                "khu",  "trấn", "quận",  "thị"};
        static constexpr std::array<std::string_view, 4> offices{"sở", "bộ", "ban", "cục"};
        static constexpr std::array<std::string_view, 5> initials{"ubnd", "hđnd", "vpcp", "mttq", "vp"};
        bool in_place = false, begins = true;
        for (auto& word : words) {
            const bool first = &word == &words.front();
            word = language::fold(word);
            const bool place = std::ranges::find(places, word) != places.end();
            if (std::ranges::find(initials, word) != initials.end())
                for (auto& letter : word)
                    letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
            else if (!place && (in_place || begins))
                word = first_upper(word);
            in_place = in_place || place;
            begins = first && std::ranges::find(offices, language::fold(word)) != offices.end();
        }
    }
    std::string name;
    for (const auto& word : words) name += (name.empty() ? "" : " ") + word;
    for (const std::string_view full : {"Ủy ban nhân dân", "Uỷ ban nhân dân", "ủy ban nhân dân"})
        if (name.starts_with(full)) name.replace(0, full.size(), "UBND");
    if (const std::string_view council = "HđND"; name.starts_with(council))
        name.replace(0, council.size(), "HĐND");
    return name;
}

std::string document_kind(std::string_view line) {
    static constexpr std::array<std::string_view, 15> kinds{
        "Kế hoạch",  "Quyết định",   "Nghị quyết", "Chỉ thị",   "Công điện",
        "Thông báo", "Chương trình", "Đề án",      "Hướng dẫn", "Kết luận",
        "Quy chế",   "Phương án",    "Báo cáo",    "Quy định",  "Tờ trình"};
    const auto folded = language::fold(line);
    for (const auto kind : kinds)
        if (folded == language::fold(kind)) return std::string{kind};
    return {};
}

}  // namespace dondoc::plan
