// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/person_text.h"

#include <algorithm>
#include <string_view>

#include "cli/frame/dates.h"

namespace dondoc::cli {
namespace {

// "lead, cooperating" -> the words for them.
std::string words_of(const Session& session, const std::string& list, std::string_view keys) {
    std::string text;
    for (std::size_t at = 0; at < list.size();) {
        const auto end = std::min(list.find(", ", at), list.size());
        text += (text.empty() ? "" : ", ") + session.say(std::string{keys} + list.substr(at, end - at));
        at = end + 2;
    }
    return text;
}

// "Lê Thị Chi, 2025-08-01 - 2025-08-20", from whose end the days are taken: a name may have commas.
std::string deputy_text(const Session& session, const std::string& written) {
    constexpr std::size_t day = 10, days = 2 * day + 3;
    if (written.size() < days + 2) return written;
    const auto name = written.substr(0, written.size() - days - 2);
    return session.say("cli.person.deputy", {name, spoken_iso_day(written.substr(written.size() - days, day)),
                                             spoken_iso_day(written.substr(written.size() - day))});
}

// A value as people read it.
std::string value_text(const Session& session, const std::string& field, const std::string& value) {
    if (value.empty()) return "–";
    if (field == "told") return words_of(session, value, "cli.person.told.");
    if (field == "role") return session.say(value == "none" ? "cli.person.no_login" : "cli.role." + value);
    if (field == "lang") return session.say("cli.person.lang." + value);
    if (field == "deputy") return deputy_text(session, value);
    return value;
}

}  // namespace

std::string agency_text(const Session& session, const std::string& code) {
    return code.empty() ? session.say("cli.person.of_office") : code;
}

std::string person_field_word(const Session& session, const std::string& field) {
    return session.say("cli.person.field." + field);
}

std::string changes_text(const Session& session,
                         const google::protobuf::RepeatedPtrField<v1::FieldChange>& changes) {
    std::string text;
    for (const auto& change : changes) {
        const bool hidden = change.old().empty() && change.new_().empty();
        text +=
            (text.empty() ? "" : "; ") +
            (hidden ? session.say("cli.person.field_changed", {person_field_word(session, change.field())})
                    : session.say("cli.person.field_change",
                                  {person_field_word(session, change.field()),
                                   value_text(session, change.field(), change.old()),
                                   value_text(session, change.field(), change.new_())}));
    }
    return text;
}

}  // namespace dondoc::cli
