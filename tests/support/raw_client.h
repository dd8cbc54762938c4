// SPDX-License-Identifier: Apache-2.0
// A plain ZeroMQ client: nothing of libdondoc, so that it can say what libdondoc never would.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>

#include <zmq.hpp>
#include <zmq_addon.hpp>

#include "dondoc/v1/frame.pb.h"

namespace dondoc::test {

struct Keys {
    std::string public_key, secret_key;
};

inline Keys new_keys() {
    char public_key[41] = {}, secret_key[41] = {};
    if (zmq_curve_keypair(public_key, secret_key) != 0) throw std::runtime_error("no CURVE");
    return {public_key, secret_key};
}

// The value of a key in a profile that the daemon wrote.
inline std::string profile_value(const std::filesystem::path& file, const std::string& name) {
    std::ifstream in{file};
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(name + " = "))
            return line.substr(name.size() + 4, line.size() - name.size() - 5);
    throw std::runtime_error("no " + name + " in " + file.string());
}

inline Keys keys_of(const std::filesystem::path& profile) {
    return {profile_value(profile, "public_key"), profile_value(profile, "secret_key")};
}

struct GaveUp : std::runtime_error {
    GaveUp() : std::runtime_error("the daemon is gone") {}
};

class RawClient {
  public:
    RawClient(zmq::context_t& context, const std::string& endpoint, const std::string& server_key,
              const Keys& keys, const std::string& routing_id = {})
        : socket_(context, zmq::socket_type::dealer) {
        socket_.set(zmq::sockopt::linger, 0);
        socket_.set(zmq::sockopt::curve_serverkey, server_key);
        socket_.set(zmq::sockopt::curve_publickey, keys.public_key);
        socket_.set(zmq::sockopt::curve_secretkey, keys.secret_key);
        if (!routing_id.empty()) socket_.set(zmq::sockopt::routing_id, routing_id);
        socket_.connect(endpoint);
    }

    void send_bytes(const std::string& bytes) { socket_.send(zmq::buffer(bytes), zmq::send_flags::none); }
    void send(const v1::ClientFrame& frame) { send_bytes(frame.SerializeAsString()); }
    void hello(const std::string& agency, std::uint64_t last = 0, const std::string& nonce = "nonce-of-8",
               const std::string& consumer = {}) {
        v1::ClientFrame frame;
        frame.mutable_hello()->set_nonce(nonce);
        frame.mutable_hello()->set_agency(agency);
        frame.mutable_hello()->set_last(last);
        frame.mutable_hello()->set_consumer(consumer);
        send(frame);
    }
    void acknowledge(std::uint64_t number, const std::string& nonce = "nonce-of-8") {
        v1::ClientFrame frame;
        frame.mutable_ack()->set_nonce(nonce);
        frame.mutable_ack()->set_number(number);
        send(frame);
    }
    void ping(const std::string& nonce = "nonce-of-8") {
        v1::ClientFrame frame;
        frame.mutable_ping()->set_nonce(nonce);
        send(frame);
    }

    // Waiting ends with GaveUp when this says so: the daemon may have been killed.
    void give_up_when(std::function<bool()> hopeless) { hopeless_ = std::move(hopeless); }

    std::optional<v1::DaemonFrame> receive(int timeout_ms = 10'000) {
        constexpr int slice_ms = 20;
        zmq::message_t message;
        for (int waited_ms = 0;; waited_ms += slice_ms) {
            socket_.set(zmq::sockopt::rcvtimeo, std::min(slice_ms, timeout_ms));
            if (socket_.recv(message)) break;
            if (hopeless_ && hopeless_()) throw GaveUp{};
            if (waited_ms >= timeout_ms) return std::nullopt;
        }
        v1::DaemonFrame frame;
        if (!frame.ParseFromArray(message.data(), static_cast<int>(message.size())))
            throw std::runtime_error("the daemon sent what is no DaemonFrame");
        return frame;
    }

    v1::Reply ask(v1::Request request, int timeout_ms = 60'000) {
        if (request.id().empty()) request.set_id("r" + std::to_string(++requests_));
        v1::ClientFrame frame;
        *frame.mutable_request() = request;
        send(frame);
        for (;;) {
            const auto answer = receive(timeout_ms);
            if (!answer) throw std::runtime_error("no answer");
            if (answer->has_reply() && answer->reply().id() == request.id()) return answer->reply();
        }
    }

    zmq::socket_t& socket() { return socket_; }

  private:
    zmq::socket_t socket_;
    std::function<bool()> hopeless_;
    // Different for every run, so that no recorded reply of another client of the same key is taken for ours.
    std::uint64_t requests_ =
        static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
};

}  // namespace dondoc::test
