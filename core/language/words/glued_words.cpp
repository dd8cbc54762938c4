// SPDX-License-Identifier: Apache-2.0
#include "language/words/glued_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "language/words/unicode.h"
#include "language/words/words.h"

namespace dondoc::language {
namespace {

constexpr std::array<std::string_view, 35> time_words{
    "trong", "trước", "ngày", "tháng",  "năm",   "quý",  "quí",  "hết", "đến",  "từ",    "cuối", "đầu",
    "giữa",  "chậm",  "nhất", "thường", "xuyên", "hằng", "hàng", "mỗi", "hoàn", "thành", "xong", "làm",
    "việc",  "kể",    "iii",  "iv",     "ii",    "i",    "là",   "và",  "vào",  "theo",  "q"};

constexpr std::size_t longest_glued = 48;  // bytes

// Where the parts of `word` end, or nothing if it is not made of time words alone.
std::vector<std::size_t> parts_of(std::string_view word) {
    std::vector<std::size_t> came_from(word.size() + 1, std::string_view::npos);
    came_from[0] = 0;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (came_from[at] == std::string_view::npos) continue;
        for (const auto part : time_words)
            if (word.substr(at, part.size()) == part && came_from[at + part.size()] == std::string_view::npos)
                came_from[at + part.size()] = at;
    }
    if (came_from.back() == std::string_view::npos) return {};
    std::vector<std::size_t> ends;
    for (std::size_t at = word.size(); at > 0; at = came_from[at]) ends.push_back(at);
    std::reverse(ends.begin(), ends.end());
    return ends;
}

}  // namespace

std::string part_glued_words(std::string_view phrase) {
    const auto words = split_words(phrase);
    std::string parted;
    std::size_t copied = 0;
    for (const auto& token : words.tokens) {
        const auto length = token.end - token.begin;
        if (!token.is_word() || length > longest_glued) continue;
        const auto folded = lower_case(words.text.substr(token.begin, length));
        if (folded.size() != length) continue;  // a letter changed its size: no time word does
        // A word of the list by itself is whole, also where it could be cut: "iii".
        if (std::find(time_words.begin(), time_words.end(), folded) != time_words.end()) continue;
        const auto ends = parts_of(folded);
        if (ends.size() < 2) continue;
        parted.append(words.text, copied, token.begin - copied);
        std::size_t at = 0;
        for (const auto end : ends) {
            if (at) parted += ' ';
            parted.append(words.text, token.begin + at, end - at);
            at = end;
        }
        copied = token.end;
    }
    parted.append(words.text, copied);
    return parted;
}

}  // namespace dondoc::language
