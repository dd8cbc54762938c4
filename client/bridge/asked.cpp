// SPDX-License-Identifier: GPL-3.0-or-later
#include "bridge/asked.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include "jetstream/subjects.h"

namespace dondoc::bridge {
namespace {

constexpr std::int64_t moment_ms = 1;
constexpr std::string_view heard = "+";

}  // namespace

Asked::Asked(jetstream::Connection& connection, const std::string& site) : connection_(connection) {
    natsSubscription* subscription = nullptr;
    jetstream::require(natsConnection_SubscribeSync(&subscription, connection.handle(),
                                                    jetstream::ask_subject_of(site).c_str()),
                       "ask");
    subscription_ = {subscription, {connection.handle()}};
}

std::vector<v1::SiteAsk> Asked::take() {
    std::vector<v1::SiteAsk> questions;
    natsMsg* raw = nullptr;
    while (natsSubscription_NextMsg(&raw, subscription_.get(), moment_ms) == NATS_OK) {
        const jetstream::RawMessage message{raw};
        v1::SiteAsk question;
        if (!question.ParseFromArray(natsMsg_GetData(raw), natsMsg_GetDataLength(raw))) continue;
        questions.push_back(std::move(question));
        if (const auto* reply = natsMsg_GetReply(raw); reply != nullptr)
            natsConnection_Publish(connection_.handle(), reply, heard.data(), static_cast<int>(heard.size()));
    }
    return questions;
}

}  // namespace dondoc::bridge
