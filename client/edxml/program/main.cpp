// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-edxml: watches a spool folder of the document axis; each message becomes a proposal, never an
// import.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/signalfd.h>

#include <poll.h>
#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "domain/plain_text.h"
#include "edxml/spool.h"
#include "lib/files.h"
#include "text/catalogue.h"

namespace {

dondoc::text::Lang lang() {
    const char* wanted = std::getenv("DONDOC_LANG");
    return dondoc::text::parse_lang(wanted == nullptr ? "" : wanted);
}

std::string say(const char* key, const std::vector<std::string>& args = {}) {
    return dondoc::text::render(lang(), key, args);
}

dondoc::sys_seconds now() {
    return date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void tell(const std::string& file, const dondoc::edxml::Message* message, const dondoc::UserError* error) {
    if (message != nullptr)
        spdlog::info("event=proposed file=\"{}\" document=\"{}\"", dondoc::escaped(file),
                     dondoc::escaped(message->document.document_id));
    else
        spdlog::warn("event=not_read file=\"{}\" code={}", dondoc::escaped(file), error->what());
}

// Looks again after each pause, until it is told to stop.
void watch(const dondoc::edxml::Spool& spool, int every_s) {
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, nullptr);
    const dondoc::client::Descriptor signals{::signalfd(-1, &stop, SFD_CLOEXEC | SFD_NONBLOCK)};
    constexpr int ms_of_a_second = 1000;
    for (;;) {
        spool.work_off(now(), tell);
        pollfd waiting{signals.get(), POLLIN, 0};
        if (::poll(&waiting, 1, every_s * ms_of_a_second) > 0) return;
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::string spool_folder, proposals_folder;
    int every_s = 5;
    bool once = false;
    CLI::App app{say("edxml.about"), "dondoc-edxml"};
    app.set_help_flag("-h,--help", say("cli.option.help"));
    app.set_version_flag("--version", "dondoc-edxml " DONDOC_VERSION, say("cli.option.version"));
    app.add_option("--spool", spool_folder, say("edxml.option.spool"))->type_name("DIR")->required();
    app.add_option("--proposals", proposals_folder, say("edxml.option.proposals"))
        ->type_name("DIR")
        ->required();
    app.add_option("--every", every_s, say("edxml.option.every"))->type_name("S")->check(CLI::Range(1, 3600));
    app.add_flag("--once", once, say("edxml.option.once"));
    CLI11_PARSE(app, argc, argv);
    try {
        spdlog::set_default_logger(spdlog::stderr_logger_mt("dondoc-edxml"));
        spdlog::set_pattern("%Y-%m-%dT%H:%M:%S%z level=%l %v");
        const dondoc::edxml::Proposals proposals{proposals_folder};
        const dondoc::edxml::Spool spool{spool_folder, proposals};
        if (once) {
            const auto done = spool.work_off(now(), tell);
            std::cout << say("edxml.done", {std::to_string(done.taken), std::to_string(done.failed)}) << '\n';
            return done.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
        }
        watch(spool, every_s);
        return EXIT_SUCCESS;
    } catch (const std::exception& error) {
        std::cerr << "dondoc-edxml: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
}
