// SPDX-License-Identifier: Apache-2.0
// Number and symbol of a document, "122/KH-UBND": as it is shown, and as it is compared. Offices, scanners
// and keyboards write one number in many ways (NĐ 30/2020/NĐ-CP, Phụ lục I: number, stroke, symbol).
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

// As it is kept and shown: letters, case and dashes as printed (NFC), without the label "Số:", stars,
// quotation marks, and blanks that are beside a stroke, a dash or the ends. Throws UserError
// "plan.control_character" with `place` for one that is none of them.
std::string printed_number(std::string_view typed, std::string place = {});

// The same for each spelling of one number: without blanks, stars, marks of quotation, the label, and zeros
// before the number; small letters, one kind of dash and stroke, the letter Đ for what looks like it. Never
// throws. Empty: there is nothing in it.
std::string number_key(std::string_view number);

inline bool is_same_number(std::string_view one, std::string_view other) {
    return number_key(one) == number_key(other);
}

}  // namespace dondoc
