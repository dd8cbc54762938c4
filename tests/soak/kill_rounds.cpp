// SPDX-License-Identifier: Apache-2.0
// Promise 1, again and again: daemon and listeners are killed (SIGKILL) at random moments of a burst, and in
// the end log and journals are, byte for byte, those of an undisturbed run.
//   kill_rounds [--rounds N] [--seed S]
// Prints figures; exit code 1 with round and seed at the first difference.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <random>
#include <thread>

#include "support/cli.h"
#include "support/raw_province.h"

namespace dondoc::test {
namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;
using Random = std::mt19937_64;

constexpr int agencies = 2, listeners = agencies + 1;  // the last follows the events of all agencies
constexpr auto end_of_burst = "2024-03-01";
// Every alert is an event of its own: a burst of some hundred.
const std::string policy = R"(
[[policy]]
name = "burst"
before = ["15d", "7d", "3d", "1d"]
after = ["1d", "3d"]
working_days_only = false
digest = false
)";

struct Outcome {
    std::vector<std::string> log;
    std::vector<std::string> journals;
    bool operator==(const Outcome&) const = default;
};

struct Figures {
    int rounds = 0, daemon_kills = 0, kills_at_work = 0, listener_kills = 0;
    std::size_t events = 0;
};

class Soak {
  public:
    explicit Soak(std::uint64_t seed) : random_(seed) {
        daemon_.start();
        {
            RawProvince province{daemon_};
            province.import_agencies();
            province.import_plan();
            for (int i = 0; i < agencies; ++i) profiles_.push_back(cli_.grant("agency", agency_code(i)));
            profiles_.push_back(cli_.grant("office"));
        }
        if (daemon_.stop() != 0) throw std::runtime_error("the daemon did not end well");
        fs::copy(daemon_.data(), prepared(), fs::copy_options::recursive);
        const auto start = std::chrono::steady_clock::now();
        undisturbed_ = live(0);
        duration_ = std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - start);
        if (undisturbed_.log.empty()) throw std::runtime_error("there is no burst");
    }

    // False: something was lost, doubled or changed.
    bool round() {
        const auto kills = 1 + static_cast<int>(random_() % 3);
        const auto outcome = live_and_report(kills);
        ++figures_.rounds;
        figures_.events += outcome.log.size();
        if (outcome == undisturbed_) return true;
        describe(outcome);
        return false;
    }
    const Figures& figures() const { return figures_; }

  private:
    fs::path prepared() const { return daemon_.folder() / "prepared"; }
    fs::path journal(int listener) const { return daemon_.folder() / ("journal" + std::to_string(listener)); }
    std::unique_ptr<Process> listen(int listener, std::vector<std::string> more = {}) const {
        std::vector<std::string> command{
            DONDOC_PROGRAM, "--profile", profiles_[static_cast<std::size_t>(listener)].string(),
            "listen",       "--journal", journal(listener).string()};
        if (listener >= agencies) command.insert(command.end(), {"--stream", "--consumer", "kho"});
        command.insert(command.end(), more.begin(), more.end());
        return std::make_unique<Process>(command, daemon_.folder() / "listener", Cli::environment());
    }
    microseconds moment() {
        return microseconds{std::uniform_int_distribution<long>{0, std::max(duration_.count(), 1L)}(random_)};
    }

    Outcome live_and_report(int kills) {
        try {
            return live(kills);
        } catch (const std::exception& error) {
            throw std::runtime_error("round " + std::to_string(figures_.rounds + 1) + ": " + error.what() +
                                     "\n" + read_file(daemon_.log()));
        }
    }

    Outcome live(int kills) {
        fs::remove_all(daemon_.data());
        fs::remove(daemon_.log());
        fs::copy(prepared(), daemon_.data(), fs::copy_options::recursive);
        for (int i = 0; i < listeners; ++i) fs::remove(journal(i));
        daemon_.start();
        std::vector<std::unique_ptr<Process>> listening;
        for (int i = 0; i < listeners; ++i) listening.push_back(listen(i));
        RawProvince province{daemon_};
        for (int i = 0; i < kills; ++i) burst_until_killed(province, listening);
        province.advance_to(end_of_burst);
        return finish(province, listening);
    }

    void burst_until_killed(RawProvince& province, std::vector<std::unique_ptr<Process>>& listening) {
        auto first = moment(), second = moment();
        if (first > second) std::swap(first, second);
        const bool daemon_first = random_() % 2 == 0;
        const auto victim = static_cast<std::size_t>(random_() % listeners);
        const auto kill_listener = [&] {
            listening[victim]->signal(SIGKILL);
            listening[victim]->wait();  // it holds the journal until then
            listening[victim] = listen(static_cast<int>(victim));
            ++figures_.listener_kills;
        };
        std::jthread killer{[&] {
            std::this_thread::sleep_for(first);  // the random moments themselves
            if (!daemon_first) kill_listener();
            if (!daemon_first) std::this_thread::sleep_for(second - first);
            daemon_.process().signal(SIGKILL);
            if (daemon_first) kill_listener();
        }};
        province.administrator().give_up_when([this] { return !daemon_.is_running(); });
        try {
            province.advance_to(end_of_burst);
        } catch (const GaveUp&) {
            ++figures_.kills_at_work;
        }
        killer.join();
        daemon_.process().wait();
        ++figures_.daemon_kills;
        province.disconnect();
        daemon_.start();
        province.reconnect();
    }

    Outcome finish(RawProvince& province, std::vector<std::unique_ptr<Process>>& listening) {
        Outcome outcome;
        outcome.log = province.log();
        for (int i = 0; i < listeners; ++i) {
            auto& running = *listening[static_cast<std::size_t>(i)];
            running.signal(SIGKILL);
            running.wait();
            if (listen(i, {"--until-idle"})->wait() != 0)
                throw std::runtime_error(read_file(daemon_.folder() / "listener"));
            outcome.journals.push_back(read_file(journal(i)));
        }
        daemon_.kill();
        return outcome;
    }

    void describe(const Outcome& outcome) const {
        const auto [left, right] = std::ranges::mismatch(outcome.log, undisturbed_.log);
        std::cerr << "log: " << outcome.log.size() << " events, undisturbed " << undisturbed_.log.size();
        if (left != outcome.log.end()) std::cerr << "\n  here  " << *left;
        if (right != undisturbed_.log.end()) std::cerr << "\n  there " << *right;
        for (std::size_t i = 0; i < outcome.journals.size(); ++i)
            if (outcome.journals[i] != undisturbed_.journals[i])
                std::cerr << "\njournal of "
                          << (static_cast<int>(i) < agencies ? agency_code(static_cast<int>(i))
                                                             : "the stream")
                          << " differs: " << outcome.journals[i].size() << " bytes, undisturbed "
                          << undisturbed_.journals[i].size();
        std::cerr << '\n';
    }

    Random random_;
    DaemonProcess daemon_{policy};
    Cli cli_{daemon_};
    std::vector<fs::path> profiles_;
    Outcome undisturbed_;
    microseconds duration_{};
    Figures figures_;
};

}  // namespace
}  // namespace dondoc::test

int main(int argc, char** argv) {
    int rounds = 20;
    std::uint64_t seed = 1;
    CLI::App app{
        "Kills daemon and listeners in a burst and compares what they leave with an undisturbed run"};
    app.add_option("--rounds", rounds, "how many rounds");
    app.add_option("--seed", seed, "of the moments; that processes are scheduled otherwise remains");
    CLI11_PARSE(app, argc, argv);

    const auto start = std::chrono::steady_clock::now();
    try {
        dondoc::test::Soak soak{seed};
        for (int round = 1; round <= rounds; ++round) {
            if (round % 100 == 0) std::cerr << round << " rounds, " << soak.figures().events << " events\n";
            if (!soak.round()) {
                std::cerr << "round " << round << " of seed " << seed << " is not as undisturbed\n";
                return 1;
            }
        }
        const auto& figures = soak.figures();
        std::cout << "rounds " << figures.rounds << ", daemon killed " << figures.daemon_kills
                  << " (while it decided: " << figures.kills_at_work << "), listeners killed "
                  << figures.listener_kills << ", events " << figures.events << ", seconds "
                  << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << '\n';
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
