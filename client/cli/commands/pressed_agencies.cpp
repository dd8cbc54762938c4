// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/pressed_agencies.h"

#include <string>

namespace dondoc::cli {

Table pressed_agencies(const Session& session, const v1::StatusReply& status, std::size_t most) {
    Table table({{session.say("cli.column.agency")},
                 {session.say("cli.column.name"), Align::Left, Fit::Cut},
                 {session.say("cli.column.overdue"), Align::Right},
                 {session.say("cli.column.due_today"), Align::Right},
                 {session.say("cli.column.due_soon"), Align::Right},
                 {session.say("cli.column.total"), Align::Right}});
    for (const auto& agency : status.agency_counts()) {
        if (most-- == 0) break;
        const auto& counts = agency.counts();
        table.add({agency.code(),
                   agency.name(),
                   {std::to_string(counts.overdue()), counts.overdue() > 0 ? Tone::Bad : Tone::Plain},
                   std::to_string(counts.due_today()),
                   std::to_string(counts.due_soon()),
                   std::to_string(counts.total())});
    }
    return table;
}

}  // namespace dondoc::cli
