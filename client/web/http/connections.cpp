// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/http/connections.h"

#include <sys/socket.h>

#include <utility>

namespace dondoc::web {

void Connections::came(int socket, const std::string& address, Time now, std::chrono::seconds until) {
    const std::lock_guard lock{mutex_};
    open_.insert_or_assign(socket, Open{address, now + until});
    ++of_address_[address];
}

void Connections::left(int socket) {
    const std::lock_guard lock{mutex_};
    const auto found = open_.find(socket);
    if (found == open_.end()) return;
    const auto counted = of_address_.find(found->second.address);
    if (--counted->second == 0) of_address_.erase(counted);
    open_.erase(found);
}

void Connections::must_go_on(int socket, Time until) {
    const std::lock_guard lock{mutex_};
    if (const auto found = open_.find(socket); found != open_.end()) found->second.until = until;
}

std::size_t Connections::of(const std::string& address) const {
    const std::lock_guard lock{mutex_};
    const auto found = of_address_.find(address);
    return found == of_address_.end() ? 0 : found->second;
}

std::size_t Connections::size() const {
    const std::lock_guard lock{mutex_};
    return open_.size();
}

// The socket is only shut here, and closed by the server: its number cannot become another's meanwhile.
std::size_t Connections::shut_late(Time now) {
    const std::lock_guard lock{mutex_};
    std::size_t late = 0;
    for (auto& [socket, open] : open_) {
        if (open.until > now) continue;
        ::shutdown(socket, SHUT_RDWR);
        open.until = Time::max();
        ++late;
    }
    return late;
}

}  // namespace dondoc::web
