// SPDX-License-Identifier: Apache-2.0
// Things that one thread hands to another, with a descriptor that says that there are some.
#pragma once

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <mutex>
#include <system_error>
#include <utility>
#include <vector>

namespace dondoc::door {

template <typename Item>
class Mailbox {
  public:
    Mailbox() : descriptor_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
        if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
    }
    ~Mailbox() { ::close(descriptor_); }
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    // Leaves `items` empty.
    void put(std::vector<Item>& items) {
        if (items.empty()) return;
        bool was_empty = false;
        {
            const std::scoped_lock lock{mutex_};
            was_empty = items_.empty();
            has_some_ = true;
            if (was_empty)
                items_.swap(items);
            else
                items_.insert(items_.end(), std::make_move_iterator(items.begin()),
                              std::make_move_iterator(items.end()));
        }
        items.clear();
        if (was_empty) ring();
    }
    // Cheap: whether take() would find something. What was put a moment ago may be missed, but rings.
    bool has_some() const { return has_some_.load(std::memory_order_relaxed); }
    // Takes all; `items` is empty before. False: there are none.
    bool take(std::vector<Item>& items) {
        std::uint64_t rings = 0;
        [[maybe_unused]] const auto size = ::read(descriptor_, &rings, sizeof rings);
        const std::scoped_lock lock{mutex_};
        has_some_ = false;
        items.swap(items_);
        return !items.empty();
    }
    // Readable while something waits.
    int descriptor() const { return descriptor_; }

  private:
    void ring() {
        const std::uint64_t once = 1;
        [[maybe_unused]] const auto size = ::write(descriptor_, &once, sizeof once);
    }

    int descriptor_;
    std::atomic<bool> has_some_{false};
    std::mutex mutex_;
    std::vector<Item> items_;
};

}  // namespace dondoc::door
