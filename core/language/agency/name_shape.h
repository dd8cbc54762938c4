// SPDX-License-Identifier: Apache-2.0
// What names of agencies look like, for those that no register knows: "Phòng Kinh tế, Hạ tầng và Đô thị
// phường Tích Lương" is one name, "Bộ Nội vụ Bộ Tài chính" are two.
#pragma once

#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

// Of a place's level: "xã", "thành phố", "cấp tỉnh"; 0: none stands at `at`. "Xã hội" is none.
std::size_t level_words(const std::vector<Token>& tokens, std::size_t at);

// Who speaks for an agency, before its name: "Giám đốc", "Đồng chí Chủ tịch".
std::size_t people_words(const std::vector<Token>& tokens, std::size_t at);

// "các", "toàn thể các": before many.
std::size_t plural_words(const std::vector<Token>& tokens, std::size_t at);

// The words that one name begins with, "Sở" of "Sở Nội vụ"; 0: no name begins at `at`. "Báo cáo", "Ban hành",
// "Hội nghị" begin none.
std::size_t name_head(const std::vector<Token>& tokens, std::size_t at);

// General words for agencies and others, "bộ, ngành, địa phương": up to where their list ends; 0: none.
std::size_t general_words(const std::vector<Token>& tokens, std::size_t at);

// The fields of ministries and departments, "Văn hóa, Thể thao và Du lịch", whatever marks stand between
// their words; 0: none of those that there are or were stands at `at`.
std::size_t field_words(const std::vector<Token>& tokens, std::size_t at);

// Where the name whose head stands at `at` ends. Linear in its length.
std::size_t end_of_name(const std::vector<Token>& tokens, std::size_t at, std::size_t limit);

// "khu vực", "liên huyện": behind a registered name they make another of it.
std::size_t words_of_another_name(const std::vector<Token>& tokens, std::size_t at);

}  // namespace dondoc::language
