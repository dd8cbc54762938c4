// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/new_profile.h"

#include <string>

#include "domain/key_name.h"
#include "lib/errors.h"

namespace dondoc::cli {

void warn_of_local(Session& session, const std::string& endpoint, const std::filesystem::path& out) {
    if (is_of_one_machine(endpoint))
        session.err() << session.say("cli.key.local_endpoint", {out.string(), endpoint}) << '\n';
}

v1::KeyEntry grant_and_write(Session& session, v1::KeyGrantRequest grant, client::Profile& profile,
                             bool keeps_endpoint, const std::filesystem::path& out) {
    // Written first: a key that was granted and then could not be written would be of no use to anybody.
    const std::filesystem::path pending = out.string() + ".pending";
    if (grant.role() == v1::Role::agency) profile.feed.clear();  // agencies have no feed
    client::write_profile(profile, pending, client::Overwrite::Yes);
    std::error_code ignored;
    try {
        v1::Request request;
        grant.set_public_key(profile.public_key);
        *request.mutable_key_grant() = std::move(grant);
        const auto reply = session.ask(std::move(request)).key_grant();
        if (!keeps_endpoint && !reply.endpoint().empty()) {
            profile.endpoint = reply.endpoint();
            profile.feed = reply.feed();
            client::write_profile(profile, pending, client::Overwrite::Yes);
        }
        std::filesystem::rename(pending, out);
        return reply.key();
    } catch (const client::Unreachable&) {
        session.err() << session.say("cli.key.perhaps_granted", {pending.string(), profile.public_key})
                      << '\n';
        throw;
    } catch (const client::Refused&) {
        std::filesystem::remove(pending, ignored);
        throw;
    }
}

}  // namespace dondoc::cli
