// SPDX-License-Identifier: Apache-2.0
#include "engine/seen_state.h"

#include <charconv>
#include <cstdint>

#include "engine/stored_event.h"

namespace dondoc::engine {
namespace {

constexpr int most_events = 1000;  // looked through; more than that happened: the newest of them is named

EventId event_of(const std::string& seen) {
    const auto dot = seen.find('.');
    std::int64_t value = 0;
    if (dot != std::string::npos) std::from_chars(seen.data() + dot + 1, seen.data() + seen.size(), value);
    return {value};
}

}  // namespace

std::string seen_now(Work& work, const std::string& digest) {
    return digest + "." + std::to_string(work.store.inbox.last_event().value);
}

void require_seen(Work& work, const std::string& seen, const std::string& digest,
                  const std::string& document) {
    if (seen.substr(0, seen.find('.')) == digest) return;
    store::LogFilter changes;
    changes.kind = static_cast<int>(v1::EventKind::changed);
    const auto page = work.store.log.page(changes, {event_of(seen), most_events, false});
    int count = 0;
    v1::Event newest;
    for (const auto& stored : page.events) {
        auto event = decoded(stored);
        if (!event) continue;
        const auto is_of = [&](const v1::Change& change) { return change.document() == document; };
        if (!is_of(event->change()) && std::ranges::none_of(event->more(), is_of)) continue;
        ++count;
        newest = std::move(*event);
    }
    if (count == 0) throw UserError("plan.other_than_seen", {document}, "seen");
    throw UserError("plan.changed_meanwhile",
                    {document, std::to_string(count), newest.change().task_number(), newest.agency(),
                     "@action." + newest.change().action()},
                    "seen");
}

}  // namespace dondoc::engine
