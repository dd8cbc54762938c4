// SPDX-License-Identifier: GPL-3.0-or-later
// A text/event-stream that is open: any thread writes into it, the server sends it when its client takes it.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace dondoc::web {

class EventStream {
  public:
    // More than this unread: the stream ends, and its client comes again with Last-Event-ID.
    static constexpr std::size_t most_unread = 256 * 1024;  // bytes

    // An event. `data` may have several lines; an empty `id` or `kind` is left out.
    void send(std::string_view id, std::string_view kind, std::string_view data);
    // Something for proxies and for noticing that nobody is there any more.
    void beat();
    void close();
    bool is_open() const;

    // The server's side. take(): what waits, at most `most` bytes; "ended" only when all was taken. When
    // there is nothing, `sleep` is called before the stream can be written to again, and `wake` when there
    // is.
    struct Taken {
        std::size_t bytes;
        bool ended;
    };
    Taken take(char* into, std::size_t most, const std::function<void()>& sleep);
    void on_wake(std::function<void()> wake);
    // Its connection has gone: nothing is called any more.
    void detach();

  private:
    void append(std::string_view text);
    void wake_up();

    mutable std::mutex mutex_;
    std::string waiting_;
    std::function<void()> wake_;
    bool is_asleep_ = false;
    bool is_closed_ = false;
};

}  // namespace dondoc::web
