// SPDX-License-Identifier: Apache-2.0
// Sockets that wait for clients.
#pragma once

#include <string>

namespace dondoc::door {

// Owns a descriptor.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

  private:
    int number_ = -1;
};

// `endpoint`: tcp://host:port, where the host is *, an address or the name of an interface, or ipc:///path.
// A socket file that is there already is replaced. Throws std::system_error.
Descriptor listen_at(const std::string& endpoint);

// For a connection that was accepted at such an endpoint: found out when its client is gone, nothing delayed.
void set_up_connection(int descriptor);

// Where the other side is: an IP address, or "local".
std::string address_of(int descriptor);

}  // namespace dondoc::door
