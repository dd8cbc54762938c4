// SPDX-License-Identifier: Apache-2.0
#include "language/agency/agency_words.h"

#include <algorithm>

#include "language/agency/name_shape.h"
#include "language/agency/role_words.h"
#include "language/deadline/duty_words.h"
#include "language/deadline/shared_tail.h"

namespace dondoc::language {
namespace {

const Phrases narrowing{"được giao", "được phân công", "được kiểm tra", "được phân giao"};
// Behind "các sở được giao chủ trì ..." only these begin the duty itself.
const Phrases certain_verbs{"chủ động",    "có trách nhiệm", "căn cứ",    "khẩn trương", "tăng cường",
                            "có nhiệm vụ", "nghiêm túc",     "tập trung", "tiếp tục"};
const auto qualifying = Phrases::of(
    "liên quan | có liên quan | trực thuộc | thuộc | trên địa bàn | trên địa bàn tỉnh | "
    "trên địa bàn xã | trên địa bàn phường | trong tỉnh | của tỉnh | cấp tỉnh | cấp huyện | cấp xã | "
    "chức năng | tỉnh | xã | phường | trung ương | nơi có");
const Phrases listing_heads{"sở", "bộ", "phòng", "ban", "xã", "phường", "huyện", "chi cục", "trung tâm"};

bool is_capital(const std::vector<Token>& tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].is_word() && tokens[at].upper;
}

std::size_t skip_people(const std::vector<Token>& tokens, std::size_t at) {
    while (const auto people = people_words(tokens, at)) at += people;
    return at;
}

// "Phú Đình, La Bằng", but not the duty of "UBND các xã: Rà soát ...".
bool is_place(const std::vector<Token>& tokens, std::size_t at) {
    auto end = at;
    while (is_capital(tokens, end)) ++end;
    const bool apart = end < tokens.size() && (tokens[end].is(',') || and_word.match(tokens, end));
    return end > at + 1 || (end > at && apart);
}

// "các Sở: ", "UBND các xã " before the names of a list; 0: no list is announced.
std::size_t announced_list(const std::vector<Token>& tokens, std::size_t at) {
    const auto body = name_head(tokens, at);
    const auto plural = plural_words(tokens, at + body);
    if (!plural) return 0;
    auto next = at + body + plural;
    const auto head = std::max(listing_heads.match(tokens, next), level_words(tokens, next));
    next += head;
    if (head && next < tokens.size() && (tokens[next].is(':') || tokens[next].is('('))) ++next;
    const bool named = field_words(tokens, next) || is_place(tokens, next);
    return head && named && is_capital(tokens, next) && !name_head(tokens, next) ? next - at : 0;
}

std::size_t behind_joint(const std::vector<Token>& tokens, std::size_t at) {
    auto next = at;
    if (next < tokens.size() && (tokens[next].is(',') || tokens[next].is(';'))) ++next;
    return next + and_word.match(tokens, next);
}

// The names of agencies that stand one behind the other from `at` on.
class Names {
  public:
    Names(const std::vector<Token>& tokens, std::size_t end) : tokens_(tokens), end_(end) {}

    std::size_t end_of_all(std::size_t at) {
        auto last = at;
        for (auto i = at; i < end_;) {
            const auto next = end_of_one(i);
            if (next == i) break;
            last = skip_bracket(next);
            if (narrowing.match(tokens_, last)) return end_of_narrowing(last);
            i = behind_joint(tokens_, last);
            if (i == last) break;
        }
        return last;
    }

  private:
    // `at`: no name begins there.
    std::size_t end_of_one(std::size_t at) {
        const auto begin = skip_people(tokens_, at);
        if (begin >= end_) return at;
        if (const auto shared = read_shared_tail(tokens_, begin)) {
            const auto end = qualified(shared->tail.end);
            listed_ = shared->many && end < end_ && tokens_[end].is(':') && is_place(tokens_, end + 1);
            if (listed_) return end_of_item(end + 1);
            return shared->many ? narrowed(end) : end;
        }
        if (const auto list = announced_list(tokens_, begin)) {
            listed_ = true;
            return end_of_item(begin + list);
        }
        if (name_head(tokens_, begin)) {
            listed_ = shortens(begin);
            return qualified(end_of_name(tokens_, begin, end_));
        }
        const auto list = begin + plural_words(tokens_, begin);
        if (const auto general = general_words(tokens_, list)) {
            listed_ = false;
            return narrowed(qualified(list + general));
        }
        if (listed_ && is_capital(tokens_, begin)) return end_of_item(begin);
        if (listed_ && level_words(tokens_, begin) &&
            is_capital(tokens_, begin + level_words(tokens_, begin)))
            return end_of_item(begin + level_words(tokens_, begin));
        return at;
    }

    // "Sở Nội vụ, Tài chính", "UBND xã Phú Đình, La Bằng"
    bool shortens(std::size_t at) const {
        static const Phrases departments{"sở", "bộ", "ubnd"};
        return departments.match(tokens_, at) > 0;
    }

    std::size_t end_of_item(std::size_t at) const {
        if (const auto field = field_words(tokens_, at)) return at + field;
        auto i = at;
        while (i < end_ && is_capital(tokens_, i)) ++i;
        return i;
    }

    // "các đơn vị liên quan", "các cơ quan, đơn vị trực thuộc Sở Y tế"
    std::size_t qualified(std::size_t at) const {
        while (at < end_) {
            const auto words = qualifying.match(tokens_, at);
            if (!words) return at;
            at += words;
            while (is_capital(tokens_, at) && at < end_) ++at;
        }
        return at;
    }

    // "UBND các xã, phường có rừng": words that narrow many down belong to them.
    std::size_t narrowed(std::size_t at) const {
        static const Phrases begins{"có", "nơi", "thuộc"};
        if (!begins.match(tokens_, at) || begins_duty(tokens_, at)) return at;
        while (at < end_ && (tokens_[at].is_word() || tokens_[at].is_number()) &&
               !read_role_words(tokens_, at) && !begins_duty(tokens_, at))
            ++at;
        return at;
    }

    std::size_t skip_bracket(std::size_t at) const {
        if (at >= end_ || !tokens_[at].is('(')) return at;
        auto close = at;
        while (close < end_ && !tokens_[close].is(')')) ++close;
        return close < end_ ? close + 1 : at;
    }

    std::size_t end_of_narrowing(std::size_t at) const {
        for (auto i = at; i < end_; ++i)
            if (tokens_[i].is(':') || (!tokens_[i].upper && certain_verbs.match(tokens_, i))) return i;
        return end_;
    }

    const std::vector<Token>& tokens_;
    const std::size_t end_;
    bool listed_ = false;  // items without a head of their own may follow
};

}  // namespace

std::size_t begins_agency(const std::vector<Token>& tokens, std::size_t at) {
    const auto from = skip_people(tokens, at);
    if (from >= tokens.size()) return 0;
    if (const auto list = announced_list(tokens, from)) return from + list - at;
    if (const auto head = name_head(tokens, from)) return from + head - at;
    const auto plural = plural_words(tokens, from);
    const auto general = general_words(tokens, from + plural);
    const bool several = general > 2;  // "sở, ban, ngành"; "đơn vị" alone is no subject
    return general && (plural || several) ? from + plural + general - at : 0;
}

std::size_t end_of_agencies(const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
    return Names(tokens, end).end_of_all(at);
}

}  // namespace dondoc::language
