// SPDX-License-Identifier: Apache-2.0
// Years of a province on a disk and a network that fail, one seed after the other.
//   simulation [--first SEED] [--seeds N] [--seconds S]
// Prints figures; exit code 1 and the seed when a promise was broken.
#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>

#include "simulation/world.h"
#include "spdlog/spdlog.h"

int main(int argc, char** argv) {
    using namespace dondoc::simulation;
    std::uint64_t first = 1, seeds = 100;
    double seconds = 0;
    CLI::App app{"Lives through simulated years and checks the promises of docs/architecture.md"};
    app.add_option("--first", first, "the first seed");
    app.add_option("--seeds", seeds, "how many seeds");
    app.add_option("--seconds", seconds, "stop after so many seconds; 0: when all seeds are done");
    CLI11_PARSE(app, argc, argv);
    spdlog::set_level(spdlog::level::off);  // refusals and failures are what this is about

    const auto start = std::chrono::steady_clock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    Figures total;
    for (auto seed = first; seed < first + seeds && (seconds == 0 || elapsed() < seconds); ++seed) {
        try {
            total += run_seed(seed);
        } catch (const std::exception& error) {
            std::cerr << "seed " << seed << ": " << error.what() << "\n  again: simulation --first " << seed
                      << " --seeds 1\n";
            return 1;
        }
    }
    std::cout << "runs " << total.runs << ", simulated years " << total.years << ", crashes " << total.crashes
              << ", disk failures " << total.disk_failures << ", connections cut " << total.cuts
              << ", listeners killed " << total.listener_kills << "\nclocks set " << total.clock_steps
              << ", sleeps " << total.sleeps << ", times found held " << total.clock_held << "\ncommands "
              << total.commands << ", refused and asked again " << total.storage_refusals << ", frames "
              << total.frames << ", events applied " << total.events << ", heard on the feed "
              << total.feed_events << ", steps that had to be told " << total.demanded << ", pressed for "
              << total.pressed << ", secret tasks " << total.secret_tasks << ", comments beside it "
              << total.comments << ", told of dossiers " << total.dossier_steps << "\nrelays killed "
              << total.relay_kills << ", sent to persons " << total.sent << ", once more " << total.sent_again
              << ", refused " << total.refused << ", seconds " << elapsed() << '\n';
    return 0;
}
