// SPDX-License-Identifier: GPL-3.0-or-later
// A lock of a session is PostgreSQL's to give back: it is free when the connection is gone, however that
// happened. What is unreachable is tried again for ever.
#include "central/central.h"

#include <malloc.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <spdlog/spdlog.h>

#include "central/database.h"
#include "central/intake.h"
#include "central/old_parts.h"
#include "jetstream/connection.h"
#include "jetstream/reader.h"
#include "jetstream/subjects.h"
#include "lib/together.h"

namespace dondoc::central {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// Of one transaction: messages, and their bytes. Understood and staged they take some ten times as much, of
// each site that tells a snapshot at that time.
constexpr std::size_t batch = 5'000, batch_bytes = 4'000'000;
constexpr auto batch_time = 200ms;  // for so long more are waited for
constexpr auto quiet = 2s;          // then it is looked whether the stream has more
constexpr auto care_every = 3s;     // what is missing, what can go
constexpr auto ask_again = 20s;     // for a snapshot
constexpr auto after_trouble = 1s;
constexpr int site_lock = 0x646f6e65;
constexpr std::int64_t ask_ms = 1'000;

class Worker {
  public:
    Worker(const Settings& settings, const SiteName& site, jetstream::Connection& servers,
           const client::Together& together)
        : settings_(settings), site_(site), servers_(servers), together_(together) {}

    void run() {
        while (!together_.ends()) {
            try {
                const auto database = connect(settings_.database);
                if (hold(*database)) work(*database);
            } catch (const pqxx::failure& error) {
                spdlog::warn("event=database site={} reason=\"{}\"", site_.code, error.what());
            } catch (const jetstream::NatsError& error) {
                spdlog::warn("event=servers site={} reason=\"{}\"", site_.code, error.what());
            }
            together_.rest(after_trouble);
        }
    }

  private:
    // Waits until the site is ours. False: the program ends.
    bool hold(pqxx::connection& database) const {
        do {
            pqxx::work transaction{database};
            const auto row = transaction.exec_params1("SELECT pg_try_advisory_lock($1, hashtext($2))",
                                                      site_lock, site_.code);
            transaction.commit();
            if (row[0].as<bool>()) return true;
        } while (together_.rest(after_trouble));
        return false;
    }

    void work(pqxx::connection& database) {
        Intake intake{database, site_.code, site_.name};
        spdlog::info("event=takes site={} position={}", site_.code, intake.position());
        while (!together_.ends()) {
            const auto extent = servers_.extent();
            if (extent.made != intake.stream() || extent.last < intake.position())
                intake.begin_stream(extent.made);
            lies_there_ = newest();
            OldParts old_parts{site_.code, servers_};
            jetstream::Reader reader{servers_, jetstream::all_subjects_of(site_.code), intake.position() + 1};
            while (follow(reader, intake, old_parts)) {
            }
        }
    }

    // False: the reader is to be made anew.
    bool follow(jetstream::Reader& reader, Intake& intake, OldParts& old_parts) {
        const auto heard = Clock::now();
        while (!together_.ends()) {
            auto messages = gather(reader);
            const auto now = Clock::now();
            if (!messages.empty()) {
                intake.take(messages);
                has_taken_ = true;
            }
            if (now >= next_care_) {
                next_care_ = now + care_every;
                care(intake, old_parts);
            }
            if (!messages.empty()) return true;
            if (now - heard < quiet) continue;
            if (std::exchange(has_taken_, false)) ::malloc_trim(0);
            const auto extent = servers_.extent();
            return extent.made == intake.stream() && extent.last >= intake.position() &&
                   newest() <= intake.position();
        }
        return false;
    }

    std::uint64_t newest() const {
        return servers_.newest(jetstream::all_subjects_of(site_.code)).value_or(0);
    }

    std::vector<jetstream::Incoming> gather(jetstream::Reader& reader) const {
        std::vector<jetstream::Incoming> messages;
        const auto end = Clock::now() + batch_time;
        std::size_t bytes = 0;
        while (messages.size() < batch && bytes < batch_bytes) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
            if (left <= 0ms) break;
            auto message = reader.next(left);
            if (!message) break;
            bytes += message->payload.size();
            messages.push_back(std::move(*message));
        }
        return messages;
    }

    void care(Intake& intake, OldParts& old_parts) {
        if (intake.position() >= lies_there_) ask(intake);
        if (const auto whole = intake.newest()) old_parts.take_away(*whole);
        try {
            intake.clean();
        } catch (const pqxx::sql_error& error) {
            spdlog::debug("event=clean site={} reason=\"{}\"", site_.code, error.what());
        }
    }

    // What is missing may lie further on in the stream, so who has just begun reads first.
    void ask(Intake& intake) {
        for (const auto& ask : intake.missing()) {
            const auto now = Clock::now();
            if (ask.snapshot() && now < next_snapshot_) continue;
            const auto heard =
                servers_.ask(jetstream::ask_subject_of(site_.code), ask.SerializeAsString(), ask_ms);
            spdlog::info("event=ask site={} what={} heard={}", site_.code,
                         ask.snapshot() ? "snapshot" : "events", heard.has_value());
            if (!heard) break;
            if (ask.snapshot()) next_snapshot_ = now + ask_again;
            if (ask.has_events()) next_care_ = now + ask_again / 2;
        }
    }

    const Settings& settings_;
    const SiteName& site_;
    jetstream::Connection& servers_;
    const client::Together& together_;
    std::uint64_t lies_there_ = 0;  // sequence of the last message of before we began to read
    bool has_taken_ = false;  // since memory was given back: of each site some fifty megabytes would stay
    Clock::time_point next_care_{}, next_snapshot_{};
};

}  // namespace

void run(const Settings& settings, int stop_fd) {
    client::Together together{stop_fd};
    migrate(*connect(settings.database));
    jetstream::Connection servers{settings.nats, "central"};
    servers.prepare();
    std::vector<std::unique_ptr<Worker>> workers;
    for (const auto& site : settings.sites) {
        workers.push_back(std::make_unique<Worker>(settings, site, servers, together));
        together.start([&one = *workers.back()] { one.run(); });
    }
    together.run([&] {
        while (together.rest(1h)) {
        }
    });
}

}  // namespace dondoc::central
