#include "hub/outgoing.h"

#include <algorithm>

namespace dondoc::hub {
namespace {

struct Parcel {
    std::string bytes;
    std::shared_ptr<std::atomic<std::size_t>> waiting;
};

// In libzmq's thread.
void give_back(void* /*bytes*/, void* parcel) {
    const std::unique_ptr<Parcel> done{static_cast<Parcel*>(parcel)};
    done->waiting->fetch_sub(done->bytes.size());
}

}  // namespace

bool Outgoing::has_room(const RoutingId& to, std::size_t bytes) const {
    const auto found = waiting_.find(to);
    if (found == waiting_.end()) return true;
    const auto waiting = found->second->load();
    return waiting == 0 || waiting + bytes <= limit_;
}

zmq::message_t Outgoing::pack(const RoutingId& to, const std::string& frame) {
    forget_idle();
    auto& counter = waiting_[to];
    if (!counter) counter = std::make_shared<Counter>(0);
    auto parcel = std::make_unique<Parcel>(Parcel{frame, counter});
    zmq::message_t message{parcel->bytes.data(), parcel->bytes.size(), give_back, parcel.get()};
    counter->fetch_add(frame.size());
    (void)parcel.release();  // give_back has it
    return message;
}

void Outgoing::forget_idle() {
    if (waiting_.size() < sweep_at_) return;
    std::erase_if(waiting_, [](const auto& entry) { return entry.second->load() == 0; });
    sweep_at_ = std::max<std::size_t>(1024, 2 * waiting_.size());
}

}  // namespace dondoc::hub
