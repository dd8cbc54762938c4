// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/plan_register.h"

#include <filesystem>
#include <optional>

#include "cli/commands/agency_request.h"
#include "cli/commands/register_source.h"
#include "lib/errors.h"
#include "lib/shipped_files.h"

namespace dondoc::cli {
namespace {

bool has_profile(const Session& session) {
    if (!session.options.profile.empty()) return true;  // one that is not there is told
    std::error_code error;
    return std::filesystem::exists(client::find_profile(std::nullopt), error);
}

NamedRegister read_named_register(Session& session, const std::string& file, const char* name) {
    return {read_register(file), session.say(name, {file})};
}

NamedRegister ask_daemon(Session& session) {
    v1::Request request;
    request.mutable_agency_list();
    const auto list = session.ask(std::move(request)).agency_list();
    return {register_of(list),
            session.say("cli.plan.register_daemon",
                        {session.profile().endpoint, std::to_string(list.agencies_size())})};
}

}  // namespace

NamedRegister find_register(Session& session, const std::string& file) {
    if (!file.empty()) return read_named_register(session, file, "cli.plan.register_file");
    if (has_profile(session)) {
        try {
            return ask_daemon(session);
        } catch (const client::Unreachable& error) {
            session.err() << session.say("cli.plan.register_unreachable",
                                         {text::render(session.lang(), error.message())})
                          << '\n';
        }
    }
    const auto sample = client::find_shipped("agencies/sample.toml");
    if (!sample) throw UserError("cli.plan.no_register");
    return read_named_register(session, *sample, "cli.plan.register_sample");
}

}  // namespace dondoc::cli
