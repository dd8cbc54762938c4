// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-edxml: watches a spool folder of the document axis; each message becomes a proposal, never an
// import.
#include <poll.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/plain_text.h"
#include "edxml/spool.h"
#include "program/command_line.h"
#include "program/program.h"
#ifdef DONDOC_XMLSEC
#include "signature/checker.h"
#endif

namespace {

using dondoc::program::say;

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

// Empty where dondoc was built without libxmlsec1.
dondoc::edxml::Spool::Check checking(const std::vector<std::filesystem::path>& authorities,
                                     const std::filesystem::path& revocations) {
#ifdef DONDOC_XMLSEC
    auto checker = std::make_shared<const dondoc::signature::Checker>(
        dondoc::signature::Authorities{authorities, revocations});
    return
        [checker](std::string_view message, dondoc::sys_seconds at) { return checker->check(message, at); };
#else
    (void)authorities;
    (void)revocations;
    return {};
#endif
}

// Looks again after each pause, until it is told to stop.
void watch(const dondoc::edxml::Spool& spool, int every_s, int stop) {
    constexpr int ms_of_a_second = 1000;
    for (;;) {
        spool.work_off(now(), tell);
        pollfd waiting{stop, POLLIN, 0};
        if (::poll(&waiting, 1, every_s * ms_of_a_second) > 0) return;
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::string spool_folder, proposals_folder;
    std::vector<std::filesystem::path> authorities;
    std::filesystem::path revocations;
    int every_s = 5;
    bool once = false;
    CLI::App app{say("edxml.about"), "dondoc-edxml"};
    dondoc::program::add_help(app);
    app.add_option("--spool", spool_folder, say("edxml.option.spool"))->type_name("DIR")->required();
    app.add_option("--proposals", proposals_folder, say("edxml.option.proposals"))
        ->type_name("DIR")
        ->required();
    app.add_option("--every", every_s, say("edxml.option.every"))->type_name("S")->check(CLI::Range(1, 3600));
#ifdef DONDOC_XMLSEC
    app.add_option("--authority", authorities, say("edxml.option.authority"))->type_name("FILE");
    app.add_option("--revocations", revocations, say("edxml.option.revocations"))->type_name("DIR");
#endif
    app.add_flag("--once", once, say("edxml.option.once"));
    if (const auto code = dondoc::program::read_command_line(app, argc, argv)) return *code;
    return dondoc::program::guarded("dondoc-edxml", [&] {
        const dondoc::edxml::Proposals proposals{proposals_folder};
        const dondoc::edxml::Spool spool{spool_folder, proposals, checking(authorities, revocations)};
        if (once) {
            dondoc::program::log_to_stderr("dondoc-edxml");
            const auto done = spool.work_off(now(), tell);
            std::cout << say("edxml.done", {std::to_string(done.taken), std::to_string(done.failed)}) << '\n';
            return done.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
        }
        const auto stop = dondoc::program::begin_service("dondoc-edxml");
        watch(spool, every_s, stop.get());
        return EXIT_SUCCESS;
    });
}
