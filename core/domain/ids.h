// SPDX-License-Identifier: Apache-2.0
// Row ids, one type per table, so that none is taken for another.
#pragma once

#include <cstdint>
#include <functional>

namespace dondoc {

template <typename Tag>
struct Id {
    std::int64_t value = 0;
    auto operator<=>(const Id&) const = default;
};

using AgencyId = Id<struct AgencyTag>;
using DocumentId = Id<struct DocumentTag>;
using TaskId = Id<struct TaskTag>;
using AssignmentId = Id<struct AssignmentTag>;
using EventId = Id<struct EventTag>;
using MuteId = Id<struct MuteTag>;
using PersonId = Id<struct PersonTag>;

// Number of an event in one agency's inbox: 1, 2, 3 ... without a gap; 0 stands before the first.
struct InboxSeq {
    std::int64_t value = 0;
    auto operator<=>(const InboxSeq&) const = default;
};

}  // namespace dondoc

template <typename Tag>
struct std::hash<dondoc::Id<Tag>> {
    std::size_t operator()(dondoc::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
