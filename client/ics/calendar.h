// SPDX-License-Identifier: GPL-3.0-or-later
// Terms as entries of a calendar (RFC 5545): an all-day event for each, since no phone shows VTODO. Of a
// calendar that programs subscribe to, and of one that comes with a mail (RFC 5546).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/civil.h"

namespace dondoc::ics {

struct Entry {
    std::string id;                 // what the term is of, "7": the same entry replaces the one before
    std::optional<local_days> day;  // nullopt: only where the entry is cancelled
    std::string summary, description;
    std::string url;             // empty: none
    std::uint64_t sequence = 0;  // larger than that of the entry it replaces
    sys_seconds stamp{};         // when it was decided
    bool is_cancelled = false;
    bool rings = false;  // at eight on the day before
};

enum class Method { Publish, Cancel };  // of what is cancelled, in a mail: Cancel

struct Calendar {
    Method method = Method::Publish;
    std::string site;       // part of each UID, so that two installations never have the same: no blanks
    std::string name;       // of a calendar that is subscribed to; empty: it comes with a mail
    std::string organizer;  // mail address of who decides; empty: not said
};

// Same entries, same bytes.
std::string text_of(const Calendar& calendar, const std::vector<Entry>& entries);

}  // namespace dondoc::ics
