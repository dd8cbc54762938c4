// SPDX-License-Identifier: Apache-2.0
// Long work on a thread of its own, which shares nothing with the thread that owns the state but the file.
// When this goes, the work is told to stop and waited for.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <stop_token>
#include <thread>

namespace dondoc::engine {

template <typename Result>
class Background {
  public:
    explicit Background(std::function<Result(std::stop_token)> work) {
        std::promise<Result> promise;
        result_ = promise.get_future();
        thread_ = std::jthread{
            [work = std::move(work), promise = std::move(promise)](const std::stop_token& stop) mutable {
                try {
                    promise.set_value(work(stop));
                } catch (...) {
                    promise.set_exception(std::current_exception());
                }
            }};
    }

    bool is_done() const { return result_.wait_for(std::chrono::seconds{0}) == std::future_status::ready; }
    // Once, when it is done. Throws what the work threw.
    Result take() { return result_.get(); }

  private:
    std::future<Result> result_;
    std::jthread thread_;
};

}  // namespace dondoc::engine
