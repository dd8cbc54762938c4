// SPDX-License-Identifier: GPL-3.0-or-later
// A thread that fails ends the program: systemd starts it anew, and the outbox knows where everything stands.
// What is only unreachable is tried again for ever.
#include "relay/relay.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <spdlog/spdlog.h>

#include "lib/connection.h"
#include "lib/listener.h"
#include "lib/together.h"
#include "relay/clock.h"
#include "relay/intake.h"
#include "relay/reporter.h"
#include "relay/sender.h"
#include "relay/watch.h"
#include "text/catalogue.h"
#include "wire/time.h"

namespace dondoc::relay {
namespace {

using namespace std::chrono_literals;

constexpr auto report_pause = 1s;     // between two rounds with the daemon, where there is something to say
constexpr auto quiet_pause = 10s;     // and where there is nothing: each asks the daemon for some time
constexpr auto sender_pause = 250ms;  // between two looks into the outbox

// Of one daemon, by one thread.
class Asker {
  public:
    explicit Asker(const client::Profile& profile) : connection_(profile) {}
    Ask ask() {
        return [this](v1::Request request) { return connection_.ask(std::move(request)); };
    }

  private:
    client::Connection connection_;
};

class Relay {
  public:
    Relay(const Settings& settings, int stop_fd)
        : settings_(settings), profile_(client::read_profile(settings.profile)), together_(stop_fd) {
        for (auto& channel : make_channels(settings)) {
            if (!channel->is_for_programs()) names_.insert(channel->name());
            senders_.push_back(std::make_unique<Sender>(
                std::move(channel), Outbox{settings.outbox},
                SenderRules{settings.timing.give_up_after, {settings.link}}, [this] { return persons(); }));
        }
    }

    void run() {
        for (auto& sender : senders_) together_.start([this, &one = *sender] { send(one); });
        together_.start([this] { report(); });
        together_.run([this] { follow(); });
    }

  private:
    std::shared_ptr<const Persons> persons() {
        const std::lock_guard lock{mutex_};
        return persons_;
    }
    // Two threads ask for them: what was asked for earlier never takes the place of what was asked for later.
    void renew_persons(const Ask& ask) {
        const auto turn = [&] {
            const std::lock_guard lock{mutex_};
            return ++asked_for_persons_;
        }();
        auto persons = std::make_shared<const Persons>(load_persons(ask));
        const std::lock_guard lock{mutex_};
        if (turn < persons_turn_) return;
        persons_turn_ = turn;
        persons_ = std::move(persons);
    }

    void send(Sender& sender) {
        while (!together_.ends()) {
            const bool busy = sender.work(clock_.now(), sender_pause);
            note_down(sender);
            if (!busy && !together_.rest(sender_pause)) return;
        }
    }
    void note_down(const Sender& sender) {
        const std::lock_guard lock{mutex_};
        down_[sender.name()] = sender.down_until().has_value();
    }

    void report() {
        Asker asker{profile_};
        Reporter reporter{Outbox{settings_.outbox}, asker.ask(), clock_, settings_, names_};
        Outbox outbox{settings_.outbox};
        Watch watch{settings_.watch};
        auto next_watch = std::chrono::steady_clock::now(), next_round = next_watch;
        do {
            try {
                const auto now = std::chrono::steady_clock::now();
                const bool is_time = now >= next_round || clock_.is_simulated() || reporter.has_news();
                if (!persons() || !is_time) continue;
                next_round = now + quiet_pause;
                renew_persons(asker.ask());  // before wishes: an address was put right, perhaps
                reporter.round(*persons());
                if (std::chrono::steady_clock::now() < next_watch) continue;
                next_watch = std::chrono::steady_clock::now() + settings_.watch.every;
                look(asker, outbox, watch);
            } catch (const client::Unreachable& error) {
                spdlog::warn("event=daemon_unreachable reason={}", error.message().key);
            } catch (const client::Refused& error) {
                spdlog::warn("event=daemon_refused code={}", error.error().code());
            }
        } while (together_.rest(report_pause));
    }

    void look(Asker& asker, Outbox& outbox, Watch& watch) {
        v1::Request request;
        request.mutable_status();
        Road road;
        road.status = asker.ask()(std::move(request)).status();
        // What came while it was asked is on its way.
        std::this_thread::sleep_for(100ms);
        road.followed_to = followed_to_.load();
        const auto now = clock_.now();
        road.backlogs = outbox.backlogs(now);
        road.counts = outbox.counts(now);
        {
            const std::lock_guard lock{mutex_};
            road.down = down_;
        }
        road.probed = probe();
        watch.tell(road, now);
    }

    // Whether the mail server says hello and lets us in: what is sent only now and then proves nothing for
    // now.
    bool probe() const {
        if (!settings_.mail) return true;
        const auto attempt = make_mail_channel(*settings_.mail)->probe();
        return attempt->outcome(curl_easy_perform(attempt->handle())).kind == Outcome::Kind::Sent;
    }

    void follow() {
        Asker asker{profile_};
        std::set<std::string> names = names_;
        Intake intake{Outbox{settings_.outbox}, settings_.timing, std::move(names), settings_.webhooks};
        if (!prepare(asker, intake)) return;
        followed_to_ = intake.last();
        client::ListenOptions options;
        options.stream = true;
        options.consumer = settings_.consumer;
        options.lang = settings_.lang;
        options.stop_fd = together_.fd();
        client::Listener listener{profile_, options, intake};
        listener.run(
            [&](const v1::Event& event) {
                if (clock_.is_simulated()) clock_.simulate(wire::to_instant(event.time()));
                const bool is_newer = event.id() > persons_as_of_ || event.lineage() != lineage_;
                if (is_newer && !load(asker)) return false;
                lineage_ = event.lineage();
                intake.take(event, *persons(), clock_.now());
                followed_to_ = event.id();
                return true;
            },
            [&](const dondoc::Message& message) {
                spdlog::info("event=stream {}", text::render(text::Lang::En, message));
            });
    }

    // Tries until the persons are there. They are as they were after the newest event of now, or newer: so
    // nobody is left out who was there when an event up to that one was decided. False: the program ends.
    bool load(Asker& asker) {
        for (;;) {
            try {
                v1::Request request;
                request.mutable_status();
                const auto status = asker.ask()(std::move(request)).status();
                renew_persons(asker.ask());
                persons_as_of_ = status.last_event();
                return true;
            } catch (const client::Unreachable& error) {
                spdlog::warn("event=daemon_unreachable reason={}", error.message().key);
            }
            if (!together_.rest(report_pause)) return false;
        }
    }

    bool prepare(Asker& asker, Intake& intake) {
        if (!load(asker)) return false;
        v1::Request request;
        request.mutable_status();
        const auto status = asker.ask()(std::move(request)).status();
        if (status.clock() == "simulated") clock_.simulate(wire::to_instant(status.now()));
        if (intake.is_new()) {
            intake.begin_after(status.last_event(), status.storage().lineage());
            spdlog::info("event=begin after={}", status.last_event());
        }
        return true;
    }

    const Settings& settings_;
    client::Profile profile_;
    client::Together together_;
    std::set<std::string> names_;  // of channels to persons
    std::vector<std::unique_ptr<Sender>> senders_;
    RelayClock clock_;
    std::atomic<std::uint64_t> followed_to_{0};
    std::uint64_t persons_as_of_ = 0;  // an event; of the thread that follows, likewise the next
    std::string lineage_;              // of the last event

    std::mutex mutex_;  // of all below
    std::shared_ptr<const Persons> persons_;
    std::uint64_t asked_for_persons_ = 0, persons_turn_ = 0;
    std::map<std::string, bool> down_;
};

}  // namespace

void run(const Settings& settings, int stop_fd) {
    Relay{settings, stop_fd}.run();
}

}  // namespace dondoc::relay
