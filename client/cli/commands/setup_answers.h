// SPDX-License-Identifier: GPL-3.0-or-later
// What `dondoc setup` has to know: from its options, else asked on the terminal, else what is usual.
#pragma once

#include <filesystem>
#include <string>

#include "cli/commands/setup_mail.h"
#include "cli/frame/session.h"
#include "domain/agency.h"

namespace dondoc::cli {

struct SetupAnswers {
    std::string config;    // the daemon's configuration file
    std::string province;  // its name or number, or the file of a register
    std::string office;    // code of the monitoring office
    std::string time;      // of the day, when agencies are told: "07:30"
    std::string
        address;  // by which other machines find the daemon, "host" or "host:port"; empty: they do not
    std::string operator_name;   // the first operator
    std::string operator_email;  // empty: not said
    MailAnswers mail;            // only where dondoc-relay is installed
    std::string profiles;        // folder for the profiles of the office
    bool dry_run = false, yes = false;

    // Filled in by complete().
    std::filesystem::path register_file;
    Register agencies;
};

// Asks what the options leave open; `earlier` is offered where it says something. Throws UsageError where
// nobody is there to be asked and there is nothing usual, UserError for an answer that will not do.
void complete(Session& session, SetupAnswers& answers, const SetupAnswers& earlier);

}  // namespace dondoc::cli
