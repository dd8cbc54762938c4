// SPDX-License-Identifier: GPL-3.0-or-later
// Asks, shows what will be done, and does it: the daemon is started by the configuration that is there, takes
// in the register, and only then the configuration that names agencies of it. Each step finds what an earlier
// run has done and leaves it, so that setup is run again after whatever went wrong.
#include "cli/commands/setup_commands.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "cli/commands/agency_edit.h"
#include "cli/commands/agency_request.h"
#include "cli/commands/metrics_commands.h"
#include "cli/commands/new_profile.h"
#include "cli/commands/setup_answers.h"
#include "cli/commands/setup_configuration.h"
#include "cli/commands/setup_daemon.h"
#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/pages/fields.h"
#include "lib/profile.h"
#include "lib/shipped_files.h"

namespace dondoc::cli {
namespace {

namespace fs = std::filesystem;

std::string or_none(const Session& session, const std::string& answer) {
    return answer.empty() ? session.say("cli.setup.none") : answer;
}

void show(Session& session, const SetupAnswers& answers, const std::string& configuration) {
    print_fields(session, {{session.say("cli.setup.province"), answers.province},
                           {session.say("cli.setup.register"), answers.register_file.string()},
                           {session.say("cli.setup.office"), or_none(session, answers.office)},
                           {session.say("cli.setup.time"), answers.time},
                           {session.say("cli.setup.address"), or_none(session, answers.address)},
                           {session.say("cli.setup.operator"), or_none(session, answers.operator_name)},
                           {session.say("cli.setup.mail_server"), or_none(session, answers.mail.server)},
                           {session.say("cli.setup.mail_from"), or_none(session, answers.mail.from)},
                           {session.say("cli.setup.profiles"), answers.profiles},
                           {session.say("cli.setup.file"), setup_file(answers.config).string()}});
    session.out() << '\n' << configuration << '\n';
    if (answers.mail.server.empty()) return;
    print_fields(session, {{session.say("cli.setup.file"), mail_file(answers.config).string()}});
    session.out() << '\n' << mail_text(answers.mail) << '\n';
}

void make_folder_for(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error) fs::permissions(folder, fs::perms::owner_all, error);
    if (error) throw UserError("client.file.unwritable", {error.message()}, folder.string());
}

// Who uses a profile: programs of this machine, or people wherever they are.
enum class UsedFrom { Here, Anywhere };

// One key for each role and name; a profile of which nobody knows any more where it is, is not made twice.
void make_profile(Session& session, v1::Role::Kind role, const std::string& name, const fs::path& file,
                  UsedFrom place) {
    v1::Request request;
    request.mutable_key_list();
    const auto reply = session.ask(std::move(request));
    const auto& keys = reply.key_list().keys();
    std::error_code ignored;
    const bool is_there = fs::exists(file, ignored);
    const auto own = is_there ? client::read_profile(file).public_key : std::string{};
    for (const auto& key : keys) {
        if (key.has_revoked() || key.role() != role) continue;
        if (key.public_key() == own)
            return session.line(session.say("cli.setup.profile_kept", {file.string(), key.name()}));
        if (key.name() == name)
            return session.line(session.say("cli.setup.profile_elsewhere", {name, key.short_name()}));
    }
    auto profile = session.profile();
    const auto pair = client::make_key_pair();
    profile.public_key = pair.public_key;
    profile.secret_key = pair.secret_key;
    profile.next_server_key.clear();
    v1::KeyGrantRequest grant;
    grant.set_role(role);
    grant.set_name(name);
    make_folder_for(file.parent_path());
    const auto key = grant_and_write(session, std::move(grant), profile, place == UsedFrom::Here, file);
    if (place == UsedFrom::Anywhere) warn_of_local(session, profile.endpoint, file);
    session.line(session.say("cli.setup.profile_made", {file.string(), key.name()}));
}

// The first operator is a person of the office, so that mail and the pages in the browser know him.
void add_operator(Session& session, const SetupAnswers& answers) {
    v1::Request list;
    list.mutable_person_list()->set_text(answers.operator_name);
    const auto known = session.ask(std::move(list)).person_list();
    const bool is_there = std::ranges::any_of(known.persons(), [&](const auto& person) {
        return person.agency().empty() && person.name() == answers.operator_name;
    });
    if (is_there) return;
    v1::Request request;
    auto& edit = *request.mutable_person_add()->mutable_entry()->mutable_edit();
    edit.set_name(answers.operator_name);
    edit.set_role("operator");
    if (!answers.operator_email.empty()) edit.set_email(answers.operator_email);
    session.ask(std::move(request));
    session.line(session.say("cli.setup.person_added", {answers.operator_name}));
}

// Where dondoc-web is installed, too.
bool serves_pages(const std::string& config) {
    std::error_code ignored;
    return fs::exists(fs::path{config}.replace_filename("dondoc-web.toml"), ignored);
}

void say_what_is_next(Session& session, const SetupAnswers& answers, const DaemonFacts& facts,
                      const SetupDaemon& daemon, bool must_restart) {
    session.line("");
    session.line(session.say("cli.setup.next"));
    if (daemon.is_ours())
        session.line(session.say("cli.setup.next_start", {"dondocd --config " + answers.config}));
    if (must_restart) session.line(session.say("cli.setup.next_restart"));
    session.line(session.say("cli.setup.next_keep",
                             {(facts.data_dir / "keys").string(), facts.administrator().string()}));
    session.line(session.say(answers.address.empty() ? "cli.setup.next_address" : "cli.setup.next_keys"));
    if (serves_pages(answers.config))
        session.line(session.say("cli.setup.next_web", {answers.profiles + "/web-profile.toml"}));
    if (!answers.mail.server.empty())
        session.line(session.say("cli.setup.next_mail", {answers.profiles + "/relay-key.toml"}));
    session.line(session.say("cli.setup.next_plan"));
    session.line(session.say("cli.setup.next_watch"));
}

void set_up_mail(Session& session, const SetupAnswers& answers) {
    const bool changed = write_mail(answers.config, mail_text(answers.mail));
    session.line(session.say(changed ? "cli.setup.mail_written" : "cli.setup.unchanged",
                             {mail_file(answers.config).string()}));
    make_profile(session, v1::Role::office, "dondoc-relay", fs::path{answers.profiles} / "relay-key.toml",
                 UsedFrom::Here);
}

void set_up(Session& session, SetupAnswers answers) {
    const bool is_installed = answers.config == client::installed_config();
    if (is_installed && !answers.dry_run && ::geteuid() != 0) throw UserError("cli.setup.needs_root");
    answers.config = fs::absolute(answers.config).string();
    const auto facts = daemon_facts(answers.config);
    complete(session, answers, earlier_answers(answers.config));
    if (answers.profiles.empty()) answers.profiles = (facts.data_dir / "profiles").string();
    const auto configuration = configuration_text(answers, facts);
    show(session, answers, configuration);
    if (answers.dry_run) return session.line(session.say("cli.setup.dry_run"));
    if (!confirm(session, session.say("cli.setup.go_on"), answers.yes)) return session.end_as_refused();

    SetupDaemon daemon{session, answers.config, facts};
    daemon.start();
    send_register(session, to_request(answers.agencies), false, answers.yes);
    const bool changed = write_configuration(answers.config, configuration);
    const bool must_restart = changed && !daemon.restart();
    session.line(session.say(changed ? "cli.setup.written" : "cli.setup.unchanged",
                             {setup_file(answers.config).string()}));
    const fs::path profiles = answers.profiles;
    make_profile(session, v1::Role::office, session.say("cli.setup.office_key"), profiles / "office.toml",
                 UsedFrom::Anywhere);
    if (!answers.operator_name.empty()) {
        make_profile(session, v1::Role::operator_, answers.operator_name, profiles / "operator.toml",
                     UsedFrom::Anywhere);
        add_operator(session, answers);
    }
    if (serves_pages(answers.config))
        make_profile(session, v1::Role::gateway, "dondoc-web", profiles / "web-profile.toml", UsedFrom::Here);
    if (!answers.mail.server.empty()) set_up_mail(session, answers);
    show_check(session);
    say_what_is_next(session, answers, facts, daemon, must_restart);
}

}  // namespace

void add_setup_command(CLI::App& app, Session& session) {
    const auto answers = make_options<SetupAnswers>();
    answers->config = client::installed_config().string();
    auto* setup =
        add_command(app, session, "setup", "cli.setup.about",
                    "sudo dondoc setup\n"
                    "sudo dondoc setup --province \"Thái Nguyên\" --address dondoc.thainguyen.example --yes\n"
                    "dondoc setup --province 19 --dry-run");
    add_option(setup, session, "--province", answers->province, "NAME", "cli.option.setup_province");
    add_option(setup, session, "--office", answers->office, "CODE", "cli.option.setup_office");
    add_option(setup, session, "--time", answers->time, "HH:MM", "cli.option.setup_time");
    add_option(setup, session, "--address", answers->address, "HOST", "cli.option.setup_address");
    add_option(setup, session, "--operator", answers->operator_name, "NAME", "cli.option.setup_operator");
    add_option(setup, session, "--operator-email", answers->operator_email, "ADDRESS",
               "cli.option.setup_operator_email");
    add_option(setup, session, "--mail-server", answers->mail.server, "HOST", "cli.option.setup_mail_server");
    add_option(setup, session, "--mail-from", answers->mail.from, "ADDRESS", "cli.option.setup_mail_from");
    add_option(setup, session, "--profiles", answers->profiles, "DIR", "cli.option.setup_profiles");
    add_option(setup, session, "--config", answers->config, "FILE", "cli.option.setup_config");
    add_flag(setup, session, "--dry-run", answers->dry_run, "cli.option.setup_dry_run");
    add_flag(setup, session, "--yes", answers->yes, "cli.option.yes");
    setup->callback([&session, answers] { set_up(session, *answers); });
}

}  // namespace dondoc::cli
