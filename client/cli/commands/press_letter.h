// SPDX-License-Identifier: GPL-3.0-or-later
// The letter by which agencies are pressed: the office's own template, filled with what they are pressed for.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "domain/civil.h"
#include "dondoc/v1/request.pb.h"
#include "text/catalogue.h"

namespace dondoc::cli {

struct PressLetter {
    std::string number;  // of the letter
    std::string note;
    local_days day;
    text::Lang lang = text::Lang::Vi;
};

// Letters by the files they go into: one, or one for each agency where `file` has "@agency" in its name.
// docs/people.md lists the fields. Throws what plan::fill_docx() throws.
std::vector<std::pair<std::filesystem::path, std::string>> press_letters(
    const std::vector<v1::AssignmentRow>& rows, const PressLetter& letter, const std::string& document,
    const std::string& file);

}  // namespace dondoc::cli
