// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/all_commands.h"

#include "cli/commands/agency_commands.h"
#include "cli/commands/assignment_commands.h"
#include "cli/commands/calendar_commands.h"
#include "cli/commands/central_commands.h"
#include "cli/commands/clock_commands.h"
#include "cli/commands/consumer_commands.h"
#include "cli/commands/contact_commands.h"
#include "cli/commands/figure_commands.h"
#include "cli/commands/flow_commands.h"
#include "cli/commands/form_commands.h"
#include "cli/commands/key_commands.h"
#include "cli/commands/listen_commands.h"
#include "cli/commands/log_commands.h"
#include "cli/commands/metrics_commands.h"
#include "cli/commands/mute_commands.h"
#include "cli/commands/outbox_commands.h"
#include "cli/commands/person_commands.h"
#include "cli/commands/plan_commands.h"
#include "cli/commands/policy_commands.h"
#include "cli/commands/press_commands.h"
#include "cli/commands/proposal_commands.h"
#include "cli/commands/rehearse_commands.h"
#include "cli/commands/report_commands.h"
#include "cli/commands/scoring_commands.h"
#include "cli/commands/seen_commands.h"
#include "cli/commands/setup_commands.h"
#include "cli/commands/sheet_commands.h"
#include "cli/commands/status_commands.h"
#include "cli/commands/storage_commands.h"
#include "cli/commands/task_commands.h"
#include "cli/commands/task_import.h"
#include "cli/commands/task_reconcile.h"
#include "cli/commands/term_commands.h"
#include "cli/commands/top_commands.h"
#include "cli/commands/unseen_commands.h"
#include "cli/frame/command.h"
#include "cli/frame/completion.h"
#include "cli/frame/manual.h"

namespace dondoc::cli {

void add_all_commands(CLI::App& app, Session& session) {
    add_plan_commands(app, session);
    add_rehearse_commands(app, session);
    add_task_commands(app, session);
    add_task_import(*app.get_subcommand("task"), session);
    add_task_reconcile(*app.get_subcommand("task"), session);
    add_assignment_commands(app, session);
    add_assignment_sheet(*app.get_subcommand("assignment"), session);
    add_press_commands(app, session);
    add_review_commands(app, session);
    add_status_commands(app, session);
    add_top_commands(app, session);
    add_report_commands(app, session);
    add_central_commands(app, session);
    add_form_report(*app.get_subcommand("report"), session);
    add_scoring_report(*app.get_subcommand("report"), session);
    add_figure_check(*app.get_subcommand("report"), session);
    add_flow_commands(app, session);
    add_proposal_commands(app, session);
    add_agency_commands(app, session);
    add_person_commands(app, session);
    add_listen_commands(app, session);
    add_log_commands(app, session);
    add_consumer_commands(app, session);
    add_key_commands(app, session);
    add_policy_commands(app, session);
    add_mute_commands(app, session);
    add_unseen_commands(app, session);
    add_seen_commands(app, session);
    add_contact_commands(app, session);
    add_outbox_commands(app, session);
    add_storage_commands(app, session);
    add_metrics_commands(app, session);
    add_clock_commands(app, session);
    add_calendar_commands(app, session);
    add_setup_command(app, session);
    add_completion_commands(app, session);
    add_command(app, session, "help", "cli.help.about", "dondoc help\ndondoc help plan import");
    add_manual_command(app, session);
}

Exit run_whole(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
               const Terminal& terminal) {
    return run(arguments, {add_all_commands}, out, err, terminal);
}

}  // namespace dondoc::cli
