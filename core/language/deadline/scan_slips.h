// SPDX-License-Identifier: Apache-2.0
// Letters that scanners put for digits: "3O/9/2023", "l5/12/2023".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc::language {

struct ScanSlip {
    std::string written;
    std::string taken;
};

struct MendedPhrase {
    std::string phrase;
    std::vector<ScanSlip> slips;  // empty: nothing was changed
};

// O for 0, l and I for 1, only inside a date whose other characters are digits and its marks, so that nothing
// else can be meant.
MendedPhrase mend_scan_slips(std::string_view phrase);

}  // namespace dondoc::language
