// SPDX-License-Identifier: GPL-3.0-or-later
// The words for states, kinds and steps, from the catalogue.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dondoc/v1/event.pb.h"
#include "dondoc/v1/request.pb.h"
#include "text/catalogue.h"

namespace dondoc::words {

std::string word(text::Lang lang, v1::Timeliness::Class timeliness);
std::string word(text::Lang lang, v1::Workflow::State state);
std::string word(text::Lang lang, v1::EventKind::Kind kind);
std::string word(text::Lang lang, v1::Role::Kind role);
std::string word(text::Lang lang, v1::DeadlineKind::Kind kind);
std::string days_text(const google::protobuf::RepeatedPtrField<std::string>& iso_days);
std::string joined(const google::protobuf::RepeatedPtrField<std::string>& parts,
                   std::string_view between = ", ");
std::string level_word(text::Lang lang, const std::string& level);
// Where something is wrong, for people: "dondocd.toml:14", "Ngày ban hành"; empty where the place says
// nothing.
std::string place_word(text::Lang lang, const std::string& place);
std::string clock_word(text::Lang lang, const std::string& mode);

// "còn 7 ngày", "hôm nay", "quá hạn 3 ngày".
std::string days_left_text(text::Lang lang, std::int64_t days_left);
// "-7d" -> "nhắc trước 7 ngày", "+3d" -> "báo quá hạn 3 ngày", "^15d" -> "báo cáo cấp trên sau 15 ngày".
std::string step_text(text::Lang lang, const std::string& step);
std::string weekday_word(text::Lang lang, unsigned weekday);  // 1 "thứ Hai" to 7 "Chủ nhật"
// How an assignment stands, in a few words: the days that are left, or how it ended.
std::string standing(text::Lang lang, const v1::AssignmentRow& row);

}  // namespace dondoc::words
