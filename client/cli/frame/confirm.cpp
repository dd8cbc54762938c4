// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/confirm.h"

#include <iostream>
#include <string_view>

#include "domain/message.h"

namespace dondoc::cli {

bool confirm(Session& session, const std::string& question, bool yes) {
    if (yes) return true;
    const auto& terminal = session.terminal();
    if (!terminal.in_is_terminal || !terminal.err_is_terminal || session.options.json) {
        // What was shown may go into a pipe, and the refusal elsewhere.
        if (!session.options.json) session.line(session.say("cli.ask.nobody"));
        throw UserError("cli.plan.needs_yes");
    }
    session.out() << std::flush;
    session.err() << session.say("cli.ask", {question}) << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    // "c" as in "có".
    return !answer.empty() && std::string_view("yYcC").find(answer[0]) != std::string_view::npos;
}

}  // namespace dondoc::cli
