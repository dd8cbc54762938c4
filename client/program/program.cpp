// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/program.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "lib/errors.h"
#include "text/catalogue.h"

namespace dondoc::program {
namespace {

text::Lang lang() {
    const char* wanted = std::getenv("DONDOC_LANG");
    return text::parse_lang(wanted == nullptr ? "" : wanted);
}

}  // namespace

std::string say(const char* key, const std::vector<std::string>& args) {
    return text::render(lang(), key, args);
}

void log_to_stderr(const char* program) {
    spdlog::set_default_logger(spdlog::stderr_logger_mt(program));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S%z level=%l %v");
    spdlog::flush_on(spdlog::level::info);
}

client::Descriptor begin_service(const char* program) {
    log_to_stderr(program);
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, nullptr);
    return client::Descriptor{::signalfd(-1, &stop, SFD_CLOEXEC | SFD_NONBLOCK)};
}

int guarded(const char* program, const std::function<int()>& work) {
    const auto complain = [program](const std::string& what) {
        std::cerr << program << ": " << what << '\n';
    };
    ::prctl(PR_SET_DUMPABLE, 0);
    try {
        return work();
    } catch (const UserError& error) {
        complain((error.place().empty() ? "" : error.place() + ": ") + text::render(lang(), error.message()));
        return exit_no_restart;
    } catch (const client::Refused& error) {
        complain(error.error().code() + ": " + error.error().message());
    } catch (const client::Unreachable& error) {
        complain(text::render(lang(), error.message()));
    } catch (const std::exception& error) {
        complain(error.what());
    }
    return EXIT_FAILURE;
}

}  // namespace dondoc::program
