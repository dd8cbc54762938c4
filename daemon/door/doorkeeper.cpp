// SPDX-License-Identifier: Apache-2.0
#include "door/doorkeeper.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <system_error>

namespace dondoc::door {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds look_every{500};
constexpr std::chrono::milliseconds look_through_every{5000};  // all connections: most of them only ping
// Of a connection that is to end when all is written. libzmq drops what it has not handed on when the other
// side closes, so its client gets a moment.
constexpr std::chrono::seconds longest_leave{5};
constexpr std::chrono::seconds shortest_leave{1};
constexpr int events_at_once = 256;
constexpr int accepted_at_once = 64;
constexpr std::size_t most_gathered = 256;
constexpr std::size_t slowest_bytes_per_s = 32 * 1024;  // of a message that is under way

// What epoll names: errands, then listeners, then connections.
constexpr Number errands_number = 0;
constexpr Number first_connection = 1024;

}  // namespace

Doorkeeper::Doorkeeper(const ServerKey& server, const Limits& limits, Porter& porter, Shared& shared)
    : server_(server),
      limits_(limits),
      porter_(porter),
      shared_(shared),
      poll_(::epoll_create1(EPOLL_CLOEXEC)),
      last_number_(first_connection) {
    if (poll_.number() < 0) throw std::system_error(errno, std::generic_category(), "epoll_create1");
    watch(shared_.errands.descriptor(), errands_number, EPOLLIN);
}

Doorkeeper::~Doorkeeper() = default;

void Doorkeeper::listen(Entrance entrance, const std::string& endpoint) {
    listeners_.push_back({entrance, listen_at(endpoint)});
    watch(listeners_.back().socket.number(), listeners_.size(), EPOLLIN);
}

void Doorkeeper::watch(int descriptor, Number as, std::uint32_t events, bool anew) {
    epoll_event event{};
    event.events = events;
    event.data.u64 = as;
    if (::epoll_ctl(poll_.number(), anew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, &event) != 0)
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

void Doorkeeper::run() {
    std::array<epoll_event, events_at_once> events{};
    std::vector<Errand> errands;
    std::optional<Time> deadline;
    for (;;) {
        const auto longest = arrivals_.empty() ? look_every : std::min(look_every, limits_.gathering);
        const int count =
            ::epoll_wait(poll_.number(), events.data(), events_at_once, static_cast<int>(longest.count()));
        now_ = steady_clock::now();
        if (arrivals_.empty()) gathered_since_ = now_;
        for (int i = 0; i < count; ++i) {
            const auto& event = events.at(static_cast<std::size_t>(i));
            look_at(event.data.u64, event.events);
        }
        if (shared_.errands.take(errands)) {
            for (const auto& errand : errands) carry_out(errand);
            errands.clear();
            for (const auto number : to_write_)
                if (const auto found = connections_.find(number); found != connections_.end())
                    write_to(*found->second);
            to_write_.clear();
        }
        hand_on();
        ended_.clear();
        if (now_ - looked_ >= look_every) look_at_clock();
        if (!shared_.closing) continue;
        if (!deadline) {
            deadline = now_ + std::chrono::milliseconds{shared_.linger_ms};
            listeners_.clear();
        }
        if (now_ >= *deadline || is_written()) return;
    }
}

bool Doorkeeper::is_written() const {
    return std::ranges::none_of(connections_, [](const auto& entry) { return entry.second->has_to_write(); });
}

void Doorkeeper::look_at(Number which, std::uint32_t events) {
    if (which == errands_number) return;
    if (which < first_connection) {
        if (which <= listeners_.size()) accept_from(listeners_[which - 1]);
        return;
    }
    const auto found = connections_.find(which);
    if (found == connections_.end()) return;  // has ended in this round
    auto& connection = *found->second;
    if ((events & EPOLLOUT) != 0) write_to(connection);
    if (!connections_.contains(which)) return;
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0 && !shared_.closing) read_from(connection);
}

void Doorkeeper::accept_from(Listener& listener) {
    for (int i = 0; i < accepted_at_once; ++i) {
        Descriptor socket{
            ::accept4(listener.socket.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)};
        if (socket.number() >= 0) {
            begin(listener.entrance, std::move(socket));
            continue;
        }
        if (errno == EAGAIN) return;
        // Whoever has not proved who he is makes room; where nobody has to, the next look tries again.
        if ((errno == EMFILE || errno == ENFILE) && make_room()) continue;
        if (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS)
            return listen_again_later();
    }
}

bool Doorkeeper::make_room() {
    for (auto& counts : counts_)
        if (!counts.strangers.empty()) {
            end(*counts.strangers.begin()->second, Ending::CrowdedOut);
            ended_.clear();  // closes it: nobody up the stack holds it
            return true;
        }
    return false;
}

void Doorkeeper::listen_again_later() {
    for (std::size_t i = 0; i < listeners_.size(); ++i) watch(listeners_[i].socket.number(), i + 1, 0, false);
    listens_ = false;
}

void Doorkeeper::begin(Entrance entrance, Descriptor socket) {
    auto& strangers = counts_[static_cast<std::size_t>(entrance)].strangers;
    // The oldest, so that a newcomer has time for his handshake however many others there are.
    while (strangers.size() >= limits_.strangers) end(*strangers.begin()->second, Ending::CrowdedOut);
    set_up_connection(socket.number());
    const auto number = ++last_number_;
    auto owned = std::make_unique<Connection>(number, entrance, std::move(socket), server_, porter_, shared_,
                                              arrivals_, now_);
    auto& connection = *owned;
    connections_.emplace(number, std::move(owned));
    strangers.emplace(number, &connection);
    connection.interest = EPOLLIN;
    watch(connection.descriptor(), number, EPOLLIN);
    write_to(connection);
}

void Doorkeeper::read_from(Connection& connection) {
    const auto held_before = connection.peer().held();
    const bool was_silent = connection.is_silent;
    const auto ending = connection.read(now_);
    held_bytes_ += connection.peer().held() - held_before;
    if (ending) {
        if (*ending == Ending::Refused) (void)connection.write();  // it is told
        return end(connection, *ending);
    }
    if (!connection.is_counted && connection.peer().is_in() && !came_in(connection)) return;
    if (was_silent && !connection.is_silent) counts(connection).silent.erase(connection.number());
    if (connection.has_to_write()) {
        const auto number = connection.number();
        write_to(connection);
        if (!connections_.contains(number)) return;
    }
    pause_or_resume(connection);
    if (held_bytes_ > limits_.unfinished_bytes) shed();
}

// Its client has proved who it is. False: there was no room, and it has ended. It was let in before that, so
// that its client sees a connection that broke, and tries again later.
bool Doorkeeper::came_in(Connection& connection) {
    auto& counts = this->counts(connection);
    counts.strangers.erase(connection.number());
    auto& of_name = counts.by_name[connection.name()];
    std::optional<Ending> ending;
    if (of_name >= limits_.per_key) ending = Ending::KeyIsFull;
    if (!ending && counts.open >= limits_.connections) {
        if (counts.silent.empty())
            ending = Ending::DoorIsFull;
        else
            end(*counts.silent.begin()->second, Ending::DoorIsFull);
    }
    if (ending) {
        if (of_name == 0) counts.by_name.erase(connection.name());
        (void)connection.write();
        end(connection, *ending);
        return false;
    }
    ++counts.by_name[connection.name()];
    ++counts.open;
    connection.is_counted = true;
    if (connection.is_silent && connection.entrance() == Entrance::Sessions)
        counts.silent.emplace(connection.number(), &connection);
    if (connection.entrance() == Entrance::Feed) subscribers_.insert(&connection);
    porter_.opened(connection.entrance(), counts.open);
    return true;
}

void Doorkeeper::pause_or_resume(Connection& connection) {
    const auto has_to_wait = [&] {
        return connection.is_ahead() ||
               (shared_.waiting_bytes > limits_.waiting_bytes && connection.is_in_large_message());
    };
    bool wait = has_to_wait();
    if (wait) {
        shared_.somebody_is_paused = true;
        wait = has_to_wait();  // the other thread may have received it before it could see that
    }
    if (wait == connection.is_paused) return;
    connection.is_paused = wait;
    if (wait) {
        paused_.insert(&connection);
    } else {
        paused_.erase(&connection);
        connection.restart_message(now_);
    }
    update_interest(connection);
}

void Doorkeeper::write_to(Connection& connection) {
    if (const auto ending = connection.write()) return end(connection, *ending);
    update_interest(connection);
}

void Doorkeeper::update_interest(Connection& connection) {
    const bool reads = !connection.is_paused && !connection.is_leaving;
    const std::uint32_t wanted = (reads ? EPOLLIN : 0U) | (connection.has_to_write() ? EPOLLOUT : 0U);
    if (wanted == connection.interest) return;
    // Not watched at all, an end that is not to be read yet does not wake us again and again.
    if (wanted == 0)
        ::epoll_ctl(poll_.number(), EPOLL_CTL_DEL, connection.descriptor(), nullptr);
    else
        watch(connection.descriptor(), connection.number(), wanted, connection.interest == 0);
    connection.interest = wanted;
}

void Doorkeeper::end(Connection& connection, Ending why) {
    auto& counts = this->counts(connection);
    counts.strangers.erase(connection.number());
    counts.silent.erase(connection.number());
    subscribers_.erase(&connection);
    paused_.erase(&connection);
    leaving_.erase(&connection);
    held_bytes_ -= connection.peer().held();
    connection.drop_waiting();
    if (connection.is_counted) {
        --counts.open;
        if (const auto of_name = counts.by_name.find(connection.name()); --of_name->second == 0)
            counts.by_name.erase(of_name);
    }
    connection.load()->gone = true;
    if (!connection.is_silent && connection.entrance() == Entrance::Sessions)
        arrivals_.push_back({connection.number(), connection.load(), nullptr, std::nullopt});
    porter_.ended(connection.entrance(), why, connection.name(), counts.open);
    auto owned = connections_.extract(connection.number());
    ended_.push_back(std::move(owned.mapped()));
}

void Doorkeeper::carry_out(const Errand& errand) {
    switch (errand.kind) {
        case Errand::Kind::Send:
            if (const auto found = connections_.find(errand.to); found != connections_.end()) {
                if (!found->second->has_to_write()) to_write_.push_back(errand.to);
                found->second->put(errand.message);
            } else {
                shared_.outgoing_bytes.fetch_sub(errand.message->content.size());
            }
            break;
        case Errand::Kind::Cut:
            if (const auto found = connections_.find(errand.to); found != connections_.end())
                end(*found->second, Ending::Cut);
            break;
        case Errand::Kind::Dismiss:
            for (auto& [number, connection] : connections_)
                if (connection->name() == errand.name) {
                    connection->is_leaving = true;
                    connection->leaving_since = now_;
                    leaving_.insert(connection.get());
                    to_write_.push_back(number);
                }
            break;
        case Errand::Kind::Publish:
            publish(errand.message);
            break;
        case Errand::Kind::Resume:
            for (auto* connection : std::vector<Connection*>{paused_.begin(), paused_.end()})
                pause_or_resume(*connection);
            break;
    }
}

void Doorkeeper::publish(const std::shared_ptr<const Outgoing>& message) {
    for (auto* subscriber : subscribers_) {
        if (subscriber->is_leaving || subscriber->waiting() >= limits_.feed_messages ||
            !subscriber->topics().want(*message->topic))
            continue;
        if (!subscriber->has_to_write()) to_write_.push_back(subscriber->number());
        subscriber->put(message);
    }
}

// To wake the other thread costs more than what it does for a ping: those of thousands that only listen are
// gathered for a moment. Whatever else arrives takes them along.
void Doorkeeper::hand_on() {
    const bool can_wait = arrivals_.size() < most_gathered && now_ - gathered_since_ < limits_.gathering &&
                          !shared_.closing && std::ranges::all_of(arrivals_, [&](const Arrival& arrival) {
                              return arrival.message && porter_.can_wait(*arrival.message);
                          });
    if (!can_wait) shared_.arrivals.put(arrivals_);
}

void Doorkeeper::look_at_clock() {
    looked_ = now_;
    if (!listens_ && !shared_.closing) {
        for (std::size_t i = 0; i < listeners_.size(); ++i)
            watch(listeners_[i].socket.number(), i + 1, EPOLLIN, false);
        listens_ = true;
    }
    end_late();
    for (auto* connection : std::vector<Connection*>{paused_.begin(), paused_.end()})
        pause_or_resume(*connection);
    hand_on();
    ended_.clear();
}

void Doorkeeper::end_late() {
    std::vector<std::pair<Connection*, Ending>> late;
    for (const auto& counts : counts_)
        for (const auto& [number, stranger] : counts.strangers) {
            if (now_ - stranger->since() <= limits_.handshake) break;  // nor have those that came after it
            late.emplace_back(stranger, Ending::NoHandshake);
        }
    for (auto* connection : leaving_)
        if (now_ - connection->leaving_since > (connection->has_to_write() ? longest_leave : shortest_leave))
            late.emplace_back(connection, Ending::Cut);
    // Not each time, but often enough for the time that a message has.
    if (now_ - looked_through_ >= std::clamp(limits_.message / 8, look_every, look_through_every)) {
        looked_through_ = now_;
        for (const auto& [number, connection] : connections_)
            if (is_late(*connection)) late.emplace_back(connection.get(), Ending::Unfinished);
    }
    for (const auto& [connection, why] : late) end(*connection, why);
}

// The message that is under way has taken too long.
bool Doorkeeper::is_late(const Connection& connection) const {
    const auto since = connection.message_since();
    if (!since || connection.is_paused || connection.is_leaving || !connection.peer().is_in()) return false;
    const std::chrono::seconds for_size{connection.peer().announced() / slowest_bytes_per_s};
    return now_ - *since > limits_.message + for_size;
}

// Of whose unfinished messages there is most, loses the largest.
void Doorkeeper::shed() {
    while (held_bytes_ > limits_.unfinished_bytes) {
        std::unordered_map<std::string, std::size_t> of_name;
        for (const auto& [number, connection] : connections_)
            of_name[connection->name()] += connection->peer().held();
        const auto most = std::ranges::max_element(
            of_name, [](const auto& a, const auto& b) { return a.second < b.second; });
        Connection* largest = nullptr;
        for (const auto& [number, connection] : connections_)
            if (connection->name() == most->first &&
                (largest == nullptr || connection->peer().held() > largest->peer().held()))
                largest = connection.get();
        if (largest == nullptr) return;  // nobody holds anything
        end(*largest, Ending::TooMuch);
    }
}

}  // namespace dondoc::door
