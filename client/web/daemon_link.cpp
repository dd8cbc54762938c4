// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/daemon_link.h"

#include <utility>

namespace dondoc::web {
namespace {

constexpr std::chrono::seconds longest_silence{30};

}  // namespace

// A connection for one question; it goes back whatever happens.
class DaemonLink::Borrowed {
  public:
    explicit Borrowed(DaemonLink& link) : link_(link) {
        std::unique_lock lock{link_.mutex_};
        link_.returned_.wait(lock, [&] { return !link_.free_.empty(); });
        connection_ = std::move(link_.free_.back());
        link_.free_.pop_back();
    }
    ~Borrowed() {
        {
            const std::lock_guard lock{link_.mutex_};
            link_.free_.push_back(std::move(connection_));
        }
        link_.returned_.notify_one();
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;

    client::Connection& operator*() { return *connection_; }

  private:
    DaemonLink& link_;
    std::unique_ptr<client::Connection> connection_;
};

DaemonLink::DaemonLink(client::Profile profile, std::size_t connections) : profile_(std::move(profile)) {
    for (std::size_t i = 0; i < connections; ++i)
        free_.push_back(std::make_unique<client::Connection>(profile_));
}

DaemonLink::~DaemonLink() = default;

v1::Reply DaemonLink::ask(std::uint64_t person, v1::Request request, text::Lang lang) {
    request.set_person(person);
    auto reply = ask_itself(std::move(request), lang);
    if (reply.error().code() == "access.person") throw SignedOut();
    return reply;
}

v1::Reply DaemonLink::ask_itself(v1::Request request, text::Lang lang) {
    request.set_lang(lang == text::Lang::En ? "en" : "vi");
    v1::Reply refused;
    refused.set_id(request.id());
    Borrowed connection{*this};
    try {
        return (*connection).ask(std::move(request), longest_silence);
    } catch (const client::Unreachable& error) {
        throw DaemonAway(error.message());
    } catch (const client::Refused& error) {
        if (error.error().message().empty())  // our key is not let in
            throw DaemonAway({error.error().code(), {profile_.public_key}});
        *refused.mutable_error() = error.error();
    }
    return refused;
}

}  // namespace dondoc::web
