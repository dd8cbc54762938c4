// SPDX-License-Identifier: GPL-3.0-or-later
#include "jetstream/reader.h"

namespace dondoc::jetstream {

Reader::Reader(Connection& connection, const std::string& subject, std::uint64_t from) {
    jsSubOptions options;
    jsSubOptions_Init(&options);
    options.Stream = stream_name;
    options.Ordered = true;
    options.Config.DeliverPolicy = js_DeliverByStartSequence;
    options.Config.OptStartSeq = from;
    natsSubscription* subscription = nullptr;
    require(
        js_SubscribeSync(&subscription, connection.jetstream(), subject.c_str(), nullptr, &options, nullptr),
        subject);
    subscription_.reset(subscription);
}

std::optional<Incoming> Reader::next(std::chrono::milliseconds time) {
    natsMsg* raw = nullptr;
    const auto status = natsSubscription_NextMsg(&raw, subscription_.get(), time.count());
    const RawMessage message{raw};
    if (status == NATS_TIMEOUT) return std::nullopt;
    require(status, "next");
    // natsMsg_GetSequence() knows that of messages alone that were asked for one by one.
    jsMsgMetaData* told = nullptr;
    require(natsMsg_GetMetaData(&told, raw), "sequence");
    const MetaData owned{told};
    return Incoming{told->Sequence.Stream,
                    {natsMsg_GetData(raw), static_cast<std::size_t>(natsMsg_GetDataLength(raw))}};
}

}  // namespace dondoc::jetstream
