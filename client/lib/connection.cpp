// SPDX-License-Identifier: Apache-2.0
#include "lib/connection.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "lib/random.h"
#include "lib/server_key.h"

namespace dondoc::client {
namespace {

using Time = std::chrono::steady_clock;
using std::chrono::milliseconds;

// A daemon that is being restarted is back within this; longer is "nobody listens".
constexpr std::chrono::seconds nobody_patience{3};
constexpr milliseconds too_many_pause{1'000};

milliseconds since(Time::time_point then) {
    return std::chrono::duration_cast<milliseconds>(Time::now() - then);
}

bool is_hopeless(const Link& link, bool was_up, milliseconds waited) {
    if (link.is_final()) return true;
    if (link.failures() >= handshake_tries) return true;
    return link.state() == Link::State::NobodyListens && !was_up && waited >= nobody_patience;
}

}  // namespace

void throw_trouble(const Link& link, const Profile& profile, milliseconds waited) {
    switch (link.state()) {
        case Link::State::KeyRefused: {
            v1::Error error;
            error.set_code("client.key_refused");
            error.add_args(profile.public_key);
            throw Refused(error);
        }
        case Link::State::WrongServerKey:
            throw Unreachable({"client.wrong_server_key", {profile.endpoint}});
        case Link::State::NotDondoc:
            throw Unreachable({"client.not_dondoc", {profile.endpoint}});
        case Link::State::NobodyListens:
            throw Unreachable({link.is_unknown_host() ? "client.unknown_host" : "client.nobody_listens",
                               {profile.endpoint}});
        default:
            throw Unreachable(
                {"client.no_answer", {profile.endpoint, std::to_string((waited.count() + 999) / 1000)}});
    }
}

Connection::Connection(Profile profile) : profile_(std::move(profile)), context_(make_context()) {}

void Connection::open() {
    link_.reset();
    link_ = std::make_unique<Link>(context_, profile_);
}

bool Connection::try_next_key() {
    const bool tried = with_next_key_;
    if (!swap_keys(profile_)) return false;
    with_next_key_ = !tried;  // in vain: as it was
    return with_next_key_;
}

v1::Reply Connection::ask(v1::Request request, milliseconds timeout, const ProgressHandler& on_progress) {
    if (request.id().empty()) request.set_id(random_id());
    const auto id = request.id();
    v1::ClientFrame frame;
    *frame.mutable_request() = std::move(request);

    if (!link_ || link_->is_final()) open();
    const auto begin = Time::now();
    auto last_sign = begin;
    std::uint64_t sent_on = 0;  // the connection that took the request last; 0: none
    bool asked_again = false;
    std::optional<Time::time_point> again_at;  // we asked too much
    for (;;) {
        while (auto answer = link_->receive()) {
            if (is_news(profile_, answer->next_server_key()))
                keep_next_key(profile_, answer->next_server_key());
            if (answer->has_reply() && answer->reply().id() == id) {
                const bool too_many = answer->reply().error().code() == "limit.requests";
                if (too_many && since(begin) + too_many_pause < timeout) {
                    again_at = Time::now() + too_many_pause;
                    continue;
                }
                if (answer->reply().has_error()) throw Refused(answer->reply().error());
                return std::move(*answer->mutable_reply());
            }
            if (answer->has_progress() && answer->progress().id() == id) {
                last_sign = Time::now();
                if (on_progress) on_progress(answer->progress());
            }
        }
        if (again_at && Time::now() >= *again_at) {
            again_at.reset();
            last_sign = Time::now();
            sent_on = 0;
        }
        if (link_->state() == Link::State::WrongServerKey && link_->failures() >= handshake_tries &&
            try_next_key()) {
            open();
            sent_on = 0;
            continue;
        }
        if (link_->state() == Link::State::Up && std::exchange(with_next_key_, false)) settle_key(profile_);
        if (is_hopeless(*link_, sent_on != 0 || asked_again, since(begin)))
            throw_trouble(*link_, profile_, since(last_sign));

        const bool up = link_->state() == Link::State::Up;
        if (up && sent_on != link_->connections() && link_->send(frame)) sent_on = link_->connections();

        const auto silent = since(last_sign);
        if (silent >= timeout) throw_trouble(*link_, profile_, silent);
        if (!asked_again && sent_on != 0 && silent >= timeout / 2) {
            open();
            sent_on = 0;
            asked_again = true;
            continue;
        }
        auto until = asked_again || sent_on == 0 ? timeout : timeout / 2;
        // While nobody listens, look up in time to say so.
        if (sent_on == 0 && !asked_again) until = std::min<milliseconds>(until, silent + milliseconds(500));
        if (again_at) until = std::min<milliseconds>(until, silent + too_many_pause);
        link_->wait(std::max(until - silent, milliseconds(1)), -1, up && sent_on != link_->connections());
    }
}

}  // namespace dondoc::client
