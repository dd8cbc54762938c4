// SPDX-License-Identifier: GPL-3.0-or-later
// How it works: libmicrohttpd reads a request on its one thread, which waits for all sockets at once. When
// the request is whole, its connection is put to sleep and the request handed to a worker; the worker's
// answer wakes it. An event stream sleeps in the same way while there is nothing to send. A watch shuts
// connections that take too long, which libmicrohttpd notices only when nothing comes at all.
#include "web/http/server.h"

#include <microhttpd.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "web/http/address.h"
#include "web/http/connections.h"
#include "web/http/exchange.h"
#include "web/http/security_headers.h"
#include "web/http/workers.h"

namespace dondoc::web {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t head_bytes = 32 * 1024;  // of a connection, for its headers
constexpr std::size_t bytes_a_second = 32 * 1024;
constexpr std::size_t most_waiting = 1'024;  // requests that no worker has taken yet
constexpr std::size_t small_body = 64 * 1024;
constexpr std::size_t stream_block = 4'096;

int socket_of(MHD_Connection* connection) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == nullptr ? -1 : info->connect_fd;
}

std::string peer_of(MHD_Connection* connection) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info == nullptr ? std::string{} : address_of(*info->client_addr);
}

void log_line(void*, const char* format, va_list arguments) {
    char line[512];
    std::vsnprintf(line, sizeof line, format, arguments);
    spdlog::debug("http: {}", line);
}

}  // namespace

class Server::Implementation {
  public:
    Implementation(ServerOptions options, const Router& router)
        : options_(std::move(options)), router_(router), workers_(options_.workers, most_waiting) {
        listen();
        watch_ = std::thread{[this] { watch(); }};
    }
    ~Implementation() {
        {
            const std::lock_guard lock{mutex_};
            ends_ = true;
            for (const auto& stream : streams_) stream->close();
        }
        end_.notify_all();
        watch_.join();
        const auto listener = MHD_quiesce_daemon(daemon_);
        if (listener != MHD_INVALID_SOCKET) ::close(listener);
        wait_for_answers();
        MHD_stop_daemon(daemon_);
    }
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;

    std::uint16_t port() const {
        const auto* info = MHD_get_daemon_info(daemon_, MHD_DAEMON_INFO_BIND_PORT);
        return info == nullptr ? std::uint16_t{0} : info->port;
    }
    ServerCounts counts() const {
        const std::lock_guard lock{mutex_};
        return {requests_, refused_, faults_, connections_.size(), streams_.size()};
    }

  private:
    void listen() {
        const auto address = address_to_listen(options_.address, options_.port);
        unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
        if (address.ss_family == AF_INET6) flags |= MHD_USE_IPv6;
        std::vector<MHD_OptionItem> tls;
        if (!options_.certificate.empty()) {
            flags |= MHD_USE_TLS;
            tls.push_back({MHD_OPTION_HTTPS_MEM_CERT, 0, options_.certificate.data()});
            tls.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, options_.key.data()});
            tls.push_back({MHD_OPTION_HTTPS_PRIORITIES, 0, tls_priorities_.data()});
        }
        tls.push_back({MHD_OPTION_END, 0, nullptr});
        daemon_ = MHD_start_daemon(
            flags, options_.port, on_accept, this, on_request, this, MHD_OPTION_SOCK_ADDR, &address,
            MHD_OPTION_EXTERNAL_LOGGER, log_line, nullptr, MHD_OPTION_CONNECTION_MEMORY_LIMIT, head_bytes,
            MHD_OPTION_CONNECTION_LIMIT, options_.connections, MHD_OPTION_CONNECTION_TIMEOUT,
            static_cast<unsigned>(2 * options_.request_time.count()), MHD_OPTION_STRICT_FOR_CLIENT, 1,
            MHD_OPTION_LISTENING_ADDRESS_REUSE, 1U, MHD_OPTION_URI_LOG_CALLBACK, on_target, nullptr,
            MHD_OPTION_NOTIFY_COMPLETED, on_completed, this, MHD_OPTION_NOTIFY_CONNECTION, on_connection,
            this, MHD_OPTION_ARRAY, tls.data(), MHD_OPTION_END);
        if (daemon_ == nullptr)
            throw std::runtime_error("cannot listen on " + options_.address + " port " +
                                     std::to_string(options_.port));
    }

    // Once a second; streams get a sign of life, so that one whose client has gone is noticed.
    void watch() {
        auto next_beat = Steady::now() + options_.beat;
        std::unique_lock lock{mutex_};
        while (!end_.wait_for(lock, std::chrono::seconds{1}, [this] { return ends_; })) {
            const auto now = Steady::now();
            refused_ += connections_.shut_late(now);
            if (now < next_beat) continue;
            next_beat = now + options_.beat;
            for (const auto& stream : streams_) stream->beat();
        }
    }

    void wait_for_answers() {
        std::unique_lock lock{mutex_};
        answered_.wait(lock, [this] { return waiting_ == 0; });
    }

    bool is_proxy(const std::string& address) const {
        return std::ranges::find(options_.proxies, address) != options_.proxies.end();
    }

    static MHD_Result on_accept(void* cls, const sockaddr* peer, socklen_t) {
        auto& self = *static_cast<Implementation*>(cls);
        const auto address = address_of(*peer);
        if (self.is_proxy(address) || self.connections_.of(address) < self.options_.connections_per_address)
            return MHD_YES;
        self.count_refused();
        return MHD_NO;
    }
    static void on_connection(void* cls, MHD_Connection* connection, void**,
                              MHD_ConnectionNotificationCode code) {
        auto& self = *static_cast<Implementation*>(cls);
        if (code == MHD_CONNECTION_NOTIFY_STARTED)
            self.connections_.came(socket_of(connection), peer_of(connection), Steady::now(),
                                   self.options_.request_time);
        else
            self.connections_.left(socket_of(connection));
    }
    // The target as it was sent. What is returned here comes as the exchange of on_request().
    static void* on_target(void*, const char* target, MHD_Connection*) { return new Exchange{target}; }

    static void on_completed(void* cls, MHD_Connection* connection, void** kept, MHD_RequestTerminationCode) {
        auto& self = *static_cast<Implementation*>(cls);
        const std::unique_ptr<Exchange> exchange{static_cast<Exchange*>(std::exchange(*kept, nullptr))};
        if (exchange == nullptr) return;
        self.bodies_ -= exchange->reserved;
        if (exchange->response && exchange->response->stream) self.forget(exchange->response->stream);
        self.connections_.must_go_on(socket_of(connection), Steady::now() + self.options_.request_time);
    }

    static MHD_Result on_request(void* cls, MHD_Connection* connection, const char* url, const char* method,
                                 const char*, const char* data, size_t* size, void** kept) {
        auto& self = *static_cast<Implementation*>(cls);
        auto& exchange = *static_cast<Exchange*>(*kept);
        switch (exchange.stage) {
            case Exchange::Stage::Begins:
                exchange.stage = Exchange::Stage::Reads;
                return self.begin(connection, exchange, url, method);
            case Exchange::Stage::Reads:
                if (*size == 0) return self.hand_to_worker(connection, exchange);
                if (!self.take(connection, exchange, {data, *size})) return MHD_NO;
                *size = 0;
                return MHD_YES;
            case Exchange::Stage::Waits:
                return MHD_YES;
            case Exchange::Stage::Answered:
                break;
        }
        return self.queue(connection, exchange);
    }

    // Headers alone are there: what is refused now is refused before its body was read.
    MHD_Result begin(MHD_Connection* connection, Exchange& exchange, const char* url, const char* method) {
        auto& request = exchange.request;
        request.remote = peer_of(connection);
        if (!exchange.read_head(connection, url, method)) return refuse(connection, exchange, 400);
        request.is_from_proxy = is_proxy(request.remote);
        if (request.is_from_proxy && request.headers.has("x-forwarded-for"))
            request.remote = forwarded_for(request.headers);
        exchange.found = router_.find(request.method, request.path);
        const auto* route = exchange.found.route;
        if (route == nullptr) {
            if (exchange.found.allowed.empty()) return refuse(connection, exchange, 404);
            return refuse(connection, exchange, 405);
        }
        request.parts = exchange.found.parts;
        const auto& length = request.headers["content-length"];
        const bool is_chunked = request.headers.has("transfer-encoding");
        const auto bytes = std::strtoull(length.c_str(), nullptr, 10);
        if (bytes > route->most_bytes) return refuse(connection, exchange, 413);
        if (is_chunked && !length.empty()) return refuse(connection, exchange, 400);
        if ((bytes > small_body || is_chunked) && route->before_body)
            if (auto refusal = route->before_body(request)) {
                exchange.response = std::move(refusal);
                return queue(connection, exchange);
            }
        if (!reserve(exchange, is_chunked ? route->most_bytes : bytes))
            return refuse(connection, exchange, 503);
        if (request.method != "GET") exchange.begin_form(connection);
        connections_.must_go_on(socket_of(connection), Steady::now() + options_.request_time);
        return MHD_YES;
    }

    bool reserve(Exchange& exchange, std::size_t bytes) {
        if (bodies_.fetch_add(bytes) + bytes > options_.bodies) {
            bodies_ -= bytes;
            return false;
        }
        exchange.reserved = bytes;
        return true;
    }

    // False: it is more than it may be.
    bool take(MHD_Connection* connection, Exchange& exchange, std::string_view piece) {
        const auto before = exchange.read / bytes_a_second;
        exchange.take(piece);
        if (exchange.read > exchange.found.route->most_bytes) {
            count_refused();
            return false;
        }
        if (exchange.read / bytes_a_second != before)
            connections_.must_go_on(socket_of(connection), Steady::now() + options_.request_time);
        return true;
    }

    MHD_Result hand_to_worker(MHD_Connection* connection, Exchange& exchange) {
        if (!exchange.is_whole()) return refuse(connection, exchange, 400);
        connections_.must_go_on(socket_of(connection), Steady::time_point::max());
        if (!count_waiting()) return refuse(connection, exchange, 503);
        exchange.stage = Exchange::Stage::Waits;
        MHD_suspend_connection(connection);
        if (workers_.hand([this, connection, &exchange] { answer(connection, exchange); })) return MHD_YES;
        exchange.response = error(503, exchange.request);
        wake(connection, exchange);
        return MHD_YES;
    }

    // False: the server ends, and nothing may be left asleep.
    bool count_waiting() {
        const std::lock_guard lock{mutex_};
        if (ends_) return false;
        ++requests_;
        ++waiting_;
        return true;
    }

    // On a worker's thread.
    void answer(MHD_Connection* connection, Exchange& exchange) {
        try {
            exchange.response = exchange.found.route->answer(exchange.request);
        } catch (const std::exception& fault) {
            spdlog::error("event=fault path=\"{}\" error=\"{}\"", exchange.found.route->pattern,
                          fault.what());
            exchange.response = error(500, exchange.request);
            const std::lock_guard lock{mutex_};
            ++faults_;
        }
        wake(connection, exchange);
    }

    void wake(MHD_Connection* connection, Exchange& exchange) {
        exchange.stage = Exchange::Stage::Answered;
        MHD_resume_connection(connection);
        const std::lock_guard lock{mutex_};
        --waiting_;
        answered_.notify_all();
    }

    Response error(int status, const Request& request) const {
        if (options_.on_error) return options_.on_error(status, request);
        return plain(std::to_string(status) + "\n", status);
    }
    MHD_Result refuse(MHD_Connection* connection, Exchange& exchange, int status) {
        count_refused();
        exchange.response = error(status, exchange.request);
        if (status == 405) exchange.response->set("Allow", exchange.found.allowed);
        return queue(connection, exchange);
    }
    void count_refused() {
        const std::lock_guard lock{mutex_};
        ++refused_;
    }

    MHD_Result queue(MHD_Connection* connection, Exchange& exchange) {
        exchange.stage = Exchange::Stage::Answered;
        auto& response = *exchange.response;
        const bool is_stream = response.stream != nullptr;
        connections_.must_go_on(socket_of(connection),
                                is_stream ? Steady::time_point::max() : Steady::now() + options_.answer_time);
        auto* wire = is_stream ? open_stream(connection, response.stream)
                               : MHD_create_response_from_buffer(response.body.size(), response.body.data(),
                                                                 MHD_RESPMEM_MUST_COPY);
        if (wire == nullptr) return MHD_NO;
        for (const auto& [name, value] : headers_of(response, options_.is_secure))
            MHD_add_response_header(wire, name.c_str(), value.c_str());
        const auto result = MHD_queue_response(connection, static_cast<unsigned>(response.status), wire);
        MHD_destroy_response(wire);
        return result;
    }

    struct Sending {
        MHD_Connection* connection;
        std::shared_ptr<EventStream> stream;
    };
    MHD_Response* open_stream(MHD_Connection* connection, const std::shared_ptr<EventStream>& stream) {
        stream->on_wake([connection] { MHD_resume_connection(connection); });
        {
            const std::lock_guard lock{mutex_};
            streams_.insert(stream);
            if (ends_) stream->close();
        }
        return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, stream_block, send_stream,
                                                 new Sending{connection, stream},
                                                 [](void* cls) { delete static_cast<Sending*>(cls); });
    }
    static ssize_t send_stream(void* cls, uint64_t, char* into, size_t most) {
        const auto& sending = *static_cast<Sending*>(cls);
        const auto taken =
            sending.stream->take(into, most, [&] { MHD_suspend_connection(sending.connection); });
        if (taken.ended) return MHD_CONTENT_READER_END_OF_STREAM;
        return static_cast<ssize_t>(taken.bytes);
    }
    void forget(const std::shared_ptr<EventStream>& stream) {
        stream->detach();
        const std::lock_guard lock{mutex_};
        streams_.erase(stream);
    }

    ServerOptions options_;
    std::string tls_priorities_ = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";
    const Router& router_;
    Connections connections_;
    std::atomic<std::size_t> bodies_{0};
    mutable std::mutex mutex_;
    std::condition_variable end_, answered_;
    bool ends_ = false;
    std::uint64_t requests_ = 0, refused_ = 0, faults_ = 0;
    std::size_t waiting_ = 0;  // handed to workers
    std::set<std::shared_ptr<EventStream>> streams_;
    MHD_Daemon* daemon_ = nullptr;
    std::thread watch_;
    Workers workers_;
};

Server::Server(ServerOptions options, const Router& router)
    : implementation_(std::make_unique<Implementation>(std::move(options), router)) {}
Server::~Server() = default;
std::uint16_t Server::port() const {
    return implementation_->port();
}
ServerCounts Server::counts() const {
    return implementation_->counts();
}

}  // namespace dondoc::web
