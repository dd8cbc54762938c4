// SPDX-License-Identifier: Apache-2.0
#include "engine/announcement.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/digest.h"

namespace dondoc::engine {

void Announcement::add(AgencyId agency, const store::Task& task, AssignmentId assignment,
                       std::optional<local_days> due, const char* role) {
    const store::Plans::Brief brief{document_.issued,
                                    document_.number,
                                    document_.level,
                                    task.number,
                                    task.title,
                                    task.deadline.phrase,
                                    kind_of(task.deadline.term),
                                    task.priority,
                                    document_.id,
                                    task.deadline.hour,
                                    document_.secret};
    auto item = item_of(brief, assignment, task.id, due, work_.today());
    item.set_role(role);
    for (const auto& part : task.decided) item.add_decided(part);
    items_[agency].push_back(std::move(item));
}

void Announcement::publish() {
    auto given = std::exchange(items_, {});
    if (work_.announcing == nullptr) return tell_given(work_, std::move(given));
    for (auto& [agency, items] : given) {
        auto& gathered = (*work_.announcing)[agency];
        std::ranges::move(items, std::back_inserter(gathered));
    }
}

void tell_given(Work& work, GatheredItems&& items) {
    for (auto& [agency, given] : items) {
        if (given.empty()) continue;
        DigestWriter digest{work, work.store.agencies.get(agency), v1::EventKind::assigned};
        for (auto& item : given) digest.add(std::move(item));
        digest.finish();
    }
}

}  // namespace dondoc::engine
