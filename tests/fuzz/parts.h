// SPDX-License-Identifier: Apache-2.0
// One input as the parts of an office file: the checksums of an archive would stop nearly every other
// mutation.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "../plan/office_files.h"
#include "invariants.h"
#include "plan/meaning/meaning.h"
#include "plan/reader.h"
#include "sample.h"

namespace dondoc::fuzz {

inline constexpr std::string_view between_parts = "\n%%\n";

// An input that begins like an archive is one as it is; any other is the parts of these names, in this order,
// beside those that are always the same.
inline std::string office_file(std::string_view input, const std::vector<std::string>& names,
                               std::map<std::string, std::string> parts = {}) {
    if (input.starts_with("PK\x03\x04")) return std::string(input);
    for (const auto& name : names) {
        const auto end = std::min(input.find(between_parts), input.size());
        parts[name] = std::string(input.substr(0, end));
        input.remove_prefix(std::min(input.size(), end + between_parts.size()));
        if (input.empty()) break;
    }
    return tests::zipped(parts);
}

inline void read_office_file(const std::string& bytes) {
    try {
        read_on(plan::read_plan_grid_here(bytes, [](plan::Sign) {}), 1u << 20, tests::sample_agencies());
    } catch (const UserError& error) {
        require_message(error.message());
        require_text(error.place(), "a place is UTF-8");
    }
}

}  // namespace dondoc::fuzz
