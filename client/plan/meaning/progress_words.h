// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan's columns beside the term say of how far a task is: "Đã hoàn thành ngày 15/3/2024", "80%".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/civil.h"

namespace dondoc::plan {

struct SaidProgress {
    enum class Kind { NotBegun, UnderWay, Done };
    Kind kind = Kind::UnderWay;
    std::optional<std::uint32_t> percent;  // as it is said; of what is done 100
    std::optional<local_days> day;         // of what is done, where it is said
};

// Nothing: it is not understood to its last word. What was only begun, drafted, sent or done in part is under
// way.
std::optional<SaidProgress> read_progress(std::string_view cell);

// A column by its title: "Tiến độ" and "Kết quả" beside a column of terms, "Tình trạng", "Tỷ lệ hoàn thành".
bool names_progress(std::string_view title);

}  // namespace dondoc::plan
