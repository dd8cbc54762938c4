// SPDX-License-Identifier: GPL-3.0-or-later
// What the NATS library hands out, owned, and its status as an error.
#pragma once

#include <nats/nats.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

namespace dondoc::jetstream {

template <auto Destroy>
struct Destroyer {
    template <typename T>
    void operator()(T* handle) const noexcept {
        Destroy(handle);
    }
};
template <typename T, auto Destroy>
using Handle = std::unique_ptr<T, Destroyer<Destroy>>;

using Options = Handle<natsOptions, natsOptions_Destroy>;
using RawConnection = Handle<natsConnection, natsConnection_Destroy>;
using Context = Handle<jsCtx, jsCtx_Destroy>;
using RawMessage = Handle<natsMsg, natsMsg_Destroy>;
// The library's reading thread may be at a message of a subscription that is taken away at that moment. It
// has gone on once the servers have answered after that; when they do not, the subscription is left to it.
struct Unsubscriber {
    natsConnection* connection = nullptr;  // outlives the subscription
    void operator()(natsSubscription* subscription) const noexcept {
        constexpr std::int64_t answer_ms = 2'000;
        natsSubscription_Unsubscribe(subscription);
        if (natsConnection_FlushTimeout(connection, answer_ms) == NATS_OK)
            natsSubscription_Destroy(subscription);
    }
};
using RawSubscription = std::unique_ptr<natsSubscription, Unsubscriber>;
using MetaData = Handle<jsMsgMetaData, jsMsgMetaData_Destroy>;
using StreamInfo = Handle<jsStreamInfo, jsStreamInfo_Destroy>;
using Bucket = Handle<kvStore, kvStore_Destroy>;
using Entry = Handle<kvEntry, kvEntry_Destroy>;

// The servers do not answer, refuse, or are not set up. What can be mended by waiting is tried again by
// whoever catches it.
class NatsError : public std::runtime_error {
  public:
    NatsError(natsStatus status, const std::string& what)
        : std::runtime_error(what + ": " + natsStatus_GetText(status)), status_(status) {}
    natsStatus status() const noexcept { return status_; }

  private:
    natsStatus status_;
};

// Throws NatsError.
inline void require(natsStatus status, const std::string& what) {
    if (status != NATS_OK) throw NatsError(status, what);
}

}  // namespace dondoc::jetstream
