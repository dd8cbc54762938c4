// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/fields.h"

#include <algorithm>

#include "cli/terminal/width.h"

namespace dondoc::cli {

void print_fields(Session& session, const std::vector<std::pair<std::string, std::string>>& fields) {
    constexpr std::size_t gap = 2, least_width = 20;
    std::size_t label_width = 0;
    for (const auto& [label, value] : fields)
        if (!value.empty()) label_width = std::max(label_width, display_width(label));
    const auto indent = label_width + gap;
    const auto terminal = session.terminal().width;
    for (const auto& [label, value] : fields) {
        if (value.empty()) continue;
        const auto safe = printable(value);
        const auto lines = terminal == 0
                               ? std::vector<std::string>{safe}
                               : wrap(safe, std::max(least_width, terminal - std::min(terminal, indent)));
        bool first = true;
        for (const auto& line : lines) {
            const auto left = pad_right(first ? label : std::string{}, indent);
            session.line((first ? coloured(left, Tone::Faint, session.terminal().colours) : left) + line);
            first = false;
        }
    }
}

void print_heading(Session& session, const std::string& title) {
    session.line("");
    session.line(title);
}

void print_warnings(Session& session, const google::protobuf::RepeatedPtrField<std::string>& warnings) {
    for (const auto& warning : warnings)
        session.line(coloured(printable(session.say("cli.status.warning", {warning})), Tone::Warning,
                              session.terminal().colours));
}

}  // namespace dondoc::cli
