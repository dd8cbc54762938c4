#include "cli/key_commands.h"

#include <filesystem>

#include "cli/command.h"
#include "cli/dates.h"
#include "cli/wording.h"
#include "lib/profile.h"

namespace dondoc::cli {
namespace {

struct KeyOptions {
    std::string public_key, role, agency, name;
    std::string out, server_key, profile_endpoint;
    bool force = false;
};

v1::Role::Kind role_of(const KeyOptions& options) {
    v1::Role::Kind role{};
    if (!v1::Role::Kind_Parse(options.role, &role) || role == v1::Role::unspecified)
        throw UsageError("cli.usage.bad_role", {options.role});
    if ((role == v1::Role::agency) != !options.agency.empty()) throw UsageError("cli.usage.role_agency");
    return role;
}

v1::Request grant_request(const KeyOptions& options, const std::string& public_key) {
    v1::Request request;
    auto& grant = *request.mutable_key_grant();
    grant.set_public_key(public_key);
    grant.set_role(role_of(options));
    grant.set_agency(options.agency);
    grant.set_name(options.name);
    return request;
}

void print_granted(Session& session, const v1::KeyEntry& key) {
    session.line(session.say("cli.key.granted",
                             {key.public_key(), word(session.lang(), key.role()), key.agency(), key.name()}));
}

void grant_key(Session& session, const KeyOptions& options) {
    if (!client::is_key(options.public_key)) throw UsageError("cli.usage.bad_key", {options.public_key});
    const auto reply = session.ask(grant_request(options, options.public_key));
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

// Where a profile waits while its key is being granted. It is written first: a key that was granted and then
// could not be written would be of no use to anybody.
std::filesystem::path pending(const KeyOptions& options) {
    return options.out + ".pending";
}

v1::KeyEntry grant_and_keep(Session& session, const KeyOptions& options, const client::Profile& profile) {
    client::write_profile(profile, pending(options), client::Overwrite::Yes);
    std::error_code ignored;
    try {
        auto key = session.ask(grant_request(options, profile.public_key)).key_grant().key();
        std::filesystem::rename(pending(options), options.out);
        return key;
    } catch (const client::Unreachable&) {
        session.err() << session.say("cli.key.perhaps_granted",
                                     {pending(options).string(), profile.public_key})
                      << '\n';
        throw;
    } catch (const client::Refused&) {
        std::filesystem::remove(pending(options), ignored);
        throw;
    }
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
        if (role_of(options) == v1::Role::agency) profile.feed.clear();  // agencies have no feed
        key = grant_and_keep(session, options, profile);
    } else {
        client::write_profile(profile, options.out,
                              options.force ? client::Overwrite::Yes : client::Overwrite::No);
    }
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
    session.line(session.say("cli.key.revoked", {key.public_key(), key.name()}));
}

void list_keys(Session& session) {
    v1::Request request;
    request.mutable_key_list();
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.key_list());
    if (reply.key_list().keys().empty()) return session.line(session.say("cli.key.empty"));
    Table table({{session.say("cli.column.key")},
                 {session.say("cli.column.role")},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.name"), Align::Left, Fit::Cut},
                 {session.say("cli.column.granted")},
                 {session.say("cli.column.revoked")}});
    for (const auto& key : reply.key_list().keys()) {
        const auto tone = key.has_revoked() ? Tone::Faint : Tone::Plain;
        table.add({{key.public_key(), tone},
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
                             "dondoc key new --out me.toml --endpoint tcp://10.0.0.5:5570 --server-key KEY");
    add_option(make, session, "--out", options->out, "FILE", "cli.option.out")->required();
    add_grant_options(make);
    add_option(make, session, "--server-key", options->server_key, "KEY", "cli.option.server_key");
    add_option(make, session, "--profile-endpoint", options->profile_endpoint, "ENDPOINT",
               "cli.option.profile_endpoint");
    add_flag(make, session, "--force", options->force, "cli.option.force");
    make->callback([&session, options] { new_key(session, *options); });

    auto* grant = add_command(*group, session, "grant", "cli.key.grant_about",
                              "dondoc key grant KEY --role agency --agency SNV --name \"Sở Nội vụ\"");
    add_option(grant, session, "PUBLIC", options->public_key, "", "cli.option.public_key")->required();
    add_grant_options(grant)->required();
    grant->callback([&session, options] { grant_key(session, *options); });

    auto* revoke = add_command(*group, session, "revoke", "cli.key.revoke_about",
                               "dondoc key revoke KEY\ndondoc key revoke \"Sở Nội vụ\"");
    add_option(revoke, session, "KEY", options->public_key, "", "cli.option.key_or_name")->required();
    revoke->callback([&session, options] { revoke_key(session, *options); });

    auto* list = add_command(*group, session, "list", "cli.key.list_about", "dondoc key list");
    list->callback([&session] { list_keys(session); });
}

}  // namespace dondoc::cli
