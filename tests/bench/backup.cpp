// SPDX-License-Identifier: Apache-2.0
// How long the thread that owns the state is held up while a backup is made: small transactions, timed,
// beside nothing and beside a backup and a check of the same database.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "engine/background.h"
#include "store/backup.h"
#include "store/check.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace {

using namespace dondoc;
using Clock = std::chrono::steady_clock;

constexpr int events = 200'000;
constexpr std::size_t event_bytes = 1000;

double ms(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

void tell(store::Store& store, AgencyId agency, int count) {
    store::Transaction transaction{store.database};
    store::EventWriter writer{store.inbox, sys_seconds{}};
    for (int i = 0; i < count; ++i) {
        const auto slot = writer.next(agency);
        writer.append({slot.id, agency, slot.number, std::string(event_bytes, 'b')}, 1);
    }
    writer.finish();
    transaction.commit();
}

template <typename More>
void time_writes(const char* beside, store::Store& store, AgencyId agency, const More& more) {
    std::vector<double> times;
    const auto start = Clock::now();
    while (more(Clock::now() - start)) {
        const auto begin = Clock::now();
        tell(store, agency, 1);
        times.push_back(ms(Clock::now() - begin));
    }
    std::ranges::sort(times);
    const auto at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-8s %7.0f ms  %6zu transactions  p50 %.2f ms  p99 %.2f ms  max %.2f ms\n", beside,
                ms(Clock::now() - start), times.size(), at(0.5), at(0.99), at(1));
}

}  // namespace

int main() {
    const test::TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    store::Store store{file};
    store.agencies.put(Agency{"A", "A", {}, "province", {}, {}});
    const auto agency = store.agencies.find("A")->id;
    for (int i = 0; i < events / 1000; ++i) tell(store, agency, 1000);
    std::printf("database %.0f MiB\n", static_cast<double>(std::filesystem::file_size(file)) / (1 << 20));

    time_writes("nothing", store, agency, [](auto time) { return time < std::chrono::seconds{3}; });
    engine::Background<store::Backup> copying{
        [&](const auto& stop) { return store::back_up(file, folder / "backup.db", stop); }};
    time_writes("backup", store, agency, [&](auto) { return !copying.is_done(); });
    copying.take();
    engine::Background<store::CheckResult> checking{
        [&](const auto& stop) { return store::check(file, store::Reading::OthersWrite, stop); }};
    time_writes("check", store, agency, [&](auto) { return !checking.is_done(); });
    std::printf("findings %zu\n", checking.take().findings.size());
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("most memory %ld MiB, of which 128 MiB are the cache of the daemon's connection\n",
                usage.ru_maxrss / 1024);
}
