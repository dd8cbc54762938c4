// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/key_commands.h"

#include <filesystem>
#include <optional>
#include <string>

#include "cli/commands/key_issue.h"
#include "cli/commands/new_profile.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/wording.h"
#include "lib/profile.h"

namespace dondoc::cli {
namespace {

struct KeyOptions {
    std::string public_key, role, agency, name;
    std::string out, server_key, profile_endpoint;
    bool force = false, in_full = false;
};

v1::Role::Kind role_of(const KeyOptions& options) {
    v1::Role::Kind role{};
    if (!v1::Role::Kind_Parse(options.role, &role) || role == v1::Role::unspecified)
        throw UsageError("cli.usage.bad_role", {options.role});
    if ((role == v1::Role::agency) != !options.agency.empty()) throw UsageError("cli.usage.role_agency");
    return role;
}

v1::KeyGrantRequest grant_of(const KeyOptions& options) {
    v1::KeyGrantRequest grant;
    grant.set_role(role_of(options));
    grant.set_agency(options.agency);
    grant.set_name(options.name);
    return grant;
}

void print_granted(Session& session, const v1::KeyEntry& key) {
    session.line(session.say("cli.key.granted",
                             {key.short_name(), word(session.lang(), key.role()), key.agency(), key.name()}));
}

void grant_key(Session& session, const KeyOptions& options) {
    if (!client::is_key(options.public_key)) throw UsageError("cli.usage.bad_key", {options.public_key});
    v1::Request request;
    *request.mutable_key_grant() = grant_of(options);
    request.mutable_key_grant()->set_public_key(options.public_key);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.key_grant());
    print_granted(session, reply.key_grant().key());
}

// Where the new profile's owner finds the daemon: as told, else where we find it ourselves.
client::Profile new_profile(Session& session, const KeyOptions& options) {
    client::Profile profile;
    profile.server_key = options.server_key;
    profile.endpoint = options.profile_endpoint.empty() ? session.options.endpoint : options.profile_endpoint;
    if (profile.server_key.empty() || profile.endpoint.empty() || !options.role.empty()) {
        const auto& own = session.profile();
        if (profile.server_key.empty()) profile.server_key = own.server_key;
        if (profile.endpoint.empty()) profile.endpoint = own.endpoint;
        profile.feed = own.feed;
    }
    if (!client::is_key(profile.server_key)) throw UsageError("cli.usage.bad_key", {profile.server_key});
    const auto pair = client::make_key_pair();
    profile.public_key = pair.public_key;
    profile.secret_key = pair.secret_key;
    profile.agency = options.agency;
    return profile;
}

void new_key(Session& session, const KeyOptions& options) {
    const bool grants = !options.role.empty();
    if (grants) role_of(options);
    if (!options.force && std::filesystem::exists(options.out))
        throw UserError("client.profile.exists", {}, options.out);
    auto profile = new_profile(session, options);
    v1::KeyEntry key;
    key.set_public_key(profile.public_key);
    if (grants) {
        const bool says_where = !options.profile_endpoint.empty() || !session.options.endpoint.empty();
        key = grant_and_write(session, grant_of(options), profile, says_where, options.out);
    } else {
        client::write_profile(profile, options.out,
                              options.force ? client::Overwrite::Yes : client::Overwrite::No);
    }
    warn_of_local(session, profile.endpoint, options.out);
    if (session.options.json) return session.print_json(key);
    session.line(session.say("cli.key.written", {options.out}));
    if (grants) {
        print_granted(session, key);
    } else {
        session.line(session.say("cli.key.to_be_granted", {profile.public_key}));
    }
}

void revoke_key(Session& session, const KeyOptions& options) {
    v1::Request request;
    request.mutable_key_revoke()->set_public_key(options.public_key);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.key_revoke());
    const auto& key = reply.key_revoke().key();
    session.line(session.say("cli.key.revoked", {key.short_name(), key.name()}));
}

// After the daemon's key was lost: what the administrator has handed out on a way that can be trusted.
void change_server_key(Session& session, const KeyOptions& options) {
    if (!client::is_key(options.public_key)) throw UsageError("cli.usage.bad_key", {options.public_key});
    const auto file = client::find_profile(
        session.options.profile.empty() ? std::nullopt
                                        : std::optional<std::filesystem::path>{session.options.profile});
    auto profile = client::read_profile(file);
    profile.server_key = options.public_key;
    profile.next_server_key.clear();
    client::write_profile(profile, file, client::Overwrite::Yes);
    session.line(session.say("cli.key.server_changed", {file.string()}));
}

void list_keys(Session& session, const KeyOptions& options) {
    v1::Request request;
    request.mutable_key_list();
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.key_list());
    if (reply.key_list().keys().empty()) return session.line(session.say("cli.key.empty"));
    Table table({{session.say(options.in_full ? "cli.column.key" : "cli.column.short_name")},
                 {session.say("cli.column.role")},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.name"), Align::Left, Fit::Cut},
                 {session.say("cli.column.granted")},
                 {session.say("cli.column.revoked")}});
    for (const auto& key : reply.key_list().keys()) {
        const auto tone = key.has_revoked() ? Tone::Faint : Tone::Plain;
        table.add({{options.in_full ? key.public_key() : key.short_name(), tone},
                   {word(session.lang(), key.role()), tone},
                   {key.agency(), tone},
                   {key.name(), tone},
                   {key.has_granted() ? spoken_instant(key.granted()) : std::string{}, tone},
                   {key.has_revoked() ? spoken_instant(key.revoked()) : std::string{}, tone}});
    }
    session.print(table);
}

}  // namespace

void add_key_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "key", "cli.key.about");
    const auto options = make_options<KeyOptions>();
    const auto add_grant_options = [&](CLI::App* command) {
        add_option(command, session, "--agency", options->agency, "CODE", "cli.option.key_agency");
        add_option(command, session, "--name", options->name, "TEXT", "cli.option.key_name");
        return add_option(command, session, "--role", options->role, "ROLE", "cli.option.role");
    };

    auto* make = add_command(*group, session, "new", "cli.key.new_about",
                             "dondoc key new --out snv.toml --role agency --agency SNV --name \"Sở Nội vụ\"\n"
                             "dondoc key new --out me.toml --endpoint tcp://10.0.0.5:7710 --server-key KEY");
    add_option(make, session, "-o,--out", options->out, "FILE", "cli.option.out")->required();
    add_grant_options(make);
    add_option(make, session, "--server-key", options->server_key, "KEY", "cli.option.server_key");
    add_option(make, session, "--profile-endpoint", options->profile_endpoint, "ENDPOINT",
               "cli.option.profile_endpoint");
    add_flag(make, session, "--force", options->force, "cli.option.force");
    make->callback([&session, options] { new_key(session, *options); });

    add_key_issue(*group, session);

    auto* grant = add_command(*group, session, "grant", "cli.key.grant_about",
                              "dondoc key grant KEY --role agency --agency SNV --name \"Sở Nội vụ\"");
    add_option(grant, session, "PUBLIC", options->public_key, "", "cli.option.public_key")->required();
    add_grant_options(grant)->required();
    grant->callback([&session, options] { grant_key(session, *options); });

    auto* revoke = add_command(*group, session, "revoke", "cli.key.revoke_about",
                               "dondoc key revoke hk3v9xw2\ndondoc key revoke \"Sở Nội vụ\"");
    add_option(revoke, session, "KEY", options->public_key, "", "cli.option.key_or_name")->required();
    revoke->callback([&session, options] { revoke_key(session, *options); });

    auto* list = add_command(*group, session, "list", "cli.key.list_about",
                             "dondoc key list\ndondoc key list --public");
    add_flag(list, session, "--public", options->in_full, "cli.option.key_in_full");
    list->callback([&session, options] { list_keys(session, *options); });

    auto* server = add_command(*group, session, "server", "cli.key.server_about",
                               "dondoc --profile snv.toml key server 'KEY'");
    add_option(server, session, "KEY", options->public_key, "", "cli.option.new_server_key")->required();
    server->callback([&session, options] { change_server_key(session, *options); });
}

}  // namespace dondoc::cli
