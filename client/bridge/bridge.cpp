// SPDX-License-Identifier: GPL-3.0-or-later
// What is only unreachable, daemon or servers, is tried again for ever. A position is kept when all that it
// covers is confirmed; what was sent after it goes out again from the next bridge, under the same ids.
#include "bridge/bridge.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <spdlog/spdlog.h>

#include "bridge/asked.h"
#include "bridge/follower.h"
#include "bridge/state_round.h"
#include "bridge/teller.h"
#include "jetstream/subjects.h"
#include "lib/connection.h"
#include "lib/listener.h"
#include "lib/random.h"
#include "lib/together.h"
#include "text/catalogue.h"

namespace dondoc::bridge {
namespace {

using namespace std::chrono_literals;

constexpr auto breath = 100ms;      // between two looks whether something is to be done
constexpr auto gathering = 300ms;   // changes come in one look
constexpr auto keep_every = 1s;     // the position
constexpr auto after_trouble = 1s;  // before it is tried again

class Bridge {
  public:
    Bridge(const Settings& settings, int stop_fd)
        : settings_(settings),
          profile_(client::read_profile(settings.profile)),
          together_(stop_fd),
          connection_(settings.nats, jetstream::token_of(settings.site)),
          publisher_(connection_, settings.window),
          follower_(settings.site, publisher_, over()),
          teller_(settings.site, publisher_, over()),
          daemon_(profile_),
          round_(
              settings_, [this](v1::Request request) { return daemon_.ask(std::move(request)); }, teller_,
              over(),
              [this](std::chrono::steady_clock::duration time) {
                  together_.rest(std::chrono::duration_cast<std::chrono::milliseconds>(time));
              }) {}

    void run() {
        if (!wait_for_stream()) return;
        go_on();
        together_.start([this] { tell(); });
        together_.run([this] { follow(); });
    }

  private:
    std::function<bool()> over() {
        return [this] { return together_.ends(); };
    }

    // The centre may make it after this site was set up. False: the program ends.
    bool wait_for_stream() {
        for (bool is_said = false; !connection_.is_prepared(); is_said = true) {
            if (!is_said)
                spdlog::warn(
                    "event=not_prepared {}",
                    text::render(text::Lang::En, Message{"nats.not_prepared", {jetstream::stream_name}}));
            if (!together_.rest(after_trouble)) return false;
        }
        return true;
    }

    void go_on() {
        const auto kept = connection_.kept(jetstream::token_of(settings_.site));
        if (!kept) return;
        v1::BridgePosition position;
        if (!position.ParseFromString(*kept)) throw UserError("nats.position", {settings_.site});
        follower_.go_on_from(position);
        spdlog::info("event=go_on after={}", position.event());
    }

    // What is final, as nothing that starts this bridge again would mend it. Of two bridges with one key each
    // start would end the other, and no snapshot would ever be told to its end; and what this site has told
    // cannot be gone on with from a database that knows nothing of it.
    void follow() {
        client::ListenOptions options;
        options.stream = true;
        options.consumer = settings_.consumer;
        options.stop_fd = together_.fd();
        client::Listener listener{profile_, options, follower_};
        try {
            listen(listener);
        } catch (const client::Refused& error) {
            if (error.error().code() == "session.superseded")
                throw UserError("bridge.superseded", {settings_.site});
            if (error.error().code() == "session.lineage_unknown")
                throw UserError("bridge.other_database", {settings_.site, std::to_string(follower_.last())});
            throw;
        }
    }

    void listen(client::Listener& listener) {
        listener.run(
            [this](const v1::Event& event) {
                if (!follower_.take(event)) return false;
                note(event);
                return true;
            },
            [](const dondoc::Message& message) {
                spdlog::info("event=stream {}", text::render(text::Lang::En, message));
            });
    }

    // Reminders change nothing; what was assigned or changed is looked at soon.
    void note(const v1::Event& event) {
        const bool changes = event.kind() == v1::EventKind::assigned ||
                             event.kind() == v1::EventKind::changed || event.kind() == v1::EventKind::pressed;
        if (!changes) return;
        const std::lock_guard lock{mutex_};
        const auto add = [this](const v1::Change& change) {
            const bool is_of_row = change.changed_size() > 0 || change.action() == "priority";
            if (is_of_row && !change.secret()) tasks_.insert(change.task());
        };
        if (event.has_change()) add(event.change());
        for (const auto& change : event.more()) add(change);
        if (!news_) news_ = std::chrono::steady_clock::now();
    }

    void tell() {
        Asked asked{connection_, settings_.site};
        auto next_look = std::chrono::steady_clock::now(), next_keep = next_look + keep_every;
        while (together_.rest(breath)) {
            try {
                answer(asked.take());
                const auto now = std::chrono::steady_clock::now();
                if (now >= next_look || has_news(now)) {
                    next_look = now + settings_.look;
                    look();
                }
                if (now >= next_keep) {
                    next_keep = now + keep_every;
                    keep();
                }
            } catch (const client::Unreachable& error) {
                spdlog::warn("event=daemon_unreachable reason={}", error.message().key);
                together_.rest(after_trouble);
            } catch (const client::Refused& error) {
                spdlog::warn("event=daemon_refused code={}", error.error().code());
                together_.rest(after_trouble);
            } catch (const jetstream::NatsError& error) {
                spdlog::warn("event=servers_unreachable reason=\"{}\"", error.what());
                together_.rest(after_trouble);
            }
        }
    }

    bool has_news(std::chrono::steady_clock::time_point now) {
        const std::lock_guard lock{mutex_};
        return news_ && now - *news_ >= gathering;
    }

    void look() {
        std::set<std::uint64_t> tasks;
        {
            const std::lock_guard lock{mutex_};
            tasks.swap(tasks_);
            news_.reset();
        }
        try {
            if (const auto last = follower_.take_restored())
                restored_to_ = std::min(restored_to_.value_or(*last), *last);
            if (restored_to_) {
                round_.reader().read_status();
                v1::Restored restored;
                restored.set_last(*restored_to_);
                restored.set_lineage(round_.reader().status().storage().lineage());
                add_kept(restored);
                teller_.tell_restored(restored);
                follower_.told(restored);
                round_.ask_for_snapshot();
                restored_to_.reset();
            }
            teller_.confirmed(follower_.confirmed());
            round_.look(tasks);
        } catch (...) {
            const std::lock_guard lock{mutex_};
            tasks_.insert(tasks.begin(), tasks.end());  // they are looked at the next time
            throw;
        }
    }

    // Events of lineages before, as they lie in the log between the point that was gone back to and those of
    // the new lineage.
    void add_kept(v1::Restored& restored) {
        const auto last = round_.reader().status().last_event();
        round_.reader().read_log(restored.last() + 1, last, [&](const std::vector<v1::Event>& events) {
            for (const auto& event : events) {
                if (event.lineage() == restored.lineage()) return false;
                auto& kept = *restored.mutable_kept();
                const bool goes_on = !kept.empty() && kept.rbegin()->lineage() == event.lineage() &&
                                     kept.rbegin()->last() + 1 == event.id();
                auto& range = goes_on ? *kept.rbegin() : *kept.Add();
                range.set_lineage(event.lineage());
                if (!goes_on) range.set_first(event.id());
                range.set_last(event.id());
            }
            return true;
        });
    }

    void keep() {
        auto bytes = follower_.confirmed().SerializeAsString();
        if (bytes == kept_) return;
        connection_.keep(jetstream::token_of(settings_.site), bytes);
        kept_ = std::move(bytes);
        if (const auto trouble = publisher_.last_trouble(); !trouble.empty())
            spdlog::warn("event=unconfirmed reason=\"{}\"", trouble);
    }

    void answer(const std::vector<v1::SiteAsk>& questions) {
        for (const auto& question : questions) {
            if (question.has_events()) send_again(question.events());
            if (question.snapshot()) round_.ask_for_snapshot();
        }
    }

    // Under other ids: the servers pass over what they think they have.
    void send_again(v1::EventRange range) {
        const auto again = "/again/" + client::random_id();
        std::uint64_t sent = 0;
        round_.reader().read_log(range.first(), range.last(), [&](std::vector<v1::Event> events) {
            for (auto& event : events) {
                if (event.lineage() != range.lineage()) continue;
                auto message = message_of(settings_.site, std::move(event));
                message.id += again;
                if (publisher_.publish(message, over()) != 0) ++sent;
            }
            return !together_.ends();
        });
        range.set_sent(sent);
        teller_.tell_again(range);
        spdlog::info("event=again first={} last={} sent={}", range.first(), range.last(), sent);
    }

    const Settings& settings_;
    client::Profile profile_;
    client::Together together_;
    jetstream::Connection connection_;
    jetstream::Publisher publisher_;
    Follower follower_;
    Teller teller_;
    client::Connection daemon_;
    StateRound round_;
    std::string kept_;
    std::optional<std::uint64_t> restored_to_;

    std::mutex mutex_;  // of both below
    std::set<std::uint64_t> tasks_;
    std::optional<std::chrono::steady_clock::time_point> news_;
};

}  // namespace

void run(const Settings& settings, int stop_fd) {
    Bridge{settings, stop_fd}.run();
}

}  // namespace dondoc::bridge
