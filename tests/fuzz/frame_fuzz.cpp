// SPDX-License-Identifier: Apache-2.0
// Frames of any sender against the real hub, engine and store: sessions live through Hello, acknowledgements,
// pings, requests and farewells in any order. Input: for each frame one byte (bits 0-1 the sender, 2 which of
// its two connections, 3 a minute passes, 4 old contents are removed, 5 the connection takes nothing, 6 the
// frame is one part that is repeated some thousand times in the body of a request), the length (two bytes,
// the low one first) and the frame.
#include <spdlog/spdlog.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>

#include "dondoc/v1/event.pb.h"
#include "dondoc/v1/frame.pb.h"
#include "hub/hub.h"
#include "invariants.h"
#include "support/process.h"
#include "support/province.h"

namespace {

using namespace dondoc;

constexpr hub::Limits limits{.window = 16, .sessions_per_key = 3, .consumers_per_agency = 3};
constexpr std::size_t key_length = 40;
constexpr int most_frames = 24;
constexpr int most_steps = 40;  // of a simulated clock that is moved

const std::array<std::string, 4> senders{std::string(40, 'a'), std::string(40, 'b'), std::string(40, 'c'),
                                         std::string(40, 'x')};

// A province with a plan, an agency's key, the office's and an administrator's; the last sender is unknown.
// Made once: each input begins with a copy of its bytes (to copy the file does not stand the fuzzer's alarm).
const std::string& prepared_database() {
    static const std::string content = [] {
        const test::TemporaryFolder folder;
        const auto path = folder / "dondoc.db";
        {
            test::Province province(path);
            province.register_agencies();
            province.import(
                {test::row("1", "Rà soát quy chế", "Trước 31/10/2023", "Sở Nội vụ", "Sở Tài chính"),
                 test::row("2", "Báo cáo năm", "Tháng 12/2023", "Các sở, ban, ngành")});
            province.engine.change([](engine::Work& work) {
                const auto agency = work.store.agencies.find("SNV")->id;
                work.store.keys.put({senders[0], Role::Agency, agency, "snv", work.now, std::nullopt});
                work.store.keys.put(
                    {senders[1], Role::Office, std::nullopt, "office", work.now, std::nullopt});
                work.store.keys.put(
                    {senders[2], Role::Administrator, std::nullopt, "admin", work.now, std::nullopt});
            });
        }
        return test::read_file(path);
    }();
    return content;
}

// A request whose body is one part again and again: its first byte says which body, the rest is the part.
std::string repeated(std::string_view part) {
    constexpr std::size_t most_bytes = 1U << 20, most_times = 20'000;
    if (part.size() < 2) return {};
    const auto* bodies = v1::Request::descriptor()->FindOneofByName("body");
    const auto* body = bodies->field(static_cast<unsigned char>(part[0]) % bodies->field_count());
    part.remove_prefix(1);
    const auto times = std::min(most_times, most_bytes / part.size());
    std::string content;
    for (std::size_t i = 0; i < times; ++i) content += part;
    v1::ClientFrame frame;
    frame.mutable_request()->set_id("r");
    frame.mutable_request()
        ->GetReflection()
        ->MutableUnknownFields(frame.mutable_request())
        ->AddLengthDelimited(body->number(), content);
    return frame.SerializeAsString();
}

// As it was decoded, so that a field that the scan overlooks is found.
void check_bounds(const google::protobuf::Message& message) {
    const auto* reflection = message.GetReflection();
    std::vector<const google::protobuf::FieldDescriptor*> fields;
    reflection->ListFields(message, &fields);
    for (const auto* field : fields) {
        const auto bound = hub::bound_of(*field);
        const auto size = field->is_repeated() ? reflection->FieldSize(message, field) : 1;
        if (field->is_repeated())
            fuzz::require(static_cast<std::size_t>(size) <= bound.count, "no more elements than the bound",
                          field->full_name());
        for (int i = 0; i < size; ++i) {
            std::string kept;
            if (field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE)
                check_bounds(field->is_repeated() ? reflection->GetRepeatedMessage(message, field, i)
                                                  : reflection->GetMessage(message, field));
            if (field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_STRING)
                fuzz::require(
                    (field->is_repeated() ? reflection->GetRepeatedStringReference(message, field, i, &kept)
                                          : reflection->GetStringReference(message, field, &kept))
                            .size() <= bound.bytes,
                    "no text longer than its bound", field->full_name());
        }
    }
}

// What the scan says of a frame is what decoding it says.
void check_scan(const std::string& frame) {
    bool within_bounds = true;
    try {
        hub::require_bounds(frame);
    } catch (const UserError&) {
        within_bounds = false;
    }
    v1::ClientFrame content;
    if (!within_bounds || !content.ParseFromString(frame)) return;
    check_bounds(content);
    const auto head = hub::head_of(frame);
    fuzz::require(head.has_value() == (content.frame_case() != v1::ClientFrame::FRAME_NOT_SET),
                  "what is within its bounds has a head");
    if (!head) return;
    fuzz::require(head->frame == content.frame_case(), "the head says which frame it is");
    fuzz::require(head->body == content.request().body_case(), "the head says which request it is");
    fuzz::require(head->id == content.request().id(), "the head says the request's id");
}

class Network : public hub::Outbox, public hub::Feed {
  public:
    explicit Network(const hub::AccessList& access) : access_(access) {}

    bool takes_nothing = false;

    hub::Delivery send(const hub::RoutingId& to, const std::string& bytes) override {
        if (takes_nothing) return hub::Delivery::Full;
        v1::DaemonFrame frame;
        fuzz::require(frame.ParseFromString(bytes), "an answer can be decoded");
        fuzz::require(frame.frame_case() != v1::DaemonFrame::FRAME_NOT_SET, "an answer says something");
        if (frame.has_reply())
            fuzz::require(frame.reply().error().incident().empty(), "no request runs into a fault");
        if (frame.has_event()) check_event(to, frame.event());
        if (frame.has_gap()) last_sent_[to] = {frame.gap().nonce(), frame.gap().first() - 1};
        return hub::Delivery::Sent;
    }
    void publish(const std::string& topic, const std::string&) override {
        fuzz::require(topic.starts_with("agency/"), "the feed has its topics", topic);
    }
    void dismiss(const std::string&) override {}
    void begins_anew(const hub::RoutingId& route) { last_sent_.erase(route); }  // perhaps with its old nonce
    void cut(const hub::RoutingId&) override {}

  private:
    // The route of each sender begins with its key here.
    void check_event(const hub::RoutingId& route, const v1::EventFrame& frame) {
        const auto key = route.substr(0, key_length);
        v1::Event event;
        fuzz::require(event.ParseFromString(frame.event()), "an event can be decoded");
        const auto who = access_.find(key);
        fuzz::require(who != nullptr, "who is not known gets no event");
        if (who->role == Role::Agency)
            fuzz::require(event.agency() == who->agency_code, "an agency gets its own events",
                          event.agency());
        auto& [nonce, last] = last_sent_[route];
        fuzz::require(nonce != frame.nonce() || frame.number() == last + 1, "events come in order",
                      std::to_string(frame.number()));
        fuzz::require(event.number() == frame.number(), "an event is sent whole");
        nonce = frame.nonce();
        last = frame.number();
    }

    const hub::AccessList& access_;
    std::map<hub::RoutingId, std::pair<std::string, std::uint64_t>> last_sent_;  // nonce and number
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    spdlog::set_level(spdlog::level::off);
    google::protobuf::SetLogHandler(nullptr);
    static const test::TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    for (const auto* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
    std::ofstream{file, std::ios::binary} << prepared_database();

    store::Store store(file);
    SimulatedClock clock(test::at("2023-05-13T08:00"));
    engine::Engine engine(store, clock, {{test::daily_policy()}, {}, 7});
    while (engine.replan()) {
    }
    hub::AccessList access;
    access.load(store.keys, store.agencies);
    Network network(access);
    hub::TurnedAway turned_away;
    hub::Hub hub(engine, access, network, network, limits, turned_away);

    std::chrono::steady_clock::time_point now{std::chrono::hours{1}};
    hub.expire_sessions(now);
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    for (int i = 0; i < most_frames && rest.size() >= 3; ++i) {
        const auto how = static_cast<unsigned char>(rest[0]);
        const auto& sender = senders[how % senders.size()];
        const auto route = sender + ((how & 4) != 0 ? "2" : "1");
        if ((how & 8) != 0) hub.expire_sessions(now += std::chrono::minutes{1});
        if ((how & 16) != 0) {
            hub.save_acknowledgements();
            engine.change([&](engine::Work& work) { work.store.retention.remove(work.now, 3); });
        }
        network.takes_nothing = (how & 32) != 0;
        const std::size_t length =
            static_cast<unsigned char>(rest[1]) + 256u * static_cast<unsigned char>(rest[2]);
        rest.remove_prefix(3);
        std::string frame{rest.substr(0, length)};
        rest.remove_prefix(frame.size());
        if ((how & 64) != 0) frame = repeated(frame);
        check_scan(frame);
        v1::ClientFrame content;
        if (content.ParseFromString(frame) && content.has_hello()) network.begins_anew(route);
        hub.receive(route, sender, frame);
        for (int step = 0; step < most_steps && hub.go_on(); ++step) engine.tick();
    }
    hub.save_acknowledgements();
    return 0;
}
