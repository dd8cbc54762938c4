// SPDX-License-Identifier: Apache-2.0
// Persons and events of a small province, for tests of what is sent to whom.
#pragma once

#include <string>
#include <vector>

#include "dondoc/v1/event.pb.h"
#include "relay/outbox.h"
#include "relay/persons.h"

namespace dondoc::test {

inline sys_seconds at(const char* instant) {
    return parse_instant(instant).value();
}

inline v1::Person person(std::uint64_t id, const std::string& agency, const std::string& email,
                         std::vector<std::string> told = {"lead", "cooperating"}) {
    v1::Person one;
    one.set_id(id);
    one.set_agency(agency);
    one.set_name("Nguyễn Văn " + std::to_string(id));
    one.set_email(email);
    one.set_phone("0912345678");
    one.set_lang("vi");
    if (!email.empty()) one.add_channels("mail");
    for (auto& as : told) one.add_told(std::move(as));
    return one;
}

inline v1::AlertItem item(std::uint64_t task, const std::string& title, int days_left = 7) {
    v1::AlertItem one;
    one.set_task(task);
    one.set_assignment(task);
    one.set_document("122/KH-UBND");
    one.set_task_number(std::to_string(task));
    one.set_title(title);
    one.set_due("2025-06-30");
    one.set_days_left(days_left);
    one.set_role("lead");
    return one;
}

inline v1::Event alert(std::uint64_t id, const std::string& agency, v1::EventKind::Kind kind,
                       const std::vector<v1::AlertItem>& items) {
    v1::Event event;
    event.set_id(id);
    event.set_agency(agency);
    event.set_number(id);
    event.set_kind(kind);
    event.mutable_time()->set_seconds(at("2025-06-23T07:30").time_since_epoch().count());
    for (const auto& one : items) *event.mutable_digest()->add_items() = one;
    return event;
}

inline relay::Part part_of(const v1::Event& event) {
    return {{relay::Origin::Event, event.lineage(), event.id()}, event.SerializeAsString()};
}

}  // namespace dondoc::test
