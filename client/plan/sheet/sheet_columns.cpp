// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/sheet/sheet_columns.h"

#include <charconv>

#include "domain/state_digest.h"
#include "language/readers.h"

namespace dondoc::plan {
namespace {

constexpr std::array<std::string_view, sheet_columns> column_keys{
    "number",      "section",    "title",    "requirement", "solution", "deadline_text",
    "due",         "kind",       "start",    "lead_text",   "lead",     "cooperating_text",
    "cooperating", "role_notes", "problems", "source",      "key"};
constexpr std::array<std::string_view, sheet_facts> fact_keys{"number", "issued", "level", "issuer", "title"};
constexpr std::array both_languages{text::Lang::Vi, text::Lang::En};
constexpr std::string_view key_begin = "k1-";
constexpr std::string_view decided_part = "x";

std::string entry(std::string_view prefix, std::string_view key, text::Lang lang) {
    return text::render(lang, std::string(prefix) + std::string(key));
}

template <typename Keys>
std::optional<std::size_t> find(std::string_view prefix, const Keys& keys, std::string_view words) {
    const auto wanted = language::fold(words);
    for (std::size_t i = 0; i < keys.size(); ++i)
        for (const auto lang : both_languages)
            if (language::fold(entry(prefix, keys[i], lang)) == wanted) return i;
    return std::nullopt;
}

std::string part_text(const std::optional<std::uint64_t>& digest) {
    if (!digest) return std::string(decided_part);
    return StateDigest::text_of(*digest);
}

}  // namespace

std::string title_of(SheetColumn column, text::Lang lang) {
    return entry("sheet.column.", column_keys[static_cast<std::size_t>(column)], lang);
}

std::string label_of(SheetFact fact, text::Lang lang) {
    return entry("sheet.document.", fact_keys[static_cast<std::size_t>(fact)], lang);
}

std::optional<SheetColumn> column_with_title(std::string_view title) {
    const auto found = find("sheet.column.", column_keys, title);
    if (!found) return std::nullopt;
    return static_cast<SheetColumn>(*found);
}

std::optional<SheetFact> fact_with_label(std::string_view label) {
    const auto found = find("sheet.document.", fact_keys, label);
    if (!found) return std::nullopt;
    return static_cast<SheetFact>(*found);
}

std::string kind_word(v1::DeadlineKind::Kind kind, text::Lang lang) {
    return entry("cli.deadline.", v1::DeadlineKind::Kind_Name(kind), lang);
}

std::optional<v1::DeadlineKind::Kind> kind_with_word(std::string_view word) {
    const auto wanted = language::fold(word);
    for (int i = v1::DeadlineKind::Kind_MIN; i <= v1::DeadlineKind::Kind_MAX; ++i) {
        const auto kind = static_cast<v1::DeadlineKind::Kind>(i);
        if (wanted == v1::DeadlineKind::Kind_Name(kind)) return kind;
        for (const auto lang : both_languages)
            if (language::fold(kind_word(kind, lang)) == wanted) return kind;
    }
    return std::nullopt;
}

std::uint64_t digest_of(v1::DeadlineKind::Kind kind) {
    StateDigest digest;
    digest.add(v1::DeadlineKind::Kind_Name(kind));
    return digest.value();
}

std::uint64_t digest_of_days(const v1::Deadline& deadline) {
    StateDigest digest;
    digest.add(deadline.start());
    for (const auto& day : deadline.due()) digest.add(day);
    if (!deadline.hour().empty()) digest.add(deadline.hour());
    return digest.value();
}

std::uint64_t digest_of(const std::vector<std::string>& names) {
    StateDigest digest;
    for (const auto& name : names) digest.add(language::normalize(name));
    return digest.value();
}

std::string to_text(const RowKey& key) {
    return std::string(key_begin) + part_text(key.kind) + "-" + part_text(key.days) + "-" +
           part_text(key.lead) + "-" + part_text(key.cooperating);
}

std::optional<RowKey> parse_key(std::string_view text) {
    if (!text.starts_with(key_begin)) return std::nullopt;
    text.remove_prefix(key_begin.size());
    RowKey key;
    bool valid = true;
    const auto take = [&](std::optional<std::uint64_t>& part) {
        const auto end = std::min(text.find('-'), text.size());
        const auto digits = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (digits == decided_part) return;
        std::uint64_t value = 0;
        const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        valid = valid && digits.size() == 16 && error == std::errc{} && rest == digits.data() + digits.size();
        part = value;
    };
    take(key.kind);
    take(key.days);
    take(key.lead);
    take(key.cooperating);
    if (!valid || !text.empty()) return std::nullopt;
    return key;
}

}  // namespace dondoc::plan
