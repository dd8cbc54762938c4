// SPDX-License-Identifier: Apache-2.0
// A year of dossiers taken in, the busiest morning's alerts, and what is asked beside them.
//
//   flow_burst [dossiers] [agencies]
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "engine/flow/flow_intake.h"
#include "store/flow_tallies.h"
#include "support/province.h"

namespace dondoc::test {
namespace {

constexpr int batch = 2000;
constexpr int procedures = 200;

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>{std::chrono::steady_clock::now() - start}.count();
}

engine::FlowSaid dossier(int number, int agencies, sys_seconds first, int open_from) {
    engine::FlowSaid said;
    said.id = "H56." + std::to_string(number);
    said.procedure = "TT" + std::to_string(number % procedures);
    said.office = "CQ" + std::to_string(number % agencies);
    said.received = first + std::chrono::minutes{number / 3};
    said.state = FlowState::InWork;
    if (number < open_from) {
        said.state = FlowState::Done;
        said.finished = said.received + date::days{1 + number % 5};
    }
    return said;
}

void run(int dossiers, int agencies) {
    const TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    engine::Rules rules{{daily_policy()}, {}, 7};
    rules.flow.policy.before = {{1, Offset::Unit::WorkingDays}};
    Province province{file, rules, at("2025-12-31T17:00")};
    Register content;
    for (int i = 0; i < agencies; ++i)
        content.agencies.push_back(
            {"CQ" + std::to_string(i), "Cơ quan " + std::to_string(i), {}, "province", {}, {}});
    province.engine.change([&](engine::Work& work) { engine::import_register(work, content); });
    const auto take = [&](const std::function<void(engine::FlowIntake&)>& carry_out) {
        province.engine.change([&](engine::Work& work) {
            engine::FlowIntake intake{work, "mot-cua"};
            carry_out(intake);
            intake.finish();
        });
    };
    take([](engine::FlowIntake& intake) {
        for (int i = 0; i < procedures; ++i)
            intake.put("TT" + std::to_string(i), "Thủ tục " + std::to_string(i),
                       {3 + i % 10, FlowTerm::Unit::WorkingDays});
    });
    constexpr int open = 20'000;  // the busiest day's
    const auto first = at("2025-12-31T17:00") - std::chrono::minutes{dossiers / 3} - date::days{1};
    const auto seconds = seconds_of([&] {
        for (int number = 0; number < dossiers; number += batch)
            take([&](engine::FlowIntake& intake) {
                for (int i = number; i < std::min(number + batch, dossiers); ++i)
                    intake.take(dossier(i, agencies, first, dossiers - open));
            });
    });
    std::printf("taken in: %d dossiers, %.0f a second\n", dossiers, dossiers / seconds);
    const auto list = seconds_of([&] {
        store::FlowFilter filter;
        filter.agency = province.store.agencies.find("CQ0")->id;
        province.store.flow_lists.list(filter, std::nullopt, 100, province.clock.now());
    });
    std::printf("an agency's open ones: %.2f ms\n", list * 1000);
    const auto report = seconds_of([&] {
        store::read_flow_figures(
            file, {civil(2025, 1, 1), civil(2025, 12, 31), province.clock.now(), {}, {}, {}}, {});
    });
    std::printf("figures of a year: %.0f ms\n", report * 1000);
    const auto before = province.published.size();
    const auto morning = seconds_of([&] { province.advance_to("2026-01-20T12:00"); });
    std::printf("alerts of %d open dossiers to their end: %zu events in %.2f s\n", open,
                province.published.size() - before, morning);
}

}  // namespace
}  // namespace dondoc::test

int main(int argc, char** argv) {
    const int dossiers = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const int agencies = argc > 2 ? std::atoi(argv[2]) : 150;
    dondoc::test::run(std::max(dossiers, 20'000), std::max(agencies, 1));
    return 0;
}
