// SPDX-License-Identifier: Apache-2.0
// What a connection sends, in pieces, at every stage of the handshake and after it: bytes as they are, or
// sealed as only the owner of a key can.
#include "door/peer.h"

#include <cstdio>
#include <cstdlib>

#include "support/raw_zmtp.h"

namespace {

using namespace dondoc;

constexpr std::size_t largest = 1000;
constexpr std::size_t most_held_of_a_stranger = 2048 + 9;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "BROKEN: %s\n", what);
    std::abort();
}

class Guest : public door::Host {
  public:
    std::optional<std::size_t> admit(const door::Key& /*client*/) override { return largest; }
    void message(std::string content) override {
        require(content.size() <= largest, "a message has a bound");
    }
    void many_parts() override {}
};

struct Keys {
    test::RawKeys server, client;
    door::ServerKey of_door;
    Keys() {
        of_door.public_key = server.public_key;
        of_door.secret_key = server.secret_key;
    }
};

// The body of the first frame in `out`, which is taken out of it.
std::string take_body(std::string& out) {
    const auto header = door::read_header(out);
    if (!header) return {};
    auto body = out.substr(header->length, static_cast<std::size_t>(header->size));
    out.erase(0, header->length + body.size());
    return body;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    enum Stage { Raw, Greeted, Welcomed, WelcomedSealed, In, InSealed, Stages };
    static const Keys keys;
    if (size < 2) return 0;
    const auto stage = data[0] % Stages;
    const std::size_t piece = data[1] + std::size_t{1};
    std::string_view rest{reinterpret_cast<const char*>(data + 2), size - 2};

    Guest guest;
    door::Peer peer{keys.of_door, "ROUTER", guest};
    test::RawHandshake client{keys.server.public_key, keys.client};
    std::string out;
    if (stage >= Greeted) require(!peer.take(test::zmtp_greeting(), out), "a greeting is taken");
    if (stage >= Welcomed) {
        require(!peer.take(client.hello(), out), "a HELLO is taken");
        require(client.welcomed(take_body(out)), "a welcome can be opened");
    }
    if (stage >= In) require(!peer.take(client.initiate(), out) && peer.is_in(), "an INITIATE is taken");
    if (stage == WelcomedSealed) {
        (void)peer.take(client.initiate_of(std::string{rest}), out);
        return 0;
    }
    for (; !rest.empty(); rest.remove_prefix(std::min(piece, rest.size()))) {
        const auto part = rest.substr(0, piece);
        const bool is_command = (piece & 1) != 0;
        if (peer.take(stage == InSealed ? client.message(part, is_command ? 2 : part.front() & 1)
                                        : std::string{part},
                      out))
            return 0;
        const auto most =
            peer.is_in() ? largest + door::Curve::message_overhead + 9 : most_held_of_a_stranger;
        require(peer.held() <= most, "what is held has a bound");
    }
    return 0;
}
