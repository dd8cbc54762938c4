// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/wording.h"

namespace dondoc::cli {

std::string number(std::uint64_t value) {
    return std::to_string(value);
}

Tone tone_of(v1::Timeliness::Class timeliness) {
    switch (timeliness) {
        case v1::Timeliness::overdue:
        case v1::Timeliness::completed_late:
            return Tone::Bad;
        case v1::Timeliness::due_soon:
        case v1::Timeliness::due_today:
            return Tone::Warning;
        case v1::Timeliness::completed_on_time:
        case v1::Timeliness::completed_no_deadline:
            return Tone::Good;
        case v1::Timeliness::withdrawn:
            return Tone::Faint;
        default:
            return Tone::Plain;
    }
}

}  // namespace dondoc::cli
