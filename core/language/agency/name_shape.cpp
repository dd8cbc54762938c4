// SPDX-License-Identifier: Apache-2.0
// A name begins with a head ("Sở", "Ban Quản lý") and goes on to the first word that no name has: a verb, a
// role, a general word, the head of another name. A comma or "và" within it is told by what stands behind: a
// small letter goes on with the name, and so does a capital that is no head where the list that it makes is
// one name. Behind a level and its place ("phường Tích Lương") a name is whole.
#include "language/agency/name_shape.h"

#include <algorithm>

#include "language/agency/role_words.h"
#include "language/deadline/duty_words.h"

namespace dondoc::language {
namespace {

const auto level_heads = Phrases::of(
    "tỉnh | xã | phường | thị trấn | đặc khu | huyện | thị xã | thành phố | quận | tp | tx | khu vực | "
    "cấp tỉnh | cấp huyện | cấp xã | cấp cơ sở | trung ương | các cấp");
const auto no_levels = Phrases::of(
    "xã hội | xã viên | tỉnh ủy | tỉnh đoàn | huyện ủy | huyện đoàn | quận ủy | xã đội | tỉnh đội | "
    "huyện đội");
const auto people = Phrases::of(
    "giám đốc | phó giám đốc | thủ trưởng | chủ tịch | phó chủ tịch | chánh | lãnh đạo | đồng chí | "
    "đ/c | trưởng | phó trưởng | cục trưởng | chi cục trưởng | tổng biên tập | chỉ huy trưởng | "
    "hiệu trưởng | người đứng đầu | tổng giám đốc | bộ trưởng | thứ trưởng | bí thư | ông | bà");
const auto plurals = Phrases::of(
    "các | những | mọi | một số | toàn bộ | toàn thể | từng | mỗi | tất cả | tất cả các | toàn thể các | "
    "toàn bộ các");

// Names whose second word is written small, or that need none.
const auto whole_heads = Phrases::of(
    "công an các | công an cấp | báo và phát thanh | báo và đài phát thanh | bảo hiểm xã hội | ban quản lý | "
    "ban chỉ đạo | ban chỉ huy | "
    "ban tổ chức | tỉnh đoàn | tỉnh ủy | thành ủy | thành đoàn | huyện ủy | huyện đoàn | quận ủy | "
    "đảng ủy | ủy ban nhân dân | ubnd | hội đồng nhân dân | hđnd | ubmttq | mttq | mặt trận tổ quốc | "
    "ngân hàng nhà nước | bộ chỉ huy | cổng thông tin | trang thông tin | tòa án nhân dân | "
    "viện kiểm sát | liên đoàn lao động | văn phòng hđnd | văn phòng ubnd | văn phòng đoàn | "
    "kho bạc nhà nước | đài phát thanh | bql | bch | ubkt | bhxh | vksnd | tand | nhnn | nhcsxh | kbnn | "
    "lđlđ | "
    "liên hiệp các hội | liên hiệp các tổ chức | trạm y tế | tổ công tác | tổ giúp việc | tổ dân phố | hội "
    "đồng | hội đồng phối hợp | "
    "liên minh hợp tác xã | ngân hàng chính sách xã hội | trường chính trị");
// Names that go on with a capital, or with a level: "Sở Nội vụ", "Công an tỉnh".
const auto heads = Phrases::of(
    "sở | ban | văn phòng | thanh tra | cục | chi cục | kho bạc | đài | báo | trung tâm | hội | "
    "liên đoàn | bộ | phòng | trường | bệnh viện | ủy ban | vp | ngân hàng | hiệp hội | viện | "
    "tổng cục | công ty | quỹ | trạm | đội | hạt | tổng công ty | tập đoàn | nhà xuất bản | nhà máy | "
    "xí nghiệp | học viện | đại học | đoàn | mặt trận | thường trực | tòa án | điện lực | bảo tàng | "
    "thư viện | nhà hát | vườn | hợp tác xã | bưu điện | viễn thông | công an | liên hiệp | liên minh | "
    "khoa | tạp chí | chi nhánh | thuế | hải quan | quân khu | thông tấn xã | tiểu ban | chi hội | đồn | "
    "cảng | "
    "ban qlda | quân sự | bưu cục | thôn | khu phố | nông trường | lâm trường | phân hiệu");
// Behind these a name may go on with a small letter: "Bệnh viện đa khoa".
const auto before_small = Phrases::of(
    "bệnh viện | trung tâm | công ty | ngân hàng | hợp tác xã | bảo tàng | nhà máy | xí nghiệp | "
    "tập đoàn | tổng công ty | học viện | hiệp hội | liên hiệp | bưu điện | trường đại học | "
    "trường cao đẳng | kiểm toán nhà nước");
const auto no_heads = Phrases::of(
    "báo cáo | ban hành | hội nghị | hội thảo | bộ phận | phòng chống | phòng, chống | trường hợp | "
    "viện trợ | đài thọ | cơ sở dữ liệu | bộ thủ tục | bộ chỉ số | bộ tiêu chí | đoàn kiểm tra | "
    "hội thi | quỹ đất | vườn quốc gia | khoa học");
// Of many, not of one; each may stand alone.
const auto general = Phrases::of(
    "bộ | ban | sở | ngành | nghành | cơ quan | cơ quan ngang bộ | cơ quan thuộc chính phủ | "
    "cơ quan trung ương | cơ quan chuyên môn | cơ quan báo chí | cơ quan ngành dọc | "
    "cơ quan hành chính | đơn vị | đơn vị sự nghiệp | địa phương | tổ chức | đoàn thể | "
    "tổ chức chính trị | tổ chức chính trị - xã hội | chi bộ | hội | doanh nghiệp | cá nhân | chủ đầu tư | "
    "nhà thầu | xã | phường | thị trấn | "
    "đặc khu | huyện | thị xã | thành phố | quận | tỉnh | phòng, ban | phòng ban | phòng chuyên môn | "
    "tổ dân phố | tập đoàn | tổng công ty | tổng công ty nhà nước | trường học | nhà trường | xóm | thôn | "
    "khu phố | khu dân cư | thành viên | bộ phận | nhân dân | người "
    "dân | công dân | hợp tác xã | trường | "
    "chi cục | trung tâm");
// Beside a word of these "tổ chức" means those that are organized, else to organize.
const auto behind_organizations =
    Phrases::of("chính trị | liên quan | có liên quan | đoàn thể | xã hội | tín dụng");
// "Hội viên", "ban đầu" are other words than "hội" and "ban".
const Phrases one_syllable{"bộ",     "ban",   "sở",   "ngành", "hội",   "xã",
                           "phường", "huyện", "tỉnh", "quận",  "trường"};
const auto behind_one_syllable = Phrases::of(
    "liên quan | có | trung ương | thuộc | trực thuộc | cấp | của | được | trên | nơi | và | chức năng | "
    "chuyên môn | khác | còn lại | đóng | trong | chủ trì | phối hợp | thực hiện | ở | tham gia");
// Written small behind these a word may still belong to the name.
const auto inner_heads = Phrases::of("thuộc | trực thuộc | của");
const auto no_name_words = Phrases::of(
    "được | nơi | đã | đang | để | theo | khi | sẽ | phải | cần | ngay | hoàn | trong | trước | vào | "
    "từ | với | cùng | hoặc | là | thì | do | bởi | nếu | liên quan | có liên quan | có trách nhiệm | "
    "có nhiệm vụ | có nhu cầu | trừ | ngoại trừ | không | xong | chậm nhất | định kỳ | trên địa bàn | "
    "đóng trên địa bàn | tại các | gồm | bao gồm | như | và các | cũng như | nhằm | đối với | qua | "
    "bằng | nhất là | đặc biệt");
const Phrase office{"văn phòng"}, office_short{"vp"}, standing{"thường trực"}, organizing{"tổ chức"};
const Phrases bodies{
    "hđnd", "ubnd", "đảng ủy", "hội đồng nhân dân", "ủy ban nhân dân", "đoàn đbqh", "đoàn đại biểu quốc hội"};
const Phrases party_committees{"tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy"};  // "Ban Tổ chức Tỉnh ủy"
const Phrases ministry_heads{"sở", "bộ"};
const Phrases communes{"xã", "phường", "thị trấn", "đặc khu"},
    districts{"huyện", "thị xã", "quận", "thành phố"}, provinces{"tỉnh"};
const Phrases heads_in_lists{"phòng", "ban", "sở", "bộ"};  // "Phòng Nội vụ, Tài chính" are two
// What they are for follows them: "Ban Chỉ đạo thực hiện ...", "Tổ công tác triển khai ...".
const Phrases purpose_heads{"ban chỉ đạo",       "tổ công tác", "hội đồng",
                            "hội đồng phối hợp", "ban tổ chức", "ban chỉ huy"};
const Phrases parts_of_houses{"phòng", "khoa", "bộ phận", "ban", "tổ"}, compiling{"tổng hợp"},
    one_word_fields{"nội", "ngoại"}, two_word_fields{"kế hoạch", "hành chính"};
const auto others_name = Phrases::of(
    "khu vực | vùng | miền | liên | số | thuộc | trực thuộc | của | chuyên ngành | cơ sở | chi nhánh | "
    "phía | trung ương | quốc gia | huyện | xã | phường | thị trấn | thị xã | thành phố | quận | "
    "đặc khu | cấp | và phát triển");

bool has_tail_of_one_name(const std::vector<Token>& tokens, std::size_t at, std::size_t limit);

class Shape {
  public:
    Shape(const std::vector<Token>& tokens, std::size_t at, std::size_t limit)
        : tokens_(tokens), at_(at), limit_(limit), head_(std::max<std::size_t>(1, name_head(tokens, at))) {}

    std::size_t end() {
        auto i = at_ + head_;
        if (purpose_heads.match(tokens_, at_) == head_ && begins_duty(tokens_, i)) ++i;
        if (heads_in_lists.match(tokens_, at_) == head_)
            if (const auto field = field_words(tokens_, i); field && tokens_[i].upper) {
                i += field;
                whole_ = ministry_heads.match(tokens_, at_) > 0;
            }
        while (i < limit_) {
            const auto next = step(i);
            if (next == i) return last_of_name(i);
            i = next;
        }
        return last_of_name(limit_);
    }

  private:
    // The place behind what the name has at `i`; `i`: the name ends before it.
    std::size_t step(std::size_t i) {
        const auto& token = tokens_[i];
        if (token.is_number()) {
            const bool item = i + 1 < tokens_.size() && (tokens_[i + 1].is('.') || tokens_[i + 1].is(')'));
            return item && !counts(i) ? i : i + 1;
        }
        if (token.is_word()) return step_over_word(i);
        if (token.is('.')) {  // "TP. Thái Nguyên"
            static const Phrases shortened{"tp", "tx", "q", "p"};
            return i > at_ && shortened.match(tokens_, i - 1) ? i + 1 : i;
        }
        if (token.is('\'') || token.key == "’") return i + 1;  // "Ia H' Drai"
        if (token.is(',') || token.is('-') || token.is('/') || token.is('&'))
            return goes_on_behind(i, i + 1) ? i + 1 : i;
        return i;
    }
    bool counts(std::size_t i) const {  // "khu vực 2", "số 1"
        static const Phrases before{"vực", "số", "sở"};
        return i > at_ && before.match(tokens_, i - 1) > 0;
    }

    std::size_t step_over_word(std::size_t i) {
        if (const auto committee = party_committees.match(tokens_, i)) {
            whole_ = true;
            return i + committee;
        }
        if (tokens_[i].upper) {
            if (begins_another(i) || begins_many(i)) return i;
            if (const auto level = level_words(tokens_, i)) return take_level(i, level);
            return i + 1;
        }
        if (and_word.match(tokens_, i)) return goes_on_behind(i, i + 1) ? i + 1 : i;
        if (inner_heads.match(tokens_, i)) {
            whole_ = false;
            inner_ = i + inner_heads.match(tokens_, i);
            return inner_;
        }
        if (compiles_by_name(i)) return i + compiling.match(tokens_, i);
        if (begins_no_name(i)) return i;
        if (const auto level = level_words(tokens_, i)) return take_level(i, level);
        return whole_ && i != inner_ ? i : i + 1;
    }
    // "Phòng Kế hoạch tổng hợp", "Khoa Nội tổng hợp"; "Sở Tài chính tổng hợp" is what it does.
    bool compiles_by_name(std::size_t i) const {
        return parts_of_houses.match(tokens_, at_) == head_ && compiling.match(tokens_, i) &&
               ((i >= 1 && one_word_fields.match(tokens_, i - 1)) ||
                (i >= 2 && two_word_fields.match(tokens_, i - 2)));
    }
    std::size_t take_level(std::size_t i, std::size_t words) {
        whole_ = true;
        level_ = i;
        return i + words;
    }

    bool begins_no_name(std::size_t i) const {
        if (no_name_words.match(tokens_, i) || read_role_words(tokens_, i)) return true;
        if (whole_ && begins_duty_behind_name(tokens_, i)) return true;
        // One syllable may be the end of another word: "công trình", "Việc làm", "Xây dựng".
        if (begins_duty(tokens_, i) > 1) return true;
        return begins_many(i);
    }
    bool begins_many(std::size_t i) const {
        const auto plural = plural_words(tokens_, i);
        return plural && i > at_ + head_ && general_words(tokens_, i + plural);
    }

    // A separator was lost: "Bộ Nội vụ Bộ Tài chính". "Thanh tra Sở Nội vụ" is one name.
    bool begins_another(std::size_t i) const {
        if (i <= at_ + head_ || i == inner_ || !name_head(tokens_, i)) return false;
        if (tokens_[i].key == tokens_[at_].key) return true;
        return (whole_ || ministry_heads.match(tokens_, at_) == head_) && !level_words(tokens_, i);
    }

    // Does the name go on behind a comma, a dash or "và" at `mark`?
    bool goes_on_behind(std::size_t mark, std::size_t next) const {
        if (next >= limit_ || !tokens_[next].is_word()) return false;
        if (speaks_for_bodies(mark) && bodies.match(tokens_, next)) return true;
        if (tokens_[mark].is(',') && lies_in(next)) return true;
        const bool dash = tokens_[mark].is('-') || tokens_[mark].is('&');
        if (name_head(tokens_, next) || plural_words(tokens_, next) || people_words(tokens_, next))
            return false;
        if (dash) {  // "Sở Nội vụ - Cơ quan thường trực"
            const bool department = whole_ && ministry_heads.match(tokens_, at_);
            return !department && !read_role_words(tokens_, next) && !general_words(tokens_, next) &&
                   (tokens_[next].upper || !whole_);
        }
        if (whole_) return false;
        if (!tokens_[next].upper)
            return !begins_no_name(next) && !general_words(tokens_, next) && !begins_duty(tokens_, next);
        if (!tokens_[mark].is(',')) return true;
        if (has_tail_of_one_name(tokens_, next, limit_)) return true;
        return !heads_in_lists.match(tokens_, at_);
    }

    // "xã Phú Đình, tỉnh Thái Nguyên": where the place of the name lies.
    bool lies_in(std::size_t next) const {
        if (!level_) return false;
        const auto rank = [&](std::size_t at) {
            return communes.match(tokens_, at)    ? 1
                   : districts.match(tokens_, at) ? 2
                   : provinces.match(tokens_, at) ? 3
                                                  : 0;
        };
        const auto place = next + level_words(tokens_, next);
        return place > next && place < limit_ && tokens_[place].upper && rank(level_) &&
               rank(next) > rank(level_);
    }

    // "Văn phòng HĐND và UBND phường" is one office.
    bool speaks_for_bodies(std::size_t mark) const {
        const auto first = std::max(
            {office.match(tokens_, at_), office_short.match(tokens_, at_), standing.match(tokens_, at_)});
        return first && !whole_ && bodies.match(tokens_, at_ + first) && mark > at_ + first;
    }

    std::size_t last_of_name(std::size_t i) const {
        while (i > at_ + 1 && !tokens_[i - 1].is_word() && !tokens_[i - 1].is_number() &&
               !tokens_[i - 1].is('"'))
            --i;
        return i;
    }

    const std::vector<Token>& tokens_;
    const std::size_t at_, limit_, head_;
    std::size_t level_ = 0;  // the last one; 0: none yet
    std::size_t inner_ = 0;  // behind "thuộc", "của" stands another name that belongs to this one
    bool whole_ = false;     // a level or a known field ends it
};

// Behind a comma: "Hạ tầng và Đô thị", the end of a list that is one name; "Tư pháp và Sở Y tế" is none.
bool has_tail_of_one_name(const std::vector<Token>& tokens, std::size_t at, std::size_t limit) {
    constexpr std::size_t longest = 14;  // words of a name's last parts
    for (auto i = at; i < std::min(limit, at + longest); ++i) {
        if (and_word.match(tokens, i))
            return i + 1 < limit && tokens[i + 1].is_word() && !name_head(tokens, i + 1) &&
                   !plural_words(tokens, i + 1) && !general_words(tokens, i + 1);
        const bool inner = tokens[i].is_word() || tokens[i].is(',') || tokens[i].is('-');
        if (!inner || level_words(tokens, i) || (i > at && name_head(tokens, i))) return false;
    }
    return false;
}

// "Sở Nội vụ" and "xã Phú Đình" are names, "hội viên" and "bộ phận" other words, "tổ chức thực hiện" is a
// duty.
bool stands_alone(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, bool in_list) {
    if (end >= tokens.size() || !tokens[end].is_word()) return true;
    if (tokens[end].upper) return general.match(tokens, end) > 0;
    if (in_list || begins_duty(tokens, end) > 1) return !organizing.match(tokens, begin) || in_list;
    if (organizing.match(tokens, begin)) return behind_organizations.match(tokens, end) > 0;
    return !one_syllable.match(tokens, begin) || behind_one_syllable.match(tokens, end) ||
           level_words(tokens, end);
}

}  // namespace

std::size_t level_words(const std::vector<Token>& tokens, std::size_t at) {
    return no_levels.match(tokens, at) ? 0 : level_heads.match(tokens, at);
}

std::size_t people_words(const std::vector<Token>& tokens, std::size_t at) {
    static const Phrases chairmen{"ct ubnd", "pct ubnd", "ct hđnd",
                                  "ct ubmttq"};  // "CT" alone is a department
    return chairmen.match(tokens, at) ? 1 : people.match(tokens, at);
}

std::size_t plural_words(const std::vector<Token>& tokens, std::size_t at) {
    return plurals.match(tokens, at);
}

std::size_t name_head(const std::vector<Token>& tokens, std::size_t at) {
    if (at >= tokens.size() || no_heads.match(tokens, at)) return 0;
    if (const auto whole = whole_heads.match(tokens, at)) return whole;
    const auto head = heads.match(tokens, at);
    const auto next = at + head;
    static const Phrases written_large{"khoa"};  // "Bệnh viện đa khoa Định Hóa"
    if (!head || next >= tokens.size() || (written_large.match(tokens, at) && !tokens[at].upper)) return 0;
    if (tokens[at].upper && tokens[next].is_word() && before_small.match(tokens, at) == head) return head;
    return (tokens[next].is_word() && tokens[next].upper) || level_words(tokens, next) ? head : 0;
}

std::size_t general_words(const std::vector<Token>& tokens, std::size_t at) {
    auto i = at;
    for (;;) {
        const auto word = no_levels.match(tokens, i) ? 0 : general.match(tokens, i);
        if (!word || !stands_alone(tokens, i, i + word, i > at)) break;
        i += word;
        auto next = i;
        if (next < tokens.size() && (tokens[next].is(',') || tokens[next].is('/'))) ++next;
        next += and_word.match(tokens, next);
        if (next == i || !general.match(tokens, next)) return i - at;
        i = next;
    }
    while (i > at && (!tokens[i - 1].is_word() || and_word.match(tokens, i - 1))) --i;
    return i - at;
}

std::size_t end_of_name(const std::vector<Token>& tokens, std::size_t at, std::size_t limit) {
    return Shape(tokens, at, limit).end();
}

std::size_t words_of_another_name(const std::vector<Token>& tokens, std::size_t at) {
    return others_name.match(tokens, at);
}

}  // namespace dondoc::language
