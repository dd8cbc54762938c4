// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/key_issue.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "cli/commands/key_archive.h"
#include "cli/commands/new_profile.h"
#include "domain/reasons.h"
#include "lib/errors.h"
#include "lib/files.h"

namespace dondoc::cli {
namespace {

struct IssueOptions {
    std::vector<std::string> codes;
    std::string folder, endpoint;
    bool archives = false, again = false;
};

struct WantedKeys {
    std::string code, name;
};

std::set<std::string> agencies_with_a_key(Session& session) {
    v1::Request request;
    request.mutable_key_list();
    std::set<std::string> codes;
    const auto reply = session.ask(std::move(request));
    for (const auto& key : reply.key_list().keys())
        if (!key.has_revoked() && key.role() == v1::Role::agency) codes.insert(key.agency());
    return codes;
}

// The agencies of today that were named, or all; without --again those that have no key.
std::vector<WantedKeys> wanted_keys(Session& session, const IssueOptions& options) {
    v1::Request clock, request;
    clock.mutable_clock_show();
    request.mutable_agency_list()->set_as_of(session.ask(std::move(clock)).clock().today());
    const auto with_key = options.again ? std::set<std::string>{} : agencies_with_a_key(session);
    auto codes = options.codes;
    std::vector<WantedKeys> wanted;
    const auto reply = session.ask(std::move(request));
    for (const auto& agency : reply.agency_list().agencies()) {
        const bool named = std::erase(codes, agency.code()) > 0;
        if (!named && !options.codes.empty()) continue;
        if (!with_key.contains(agency.code())) wanted.push_back({agency.code(), agency.name()});
    }
    if (!codes.empty()) throw UserError("agency.unknown", {codes.front()});
    return wanted;
}

void make_private_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (error) throw UserError("client.file.unwritable", {system_reason(error)}, folder.string());
}

// The profile goes into an archive, and what opens it into a list that stays here.
std::string pack(const std::filesystem::path& profile, std::string& passphrases) {
    const auto archive = std::filesystem::path{profile}.replace_extension(".zip");
    const auto passphrase = make_passphrase();
    write_archive(archive, profile.filename().string(), read_input(profile.string()), passphrase);
    std::filesystem::remove(profile);
    passphrases += archive.filename().string() + "\t" + passphrase + "\n";
    return archive.filename().string();
}

void issue_keys(Session& session, const IssueOptions& options) {
    const auto wanted = wanted_keys(session, options);
    if (wanted.empty()) return session.line(session.say("cli.key.all_have_one"));
    const std::filesystem::path folder = options.folder;
    make_private_folder(folder);
    const auto list_file = folder / "passphrases.tsv";
    std::string passphrases = options.archives && std::filesystem::exists(list_file)
                                  ? read_input(list_file.string())
                                  : std::string{};
    Table table({{session.say("cli.column.agency")},
                 {session.say("cli.column.name"), Align::Left, Fit::Cut},
                 {session.say("cli.column.short_name")},
                 {session.say("cli.column.file")}});
    v1::KeyListReply made;
    std::string endpoint;  // the same in all of them
    for (const auto& [code, name] : wanted) {
        auto profile = session.profile();
        const auto pair = client::make_key_pair();
        profile.public_key = pair.public_key;
        profile.secret_key = pair.secret_key;
        profile.next_server_key.clear();
        profile.agency = code;
        if (!options.endpoint.empty()) profile.endpoint = options.endpoint;
        v1::KeyGrantRequest grant;
        grant.set_role(v1::Role::agency);
        grant.set_agency(code);
        grant.set_name(name);
        const auto file = folder / (code + ".toml");
        const auto key = grant_and_write(session, std::move(grant), profile, !options.endpoint.empty(), file);
        endpoint = profile.endpoint;
        auto shown = file.filename().string();
        if (options.archives) {
            shown = pack(file, passphrases);
            client::write_private_file(list_file, passphrases, client::Replace::Yes);
        }
        *made.add_keys() = key;
        table.add({code, name, key.short_name(), shown});
    }
    warn_of_local(session, endpoint, folder / (options.archives ? "*.zip" : "*.toml"));
    if (session.options.json) return session.print_json(made);
    session.print(table);
    session.line(session.say("cli.key.issued", {std::to_string(wanted.size()), folder.string()}));
    if (options.archives) session.line(session.say("cli.key.passphrases", {list_file.string()}));
}

}  // namespace

void add_key_issue(CLI::App& group, Session& session) {
    const auto options = make_options<IssueOptions>();
    auto* command = add_command(group, session, "issue", "cli.key.issue_about",
                                "dondoc key issue --folder khoa\n"
                                "dondoc key issue --folder khoa --archive\n"
                                "dondoc key issue SNV STC --folder khoa --again");
    add_option(command, session, "CODE", options->codes, "", "cli.option.issue_agencies");
    add_option(command, session, "--folder", options->folder, "DIR", "cli.option.issue_folder")->required();
    add_option(command, session, "--profile-endpoint", options->endpoint, "ENDPOINT",
               "cli.option.profile_endpoint");
    add_flag(command, session, "--archive", options->archives, "cli.option.issue_archive");
    add_flag(command, session, "--again", options->again, "cli.option.issue_again");
    command->callback([&session, options] { issue_keys(session, *options); });
}

}  // namespace dondoc::cli
