// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/flow_text.h"

#include <cstdint>
#include <vector>

#include "words/dates.h"
#include "words/wording.h"

namespace dondoc::words {

std::string flow_instant(const std::string& iso) {
    const auto instant = parse_instant(iso);
    return instant ? spoken_instant(*instant) : iso;
}

std::string flow_standing(text::Lang lang, const v1::FlowRow& row) {
    const bool has_days =
        !row.due().empty() && row.item().finished().empty() && row.class_() != v1::FlowClass::paused;
    return has_days ? days_left_text(lang, row.days_left())
                    : text::render(lang, "cli.flow.class." + v1::FlowClass::Class_Name(row.class_()));
}

std::string flow_counted(text::Lang lang, const v1::FlowShowReply::Item& shown) {
    constexpr std::uint32_t minutes_of_an_hour = 60;
    std::vector<std::string> args{std::to_string(shown.counted()), std::to_string(shown.of())};
    if (shown.unit() != "min") return text::render(lang, "cli.flow.counted." + shown.unit(), args);
    args = {std::to_string(shown.counted() / minutes_of_an_hour),
            std::to_string(shown.counted() % minutes_of_an_hour),
            std::to_string(shown.of() / minutes_of_an_hour)};
    return text::render(lang, "cli.flow.counted.h", args);
}

}  // namespace dondoc::words
