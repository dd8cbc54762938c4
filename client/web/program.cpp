// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/program.h"

#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <systemd/sd-daemon.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>

#include "domain/reasons.h"
#include "text/markup.h"
#include "web/api/api.h"
#include "web/feed/feeds.h"
#include "web/sign_in/sign_in.h"

namespace dondoc::web {
namespace {

sys_seconds machine_time() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string plain_frame(const Frame& frame) {
    return "<!DOCTYPE html>\n<html lang=\"" + std::string{frame.lang == text::Lang::En ? "en" : "vi"} +
           "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\"><title>" +
           text::as_markup(frame.title) + "</title></head>\n<body>\n<main>\n<h1>" +
           text::as_markup(frame.title) + "</h1>\n" + frame.body + "\n</main>\n</body>\n</html>\n";
}

void make_data_folder(const std::filesystem::path& folder) {
    ::umask(S_IRWXG | S_IRWXO);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw UserError("web.database", {folder.string(), system_reason(error)});
}

// The first user needs a way in: printed once a start, while nobody has a password.
void offer_first_link(Accounts& accounts, const Config& config) {
    if (accounts.credentials.has_anybody()) return accounts.credentials.end_first_link();
    const auto token = accounts.credentials.new_first_link(machine_time() + config.invitation);
    std::cout << text::render(text::Lang::Vi, "web.first_link") << "\n  " << config.url << "/bat-dau/"
              << token << std::endl;
}

int wait_for_the_end() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGTERM, SIGINT}) sigaddset(&signals, number);
    int number = 0;
    sigwait(&signals, &number);
    return number;
}

// Before any thread begins, so that only wait_for_the_end() hears them.
void hold_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGTERM, SIGINT}) sigaddset(&signals, number);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace

void serve(const Config& config, const std::function<void(Router&, Context&)>& pages) {
    hold_signals();
    make_data_folder(config.data_dir);
    DaemonLink daemon{client::read_profile(config.profile), config.server.workers};
    People people{daemon};
    Accounts accounts{config.data_dir / "web.db", {config.idle, config.longest}, machine_time};
    Context context{daemon, people, accounts, config, machine_time, plain_frame};
    api::EventPump pump{daemon};
    Router router;
    std::atomic<const Server*> running{nullptr};
    add_sign_in(router, context);
    add_invitations(router, context);
    add_account(router, context);
    add_calendar(router, context);
    add_health(router, context, [&running] {
        const auto* server = running.load();
        return server == nullptr ? ServerCounts{} : server->counts();
    });
    api::add_routes(router, context, pump);
    pages(router, context);
    auto options = config.server;
    options.on_error = [&context](int status, const Request& request) {
        return context.no_answer(status, request);
    };
    const Server server{std::move(options), router};
    running = &server;
    spdlog::info("event=serving address={} port={} url={}", config.server.address, server.port(), config.url);
    offer_first_link(accounts, config);
    ::sd_notify(0, "READY=1");
    const int number = wait_for_the_end();
    ::sd_notify(0, "STOPPING=1");
    spdlog::info("event=stopping signal={}", number);
}

}  // namespace dondoc::web
