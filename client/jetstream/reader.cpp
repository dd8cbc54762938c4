// SPDX-License-Identifier: GPL-3.0-or-later
#include "jetstream/reader.h"

#include "jetstream/subjects.h"

namespace dondoc::jetstream {
namespace {

RawSubscription subscribe(Connection& connection, const std::string& subject, std::uint64_t from,
                          bool is_without_content) {
    jsSubOptions options;
    jsSubOptions_Init(&options);
    options.Stream = stream_name;
    options.Ordered = true;
    options.Config.DeliverPolicy = js_DeliverByStartSequence;
    options.Config.OptStartSeq = from;
    options.Config.HeadersOnly = is_without_content;
    natsSubscription* subscription = nullptr;
    require(
        js_SubscribeSync(&subscription, connection.jetstream(), subject.c_str(), nullptr, &options, nullptr),
        subject);
    return RawSubscription{subscription, {connection.handle()}};
}

// Nothing: it did not come in that time.
RawMessage received(natsSubscription* subscription, std::chrono::milliseconds time) {
    natsMsg* raw = nullptr;
    const auto status = natsSubscription_NextMsg(&raw, subscription, time.count());
    if (status != NATS_TIMEOUT) require(status, "next");
    return RawMessage{raw};
}

// natsMsg_GetSequence() knows that of messages alone that were asked for one by one.
std::uint64_t sequence_of(natsMsg* message) {
    jsMsgMetaData* told = nullptr;
    require(natsMsg_GetMetaData(&told, message), "sequence");
    const MetaData owned{told};
    return owned->Sequence.Stream;
}

}  // namespace

Reader::Reader(Connection& connection, const std::string& subject, std::uint64_t from)
    : subscription_(subscribe(connection, subject, from, false)) {}

std::optional<Incoming> Reader::next(std::chrono::milliseconds time) {
    const auto message = received(subscription_.get(), time);
    if (!message) return std::nullopt;
    return Incoming{
        sequence_of(message.get()),
        {natsMsg_GetData(message.get()), static_cast<std::size_t>(natsMsg_GetDataLength(message.get()))}};
}

Headings::Headings(Connection& connection, const std::string& subject)
    : subscription_(subscribe(connection, subject, 1, true)) {}

std::optional<Heading> Headings::next(std::chrono::milliseconds time) {
    const auto message = received(subscription_.get(), time);
    if (!message) return std::nullopt;
    return Heading{sequence_of(message.get()), id_of(message.get())};
}

}  // namespace dondoc::jetstream
