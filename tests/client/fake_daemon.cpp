// SPDX-License-Identifier: Apache-2.0
#include "client/fake_daemon.h"

#include <array>

namespace dondoc::testing {
namespace {

std::string z85(const zmq::message_t& bytes) {
    std::array<char, 41> text{};
    if (bytes.size() != 32) return {};
    zmq_z85_encode(text.data(), static_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    return text.data();
}

}  // namespace

FakeDaemon::FakeDaemon(Identity identity, const Handler& handler)
    : FakeDaemon(std::move(identity), RawHandler{[handler](const v1::ClientFrame& frame) {
                     std::vector<Parts> messages;
                     for (const auto& answer : handler(frame))
                         messages.push_back({answer.SerializeAsString()});
                     return messages;
                 }}) {}

FakeDaemon::FakeDaemon(Identity identity, RawHandler handler)
    : identity_(std::move(identity)),
      handler_(std::move(handler)),
      zap_(context_, zmq::socket_type::rep),
      router_(context_, zmq::socket_type::router),
      stop_(context_, zmq::socket_type::pair),
      stopped_(context_, zmq::socket_type::pair) {
    zap_.bind("inproc://zeromq.zap.01");
    stopped_.bind("inproc://stop");
    stop_.connect("inproc://stop");
    router_.set(zmq::sockopt::linger, 0);
    router_.set(zmq::sockopt::curve_server, true);
    router_.set(zmq::sockopt::curve_secretkey, identity_.server.secret_key);
    router_.set(zmq::sockopt::zap_domain, "test");
    router_.bind(identity_.endpoint);
    identity_.endpoint = router_.get(zmq::sockopt::last_endpoint);
    thread_ = std::thread([this] { serve(); });
}

FakeDaemon::~FakeDaemon() {
    stop_.send(zmq::str_buffer("stop"), zmq::send_flags::none);
    thread_.join();
}

client::Profile FakeDaemon::profile() const {
    client::Profile profile;
    profile.endpoint = identity_.endpoint;
    profile.server_key = identity_.server.public_key;
    profile.public_key = identity_.client.public_key;
    profile.secret_key = identity_.client.secret_key;
    return profile;
}

void FakeDaemon::answer_zap() {
    std::vector<zmq::message_t> parts;
    do {
        parts.emplace_back();
        (void)zap_.recv(parts.back());
    } while (parts.back().more());
    const bool known = parts.size() > 6 && z85(parts[6]) == identity_.client.public_key;
    zap_.send(parts[0], zmq::send_flags::sndmore);
    zap_.send(parts[1], zmq::send_flags::sndmore);
    zap_.send(zmq::buffer(std::string(known ? "200" : "400")), zmq::send_flags::sndmore);
    zap_.send(zmq::buffer(std::string(known ? "OK" : "no")), zmq::send_flags::sndmore);
    zap_.send(zmq::buffer(std::string(known ? "client" : "")), zmq::send_flags::sndmore);
    zap_.send(zmq::message_t(), zmq::send_flags::none);
}

void FakeDaemon::serve() {
    for (;;) {
        std::array<zmq::pollitem_t, 3> items{{{stopped_.handle(), 0, ZMQ_POLLIN, 0},
                                              {zap_.handle(), 0, ZMQ_POLLIN, 0},
                                              {router_.handle(), 0, ZMQ_POLLIN, 0}}};
        zmq_poll(items.data(), static_cast<int>(items.size()), -1);
        if (items[0].revents != 0) return;
        if (items[1].revents != 0) answer_zap();
        if (items[2].revents == 0) continue;
        zmq::message_t from, payload;
        (void)router_.recv(from);
        (void)router_.recv(payload);
        v1::ClientFrame frame;
        if (!frame.ParseFromArray(payload.data(), static_cast<int>(payload.size()))) continue;
        for (const auto& parts : handler_(frame)) {
            router_.send(zmq::buffer(from.data(), from.size()), zmq::send_flags::sndmore);
            for (std::size_t i = 0; i < parts.size(); ++i)
                router_.send(zmq::buffer(parts[i]),
                             i + 1 < parts.size() ? zmq::send_flags::sndmore : zmq::send_flags::none);
        }
    }
}

v1::DaemonFrame reply_to(const v1::ClientFrame& frame, v1::Reply reply) {
    v1::DaemonFrame answer;
    reply.set_id(frame.request().id());
    *answer.mutable_reply() = std::move(reply);
    return answer;
}

}  // namespace dondoc::testing
