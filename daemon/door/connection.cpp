// SPDX-License-Identifier: Apache-2.0
#include "door/connection.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace dondoc::door {
namespace {

constexpr std::size_t read_at_once = 64 * 1024;
constexpr std::size_t stranger_reads = 1024;
constexpr std::size_t sealed_at_once = 64 * 1024;
constexpr std::size_t kept_when_idle = 1024;  // bytes, of each of thousands that only ping
constexpr std::size_t messages_ahead = 64;
constexpr std::size_t bytes_ahead = std::size_t{1} << 20;
constexpr std::size_t large_message = 64 * 1024;

}  // namespace

Connection::Connection(Number number, Entrance entrance, Descriptor socket, const ServerKey& server,
                       Porter& porter, Shared& shared, Arrivals& arrivals, Time now)
    : number_(number),
      entrance_(entrance),
      socket_(std::move(socket)),
      porter_(porter),
      shared_(shared),
      arrivals_(arrivals),
      peer_(server, entrance == Entrance::Feed ? "PUB" : "ROUTER", *this),
      name_(std::make_shared<const std::string>()),
      since_(now),
      wire_(greeting()) {}

std::optional<std::size_t> Connection::admit(const Key& client) {
    auto admission = porter_.admit(entrance_, client, address_of(socket_.number()));
    if (!admission) return std::nullopt;
    name_ = std::make_shared<const std::string>(std::move(admission->name));
    largest_message_ = admission->largest_message;
    return largest_message_;
}

void Connection::message(std::string content) {
    is_silent = false;
    if (entrance_ == Entrance::Feed) {
        too_many_topics_ = !topics_.take(content) || too_many_topics_;
        return;
    }
    load_->incoming.fetch_add(1);
    load_->incoming_bytes.fetch_add(content.size());
    shared_.waiting_bytes.fetch_add(content.size());
    arrivals_.push_back({number_, load_, name_, std::move(content)});
}

void Connection::many_parts() {
    message({});
}

std::optional<Ending> Connection::read(Time now) {
    static thread_local std::array<char, read_at_once> buffer;
    const auto room = peer_.is_in() ? buffer.size() : stranger_reads;
    const auto size = ::recv(socket_.number(), buffer.data(), room, 0);
    if (size == 0) return Ending::Left;
    if (size < 0) return errno == EAGAIN || errno == EINTR ? std::nullopt : std::optional{Ending::Left};
    const auto arrived = arrivals_.size();
    const auto ending = peer_.take({buffer.data(), static_cast<std::size_t>(size)}, wire_);
    if (peer_.held() == 0)
        message_since_.reset();
    else if (!message_since_ || arrivals_.size() != arrived)
        message_since_ = now;
    if (ending) return ending;
    return too_many_topics_ ? std::optional{Ending::TooMuch} : std::nullopt;
}

void Connection::put(std::shared_ptr<const Outgoing> message) {
    waiting_.push_back(std::move(message));
}

std::optional<Ending> Connection::write() {
    while (has_to_write()) {
        if (written_ == wire_.size()) {
            wire_.clear();
            written_ = 0;
        }
        while (!waiting_.empty() && wire_.size() < sealed_at_once) {
            const auto message = std::move(waiting_.front());
            waiting_.pop_front();
            if (message->topic) peer_.put(wire_, *message->topic, true);
            peer_.put(wire_, message->content, false);
            if (message->topic) continue;  // what many get is not counted
            load_->outgoing.fetch_sub(1);
            load_->outgoing_bytes.fetch_sub(message->content.size());
            shared_.outgoing_bytes.fetch_sub(message->content.size());
        }
        const auto size =
            ::send(socket_.number(), wire_.data() + written_, wire_.size() - written_, MSG_NOSIGNAL);
        if (size < 0) return errno == EAGAIN || errno == EINTR ? std::nullopt : std::optional{Ending::Left};
        written_ += static_cast<std::size_t>(size);
    }
    wire_.clear();
    if (wire_.capacity() > kept_when_idle) wire_.shrink_to_fit();
    written_ = 0;
    return std::nullopt;
}

void Connection::drop_waiting() {
    for (const auto& message : waiting_)
        if (!message->topic) shared_.outgoing_bytes.fetch_sub(message->content.size());
    waiting_.clear();
}

bool Connection::is_ahead() const {
    return load_->incoming >= messages_ahead || load_->incoming_bytes > bytes_ahead;
}

bool Connection::is_in_large_message() const {
    return peer_.announced() > large_message;
}

}  // namespace dondoc::door
