// SPDX-License-Identifier: Apache-2.0
#include "daemon.h"

#include <malloc.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

#include "config/mentions.h"
#include "engine/trials/rehearsal.h"
#include "keys.h"
#include "portions.h"
#include "rotation.h"
#include "store/restore.h"

namespace dondoc {
namespace {

using std::chrono::steady_clock;

constexpr int frames_at_once = 256;
constexpr std::chrono::seconds storage_retry{5};
constexpr std::chrono::seconds longest_sleep{30};
constexpr std::chrono::seconds gentle_after_request{1};  // who asks goes on asking
constexpr std::chrono::milliseconds longest_held{10};    // a command, for others that share its commit
constexpr std::chrono::minutes rest_after{1};            // without a request
constexpr std::chrono::minutes longest_turn{15};         // of the loop; one that lasts longer hangs
constexpr std::chrono::seconds linger{2};                // for what was answered before the end

sigset_t our_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    return set;
}

int open_signals() {
    const auto set = our_signals();
    if (::pthread_sigmask(SIG_BLOCK, &set, nullptr) != 0)
        throw std::runtime_error("signals cannot be blocked");
    std::signal(SIGPIPE, SIG_IGN);
    const int descriptor = ::signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "signalfd");
    return descriptor;
}

engine::Engine make_engine(Configuration& configuration, store::Store& store, SystemClock& system,
                           SimulatedClock& simulated) {
    const bool is_simulated = configuration.settings.clock.mode == config::ClockMode::Simulated;
    auto rules = rules_of(std::move(configuration));
    if (is_simulated) return {store, simulated, std::move(rules)};
    return {store, system, std::move(rules)};
}

void log_clock(const engine::ClockNews& news) {
    using Kind = engine::ClockNews::Kind;
    const auto& sight = news.sight;
    const auto expected = sight.expected ? iso_instant(*sight.expected) : "";
    if (news.kind == Kind::Doubted)
        spdlog::error("event=clock_doubted clock={} expected={} synchronised={} alerts=held",
                      iso_instant(sight.now), expected, sight.synchronised);
    else
        spdlog::warn("event={} now={} expected={} synchronised={}",
                     news.kind == Kind::Set ? "clock_stepped" : "clock_believed", iso_instant(sight.now),
                     expected, sight.synchronised);
}

std::filesystem::path ready_database(const DataFolder& folder) {
    if (const auto kept = store::finish_restore(folder.database()))
        spdlog::warn("event=restore_finished kept={}", kept->string());
    return folder.database();
}

// Whatever one frame or one write runs into, the daemon goes on serving.
template <typename Work>
void guarded(const char* doing, const Work& work) {
    try {
        work();
    } catch (const store::StorageError&) {
        // Its health says what the disk does to the database, once.
    } catch (const UserError& error) {
        spdlog::error("event=refused_work code={} doing={}", error.what(), doing);
    } catch (const std::exception& error) {
        spdlog::critical("event=failed doing={} error=\"{}\"", doing, error.what());
    }
}

}  // namespace

Daemon::Daemon(Configuration configuration)
    : umask_(::umask(S_IRWXG | S_IRWXO)),
      signals_(open_signals()),
      source_(configuration.source),
      settings_(configuration.settings),
      folder_(settings_.data_dir),
      server_(server_keys(folder_.path())),
      administrator_(make_key_pair()),
      store_(ready_database(folder_)),
      checkpointing_(store_.database),
      upkeep_(store_, system_clock_, upkeep_of(settings_)),
      simulated_clock_(settings_.clock.start.value_or(sys_seconds{})),
      engine_(make_engine(configuration, store_, system_clock_, simulated_clock_)) {
    if (auto* watch = engine_.clock_watch()) watch->on_news(log_clock);
    store::remove_database(engine::Rehearsal::copy_of(folder_.database()));  // of a daemon that was killed
    if (const auto& migrated = store_.database.migrated())
        spdlog::warn("event=migrated from={} to={} copy={}", migrated->from, migrated->to,
                     migrated->copy.string());
    // An empty register is one that has not been taken in yet.
    if (store_.agencies.count() > 0)
        config::require_known(settings_.mentions,
                              [&](const std::string& name) { return engine_.directory().knows(name); });
    if (const auto& replaced = upkeep_.taken_over()) throw UserError{*replaced};
    ensure_administrator();
    if (folder_.is_open_to_others())
        spdlog::warn("event=data_folder_open_to_others folder={} mend=\"chmod o= {}\"",
                     folder_.path().string(), folder_.path().string());
    // Before the door opens: whom it does not know it refuses for good.
    access_.load(store_.keys, store_.agencies);
    hub::require_free(settings_.listen.sessions);
    hub::require_free(settings_.listen.feed);
    ::umask(umask_);
    sockets_ = std::make_unique<hub::Sockets>(sockets_of(settings_), server_, access_, turned_away_);
    ::umask(S_IRWXG | S_IRWXO);
    server_.wipe();  // the door has it
    administrator_.wipe();
    hub_ = std::make_unique<hub::Hub>(engine_, access_, *sockets_, *sockets_, limits_of(settings_.limits),
                                      turned_away_);
    if (const auto next = next_server_keys(folder_.path())) {
        hub_->announce(next->public_key);
        announcement_.emplace(folder_.path(), next->public_key);
        spdlog::info("event=next_key_announced key={}", next->public_key);
    }
    hub_->use(upkeep_);
    engine_.on_batch([this] { return sockets_->somebody_asks(); }, engine::Engine::whole_part,
                     steady_clock::now);
    std::uint64_t watchdog_us = 0;
    if (sd_watchdog_enabled(0, &watchdog_us) > 0) {
        watchdog_interval_ = std::chrono::microseconds{watchdog_us / 3};
        // A plan of some hundred thousand assignments is one transaction, and may take a minute.
        store_.database.while_working([this] {
            if (steady_clock::now() - turn_since_ < longest_turn) tell_systemd();
        });
    }
    spdlog::info("event=started name=\"{}\" version={} data={} schema={} clock={} now={}", settings_.name,
                 DONDOC_VERSION, folder_.path().string(), store_.database.schema_version(),
                 engine_.is_simulated() ? "simulated" : "system", iso_instant(engine_.now()));
    const auto this_year = date::year_month_day{engine_.today()}.year();
    for (const auto year : {this_year, this_year + date::years{1}})
        if (!engine_.rules().calendar.is_declared(year))
            spdlog::info("event=calendar_not_declared year={}", int{year});
    for (const auto& endpoint : settings_.listen.sessions)
        spdlog::info("event=listening sessions={}", endpoint);
    for (const auto& endpoint : settings_.listen.feed) spdlog::info("event=listening feed={}", endpoint);
}

Daemon::~Daemon() {
    ::close(signals_);
}

// Who can read the data folder is its administrator: where there is no profile, or nobody who could grant a
// key, one is made.
void Daemon::ensure_administrator() {
    const auto file = folder_.administrator_profile();
    const auto keys = store_.keys.list();
    const bool has_administrator = std::ranges::any_of(
        keys, [](const auto& key) { return key.role == Role::Administrator && !key.revoked_at; });
    if (has_administrator && std::filesystem::exists(file)) return warn_of_useless_profile(keys);
    engine_.change([&](engine::Work& work) {
        work.store.keys.put(
            {administrator_.public_key, Role::Administrator, std::nullopt, "admin", work.now, std::nullopt});
    });
    write_profile(file, administrator_profile(settings_.listen, server_.public_key, administrator_));
    spdlog::info("event=administrator_made profile={}", file.string());
}

// As after a restore: the key was granted after the backup was made, or is another folder's.
void Daemon::warn_of_useless_profile(const std::vector<store::AccessKey>& keys) const {
    const auto file = folder_.administrator_profile();
    const auto own = profile_key(file);
    const bool opens = std::ranges::any_of(keys, [&](const auto& key) {
        return key.public_key == own && key.role == Role::Administrator && !key.revoked_at;
    });
    const bool ours = profile_server_key(file) == server_.public_key;
    if (opens && ours) return;
    spdlog::error(
        "event=administrator_profile_opens_nothing profile={} reason={} mend=\"dondocd --new-administrator\"",
        file.string(), opens ? "other_server_key" : "key_not_granted");
}

// Once a day, a slice at a time.
bool Daemon::remove_old() {
    constexpr int slice = 2000;  // events, dossiers
    const bool has_limit = settings_.retention_days || settings_.flow_days;
    if (!has_limit || swept_ == engine_.today() || steady_clock::now() < retry_at_) return false;
    int removed = 0, dossiers = 0;
    const auto before = [this](const std::optional<int>& days) {
        return days ? engine_.now() - date::days{*days} : sys_seconds{};
    };
    guarded("retention", [&] {
        hub_->save_acknowledgements();  // who listens is known before anything is removed
        store::Transaction transaction{store_.database};
        removed = store_.retention.remove(before(settings_.retention_days), slice);
        dossiers = store_.flow.remove_finished(before(settings_.flow_days), slice);
        transaction.commit();
    });
    if (removed > 0 || dossiers > 0)
        spdlog::info("event=removed events={} dossiers={}", removed, dossiers);
    else
        swept_ = engine_.today();
    return removed > 0 || dossiers > 0;
}

bool Daemon::pass_time() {
    if (steady_clock::now() < retry_at_) return false;
    try {
        const auto pace = steady_clock::now() - asked_at_ < gentle_after_request ? engine::Pace::Gentle
                                                                                 : engine::Pace::Swift;
        if (engine_.replan(pace)) return true;
        const bool more = engine_.tick(pace);
        return hub_->go_on() || more;
    } catch (const store::StorageError&) {
        // As above.
    } catch (const UserError& error) {
        spdlog::error("event=refused_work code={} doing=tick retry_s={}", error.what(),
                      storage_retry.count());
    } catch (const std::exception& error) {
        spdlog::critical("event=tick_failed error=\"{}\" retry_s={}", error.what(), storage_retry.count());
    }
    retry_at_ = steady_clock::now() + storage_retry;
    return false;
}

// When there is something to do although nothing comes in and no alarm is due.
steady_clock::time_point Daemon::next_look(steady_clock::time_point now) const {
    auto next = now + longest_sleep;
    if (retry_at_ > now) next = std::min(next, retry_at_);
    if (watchdog_interval_.count() > 0) next = std::min(next, next_watchdog_);
    for (const auto& part : {hub_->next_look(now), upkeep_.next_look(now)})
        if (part) next = std::min(next, *part);
    return next;
}

void Daemon::wait(bool more_to_do) {
    const auto now = steady_clock::now();
    auto timeout = std::chrono::milliseconds{0};
    if (!more_to_do)
        timeout = std::max(timeout, std::chrono::ceil<std::chrono::milliseconds>(next_look(now) - now));
    if (retry_at_ > now) {
        waker_.set(std::nullopt);
    } else if (!engine_.is_simulated()) {
        // Held, it is the clock that is waited for, not an alarm that seems to be due.
        guarded("next_alarm", [&] { waker_.set(engine_.is_held() ? std::nullopt : engine_.next_alarm()); });
    }

    sockets_->flush();
    std::array<pollfd, 3> items{
        {{sockets_->descriptor(), POLLIN, 0}, {signals_, POLLIN, 0}, {waker_.descriptor(), POLLIN, 0}}};
    // An interrupted wait is a short one.
    (void)::poll(items.data(), items.size(), static_cast<int>(timeout.count()));
    if (items[1].revents != 0) {
        signalfd_siginfo info{};
        while (::read(signals_, &info, sizeof info) == sizeof info)
            (info.ssi_signo == SIGHUP ? reload_wanted_ : stopping_) = true;
    }
    if (items[2].revents != 0) waker_.take();  // the next tick looks at the clock
}

void Daemon::tell_systemd() {
    if (watchdog_interval_.count() == 0 || steady_clock::now() < next_watchdog_) return;
    sd_notify(0, "WATCHDOG=1");
    next_watchdog_ = steady_clock::now() + watchdog_interval_;
}

// While nobody asks memory is given back: thousands that only listen need little of it.
void Daemon::rest() {
    const auto now = steady_clock::now();
    if (now - std::max(asked_at_, rested_at_) < rest_after) return;
    rested_at_ = now;
    store_.database.release_memory();
    ::malloc_trim(0);
}

// What has arrived is one turn: small commands among it share commits.
bool Daemon::take_frames() {
    std::optional<steady_clock::time_point> held_since;
    const hub::Sockets::Receiver receiver{[&](const auto& from, const auto& key, const auto& frame) {
                                              guarded("frame", [&] { hub_->receive(from, key, frame); });
                                              if (announcement_) announcement_->told(key);
                                              if (!hub_->is_holding()) return held_since.reset();
                                              const auto now = steady_clock::now();
                                              if (!held_since) held_since = now;
                                              if (now - *held_since < longest_held) return;
                                              guarded("commit", [&] { hub_->settle(); });
                                              held_since.reset();
                                          },
                                          [&](const auto& from) { hub_->gone(from); }};
    return hub_->take_turn([&] { return sockets_->receive(frames_at_once, receiver); });
}

void Daemon::run() {
    sd_notify(0, "READY=1");
    auto saved = steady_clock::now();
    rested_at_ = saved;
    hub_->expire_sessions(saved);  // from now on it knows what time it is
    while (!stopping_) {
        turn_since_ = steady_clock::now();
        if (const auto& replaced = upkeep_.taken_over()) throw UserError{*replaced};
        if (reload_wanted_) reload();
        // First, so that who has waited finds that time has passed.
        if (steady_clock::now() - saved >= hub::Hub::tending_interval) {
            guarded("acknowledgements", [&] { hub_->save_acknowledgements(); });
            saved = steady_clock::now();
            guarded("sessions", [&] { hub_->expire_sessions(saved); });
        }
        const bool more_to_remove = remove_old();
        const bool more_time = pass_time() || more_to_remove;
        const bool more_frames = take_frames();
        if (hub_->requests() != requests_) {
            requests_ = hub_->requests();
            asked_at_ = steady_clock::now();
        }
        upkeep_.look(steady_clock::now());
        if (!more_time && !more_frames) rest();
        tell_systemd();
        (void)hub_->send_waiting_replies();
        wait(more_time || more_frames);
    }
    sd_notify(0, "STOPPING=1");
    guarded("acknowledgements", [&] { hub_->save_acknowledgements(); });
    (void)hub_->send_waiting_replies();
    sockets_->close(linger);
    spdlog::info("event=stopped");
}

}  // namespace dondoc
