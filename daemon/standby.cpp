// SPDX-License-Identifier: Apache-2.0
#include "standby.h"

#include <spdlog/spdlog.h>
#include <systemd/sd-daemon.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "data_folder.h"
#include "logging.h"
#include "offline.h"
#include "store/live_copies.h"
#include "store/restore.h"
#include "system_clock.h"

namespace dondoc {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds look_every{2};

fs::path folder_of(const config::Settings& settings) {
    return settings.data_dir / "standby";
}

sigset_t ending_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

// True: it was asked to end meanwhile.
bool wait_a_while(const sigset_t& signals) {
    const timespec time{look_every.count(), 0};
    return ::sigtimedwait(&signals, nullptr, &time) > 0;
}

// Clients know the first machine by its key. It is in no copy.
void require_keys(const fs::path& data) {
    std::error_code error;
    if (!fs::exists(data / "keys/server.key", error))
        throw UserError("standby.keys", {(data / "keys").string()});
}

// What is wrong with a copy is said once, and again when it is something else.
class Taking {
  public:
    Taking(fs::path from, fs::path to) : from_(std::move(from)), to_(std::move(to)) {}

    void look() {
        try {
            if (const auto copy = store::renew_copy(from_, to_)) {
                spdlog::info("event=standby_ready last_event={} made={}", copy->last_event,
                             iso_instant(copy->made));
                sd_notifyf(0, "STATUS=copy of %s, event %lld", iso_instant(copy->made).c_str(),
                           static_cast<long long>(copy->last_event));
            }
            trouble_.clear();
        } catch (const UserError& error) {
            // A copy that is brought up to date while it is taken is torn, and whole at the next look.
            const bool is_news = trouble_ != error.message().key;
            trouble_ = error.message().key;
            if (is_news && ++said_ > 0)
                spdlog::warn("event=standby_not_taken code={} detail=\"{}\"", error.message().key,
                             error.message().args.empty() ? "" : error.message().args.front());
        }
    }

  private:
    fs::path from_, to_;
    std::string trouble_;
    unsigned said_ = 0;
};

void put(text::Lang lang, const Message& message) {
    std::cout << text::render(lang, message) << '\n';
}

// The folder may be out of reach, which is why it is promoted.
void fence(const fs::path& folder, const store::TakenOver& by, text::Lang lang) {
    try {
        store::note_taken_over(folder, by);
        put(lang, {"standby.fenced", {folder.string()}});
    } catch (const UserError&) {
        put(lang, {"standby.not_fenced", {folder.string()}});
    }
}

}  // namespace

int stand_by(const config::Settings& settings) {
    if (settings.standby_from.empty()) throw UserError("standby.no_folder");
    const auto signals = ending_signals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    set_up_logging(settings.log);
    require_keys(settings.data_dir);
    const DataFolder own{folder_of(settings)};
    spdlog::info("event=standby_started from={}", settings.standby_from.string());
    sd_notify(0, "READY=1");
    Taking taking{settings.standby_from, own.path()};
    do {
        if (DataFolder::is_in_use(settings.data_dir)) {
            spdlog::info("event=standby_ended reason=served");
            return EXIT_SUCCESS;
        }
        taking.look();
    } while (!wait_a_while(signals));
    spdlog::info("event=standby_ended reason=asked");
    return EXIT_SUCCESS;
}

int promote(const config::Settings& settings, text::Lang lang) {
    const DataFolder data{settings.data_dir};  // nobody serves it
    const auto own = folder_of(settings);
    // The newest, if it is in reach; a standby that runs has it already.
    if (!settings.standby_from.empty() && !DataFolder::is_in_use(own)) {
        const DataFolder folder{own};
        Taking{settings.standby_from, own}.look();
    }
    const auto copy = store::newest_copy(own);
    if (!copy) throw UserError("standby.nothing", {own.string()});
    const auto now = SystemClock{}.now();
    const auto restored = store::restore(own / copy->file, data.database(), now);
    put(lang, {"standby.promoted",
               {spoken_instant(copy->made), std::to_string(copy->last_event), restored.lineage}});
    report_restored(restored, lang);
    if (!settings.standby_from.empty()) fence(settings.standby_from, {restored.lineage, now}, lang);
    put(lang, {"standby.lost", {spoken_instant(copy->made), std::to_string(copy->last_event)}});
    return EXIT_SUCCESS;
}

}  // namespace dondoc
