// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/refusal.h"

#include <spdlog/spdlog.h>

#include <atomic>
#include <chrono>

#include "wire/error.h"

namespace dondoc::hub {
namespace {

std::string new_incident() {
    static std::atomic<unsigned> count{0};
    return std::to_string(std::chrono::system_clock::now().time_since_epoch().count() / 1000) + "-" +
           std::to_string(++count);
}

}  // namespace

Refusal::Refusal(const std::exception& fault, const char* doing)
    : error_("internal"), incident_(new_incident()) {
    spdlog::error("incident={} doing={} error=\"{}\"", incident_, doing, fault.what());
    error_ = UserError("internal", {incident_});
}

v1::Error Refusal::told(text::Lang lang) const {
    auto wire = wire::to_wire(error_, lang);
    wire.set_incident(incident_);
    return wire;
}

}  // namespace dondoc::hub
