// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP server: libmicrohttpd on one thread for all connections, and workers that run the handlers, so
// that one who waits for the daemon holds up nobody. docs/decisions/web-server.md says why.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "web/http/router.h"

namespace dondoc::web {

struct ServerOptions {
    std::string address = "127.0.0.1";  // IPv4 or IPv6
    std::uint16_t port = 0;             // 0: any that is free
    std::string certificate, key;       // PEM; both empty: no TLS
    std::vector<std::string> proxies;   // addresses whose X-Forwarded-For is believed
    unsigned workers = 16;
    unsigned connections = 2'000;
    unsigned connections_per_address = 64;   // not of proxies
    std::size_t bodies = 256 * 1024 * 1024;  // bytes of all requests that are being read or answered
    std::chrono::seconds request_time{20};   // for headers; the body has a second more for each 32 KiB
    std::chrono::seconds answer_time{600};   // for taking the answer
    std::chrono::seconds beat{20};           // of event streams
    // Pages of errors; empty: plain text. Called on any thread.
    std::function<Response(int status, const Request& request)> on_error = {};
    bool is_secure = false;  // people come by https: browsers are told to keep to it
};

// What it counts since its start.
struct ServerCounts {
    std::uint64_t requests = 0;
    std::uint64_t refused = 0;                 // too large, too slow, too many, malformed
    std::uint64_t faults = 0;                  // handlers that threw
    std::size_t connections = 0, streams = 0;  // now
};

class Server {
  public:
    // Serves from then on. The router must outlive the server. Throws std::runtime_error when it cannot
    // listen.
    Server(ServerOptions options, const Router& router);
    // Answers what has been asked, closes streams and ends.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    ServerCounts counts() const;

  private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace dondoc::web
