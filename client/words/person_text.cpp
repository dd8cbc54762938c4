// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/person_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "words/dates.h"

namespace dondoc::words {
namespace {

// "lead, cooperating" -> the words for them.
std::string words_of(text::Lang lang, const std::string& list, std::string_view keys) {
    std::string text;
    for (std::size_t at = 0; at < list.size();) {
        const auto end = std::min(list.find(", ", at), list.size());
        text +=
            (text.empty() ? "" : ", ") + text::render(lang, std::string{keys} + list.substr(at, end - at));
        at = end + 2;
    }
    return text;
}

// "Lê Thị Chi, 2025-08-01 - 2025-08-20", from whose end the days are taken: a name may have commas.
std::string deputy_text(text::Lang lang, const std::string& written) {
    constexpr std::size_t day = 10, days = 2 * day + 3;
    if (written.size() < days + 2) return written;
    const auto name = written.substr(0, written.size() - days - 2);
    return text::render(lang, "cli.person.deputy",
                        std::vector{name, spoken_iso_day(written.substr(written.size() - days, day)),
                                    spoken_iso_day(written.substr(written.size() - day))});
}

// A value as people read it.
std::string person_value(text::Lang lang, const std::string& field, const std::string& value) {
    if (value.empty()) return "–";
    if (field == "told") return words_of(lang, value, "cli.person.told.");
    if (field == "role")
        return text::render(lang, value == "none" ? "cli.person.no_login" : "cli.role." + value);
    if (field == "lang") return text::render(lang, "cli.person.lang." + value);
    if (field == "deputy") return deputy_text(lang, value);
    return value;
}

}  // namespace

std::string agency_text(text::Lang lang, const std::string& code) {
    return code.empty() ? text::render(lang, "cli.person.of_office") : code;
}

std::string person_field_word(text::Lang lang, const std::string& field) {
    return text::render(lang, "cli.person.field." + field);
}

std::string changes_text(text::Lang lang,
                         const google::protobuf::RepeatedPtrField<v1::FieldChange>& changes) {
    std::string text;
    for (const auto& change : changes) {
        const bool hidden = change.old().empty() && change.new_().empty();
        text += (text.empty() ? "" : "; ") +
                (hidden ? text::render(lang, "cli.person.field_changed",
                                       std::vector{person_field_word(lang, change.field())})
                        : text::render(lang, "cli.person.field_change",
                                       std::vector{person_field_word(lang, change.field()),
                                                   person_value(lang, change.field(), change.old()),
                                                   person_value(lang, change.field(), change.new_())}));
    }
    return text;
}

std::vector<std::string> person_counts(const v1::PersonImportReply& reply) {
    return {std::to_string(reply.added()), std::to_string(reply.changed()),
            std::to_string(reply.unchanged())};
}

}  // namespace dondoc::words
