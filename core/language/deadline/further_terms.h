// SPDX-License-Identifier: Apache-2.0
// Terms inside what a phrase only describes: "theo kế hoạch, dự kiến tháng 6", "để tổng hợp và ngày 15/12".
// They are not read, so their row is marked.
#pragma once

#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

// A day, month, rule or hour stands there.
bool time_stands(const std::vector<Token>& tokens, std::size_t at);

// "trước 15/6", "chậm nhất ngày 20 tháng cuối quý"
bool bounded_time(const std::vector<Token>& tokens, std::size_t at);

// An exception, or a time that something parts from the description's own words, or leads to. `begin`: of the
// description; `body`: behind its own verb ("sau khi kết thúc quý I").
bool names_further_term(const std::vector<Token>& tokens, std::size_t begin, std::size_t body,
                        std::size_t at);

// The same behind the period that data are from, where a list goes on with more of it: a day alone counts.
bool names_further_day(const std::vector<Token>& tokens, std::size_t at);

// A day of the calendar in the name of an event, or a period that it has to come before: "trước khi kết thúc
// quý II", "sau hội nghị ngày 15/3".
bool dates_event(const std::vector<Token>& tokens, std::size_t begin, std::size_t at);

// A remark on data that says when they are sent, or of what it does not hold.
bool says_more_than_data(const std::vector<Token>& remark);

// A remark inside a description, "(khoảng tháng 6/2026)", that names a time and no document of that day.
bool names_any_time(const std::vector<Token>& remark);

// How many tokens from `at` on a description is passed by: one, or a whole document or day, whose parts are
// no terms.
std::size_t length_in_description(const std::vector<Token>& tokens, std::size_t at);

}  // namespace dondoc::language
