// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/person_text.h"

namespace dondoc::cli {

std::string agency_text(const Session& session, const std::string& code) {
    return code.empty() ? session.say("cli.person.of_office") : code;
}

std::string person_field_word(const Session& session, const std::string& field) {
    return session.say("cli.person.field." + field);
}

std::string changes_text(const Session& session,
                         const google::protobuf::RepeatedPtrField<v1::FieldChange>& changes) {
    std::string text;
    const auto shown = [](const std::string& value) { return value.empty() ? std::string{"–"} : value; };
    for (const auto& change : changes) {
        const bool hidden = change.old().empty() && change.new_().empty();
        text +=
            (text.empty() ? "" : "; ") +
            (hidden ? session.say("cli.person.field_changed", {person_field_word(session, change.field())})
                    : session.say("cli.person.field_change", {person_field_word(session, change.field()),
                                                              shown(change.old()), shown(change.new_())}));
    }
    return text;
}

}  // namespace dondoc::cli
