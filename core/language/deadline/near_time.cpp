// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/near_time.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "language/words/cursor.h"

namespace dondoc::language {
namespace {

const Phrases period_units{"tháng", "quý", "tuần", "tuần thứ", "quí", "thế kỷ"};
// Years that do not end with December, or that are told from one that is not known here.
const Phrases other_years{"năm học", "năm tài chính", "năm ngân sách",     "niên độ",           "niên khóa",
                          "học kỳ",  "năm trước",     "năm sau",           "năm tới",           "quý trước",
                          "quý sau", "tháng trước",   "năm liền kề trước", "năm trước liền kề", "học kì"};
const Phrases school_years{"năm học", "niên khóa", "học kỳ", "học kì"};
const Phrases round_words{"đợt", "lần", "kỳ", "giai đoạn", "bước", "mốc", "vòng"};
const Phrases counted_round{"kỳ", "giai đoạn", "bước"};
const Phrases round_names{"thứ nhất", "thứ hai", "thứ ba", "thứ tư", "một", "hai", "ba",
                          "đầu",      "cuối",    "i",      "ii",     "iii", "iv"};
const Phrase times_word{"lần"};
const Phrases document_words{"kế hoạch", "quyết định", "nghị quyết", "nghị định",    "công văn",
                             "thông tư", "chỉ thị",    "văn bản",    "chương trình", "thông báo",
                             "luật",     "đề án",      "báo cáo",    "tờ trình",     "hướng dẫn"};
const Phrase number_word{"số"};

bool is_roman(const Token& token) {
    return token.is_word() && token.upper && token.key.find_first_not_of("ivx") == std::string::npos;
}

// "02 lần", "100%": no part of a date.
bool counts_things(const std::vector<Token>& tokens, std::size_t at) {
    if (at + 1 >= tokens.size()) return false;
    const auto& next = tokens[at + 1];
    return next.is('%') || (next.is_word() && next.spaced && !period_units.match(tokens, at + 1) &&
                            !day_word.match(tokens, at + 1) && !year_word.match(tokens, at + 1));
}

}  // namespace

std::size_t read_document(const std::vector<Token>& tokens, std::size_t begin) {
    const auto name = document_words.match(tokens, begin);
    auto at = begin + name;
    const auto says_number = number_word.match(tokens, at);
    if (!name && !says_number) return 0;
    at += says_number;
    if (at + 2 >= tokens.size() || !tokens[at].is_number()) return 0;
    if (!tokens[at + 1].is('/') && !tokens[at + 1].is('-')) return 0;
    bool has_letters = false;  // "báo cáo 21/9" is a day
    while (at < tokens.size() && (!tokens[at].spaced || tokens[at].is('/') || tokens[at].is_number()))
        has_letters = tokens[at++].is_word() || has_letters;
    if (!has_letters && !says_number) return 0;
    Moment moment;
    return at + read_moment(tokens, at, moment) - begin;
}

std::size_t read_round(const std::vector<Token>& tokens, std::size_t at) {
    static const Phrases counting{"trong"};  // "trong vòng 10 ngày"
    Cursor cursor(tokens, at);
    if (!cursor.accept(round_words) || (at > 0 && counting.match(tokens, at - 1))) return 0;
    constexpr int most_rounds = 12;
    if (!cursor.accept(round_names)) {
        const int number = cursor.accept_number();
        if (number < 1 || number > most_rounds) return 0;
    }
    // "kỳ 6 tháng" counts months, "đợt 1 tháng 5" does not.
    const bool counts = cursor.stands(period_units) && counted_round.match(tokens, at) > 0;
    return counts || cursor.accept_mark('/') ? 0 : cursor.used();
}

std::size_t read_times(const std::vector<Token>& tokens, std::size_t at) {
    static const Phrases in{"trong", "mỗi", "một", "trong một", "hằng", "hàng"};
    static const Phrases unit{"năm", "quý", "tháng", "tuần", "6 tháng"};
    Cursor cursor(tokens, at);
    if (cursor.accept_number() < 1 || !cursor.accept(times_word)) return 0;
    const auto bare = cursor.position();
    cursor.accept_mark('/');
    cursor.accept(in);
    if (!cursor.accept(unit) || cursor.stands_number()) cursor.back(bare);
    return cursor.used();
}

bool tells_previous(const std::vector<Token>& tokens, std::size_t at) {
    static const Phrases previous{"trước"};
    static const Phrases bounded{"ngày", "mùng", "mồng", "tháng", "quý", "khi", "thời", "kỳ", "ngày cuối"};
    Cursor cursor(tokens, at);
    return cursor.accept(previous) && !cursor.stands(bounded) && !cursor.stands_number();
}

std::size_t read_other_year(const std::vector<Token>& tokens, std::size_t at, OtherYear& kind) {
    Cursor cursor(tokens, at);
    kind = cursor.stands(school_years) ? OtherYear::School : OtherYear::Told;
    if (!cursor.accept(other_years)) return 0;
    static const Phrases ends_with_bound{"năm trước", "quý trước", "tháng trước"};
    if (ends_with_bound.match(tokens, at) == cursor.used() && !tells_previous(tokens, cursor.position() - 1))
        return 0;
    while (!cursor.at_end() && (cursor.stands_number() || tokens[cursor.position()].is('-') ||
                                tokens[cursor.position()].is('/')))  // "2026 - 2027"
        cursor.back(cursor.position() + 1);
    return cursor.used();
}

std::size_t length_of_false_time(const std::vector<Token>& tokens, std::size_t at) {
    const auto word = period_units.match(tokens, at);
    if (!word && !is_roman(tokens[at]) && (!tokens[at].is_number() || counts_things(tokens, at))) return 0;
    auto end = at + std::max<std::size_t>(1, word);
    const auto unit = word ? 0 : period_units.match(tokens, end);  // "6 tháng đầu"
    if (unit && end + unit < tokens.size() && tokens[end + unit].is_word()) end += unit + 1;
    if (word && end < tokens.size() && !tokens[end].is_number() && tokens[end].is_word()) ++end;
    while (end < tokens.size() &&
           (tokens[end].is_number() || tokens[end].is('/') || tokens[end].is('-') || tokens[end].is('.')))
        ++end;
    while (end > at + 1 && tokens[end - 1].kind == Token::Kind::Mark) --end;
    return end - at;
}

bool is_separator(const Token& token) {
    if (token.kind != Token::Kind::Mark) return false;
    static const std::array<std::string_view, 24> marks{",", ";", ".", ":", "-",  "(", ")", "[",
                                                        "]", "&", "+", "*", "\"", "'", "“", "”",
                                                        "‘", "’", "…", "·", "•",  "●", "▪", "►"};
    return std::find(marks.begin(), marks.end(), token.key) != marks.end();
}

}  // namespace dondoc::language
