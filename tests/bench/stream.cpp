// SPDX-License-Identifier: Apache-2.0
// How fast the log is read to one who follows the stream, who acknowledges as libdondoc does: from SQLite to
// frames, and the same frames sealed, sent over a socket and opened, is what dondoc listen --stream measures.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "hub/sessions/sessions.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

constexpr int agencies = 100;
constexpr int written_at_once = 20'000;

// Takes every frame at once.
class Reader : public hub::Outbox {
  public:
    hub::Delivery send(const hub::RoutingId&, const std::string& bytes) override {
        v1::DaemonFrame frame;
        if (frame.ParseFromString(bytes) && frame.has_event()) {
            last = frame.event().number();
            ++events;
            size += frame.event().event().size();
        }
        return hub::Delivery::Sent;
    }
    void cut(const hub::RoutingId&) override {}
    void dismiss(const std::string&) override {}

    std::uint64_t last = 0, events = 0, size = 0;
};

void fill(store::Store& store, int count) {
    v1::Event event;
    auto& item = *event.mutable_digest()->add_items();
    item.set_document("122/KH-UBND");
    item.set_task_number("1.4");
    item.set_title("Rà soát, sửa đổi, bổ sung quy định về giải quyết thủ tục hành chính theo cơ chế một cửa");
    item.set_deadline_text("Trong năm 2023");
    item.set_due("2023-12-31");
    std::vector<AgencyId> ids;
    for (int i = 0; i < agencies; ++i) {
        const auto code = "A" + std::to_string(i);
        store.agencies.put(Agency{code, "Cơ quan " + code, {}, "province", {}, {}});
        ids.push_back(store.agencies.find(code)->id);
    }
    for (int done = 0; done < count; done += written_at_once) {
        store::Transaction transaction{store.database};
        store::EventWriter writer{store.inbox, sys_seconds{}};
        for (int i = 0; i < std::min(written_at_once, count - done); ++i) {
            const auto agency = ids[static_cast<std::size_t>(i % agencies)];
            const auto slot = writer.next(agency);
            event.set_id(static_cast<std::uint64_t>(slot.id.value));
            event.set_number(static_cast<std::uint64_t>(slot.number.value));
            writer.append({slot.id, agency, slot.number, event.SerializeAsString()}, 1);
        }
        writer.finish();
        transaction.commit();
    }
}

int measure(int count) {
    const TemporaryFolder folder;
    store::Store store{folder / "dondoc.db"};
    fill(store, count);
    Reader reader;
    hub::TurnedAway turned_away;
    hub::Sessions sessions{store, reader, {}, turned_away};
    const hub::Identity office{"key", Role::Office, std::nullopt, "", "kho"};
    v1::Hello hello;
    hello.set_nonce("12345678");
    hello.set_stream(true);
    const auto begun = std::chrono::steady_clock::now();
    sessions.hello("r", office, hello);
    v1::Ack ack;
    ack.set_nonce("12345678");
    constexpr std::uint64_t ack_every = 8;
    for (std::uint64_t acknowledged = 0; acknowledged < static_cast<std::uint64_t>(count);) {
        acknowledged = std::min(acknowledged + ack_every, reader.last);
        ack.set_number(acknowledged);
        sessions.acknowledge("r", office, ack);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    std::printf("%llu events, %.0f bytes each: %.0f events/s\n",
                static_cast<unsigned long long>(reader.events),
                static_cast<double>(reader.size) / static_cast<double>(reader.events),
                static_cast<double>(reader.events) / took.count());
    return reader.events == static_cast<std::uint64_t>(count) ? 0 : 1;
}

}  // namespace
}  // namespace dondoc::test

int main(int argc, char** argv) {
    CLI::App app{"reads the log to one who follows the stream"};
    int count = 300'000;
    app.add_option("--events", count, "how many there are");
    CLI11_PARSE(app, argc, argv);
    return dondoc::test::measure(count);
}
