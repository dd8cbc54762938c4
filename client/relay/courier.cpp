// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/courier.h"

#include <stdexcept>

namespace dondoc::relay {

Courier::Courier(int parallel) : multi_(curl_multi_init()) {
    if (multi_ == nullptr) throw std::runtime_error("libcurl cannot make a handle");
    curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, static_cast<long>(parallel));
}

Courier::~Courier() {
    for (auto& [handle, attempt] : tries_) curl_multi_remove_handle(multi_, handle);
    tries_.clear();
    curl_multi_cleanup(multi_);
}

void Courier::start(std::int64_t message, std::unique_ptr<Try> attempt) {
    auto* handle = attempt->handle();
    tries_.emplace(handle, std::pair{message, std::move(attempt)});
    curl_multi_add_handle(multi_, handle);
}

std::vector<std::int64_t> Courier::under_way() const {
    std::vector<std::int64_t> messages;
    for (const auto& [handle, attempt] : tries_) messages.push_back(attempt.first);
    return messages;
}

std::vector<std::pair<std::int64_t, Outcome>> Courier::work(std::chrono::milliseconds longest) {
    std::vector<std::pair<std::int64_t, Outcome>> done;
    int running = 0;
    curl_multi_poll(multi_, nullptr, 0, static_cast<int>(longest.count()), nullptr);
    curl_multi_perform(multi_, &running);
    int left = 0;
    while (const auto* info = curl_multi_info_read(multi_, &left)) {
        if (info->msg != CURLMSG_DONE) continue;
        auto* handle = info->easy_handle;
        const auto code = info->data.result;
        const auto found = tries_.find(handle);
        auto attempt = std::move(found->second);
        tries_.erase(found);
        curl_multi_remove_handle(multi_, handle);
        done.emplace_back(attempt.first, attempt.second->outcome(code));
    }
    return done;
}

}  // namespace dondoc::relay
