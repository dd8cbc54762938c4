// SPDX-License-Identifier: Apache-2.0
#include "engine/change_digests.h"

#include <cstdint>
#include <vector>

#include "engine/digest.h"

namespace dondoc::engine {
namespace {

void publish_digest(Work& work, AgencyId agency, const std::vector<v1::Change>& changes) {
    v1::Event event;
    event.set_kind(v1::EventKind::changed);
    std::size_t bytes = 0;
    const auto write = [&] {
        if (!event.has_change()) return;
        const auto told = event;
        const auto id = work.publish(work.store.agencies.get(agency), std::move(event));
        work.store.notices.add({static_cast<std::int64_t>(told.change().task())}, id);
        for (const auto& change : told.more())
            work.store.notices.add({static_cast<std::int64_t>(change.task())}, id);
        event = {};
        event.set_kind(v1::EventKind::changed);
        bytes = 0;
    };
    for (const auto& change : changes) {
        if (event.more_size() + 1 >= digest_limit || bytes >= digest_bytes_limit) write();
        bytes += change.ByteSizeLong();
        (event.has_change() ? *event.add_more() : *event.mutable_change()) = change;
    }
    write();
}

}  // namespace

ChangeDigests::ChangeDigests(Work& work) : work_(work), outer_(work.gathering) {
    if (outer_ == nullptr) work_.gathering = &gathered_;
}

ChangeDigests::~ChangeDigests() {
    work_.gathering = outer_;
}

void ChangeDigests::finish() {
    if (outer_ != nullptr) return;
    work_.gathering = nullptr;
    for (const auto& [told, changes] : gathered_) publish_digest(work_, told.first, changes);
    gathered_.clear();
}

}  // namespace dondoc::engine
