// SPDX-License-Identifier: Apache-2.0
// The daemon's side of an inbox session, as docs/protocol.md says it, over a fixed list of events.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "dondoc/v1/frame.pb.h"

namespace dondoc::testing {

inline v1::Event make_event(std::uint64_t number, const std::string& agency = "SNV") {
    v1::Event event;
    event.set_id(1000 + number);
    event.set_agency(agency);
    event.set_number(number);
    event.set_kind(v1::EventKind::reminder);
    event.mutable_time()->set_seconds(1'703'374'200);  // 24/12/2023 06:30 in Việt Nam
    auto& item = *event.mutable_digest()->add_items();
    item.set_title("Ban hành Kế hoạch cải cách hành chính");
    item.set_document("122/KH-UBND");
    item.set_task_number("3.1.2");
    item.set_due("2023-12-31");
    item.set_days_left(7);
    item.add_steps("-7d");
    item.set_role("lead");
    return event;
}

class FakeInbox {
  public:
    explicit FakeInbox(std::uint64_t head, std::uint64_t window = 64) : head_(head), window_(window) {}

    std::vector<v1::DaemonFrame> answer(const v1::ClientFrame& frame) {
        std::vector<v1::DaemonFrame> answers;
        if (frame.has_hello()) {
            nonce_ = frame.hello().nonce();
            sent_ = acknowledged_ = frame.hello().last();
            answers.push_back(pong());
        } else if (frame.has_ack() && frame.ack().nonce() == nonce_ && frame.ack().number() <= sent_) {
            acknowledged_ = std::max(acknowledged_, frame.ack().number());
        } else if (frame.has_ping() && frame.ping().nonce() == nonce_) {
            answers.push_back(pong());
        }
        while (!nonce_.empty() && sent_ < head_ && sent_ - acknowledged_ < window_) {
            v1::DaemonFrame event;
            event.mutable_event()->set_nonce(nonce_);
            event.mutable_event()->set_number(++sent_);
            event.mutable_event()->set_event(make_event(sent_).SerializeAsString());
            answers.push_back(std::move(event));
        }
        return answers;
    }

    std::uint64_t acknowledged() const { return acknowledged_; }

  private:
    v1::DaemonFrame pong() const {
        v1::DaemonFrame frame;
        frame.mutable_pong()->set_nonce(nonce_);
        frame.mutable_pong()->set_head(head_);
        return frame;
    }

    std::uint64_t head_, window_, sent_ = 0, acknowledged_ = 0;
    std::string nonce_;
};

}  // namespace dondoc::testing
