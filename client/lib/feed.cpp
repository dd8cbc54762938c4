// SPDX-License-Identifier: Apache-2.0
#include "lib/feed.h"

#include <cerrno>
#include <vector>

#include "domain/reasons.h"
#include "lib/addresses.h"
#include "lib/link.h"

namespace dondoc::client {

Feed::Feed(const Profile& profile) : context_(make_context()), socket_(context_, zmq::socket_type::sub) {
    socket_.set(zmq::sockopt::linger, 0);
    socket_.set(zmq::sockopt::ipv6, true);
    socket_.set(zmq::sockopt::subscribe, "");
    if (profile.feed.empty()) return;
    socket_.set(zmq::sockopt::curve_serverkey, profile.server_key);
    socket_.set(zmq::sockopt::curve_publickey, profile.public_key);
    socket_.set(zmq::sockopt::curve_secretkey, profile.secret_key);
    try {
        // It only says that there is news, so it does no harm to hear it on two addresses.
        auto addresses = addresses_of(profile.feed);
        if (addresses.empty()) addresses = {profile.feed};
        for (const auto& address : addresses) socket_.connect(address);
    } catch (const zmq::error_t& error) {
        throw UserError("client.profile.bad_endpoint", {profile.feed, system_reason(error.num())});
    }
}

bool Feed::wait(std::chrono::milliseconds timeout, std::span<const int> descriptors) {
    std::vector<zmq_pollitem_t> items{{socket_.handle(), 0, ZMQ_POLLIN, 0}};
    for (const int descriptor : descriptors) items.push_back({nullptr, descriptor, ZMQ_POLLIN, 0});
    // An interrupted wait is a short wait.
    if (zmq_poll(items.data(), static_cast<int>(items.size()), static_cast<long>(timeout.count())) < 0 &&
        errno != EINTR)
        throw zmq::error_t();
    bool heard = false;
    for (zmq::message_t part;;) {
        try {
            if (!socket_.recv(part, zmq::recv_flags::dontwait)) return heard;
            heard = true;
        } catch (const zmq::error_t& error) {
            if (error.num() != EINTR) throw;
        }
    }
}

}  // namespace dondoc::client
