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
#include "cli/terminal/aside.h"
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
    bool stream = false, until_idle = false, notify = false, aside = false, from_now = false;

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

// Number of the newest event that is there; 0: none.
std::uint64_t newest(Session& session, const ListenCommandOptions& options, const std::string& agency) {
    v1::Request request;
    auto& log = *request.mutable_log();
    log.set_agency(agency);
    log.set_newest_first(true);
    log.set_limit(1);
    const auto reply = session.ask(std::move(request));
    return reply.log().events().empty() ? 0 : number_in(options.sequence(), reply.log().events(0));
}

std::unique_ptr<client::Position> open_position(Session& session, const ListenCommandOptions& options,
                                                const std::string& agency) {
    const auto& profile = session.profile();
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
    if (options.from_now && state->last() == 0) state->set(newest(session, options, agency));
    return state;
}

// A listener that is told where to begin and keeps nothing has nowhere to put an event aside.
bool keeps_position(const ListenCommandOptions& options) {
    return !options.journal.empty() || !options.state.empty() || !options.since;
}

// Beside the position: what the command of this listener failed on.
std::filesystem::path aside_file(const ListenCommandOptions& options, const client::Profile& profile,
                                 const std::string& agency) {
    std::filesystem::path beside = options.journal.empty() ? options.state : options.journal;
    if (beside.empty()) beside = default_state_file(profile, agency, options.consumer, options.stream);
    return beside += ".aside";
}

void list_aside(Session& session, const ListenCommandOptions& options) {
    const auto& profile = session.profile();
    const auto agency = options.stream           ? std::string{}
                        : options.agency.empty() ? profile.agency
                                                 : options.agency;
    const Aside aside{aside_file(options, profile, agency)};
    if (aside.events().empty() && !session.options.json) return session.line(session.say("cli.aside.empty"));
    for (const auto& event : aside.events())
        session.out() << (session.options.json ? client::to_json_line(event) + "\n"
                                               : event_text(session.lang(), event));
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
    const auto position = open_position(session, options, listen_options.agency);

    const auto notice = [&](const Message& message) {
        session.err() << text::render(session.lang(), message) << std::endl;
    };
    // Who only fetches what is there is not told how the connection goes.
    const auto connection_notice = [&](const Message& message) {
        const bool comes_and_goes = message.key == "client.listen.connected" ||
                                    message.key == "client.listen.waiting" ||
                                    message.key == "client.listen.silent";
        if (!options.until_idle || !comes_and_goes) notice(message);
    };
    std::optional<Aside> aside;
    std::optional<ExecHook> hook;
    if (!options.exec.empty()) {
        if (keeps_position(options)) aside.emplace(aside_file(options, profile, listen_options.agency));
        hook.emplace(options.exec, stop.fd(), notice, aside ? &*aside : nullptr);
        listen_options.between = [&hook] { hook->retry_aside(); };
    }
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
                                "dondoc listen --notify --from-now\n"
                                "dondoc listen --since 0 --until-idle --json\n"
                                "dondoc listen --stream --consumer kho --journal su-kien.jsonl");
    add_option(command, session, "--agency", options->agency, "CODE", "cli.option.listen_agency");
    add_flag(command, session, "--stream", options->stream, "cli.option.stream")->excludes("--agency");
    auto* since = add_option(command, session, "--since", options->since, "N", "cli.option.since");
    auto* from_now = add_flag(command, session, "--from-now", options->from_now, "cli.option.from_now");
    from_now->excludes(since);
    add_option(command, session, "--consumer", options->consumer, "NAME", "cli.option.consumer");
    auto* state = add_option(command, session, "--state", options->state, "FILE", "cli.option.state_file");
    add_option(command, session, "--journal", options->journal, "FILE", "cli.option.journal")
        ->excludes(state, from_now);
    auto* exec = add_option(command, session, "--exec", options->exec, "CMD", "cli.option.exec");
    auto* notify = add_flag(command, session, "--notify", options->notify, "cli.option.notify");
    auto* until_idle =
        add_flag(command, session, "--until-idle", options->until_idle, "cli.option.until_idle");
    add_flag(command, session, "--aside", options->aside, "cli.option.aside")
        ->excludes(exec, notify, until_idle);
    command->callback([&session, options] {
        if (options->aside)
            list_aside(session, *options);
        else
            listen(session, *options);
    });
}

}  // namespace dondoc::cli
