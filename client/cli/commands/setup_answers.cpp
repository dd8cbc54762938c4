// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/setup_answers.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <iostream>
#include <string_view>

#include "cli/commands/province_register.h"
#include "cli/commands/register_source.h"
#include "cli/frame/command.h"
#include "cli/frame/values.h"
#include "domain/plain_text.h"
#include "language/agency/person_cells.h"

namespace dondoc::cli {
namespace {

constexpr auto usual_time = "07:30";

bool somebody_is_there(const Session& session) {
    return session.terminal().in_is_terminal && session.terminal().err_is_terminal && !session.options.json;
}

// An answer, or `usual` for an empty one; at once where nobody is there.
std::string ask_at_terminal(Session& session, std::string_view question, const std::string& usual) {
    if (!somebody_is_there(session)) return usual;
    session.out() << std::flush;
    session.err() << session.say(question) << (usual.empty() ? "" : " [" + usual + "]") << ": " << std::flush;
    std::string answer;
    if (!std::getline(std::cin, answer)) throw UserError("cli.setup.broken_off");
    const auto first = answer.find_first_not_of(" \t"), last = answer.find_last_not_of(" \t\r");
    return first == std::string::npos ? usual : answer.substr(first, last - first + 1);
}

using Take = std::function<void()>;  // throws UserError where the answer will not do

// What an option said, else what is asked for. Who sits there is asked again after an answer that will not
// do.
void settle(Session& session, std::string& answer, std::string_view question, const std::string& usual,
            const Take& take) {
    const bool is_asked = answer.empty();
    for (;;) {
        if (is_asked) answer = ask_at_terminal(session, question, usual);
        try {
            return take();
        } catch (const UserError& error) {
            if (!is_asked || !somebody_is_there(session)) throw;
            session.err() << session.say(error.message().key, error.message().args) << '\n';
        }
    }
}

void take_province(SetupAnswers& answers) {
    if (answers.province.empty()) throw UsageError("cli.setup.which_province");
    require_plain(answers.province, "--province");
    std::error_code ignored;
    if (std::filesystem::exists(answers.province, ignored)) {
        answers.register_file = std::filesystem::absolute(answers.province);
    } else {
        const auto known = province_registers();
        if (known.empty()) throw UserError("cli.setup.no_registers", {}, "--province");
        const auto found = find_province(known, answers.province);
        if (!found) {
            std::string names;
            for (const auto& one : known) names += (names.empty() ? "" : ", ") + one.number + " " + one.name;
            throw UserError("cli.setup.unknown_province", {answers.province, names}, "--province");
        }
        answers.register_file = found->file;
        answers.province = found->name;
    }
    answers.agencies = read_register(answers.register_file.string());
    if (answers.agencies.agencies.empty())
        throw UserError("register.empty", {}, answers.register_file.string());
}

// The office of the province's committee, as it is usually called.
std::string usual_office(const Register& agencies) {
    for (const auto& agency : agencies.agencies)
        if (folded(agency.name).starts_with("van phong ubnd")) return agency.code;
    return {};
}

void choose_office(Session& session, SetupAnswers& answers, const std::string& earlier) {
    const auto known = [&](const std::string& code) {
        return std::ranges::any_of(answers.agencies.agencies,
                                   [&](const auto& agency) { return agency.code == code; });
    };
    const auto usual = known(earlier) ? earlier : usual_office(answers.agencies);
    settle(session, answers.office, "cli.setup.ask_office", usual, [&] {
        if (!answers.office.empty() && !known(answers.office))
            throw UserError("cli.setup.unknown_office",
                            {answers.office, answers.register_file.string(), usual}, "--office");
    });
}

void take_time(std::string& time) {
    if (time.size() == 4) time.insert(0, "0");
    const bool shaped = time.size() == 5 && time[2] == ':' &&
                        std::isdigit(static_cast<unsigned char>(time[0])) != 0 &&
                        std::isdigit(static_cast<unsigned char>(time[1])) != 0 &&
                        std::isdigit(static_cast<unsigned char>(time[3])) != 0 &&
                        std::isdigit(static_cast<unsigned char>(time[4])) != 0;
    if (!shaped || time.substr(0, 2) > "23" || time.substr(3) > "59")
        throw UsageError("cli.setup.bad_time", {time});
}

void choose_operator(Session& session, SetupAnswers& answers, const SetupAnswers& earlier) {
    PersonEdit edit;
    settle(session, answers.operator_name, "cli.setup.ask_operator", earlier.operator_name, [&] {
        require_plain(answers.operator_name, "--operator");
        edit.name = answers.operator_name;
        if (!answers.operator_name.empty()) (void)language::edited({}, edit);
    });
    if (answers.operator_name.empty()) return;
    settle(session, answers.operator_email, "cli.setup.ask_operator_email", earlier.operator_email, [&] {
        edit.email = answers.operator_email;
        (void)language::edited({}, edit);
    });
}

// Who is asked by whom mails are sent is asked for the sender, too.
void choose_mail(Session& session, SetupAnswers& answers, const MailAnswers& earlier) {
    auto& mail = answers.mail;
    if (!is_relay_installed(answers.config)) {
        if (!mail.server.empty() || !mail.from.empty())
            throw UserError("cli.setup.no_relay", {}, "--mail-server");
        return;
    }
    settle(session, mail.server, "cli.setup.ask_mail_server", earlier.server, [&] {
        mail.server = server_url(mail.server);
        require_plain(mail.server, "--mail-server");
    });
    if (mail.server.empty()) {
        if (!mail.from.empty()) throw UsageError("cli.setup.mail_without_server");
        return;
    }
    settle(session, mail.from, "cli.setup.ask_mail_from", earlier.from, [&] {
        if (mail.from.empty()) throw UsageError("cli.setup.mail_without_sender");
        require_plain(mail.from, "--mail-from");
    });
}

}  // namespace

void complete(Session& session, SetupAnswers& answers, const SetupAnswers& earlier) {
    settle(session, answers.province, "cli.setup.ask_province", earlier.province,
           [&] { take_province(answers); });
    choose_office(session, answers, earlier.office);
    settle(session, answers.time, "cli.setup.ask_time", earlier.time.empty() ? usual_time : earlier.time,
           [&] { take_time(answers.time); });
    settle(session, answers.address, "cli.setup.ask_address", earlier.address,
           [&] { require_plain(answers.address, "--address"); });
    choose_operator(session, answers, earlier);
    choose_mail(session, answers, earlier.mail);
}

}  // namespace dondoc::cli
