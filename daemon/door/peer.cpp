// SPDX-License-Identifier: Apache-2.0
#include "door/peer.h"

namespace dondoc::door {
namespace {

constexpr std::size_t largest_handshake = 2048;  // an INITIATE with its metadata
constexpr std::size_t most_answers = 64 * 1024;  // to its pings, that it has not read

void put_command(std::string& out, std::string_view body) {
    put_header(out, true, body.size());
    out += body;
}

// Others would wait for parts that never come, or send what is never read.
bool fits(std::string_view kind, const std::string& client) {
    return kind == "PUB" ? client == "SUB" || client == "XSUB" : client == "DEALER";
}

}  // namespace

Peer::Peer(const ServerKey& server, std::string_view kind, Host& host)
    : kind_(kind), host_(host), curve_(server), largest_frame_(largest_handshake) {}

std::optional<Ending> Peer::take(std::string_view bytes, std::string& out) {
    held_ += bytes;
    std::string_view rest{held_};
    if (stage_ == Stage::Greeting) {
        if (!may_be_greeting(rest.substr(0, greeting_size))) return Ending::NotZmtp;
        if (rest.size() < greeting_size) return std::nullopt;
        rest.remove_prefix(greeting_size);
        stage_ = Stage::Hello;
    }
    announced_ = 0;
    for (;;) {
        const auto header = read_header(rest);
        if (!header) break;
        if (!header->valid) return Ending::NotZmtp;
        if (header->size > largest_frame_) return is_in() ? Ending::TooLarge : Ending::NoHandshake;
        const auto size = static_cast<std::size_t>(header->size);
        if (rest.size() < header->length + size) {
            announced_ = header->length + size;
            break;
        }
        const auto ending = take_frame(*header, rest.substr(header->length, size), out);
        if (ending) return ending;
        rest.remove_prefix(header->length + size);
    }
    held_.erase(0, held_.size() - rest.size());
    if (held_.empty())
        held_.shrink_to_fit();
    else
        held_.reserve(announced_);  // once, and not by doubling
    return std::nullopt;
}

std::optional<Ending> Peer::take_frame(const FrameHeader& header, std::string_view body, std::string& out) {
    switch (stage_) {
        case Stage::Greeting:
            return Ending::NotZmtp;
        case Stage::Hello:
            return header.command ? take_hello(body, out) : Ending::NoHandshake;
        case Stage::Initiate:
            return header.command ? take_initiate(body, out) : Ending::NoHandshake;
        case Stage::In:
            return take_message(body, out);
    }
    return Ending::NotZmtp;
}

std::optional<Ending> Peer::take_hello(std::string_view body, std::string& out) {
    const auto welcome = curve_.welcome(body);
    if (!welcome) return Ending::NoHandshake;
    put_command(out, *welcome);
    stage_ = Stage::Initiate;
    return std::nullopt;
}

std::optional<Ending> Peer::take_initiate(std::string_view body, std::string& out) {
    const auto introduced = curve_.introduction(body);
    if (!introduced) return Ending::NoHandshake;
    const auto properties = read_properties(introduced->metadata);
    if (!properties) return Ending::NoHandshake;
    const auto type = properties->find("socket-type");
    if (type == properties->end() || !fits(kind_, type->second)) return Ending::NoHandshake;
    const auto largest = host_.admit(introduced->client);
    if (!largest) {
        // What libzmq says for a key that is refused, after which its client does not try again.
        put_command(out, std::string{"\5ERROR\3"} + "400");
        return Ending::Refused;
    }
    std::string metadata;
    put_property(metadata, "Socket-Type", kind_);
    put_property(metadata, "Identity", "");
    put_command(out, curve_.ready(metadata));
    largest_frame_ = *largest + Curve::message_overhead;
    stage_ = Stage::In;
    return std::nullopt;
}

std::optional<Ending> Peer::take_message(std::string_view body, std::string& out) {
    auto opened = curve_.open(body);
    if (!opened) return Ending::Forged;
    if ((opened->flags & Curve::is_command) != 0) {
        take_command(opened->content, out);
        return std::nullopt;
    }
    const bool more = (opened->flags & Curve::more_part) != 0;
    const bool one_of_many = within_parts_ || more;
    within_parts_ = more;
    if (!one_of_many)
        host_.message(std::move(opened->content));
    else if (!more)
        host_.many_parts();
    return std::nullopt;
}

// A heartbeat wants an answer with its context; all other commands are news to us, or none.
void Peer::take_command(std::string_view command, std::string& out) {
    constexpr std::size_t time_to_live = 2;
    constexpr std::size_t longest_context = 16;
    const auto ping = command_content(command, "PING");
    if (!ping || ping->size() < time_to_live || out.size() > most_answers) return;
    std::string pong{"\4PONG"};
    pong += ping->substr(time_to_live, longest_context);
    curve_.seal(out, Curve::is_command, pong);
}

void Peer::put(std::string& out, std::string_view part, bool more) {
    curve_.seal(out, more ? Curve::more_part : 0, part);
}

}  // namespace dondoc::door
