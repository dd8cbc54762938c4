// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/daily_commands.h"

#include <algorithm>

#include "cli/commands/assignment_commands.h"
#include "cli/commands/clock_commands.h"
#include "cli/commands/consumer_commands.h"
#include "cli/commands/contact_commands.h"
#include "cli/commands/listen_commands.h"
#include "cli/commands/log_commands.h"
#include "cli/commands/metrics_commands.h"
#include "cli/commands/mute_commands.h"
#include "cli/commands/outbox_commands.h"
#include "cli/commands/policy_commands.h"
#include "cli/commands/seen_commands.h"
#include "cli/commands/status_commands.h"
#include "cli/commands/storage_commands.h"
#include "cli/commands/task_commands.h"
#include "cli/commands/term_commands.h"
#include "cli/commands/top_commands.h"
#include "cli/commands/unseen_commands.h"

namespace dondoc::cli {

const std::vector<DailyCommand>& daily_commands() {
    static const std::vector<DailyCommand> commands{{"assignment", add_assignment_commands},
                                                    {"backup", add_storage_commands},
                                                    {"check", add_storage_commands},
                                                    {"clock", add_clock_commands},
                                                    {"consumer", add_consumer_commands},
                                                    {"contact", add_contact_commands},
                                                    {"due", add_status_commands},
                                                    {"listen", add_listen_commands},
                                                    {"log", add_log_commands},
                                                    {"metrics", add_metrics_commands},
                                                    {"mute", add_mute_commands},
                                                    {"outbox", add_outbox_commands},
                                                    {"overdue", add_status_commands},
                                                    {"policy", add_policy_commands},
                                                    {"review", add_review_commands},
                                                    {"seen", add_seen_commands},
                                                    {"status", add_status_commands},
                                                    {"task", add_task_commands},
                                                    {"top", add_top_commands},
                                                    {"unseen", add_unseen_commands}};
    return commands;
}

std::optional<Exit> run_daily(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
                              const Terminal& terminal) {
    const auto word = command_word(arguments);
    if (word == arguments.end()) return std::nullopt;
    const auto& commands = daily_commands();
    const auto found = std::ranges::find(commands, std::string_view{*word}, &DailyCommand::first);
    if (found == commands.end()) return std::nullopt;
    try {
        return run(arguments, {found->second, false}, out, err, terminal);
    } catch (const CLI::ParseError&) {  // before any command began
        return std::nullopt;
    }
}

}  // namespace dondoc::cli
