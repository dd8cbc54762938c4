// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/setup_answers.h"

#include <algorithm>
#include <cctype>
#include <iostream>
#include <string_view>

#include "cli/commands/province_register.h"
#include "cli/commands/register_source.h"
#include "cli/frame/command.h"
#include "cli/frame/values.h"
#include "domain/plain_text.h"

namespace dondoc::cli {
namespace {

constexpr auto usual_time = "07:30";

bool somebody_is_there(const Session& session) {
    return session.terminal().in_is_terminal && session.terminal().err_is_terminal && !session.options.json;
}

// An answer, or `usual` for an empty one; at once where nobody is there.
std::string ask(Session& session, std::string_view question, const std::string& usual) {
    if (!somebody_is_there(session)) return usual;
    session.out() << std::flush;
    session.err() << session.say(question) << (usual.empty() ? "" : " [" + usual + "]") << ": " << std::flush;
    std::string answer;
    if (!std::getline(std::cin, answer)) throw UserError("cli.setup.broken_off");
    const auto first = answer.find_first_not_of(" \t"), last = answer.find_last_not_of(" \t\r");
    return first == std::string::npos ? usual : answer.substr(first, last - first + 1);
}

void choose_province(Session& session, SetupAnswers& answers, const std::string& earlier) {
    if (answers.province.empty()) answers.province = ask(session, "cli.setup.ask_province", earlier);
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
    if (answers.office.empty()) answers.office = ask(session, "cli.setup.ask_office", usual);
    if (!answers.office.empty() && !known(answers.office))
        throw UserError("cli.setup.unknown_office", {answers.office, answers.register_file.string(), usual},
                        "--office");
}

void require_time(const std::string& time) {
    const bool shaped = time.size() == 5 && time[2] == ':' &&
                        std::isdigit(static_cast<unsigned char>(time[0])) != 0 &&
                        std::isdigit(static_cast<unsigned char>(time[1])) != 0 &&
                        std::isdigit(static_cast<unsigned char>(time[3])) != 0 &&
                        std::isdigit(static_cast<unsigned char>(time[4])) != 0;
    if (!shaped || time.substr(0, 2) > "23" || time.substr(3) > "59")
        throw UsageError("cli.setup.bad_time", {time});
}

// Who is asked by whom mails are sent is asked for the sender, too.
void choose_mail(Session& session, SetupAnswers& answers, const MailAnswers& earlier) {
    auto& mail = answers.mail;
    if (!is_relay_installed(answers.config)) {
        if (!mail.server.empty() || !mail.from.empty())
            throw UserError("cli.setup.no_relay", {}, "--mail-server");
        return;
    }
    if (mail.server.empty()) mail.server = ask(session, "cli.setup.ask_mail_server", earlier.server);
    mail.server = server_url(mail.server);
    if (mail.server.empty()) {
        if (!mail.from.empty()) throw UsageError("cli.setup.mail_without_server");
        return;
    }
    if (mail.from.empty()) mail.from = ask(session, "cli.setup.ask_mail_from", earlier.from);
    if (mail.from.empty()) throw UsageError("cli.setup.mail_without_sender");
    require_plain(mail.server, "--mail-server");
    require_plain(mail.from, "--mail-from");
}

}  // namespace

void complete(Session& session, SetupAnswers& answers, const SetupAnswers& earlier) {
    choose_province(session, answers, earlier.province);
    choose_office(session, answers, earlier.office);
    const auto settle = [&](std::string& answer, std::string_view question, const std::string& usual) {
        if (answer.empty()) answer = ask(session, question, usual);
    };
    settle(answers.time, "cli.setup.ask_time", earlier.time.empty() ? usual_time : earlier.time);
    if (answers.time.size() == 4) answers.time.insert(0, "0");
    require_time(answers.time);
    settle(answers.address, "cli.setup.ask_address", earlier.address);
    settle(answers.operator_name, "cli.setup.ask_operator", earlier.operator_name);
    if (!answers.operator_name.empty())
        settle(answers.operator_email, "cli.setup.ask_operator_email", earlier.operator_email);
    choose_mail(session, answers, earlier.mail);
    require_plain(answers.address, "--address");
    require_plain(answers.operator_name, "--operator");
}

}  // namespace dondoc::cli
