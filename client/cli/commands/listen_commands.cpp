// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/listen_commands.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli/frame/command.h"
#include "cli/frame/output.h"
#include "cli/pages/alert_text.h"
#include "cli/terminal/desktop_notice.h"
#include "cli/terminal/exec_hook.h"
#include "cli/terminal/stop_signals.h"
#include "lib/home.h"
#include "lib/json.h"
#include "lib/listener.h"
#include "lib/position.h"

namespace dondoc::cli {
namespace {

struct ListenCommandOptions {
    std::string agency, consumer = "default", state, journal, exec;
    std::optional<std::uint64_t> since;
    bool stream = false, until_idle = false, notify = false;

    client::Sequence sequence() const { return stream ? client::Sequence::Stream : client::Sequence::Inbox; }
};

// A word of letters and digits that tells two daemons, and two keys, apart in a file name.
std::string fingerprint(const client::Profile& profile) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (const char c : profile.server_key + profile.public_key) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (int i = 0; i < 8; ++i, hash >>= 4) text += digits[hash & 15];
    return text;
}

std::string safe_name(std::string text) {
    for (char& c : text)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '.') c = '_';
    return text;
}

std::filesystem::path default_state_file(const client::Profile& profile, const std::string& agency,
                                         const std::string& consumer, bool is_stream) {
    const auto inbox = agency.empty() ? std::string(is_stream ? "stream" : "own") : safe_name(agency);
    return client::state_folder() / "dondoc" /
           ("listen-" + inbox + "-" + safe_name(consumer) + "-" + fingerprint(profile) + ".toml");
}

std::unique_ptr<client::Position> open_position(const ListenCommandOptions& options,
                                                const client::Profile& profile, const std::string& agency) {
    if (!options.journal.empty()) {
        auto journal = std::make_unique<client::Journal>(options.journal, agency, options.sequence());
        // A number from elsewhere would leave a gap, or a double, in it.
        if (options.since && *options.since != journal->last())
            throw UsageError("cli.usage.since_journal", {std::to_string(journal->last())});
        return journal;
    }
    if (options.state.empty() && options.since)
        return std::make_unique<client::PassingPosition>(*options.since, options.sequence());
    const auto file = options.state.empty()
                          ? default_state_file(profile, agency, options.consumer, options.stream)
                          : std::filesystem::path(options.state);
    auto state = std::make_unique<client::StateFile>(file, agency, options.consumer, options.sequence());
    if (options.since) state->set(*options.since);
    return state;
}

void listen(Session& session, const ListenCommandOptions& options) {
    const StopSignals stop(descriptor_of(session.out()));
    const auto& profile = session.profile();
    client::ListenOptions listen_options;
    if (!options.stream) listen_options.agency = options.agency.empty() ? profile.agency : options.agency;
    listen_options.stream = options.stream;
    // What a program takes is handed to it; a terminal and a desktop have somebody before them.
    listen_options.shown = options.exec.empty() && options.journal.empty() && !session.options.json &&
                           (options.notify || session.terminal().out_is_terminal);
    listen_options.consumer = options.consumer;
    listen_options.lang = session.options.lang;
    listen_options.until_caught_up = options.until_idle;
    if (options.until_idle || session.options.timeout_s > 0) listen_options.give_up_after = session.timeout();
    listen_options.stop_fd = stop.fd();
    const auto position = open_position(options, profile, listen_options.agency);

    const auto notice = [&](const Message& message) {
        session.err() << text::render(session.lang(), message) << std::endl;
    };
    // Who only fetches what is there is not told how the connection goes.
    const auto connection_notice = [&](const Message& message) {
        const bool comes_and_goes =
            message.key == "client.listen.connected" || message.key == "client.listen.waiting";
        if (!options.until_idle || !comes_and_goes) notice(message);
    };
    std::optional<ExecHook> hook;
    if (!options.exec.empty()) hook.emplace(options.exec, stop.fd(), notice);
    std::optional<DesktopNotice> desktop;
    if (options.notify) desktop.emplace(session.lang(), notice);
    const auto handle = [&](const v1::Event& event) {
        if (hook && !hook->run(event)) return false;
        if (desktop) desktop->show(event);
        if (hook) return true;
        if (session.options.json) {
            session.line(client::to_json_line(event));
        } else {
            const auto width = session.terminal().width;
            session.out() << (width == 0 ? event_text(session.lang(), event)
                                         : event_text(session.lang(), event, width));
        }
        flush_or_throw(session.out());  // what nobody can have read has not been told
        return true;
    };
    client::Listener listener(profile, listen_options, *position);
    const auto before = position->last();
    const auto end = listener.run(handle, connection_notice);
    if (end == client::ListenEnd::CaughtUp && position->last() == before && !session.options.json)
        session.err() << session.say("cli.listen.nothing_new") << '\n';
}

}  // namespace

void add_listen_commands(CLI::App& app, Session& session) {
    const auto options = make_options<ListenCommandOptions>();
    auto* command = add_command(app, session, "listen", "cli.listen.about",
                                "dondoc listen\n"
                                "dondoc listen --agency SNV --journal /var/lib/snv/alerts.jsonl\n"
                                "dondoc listen --exec 'mail -s \"$DONDOC_KIND $DONDOC_NUMBER\" vanthu'\n"
                                "dondoc listen --since 0 --until-idle --json\n"
                                "dondoc listen --stream --consumer kho --journal su-kien.jsonl");
    add_option(command, session, "--agency", options->agency, "CODE", "cli.option.listen_agency");
    add_flag(command, session, "--stream", options->stream, "cli.option.stream")->excludes("--agency");
    add_option(command, session, "--since", options->since, "N", "cli.option.since");
    add_option(command, session, "--consumer", options->consumer, "NAME", "cli.option.consumer");
    auto* state = add_option(command, session, "--state", options->state, "FILE", "cli.option.state_file");
    add_option(command, session, "--journal", options->journal, "FILE", "cli.option.journal")
        ->excludes(state);
    add_option(command, session, "--exec", options->exec, "CMD", "cli.option.exec");
    add_flag(command, session, "--notify", options->notify, "cli.option.notify");
    add_flag(command, session, "--until-idle", options->until_idle, "cli.option.until_idle");
    command->callback([&session, options] { listen(session, *options); });
}

}  // namespace dondoc::cli
