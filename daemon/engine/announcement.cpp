// SPDX-License-Identifier: Apache-2.0
#include "engine/announcement.h"

#include <cstdint>

#include "engine/digest.h"

namespace dondoc::engine {

void Announcement::add(AgencyId agency, const store::Task& task, AssignmentId assignment,
                       std::optional<local_days> due, const char* role) {
    v1::AlertItem item;
    item.set_assignment(static_cast<std::uint64_t>(assignment.value));
    item.set_task(static_cast<std::uint64_t>(task.id.value));
    item.set_document(document_.number);
    item.set_task_number(task.number);
    item.set_title(task.title);
    item.set_deadline_text(task.deadline.phrase);
    if (due) {
        item.set_due(iso_day(*due));
        if (task.deadline.hour) item.set_hour(clock_text(*task.deadline.hour));
        item.set_days_left(static_cast<int>((*due - work_.today()).count()));
    }
    item.set_role(role);
    item.set_secret(document_.secret);
    for (const auto& part : task.decided) item.add_decided(part);
    items_[agency].push_back(std::move(item));
}

void Announcement::publish() {
    for (auto& [agency, items] : items_) {
        DigestWriter digest{work_, work_.store.agencies.get(agency), v1::EventKind::assigned};
        for (auto& item : items) digest.add(std::move(item));
        digest.finish();
    }
    items_.clear();
}

}  // namespace dondoc::engine
