// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/progress_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "language/readers.h"
#include "plan/formats/text_search.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t longest = 300;  // bytes; longer ones tell stories
constexpr int first_year = 2000;
constexpr std::uint32_t whole = 100;  // per cent

std::string_view inner_text(std::string_view text) {
    constexpr std::string_view around = " .;,:()-";
    const auto begin = text.find_first_not_of(around);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(around) - begin + 1);
}

// What follows the longest of the words that `text` begins with; nothing: it begins with none.
template <std::size_t N>
std::optional<std::string_view> after_any(std::string_view text,
                                          const std::array<std::string_view, N>& words) {
    std::optional<std::string_view> rest;
    for (const auto word : words)
        if (text == word || (text.starts_with(word) &&
                             std::string_view(" .;,:(").find(text[word.size()]) != std::string_view::npos))
            if (!rest || text.size() - word.size() < rest->size()) rest = text.substr(word.size());
    return rest;
}

// "80%", "đạt khoảng 80 %", "đã hoàn thành 80% khối lượng".
std::optional<std::uint32_t> share_of(std::string_view text) {
    constexpr std::array<std::string_view, 10> before{
        "đạt",        "ước đạt",       "đã đạt",         "khoảng",       "đạt khoảng",
        "hoàn thành", "đã hoàn thành", "thực hiện được", "đã thực hiện", "đã thực hiện được"};
    constexpr std::array<std::string_view, 5> after{"", "khối lượng", "công việc", "nhiệm vụ", "kế hoạch"};
    if (const auto rest = after_any(text, before)) text = inner_text(*rest);
    const auto sign = text.find('%');
    if (sign == std::string_view::npos) return std::nullopt;
    if (std::find(after.begin(), after.end(), inner_text(text.substr(sign + 1))) == after.end())
        return std::nullopt;
    const auto figures = inner_text(text.substr(0, sign));
    const auto point = figures.find_first_of(".,");
    const auto number = figures.substr(0, point);
    const bool plain = !number.empty() && number.size() <= 3 &&
                       figures.find_first_not_of("0123456789.,") == std::string_view::npos;
    if (!plain) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : number) value = value * 10 + static_cast<std::uint32_t>(c - '0');
    return value <= whole ? std::optional(value) : std::nullopt;
}

// "ngày 15/3/2024", "vào ngày 15 tháng 3 năm 2024": one certain day.
std::optional<local_days> day_in(std::string_view text) {
    constexpr std::array<std::string_view, 2> before{"vào", "từ"};
    if (const auto rest = after_any(text, before)) text = inner_text(*rest);
    const auto read = language::read_deadline(text, {civil(first_year, 1, 1)});
    const auto days = due_days(read.deadline.term);
    if (kind_of(read.deadline.term) != DeadlineKind::Date || days.size() != 1 || !read.problems.empty())
        return std::nullopt;
    return days.front();
}

}  // namespace

std::optional<SaidProgress> read_progress(std::string_view cell) {
    constexpr std::array<std::string_view, 9> done{
        "hoàn thành",        "đã hoàn thành",      "đã xong",    "xong", "hoàn tất", "đã hoàn tất",
        "đã thực hiện xong", "đã hoàn thành xong", "đã làm xong"};
    constexpr std::array<std::string_view, 7> not_begun{
        "chưa",         "chưa thực hiện", "chưa triển khai",
        "chưa bắt đầu", "chưa làm",       "chưa triển khai thực hiện",
        "chưa có"};
    constexpr std::array<std::string_view, 11> under_way{
        "đang", "đã",      "cơ bản hoàn thành", "hoàn thành", "chưa hoàn thành",  "chưa xong",
        "mới",  "dự thảo", "tiếp tục",          "cơ bản",     "hoàn thành cơ bản"};
    using Kind = SaidProgress::Kind;
    if (cell.size() > longest) return std::nullopt;
    const auto folded = language::fold(cell);
    const auto text = inner_text(folded);
    if (const auto share = share_of(text))
        return SaidProgress{*share == whole ? Kind::Done
                            : *share == 0   ? Kind::NotBegun
                                            : Kind::UnderWay,
                            share, std::nullopt};
    if (const auto rest = after_any(text, done)) {
        const auto more = inner_text(*rest);
        if (more.empty()) return SaidProgress{Kind::Done, whole, std::nullopt};
        if (const auto day = day_in(more)) return SaidProgress{Kind::Done, whole, day};
    }
    if (const auto rest = after_any(text, not_begun); rest && inner_text(*rest).empty())
        return SaidProgress{Kind::NotBegun, std::nullopt, std::nullopt};
    if (after_any(text, under_way)) return SaidProgress{Kind::UnderWay, std::nullopt, std::nullopt};
    return std::nullopt;
}

bool names_progress(std::string_view title) {
    const auto folded = language::fold(title);
    return begins_with_any(folded, {"tiến độ", "kết quả", "tình trạng", "tình hình", "trạng thái",
                                    "mức độ hoàn thành", "tỷ lệ hoàn thành", "đã thực hiện"});
}

}  // namespace dondoc::plan
