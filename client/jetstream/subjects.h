// SPDX-License-Identifier: GPL-3.0-or-later
// How messages of a site are called: subjects, ids for de-duplication, names of headers. A token of a subject
// is made of any text; no two texts have one token.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dondoc::jetstream {

// Letters without marks, digits and "-" stand for themselves, every other byte is "=" and two hexadecimal
// digits; an empty text is "=". So no token has a dot, a space, "*", ">" or "_".
std::string token_of(std::string_view text);

// What is no agency's is told under this token.
inline constexpr std::string_view whole_site = "_";

// How the site stands: parts of snapshots.
inline constexpr const char* kind_state = "state";

// "dondoc.<site>.<agency>.<kind>"; an empty agency: of the whole site.
std::string subject_of(std::string_view site, std::string_view agency, std::string_view kind);
std::string all_subjects_of(std::string_view site);  // "dondoc.<site>.>"
std::string ask_subject_of(std::string_view site);   // where a bridge is asked: in no stream

// Nats-Msg-Id: "<site>/<lineage>/<event>". The first lineage of a database has no name.
std::string event_id(std::string_view site, std::string_view lineage, std::uint64_t event);
std::string part_id(std::string_view site, std::string_view snapshot, std::uint64_t number);
// Of an id: the number of that snapshot's part; nullopt: it is of something else.
std::optional<std::uint64_t> part_number(std::string_view id, std::string_view site,
                                         std::string_view snapshot);

inline constexpr const char* header_site = "Dondoc-Site";
inline constexpr const char* header_lineage = "Dondoc-Lineage";
inline constexpr const char* header_event = "Dondoc-Event";    // id of an event
inline constexpr const char* header_number = "Dondoc-Number";  // in its inbox

}  // namespace dondoc::jetstream
