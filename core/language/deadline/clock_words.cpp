// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/clock_words.h"

#include <array>

#include "language/words/cursor.h"

namespace dondoc::language {
namespace {

const Phrases hour_word{"h", "giờ", "g"};
const Phrases minute_word{"phút", "p", "ph"};
const Phrases morning{"sáng"};
const Phrases afternoon{"chiều", "tối"}, noon{"trưa"}, night{"đêm"};
const Phrases counted{"kể từ", "sau", "tính từ", "từ khi", "trước khi", "làm việc"};
const Phrases lasting{"trong", "vòng", "sau", "mỗi"};

constexpr int hours_in_a_day = 24;
constexpr int half_a_day = 12;
constexpr int minutes_in_an_hour = 60;

bool stands_minutes(const Cursor& at) {
    if (!at.stands_number()) return false;
    static const Phrase month{"tháng"};
    const auto& token = at.tokens()[at.position()];
    if (token.spaced && month.match(at.tokens(), at.position() + 1)) return false;  // "17 giờ 20 tháng 3"
    return token.key.size() == 2 && small_number(token) < minutes_in_an_hour;
}

// "5 giờ chiều", "1 giờ trưa", "10 giờ đêm", "12 giờ đêm" is the end of the day.
int hour_of_part(Cursor& at, int hour) {
    constexpr int first_of_noon = 10, first_of_night = 6;
    if (at.accept(morning)) return hour;
    if (at.accept(afternoon)) return hour < half_a_day ? hour + half_a_day : hour;
    if (at.accept(noon)) return hour < first_of_noon ? hour + half_a_day : hour;
    if (!at.accept(night) || hour < first_of_night || hour > half_a_day) return hour;
    return hour + half_a_day;
}

}  // namespace

std::size_t read_clock(const std::vector<Token>& tokens, std::size_t at, std::chrono::minutes& time) {
    Cursor cursor(tokens, at);
    int hour = cursor.accept_number();
    if (hour < 0 || hour > hours_in_a_day) return 0;
    const bool colon = cursor.accept_mark(':');
    if (colon ? !stands_minutes(cursor) || tokens[cursor.position()].spaced : !cursor.accept(hour_word))
        return 0;
    int minute = 0;
    if (!colon) cursor.accept_mark(':');
    if (stands_minutes(cursor)) minute = cursor.accept_number();
    if (colon) cursor.accept(hour_word);
    cursor.accept(minute_word);
    cursor.accept_mark('\'');
    if (cursor.stands(counted) || (minute > 0 && hour == hours_in_a_day)) return 0;
    hour = hour_of_part(cursor, hour);
    time = std::chrono::hours{hour} + std::chrono::minutes{minute};
    return cursor.used();
}

std::size_t read_hours(const std::vector<Token>& tokens, std::size_t at) {
    Cursor cursor(tokens, at);
    if (accept_count(cursor) < 0 || !cursor.accept(hour_word)) return 0;
    const bool lasts = at > 0 && lasting.match(tokens, at - 1) > 0;
    return lasts || cursor.stands(counted) ? cursor.used() : 0;
}

std::size_t read_weekday(const std::vector<Token>& tokens, std::size_t at, int& weekday) {
    static const Phrases sunday{"chủ nhật", "chúa nhật"};
    static const Phrase ordinal{"thứ"};
    static const std::array<Phrases, 6> names{{{"hai"}, {"ba"}, {"tư"}, {"năm"}, {"sáu"}, {"bảy"}}};
    constexpr int first_named = 2;  // Monday is the second day
    Cursor cursor(tokens, at);
    if (cursor.accept(sunday)) {
        weekday = 7;
        return cursor.used();
    }
    if (!cursor.accept(ordinal)) return 0;
    const int number = cursor.accept_number();
    if (number >= first_named && number < first_named + static_cast<int>(names.size())) {
        weekday = number - 1;
        return cursor.used();
    }
    for (std::size_t i = 0; number < 0 && i < names.size(); ++i)
        if (cursor.accept(names[i])) {
            weekday = static_cast<int>(i) + 1;
            return cursor.used();
        }
    return 0;
}

}  // namespace dondoc::language
