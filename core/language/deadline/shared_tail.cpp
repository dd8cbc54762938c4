// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/shared_tail.h"

#include <algorithm>
#include <array>
#include <set>

#include "language/agency/name_shape.h"

namespace dondoc::language {
namespace {

// Those that each place has, and that nobody means without it.
const auto heads_of_places = Phrases::of(
    "ubnd | hđnd | ủy ban nhân dân | hội đồng nhân dân | đảng ủy | công an | trạm y tế | ubmttq | "
    "ubmttq việt nam | mttq | ban chỉ huy quân sự | quân sự | hội phụ nữ | hội liên hiệp phụ nữ | "
    "hội nông dân | hội cựu chiến binh | đoàn thanh niên | đoàn tncs hồ chí minh | thường trực hđnd | "
    "thường trực đảng ủy | phòng kinh tế | phòng văn hóa - xã hội | trung tâm phục vụ hành chính công | "
    "trung tâm y tế | hội chữ thập đỏ | trường chính trị | ban chỉ đạo | hội người cao tuổi | "
    "bch quân sự | lực lượng công an | chủ tịch ubnd");
const auto party_heads = Phrases::of(
    "ban tổ chức | ban tuyên giáo | ban dân vận | ban nội chính | ban tuyên giáo và dân vận | "
    "ủy ban kiểm tra | văn phòng | ban kinh tế");
const Phrases party_tails{"tỉnh ủy", "thành ủy", "huyện ủy", "trung ương", "trung ương đảng"};
struct Level {
    const char* name;
    Phrases words;
};
const std::array<Level, 3> all_levels{
    Level{"cấp tỉnh", {"tỉnh", "cấp tỉnh"}},
    Level{"cấp huyện", {"huyện", "thành phố", "thị xã", "quận", "cấp huyện"}},
    Level{"cấp xã", {"xã", "phường", "thị trấn", "cấp xã", "đặc khu"}}};
const Phrases plural{"các", "các cấp", "những", "từng", "mỗi"};
const Phrases level_sign{"cấp"};
const Phrases joining{"và", "cùng"};

bool goes_on_with_place(const std::vector<Token>& tokens, std::size_t at) {
    return at < tokens.size() && ((tokens[at].is_word() && tokens[at].upper) || tokens[at].is_number());
}

std::size_t behind_joining(const std::vector<Token>& tokens, std::size_t at) {
    auto next = at;
    if (next < tokens.size() && (tokens[next].is(',') || tokens[next].is('/') || tokens[next].is('-')))
        ++next;
    return next + joining.match(tokens, next);
}

// "các xã, phường", "cấp huyện và cấp xã", "xã, phường, thị trấn".
bool read_levels(const std::vector<Token>& tokens, std::size_t at, SharedTail& shared) {
    auto i = at + plural.match(tokens, at);
    bool collective = i > at || level_sign.match(tokens, i);
    static const Phrases cities{"thành phố", "thành"};
    static const Phrases of_the_state{"trực thuộc trung ương", "thuộc trung ương"};
    std::set<std::string> named;
    std::size_t count = 0, end = i;
    while (i < tokens.size() && level_words(tokens, i)) {
        std::size_t level = 0;
        std::string kind;
        for (const auto& [name, words] : all_levels)
            if (const auto found = words.match(tokens, i); found > level) {
                level = found;
                kind = name;
            }
        if (!level) break;
        if (goes_on_with_place(tokens, i + level)) return false;
        // "Các tỉnh, thành phố" are one level.
        if (!(named.contains(all_levels.front().name) && cities.match(tokens, i))) named.insert(kind);
        ++count;
        end = i + level;
        i = behind_joining(tokens, end);
        if (i == end) break;
    }
    collective = collective || count > 1;
    if (!count || !collective) return false;
    shared.tail = {at, end + of_the_state.match(tokens, end)};
    shared.many = true;
    for (const auto& level : all_levels)
        if (named.contains(level.name)) shared.levels.emplace_back(level.name);
    return true;
}

// "phường Tích Lương", "tỉnh": one place for all heads.
bool read_place(const std::vector<Token>& tokens, std::size_t at, SharedTail& shared) {
    const auto level = level_words(tokens, at);
    if (!level) return false;
    auto end = at + level;
    while (end < tokens.size() && tokens[end].is_word() && tokens[end].upper && !name_head(tokens, end))
        ++end;
    shared.tail = {at, end};
    return true;
}

}  // namespace

std::optional<SharedTail> read_shared_tail(const std::vector<Token>& tokens, std::size_t at) {
    SharedTail shared;
    const auto& known = party_heads.match(tokens, at) ? party_heads : heads_of_places;
    for (auto i = at;;) {
        const auto head = known.match(tokens, i);
        if (!head) return std::nullopt;
        shared.heads.push_back({i, i + head});
        i += head;
        if (&known == &party_heads) {
            const auto tail = party_tails.match(tokens, i);
            if (tail && shared.heads.size() == 1) return std::nullopt;
            shared.tail = {i, i + tail};
            if (tail) return shared;
        } else {
            if (read_levels(tokens, i, shared)) return shared;
            if (shared.heads.size() > 1 && read_place(tokens, i, shared)) return shared;
        }
        const auto next = behind_joining(tokens, i);
        if (next == i) return std::nullopt;
        i = next;
    }
}

}  // namespace dondoc::language
