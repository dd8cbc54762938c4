// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "domain/limits.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"

namespace dondoc::hub {
namespace {

constexpr int most_consumers = 10'000;

void put_consumer(v1::ConsumerListReply::Consumer& wire, const store::Consumer& consumer) {
    wire.set_agency(consumer.agency_code);
    wire.set_name(consumer.name);
    wire.set_acknowledged(static_cast<std::uint64_t>(consumer.acknowledged.value));
    wire.set_head(static_cast<std::uint64_t>(consumer.head.value));
    set(*wire.mutable_time(), consumer.at);
}

void forget_follower(Call& call, const v1::ConsumerForgetRequest& wanted, v1::ConsumerForgetReply& reply) {
    require_length(wanted.name(), max_name_bytes, "name");
    if (!wanted.agency().empty()) throw UserError("session.stream_agency", {}, "agency");
    auto& consumers = call.engine.store().consumers;
    const auto consumer = consumers.find_of_stream(wanted.name());
    if (!consumer) throw UserError("consumer.unknown_of_stream", {wanted.name()}, "name");
    consumers.forget_of_stream(wanted.name());
    put_consumer(*reply.mutable_consumer(), *consumer);
}

}  // namespace

void list_consumers(Call& call, const v1::ConsumerListRequest& wanted, v1::ConsumerListReply& list) {
    const auto agency = call.agency(wanted.agency());
    for (const auto& consumer : call.engine.store().consumers.list(agency, most_consumers))
        put_consumer(*list.add_consumers(), consumer);
}

void forget_consumer(Call& call, const v1::ConsumerForgetRequest& wanted, v1::ConsumerForgetReply& reply) {
    if (wanted.stream()) return forget_follower(call, wanted, reply);
    if (wanted.agency().empty()) throw UserError("agency.unknown", {""}, "agency");
    const auto agency = call.agency(wanted.agency()).value();
    auto& consumers = call.engine.store().consumers;
    const auto consumer = consumers.find(agency, wanted.name());
    if (!consumer) {
        require_length(wanted.name(), max_name_bytes, "name");
        throw UserError("consumer.unknown", {wanted.agency(), wanted.name()}, "name");
    }
    consumers.forget(agency, wanted.name());
    put_consumer(*reply.mutable_consumer(), *consumer);
}

}  // namespace dondoc::hub
