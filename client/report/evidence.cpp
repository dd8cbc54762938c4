// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/evidence.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <system_error>

namespace dondoc::report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_extension = 5;

// "bc-15.pdf" is one; "15/BC-SNV", "https://..." and a sentence are none.
bool is_file_name(std::string_view reference) {
    if (reference.find("://") != std::string_view::npos) return false;
    const auto dot = reference.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return false;
    const auto extension = reference.substr(dot + 1);
    return !extension.empty() && extension.size() <= longest_extension &&
           std::ranges::all_of(extension, [](unsigned char c) { return std::isalnum(c) != 0; }) &&
           std::ranges::any_of(extension, [](unsigned char c) { return std::isalpha(c) != 0; });
}

// Also a link that leads out of the folder is not in it.
bool is_within(const fs::path& folder, const fs::path& file) {
    const auto there = fs::weakly_canonical(file).lexically_relative(fs::weakly_canonical(folder));
    return !there.empty() && *there.begin() != "..";
}

}  // namespace

Evidence look_for_evidence(const fs::path& folder, const std::string& reference) {
    using State = Evidence::State;
    if (folder.empty() || !is_file_name(reference)) return {reference, State::NotLooked};
    try {
        const auto file = folder / reference;
        const bool is_there = is_within(folder, file) && fs::is_regular_file(file) && fs::file_size(file) > 0;
        return {reference, is_there ? State::There : State::Missing};
    } catch (const fs::filesystem_error&) {
        return {reference, State::Missing};
    }
}

}  // namespace dondoc::report
