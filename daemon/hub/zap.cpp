#include "hub/zap.h"

#include <spdlog/spdlog.h>

#include <array>
#include <vector>

#include <zmq_addon.hpp>

namespace dondoc::hub {
namespace {

constexpr const char* endpoint = "inproc://zeromq.zap.01";
constexpr const char* version = "1.0";
constexpr std::size_t raw_key_size = 32;
constexpr std::size_t request_parts = 7;  // version, id, domain, address, identity, mechanism, key

std::string z85(const zmq::message_t& raw_key) {
    std::array<char, 41> text{};
    zmq_z85_encode(text.data(), raw_key.data<std::uint8_t>(), raw_key_size);
    return text.data();
}

}  // namespace

Zap::Zap(zmq::context_t& context, const AccessList& access, TurnedAway& turned_away)
    : context_(context), access_(access), turned_away_(turned_away), socket_(context, zmq::socket_type::rep) {
    socket_.set(zmq::sockopt::linger, 0);
    socket_.bind(endpoint);
    thread_ = std::thread{[this] { serve(); }};
}

Zap::~Zap() {
    context_.shutdown();
    thread_.join();
}

bool Zap::admits(const std::string& domain, const std::string& public_key) const {
    const auto who = access_.find(public_key);
    if (!who) return false;
    if (domain == session_domain) return true;
    return domain == feed_domain && who->may(Role::Office);
}

void Zap::serve() {
    try {
        for (;;) {
            std::vector<zmq::message_t> request;
            if (!zmq::recv_multipart(socket_, std::back_inserter(request))) continue;
            const bool well_formed = request.size() == request_parts && request[5].to_string() == "CURVE" &&
                                     request[6].size() == raw_key_size;
            const auto key = well_formed ? z85(request[6]) : std::string{};
            const auto domain = well_formed ? request[2].to_string() : std::string{};
            const bool admitted = well_formed && admits(domain, key);
            if (!admitted) ++turned_away_.connections;
            if (const auto left_out = admitted ? std::nullopt : refused_.pass())
                spdlog::warn("event=refused key={} domain={} address={} reason={} left_out={}", key, domain,
                             well_formed ? request[3].to_string() : "", well_formed ? "unknown" : "malformed",
                             *left_out);
            const std::array<std::string, 6> reply{version,
                                                   request.size() > 1 ? request[1].to_string() : "",
                                                   admitted ? "200" : "400",
                                                   admitted ? "OK" : "refused",
                                                   key,
                                                   ""};
            for (std::size_t i = 0; i < reply.size(); ++i)
                socket_.send(zmq::buffer(reply[i]),
                             i + 1 < reply.size() ? zmq::send_flags::sndmore : zmq::send_flags::none);
        }
    } catch (const zmq::error_t& error) {
        if (error.num() != ETERM) spdlog::critical("event=zap_ended error=\"{}\"", error.what());
        socket_.close();  // in the thread that uses it
    }
}

}  // namespace dondoc::hub
