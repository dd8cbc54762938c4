// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/http/event_stream.h"

#include <algorithm>
#include <utility>

namespace dondoc::web {

void EventStream::send(std::string_view id, std::string_view kind, std::string_view data) {
    std::string text;
    if (!id.empty()) text.append("id: ").append(id).append("\n");
    if (!kind.empty()) text.append("event: ").append(kind).append("\n");
    for (std::size_t begin = 0; begin <= data.size();) {
        const auto end = std::min(data.find('\n', begin), data.size());
        text.append("data: ").append(data.substr(begin, end - begin)).append("\n");
        begin = end + 1;
    }
    append(text + "\n");
}

void EventStream::beat() {
    append(":\n\n");
}

void EventStream::append(std::string_view text) {
    const std::lock_guard lock{mutex_};
    if (is_closed_) return;
    if (waiting_.size() + text.size() > most_unread)
        is_closed_ = true;
    else
        waiting_ += text;
    wake_up();
}

void EventStream::close() {
    const std::lock_guard lock{mutex_};
    is_closed_ = true;
    wake_up();
}

bool EventStream::is_open() const {
    const std::lock_guard lock{mutex_};
    return !is_closed_;
}

void EventStream::wake_up() {
    if (std::exchange(is_asleep_, false) && wake_) wake_();
}

EventStream::Taken EventStream::take(char* into, std::size_t most, const std::function<void()>& sleep) {
    const std::lock_guard lock{mutex_};
    const auto bytes = std::min(most, waiting_.size());
    std::copy_n(waiting_.begin(), bytes, into);
    waiting_.erase(0, bytes);
    const bool ended = bytes == 0 && is_closed_;
    if (bytes == 0 && !ended) {
        is_asleep_ = true;
        sleep();
    }
    return {bytes, ended};
}

void EventStream::on_wake(std::function<void()> wake) {
    const std::lock_guard lock{mutex_};
    wake_ = std::move(wake);
}

void EventStream::detach() {
    const std::lock_guard lock{mutex_};
    is_closed_ = true;
    is_asleep_ = false;
    wake_ = {};
    waiting_.clear();
}

}  // namespace dondoc::web
