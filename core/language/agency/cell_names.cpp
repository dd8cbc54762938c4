// SPDX-License-Identifier: Apache-2.0
// Names: of the register, of its shape, and those that a list shortens.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/agency/cell_reader.h"
#include "language/agency/name_shape.h"
#include "language/agency/role_words.h"
#include "language/deadline/duty_words.h"

namespace dondoc::language {
namespace {

const Phrases of_the_province{"tỉnh",      "của tỉnh",          "thuộc tỉnh",
                              "cấp tỉnh",  "trên địa bàn tỉnh", "trong tỉnh",
                              "toàn tỉnh", "thuộc ubnd tỉnh",   "trên địa bàn"};
const Phrases departments{"sở", "bộ"};
const Phrase committee{"ubnd"};
const auto heads_of_lists = Phrases::of(
    "sở | bộ | phòng | ban | chi cục | cục | trung tâm | hội | trường | công ty | xã | phường | huyện | bệnh "
    "viện");

}  // namespace

std::size_t CellReader::province_words_at(std::size_t at) const {
    return of_the_province.match(tokens_, at);
}

auto CellReader::match_at(std::size_t at) const -> std::optional<Match> {
    if (at >= tokens_.size()) return std::nullopt;
    auto best = index_.match(tokens_, at);
    // The head that a list leaves out: "các Sở: Nội vụ; Tư pháp", "UBND cấp huyện, cấp xã".
    if (!best && tokens_[at].is_word() && !name_head(tokens_, at))
        for (auto head = heads_.rbegin(); head != heads_.rend() && !best; ++head)
            if ((best = index_.match(tokens_, at, *head))) best->heads = heads_;
    return best && !is_of_a_person(at, *best) ? best : std::nullopt;
}

// "Sở Nội vụ, CT UBND xã": initials of a department only where others are abbreviated too.
bool CellReader::is_of_a_person(std::size_t at, const Match& match) const {
    static const Phrases titles{"ct", "tp", "pct", "gđ"};
    return match.end == at + 1 && titles.match(tokens_, at) && !parties_.empty() &&
           parties_.begin_of_last() + 2 < parties_.end_of_last();
}

bool CellReader::read_shared() {
    // "các Bộ: Tài chính, Công an, UBND cấp xã": a ministry of a list.
    if (listed_.announced && field_words(tokens_, at_)) return false;
    const auto shared = read_shared_tail(tokens_, at_);
    if (!shared) return false;
    const auto end = shared->tail.end + province_words_at(shared->tail.end);
    const bool alone = shared->heads.size() == 1;
    if (alone) {
        if (end < tokens_.size() && tokens_[end].is(':') && read_places(*shared, end + 1)) return true;
        const auto registered = index_.match(tokens_, at_);
        if ((registered && registered->end >= shared->tail.end) ||
            (end < tokens_.size() && tokens_[end].is(':')))
            return false;
        if (end < tokens_.size() && continues(end) && !begins_duty(tokens_, end)) {
            read_qualified_group(at_, shared->tail.end);
            return true;
        }
    }
    for (const auto& head : shared->heads) add_with_tail(head, *shared);
    heads_.clear();
    listed_ = {};
    at_ = end;
    read_words_behind();
    return true;
}

// "UBND các xã, phường: Phú Đình, Quan Triều": only the register knows of which level each is; of provinces
// the six cities are known.
bool CellReader::read_places(const SharedTail& shared, std::size_t at) {
    static const Phrases cities{"hà nội", "hải phòng", "huế", "đà nẵng", "cần thơ", "hồ chí minh"};
    const auto head = std::string(words_.slice(shared.heads.front().begin, shared.heads.front().end)) + " ";
    const bool of_provinces = shared.levels == std::vector<std::string>{"cấp tỉnh"};
    const auto last_word = words_.slice(shared.tail.end - 1, shared.tail.end);
    const bool several = words_.slice(shared.tail.begin, shared.tail.end).find(',') != std::string_view::npos;
    if (!several || !is_capital(at) || name_head(tokens_, at)) return false;
    const auto add = [&](std::size_t end) {
        const std::string place{words_.slice(at, end)};
        for (const auto* level : {"xã ", "phường ", "đặc khu ", "huyện ", "thành phố ", "thị xã ", "tỉnh "})
            if (const auto* party = index_.find(head + level + place)) return parties_.add(*party, at, end);
        const auto level = !of_provinces               ? std::string(last_word)
                           : cities.match(tokens_, at) ? "thành phố"
                                                       : "tỉnh";
        parties_.add_unknown(head + level + " " + place, at, end, nullptr);
    };
    while (is_capital(at) && !name_head(tokens_, at) && !plural_words(tokens_, at) &&
           !people_words(tokens_, at)) {
        const auto end = end_of_item(at);
        add(end);
        at_ = at = end;
        if (at < tokens_.size() && tokens_[at].is(',')) ++at;
        at += and_word.match(tokens_, at);
    }
    heads_.clear();
    listed_ = {};
    read_words_behind();
    return true;
}

void CellReader::add_with_tail(const SharedTail::Range& head, const SharedTail& shared) {
    const auto begin = head.begin + people_words(tokens_, head.begin);  // "Bí thư Đảng ủy, Chủ tịch UBND xã"
    const std::string name{words_.slice(begin, head.end)};
    const auto written = name + " " + std::string(words_.slice(shared.tail.begin, shared.tail.end));
    if (const auto* party = index_.find(written)) return parties_.add(*party, head.begin, shared.tail.end);
    if (!shared.many) return parties_.add_unknown(written, head.begin, shared.tail.end, nullptr);
    for (const auto& level : shared.levels) {
        if (const auto* party = index_.find(name + " " + level))
            parties_.add(*party, head.begin, shared.tail.end);
        else
            parties_.add_vague(shared.levels.size() == 1 ? written : name + " " + level, head.begin,
                               shared.tail.end);
    }
}

bool CellReader::read_listed_head() {
    const auto plural = plural_words(tokens_, at_);
    auto head = at_ + plural;
    auto next = head;
    std::string text;
    if (plural) {
        next += heads_of_lists.match(tokens_, head);
        text = words_.slice(head, next);
    } else if (const auto listing = heads_of_lists.match(tokens_, at_);
               listing && at_ + listing < tokens_.size() && tokens_[at_ + listing].is(':')) {
        next += listing;
        text = words_.slice(head, next);
    } else if (const auto body = words_of_body(at_); body && plural_words(tokens_, at_ + body)) {
        next = at_ + body + plural_words(tokens_, at_ + body);
        const auto level = level_words(tokens_, next);
        text =
            std::string(words_.slice(at_, at_ + body)) + " " + std::string(words_.slice(next, next + level));
        next = level ? next + level : head;
    }
    if (next == head) return false;
    const bool marked = next < tokens_.size() && (tokens_[next].is(':') || tokens_[next].is('('));
    if (marked) ++next;
    if (!is_capital(next) || name_head(tokens_, next)) return false;
    // Registered names share their heads by themselves.
    if (const auto registered = index_.match(tokens_, at_);
        registered && (plural || registered->end > next || !names_a_place(next)))
        return false;
    heads_.clear();
    listed_ = {std::move(text), true};
    at_ = next;
    return read_name() || read_listed_item();
}

std::size_t CellReader::words_of_body(std::size_t at) const {
    const auto body = name_head(tokens_, at);
    return body > 1 && plural_words(tokens_, at + body - 1) == 1 ? body - 1 : body;  // "công an các xã"
}

// "Phú Đình", "Đu, ...", but not the duty of "UBND các xã: Rà soát ...".
bool CellReader::names_a_place(std::size_t at) const {
    auto end = at;
    while (is_capital(end)) ++end;
    const bool ends = end == tokens_.size() || !tokens_[end].is_word() || joining_at(end) > 0;
    return end > at && (end > at + 1 || ends);
}

bool CellReader::read_listed_item() {
    if (listed_.head.empty() || !token().is_word()) return false;
    auto head = listed_.head;
    auto name = at_;
    if (const auto level = level_words(tokens_, at_);
        level && is_capital(at_ + level) && committee.match(split_names(head).tokens, 0)) {
        head = head.substr(0, head.find(' '));  // "UBND phường Quan Triều, xã Phú Đình"
        name += level;
    }
    const auto field = field_words(tokens_, name);
    if (!is_capital(name) || (name_head(tokens_, name) && !(listed_.announced && field))) return false;
    if (!listed_.announced && !field && !level_words(split_names(head + " x").tokens, 1) && name == at_)
        return false;
    const auto end = field && name == at_ ? name + field : end_of_item(name);
    const auto written = head + " " + std::string(words_.slice(at_, end));
    if (const auto* party = index_.find(written))
        parties_.add(*party, at_, end);
    else
        parties_.add_unknown(written, at_, end, nullptr);
    at_ = end;
    read_words_behind();
    return true;
}

std::size_t CellReader::end_of_item(std::size_t at) const {
    auto i = at + 1;
    while (i < tokens_.size() && (tokens_[i].is_word() || tokens_[i].is('-')) && !joining_at(i) &&
           !read_role_words(tokens_, i) && !begins_duty_behind_name(tokens_, i) && !name_head(tokens_, i))
        ++i;
    return i;
}

bool CellReader::read_name() {
    auto begin = at_;
    auto match = match_at(begin);
    if (!match && listed_.announced && field_words(tokens_, begin)) return read_listed_item();
    // "các Sở Nội vụ, Tài chính": a plural before a name is stepped over, also where it begins the name
    // of a group itself ("các sở").
    if (const auto plural = plural_words(tokens_, begin); plural && begin + plural < tokens_.size()) {
        auto listed = index_.match(tokens_, begin + plural);
        if (listed && index_.parties[listed->party].kind == Party::Kind::Agency &&
            (!match || listed->end > match->end)) {
            match = std::move(listed);
            begin += plural;
        }
    }
    const auto kind = match ? index_.parties[match->party].kind : Party::Kind::Unknown;
    if (kind == Party::Kind::Group || kind == Party::Kind::Vague) return read_group(*match);
    const bool shaped = name_head(tokens_, begin) > 0 || (match && index_.match(tokens_, begin));
    const auto shape_end = shaped ? end_of_name(tokens_, begin, tokens_.size()) : begin;
    if (!match) return shaped && read_unregistered(begin, shape_end);
    return read_registered(begin, shape_end, *match);
}

bool CellReader::read_registered(std::size_t begin, std::size_t shape_end, const Match& match) {
    const auto& party = index_.parties[match.party];
    const auto end = end_of_tail(match);
    const bool goes_on = shape_end > end && is_of_the_name(end, shape_end);
    const bool capital = end < tokens_.size() && continues(end) &&
                         (tokens_[end].upper || tokens_[end].is_number() || level_words(tokens_, end) ||
                          words_of_another_name(tokens_, end));
    if (goes_on || capital) {
        const auto last = goes_on ? shape_end : std::max(end_of_text(end), end + 1);
        parties_.add_unknown(std::string(words_.slice(begin, last)), begin, last, &party);
        heads_.clear();
        remember_head(begin, last);
        at_ = last;
        read_words_behind();
        return true;
    }
    // "UBND các xã; Phú Đình": one of the group that was named, and the group is meant no more? "UBND xã
    // Phú Đình, tỉnh"
    const bool shortened = !index_.match(tokens_, begin);
    static const Phrase of_province{"tỉnh"};
    const bool of_group = shortened && !parties_.empty() &&
                          (!parties_.ends_with_one() || of_province.match(tokens_, begin) > 0);
    heads_ = match.heads;
    if (name_head(tokens_, begin)) remember_head(begin, end);
    if (of_group) parties_.unread(begin, end);
    parties_.add(party, begin, end);
    at_ = end;
    // "Văn phòng UBND các xã, phường": of each of them, not of the province and they themselves.
    // "Công an tỉnh và các xã": police of them?
    const auto joined = end + (of_province.match(tokens_, end - 1) && !committee.match(tokens_, begin)
                                   ? and_word.match(tokens_, end)
                                   : 0);
    const auto many = joined + plural_words(tokens_, joined);
    if (many > joined && !tokens_[joined].upper && (joined == end || level_words(tokens_, many)))
        parties_.unread(end, end_of_segment(end));
    read_words_behind();
    return true;
}

bool CellReader::is_of_the_name(std::size_t end, std::size_t shape_end) const {
    const auto& next = tokens_[end];
    if (next.is(',') && end + 1 < shape_end && tokens_[end + 1].upper) {
        for (auto i = end + 1; i < shape_end; ++i)
            if (and_word.match(tokens_, i)) return true;
        return false;
    }
    // "SỞ NỘI VỤ VÀ SỞ Y TẾ", "Sở Nội vụ Phối hợp: Sở Y tế"
    if (and_word.match(tokens_, end) && name_head(tokens_, end + 1)) return false;
    if (const auto role = read_role_words(tokens_, end);
        role && end + role->words < tokens_.size() && tokens_[end + role->words].is(':'))
        return false;
    if (next.is_word() && !next.upper) {
        const auto plural =
            plural_words(tokens_, end);  // "Ban Quản lý dự án đầu tư xây dựng các công trình ..."
        return words_of_another_name(tokens_, end) || and_word.match(tokens_, end) ||
               (plural && !general_words(tokens_, end + plural));
    }
    return true;
}

bool CellReader::read_unregistered(std::size_t begin, std::size_t end) {
    parties_.add_unknown(std::string(words_.slice(begin, end)), begin, end, nullptr);
    heads_.clear();
    remember_head(begin, end);
    at_ = std::max(end, begin + 1);
    read_words_behind();
    return true;
}

void CellReader::remember_head(std::size_t begin, std::size_t end) {
    listed_ = {};
    const auto head = name_head(tokens_, begin);
    if (departments.match(tokens_, begin) && head == 1) {
        listed_.head = words_.slice(begin, begin + 1);
        return;
    }
    if (!head) return;
    const auto place = begin + head + plural_words(tokens_, begin + head);
    const auto level = level_words(tokens_, place);
    const auto name = place + level + (place + level < end && !tokens_[place + level].is_word() ? 1 : 0);
    if (level && name < end && is_capital(name))
        listed_.head = std::string(words_.slice(begin, begin + head)) + " " +
                       std::string(words_.slice(place, place + level));
}

std::size_t CellReader::end_of_tail(const Match& match) const {
    auto at = match.end;
    const bool parted = at < tokens_.size() && (tokens_[at].is(',') || tokens_[at].is('-') ||
                                                tokens_[at].is('/') || tokens_[at].is(';'));
    if (parted && province_words_at(at + 1)) {
        const auto place = at + 1 + province_words_at(at + 1);
        if (const auto own = index_.province_at(tokens_, place)) return place + own;
    }
    at += province_words_at(at);
    return at + index_.province_at(tokens_, at);
}

}  // namespace dondoc::language
