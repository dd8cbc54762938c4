// SPDX-License-Identifier: GPL-3.0-or-later
// The file in which an operator corrects a plan: one table, in CSV or XLSX.
//
// Row 1: the marker, the version, a hint. Rows below it: what is known of the document, a label and a value
// each. Then the header, and one row for each task. Labels and titles are Vietnamese or English; columns may
// be moved.
//
// The key of a row says what its readings were when the file was written. A cell of a reading that still says
// so was not mended: the text is read again on import. Any other is the operator's decision. A row without a
// key was added: what its cells say is decided, what they leave empty is read.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dondoc/v1/plan.pb.h"
#include "text/catalogue.h"

namespace dondoc::plan {

inline constexpr std::string_view sheet_marker = "dondoc-plan";
inline constexpr std::string_view sheet_version = "1";

enum class SheetColumn {
    Number,
    Section,
    Title,
    Requirement,
    Solution,
    DeadlineText,
    Due,
    Kind,
    Start,
    LeadText,
    Lead,
    CooperatingText,
    Cooperating,
    RoleNotes,
    Problems,
    Source,
    Key
};
inline constexpr std::size_t sheet_columns = 17;

enum class SheetFact { Number, Issued, Level, Issuer, Title };
inline constexpr std::size_t sheet_facts = 5;

std::string title_of(SheetColumn column, text::Lang lang);
std::string label_of(SheetFact fact, text::Lang lang);
// In either language, however it is written; nothing: no such title.
std::optional<SheetColumn> column_with_title(std::string_view title);
std::optional<SheetFact> fact_with_label(std::string_view label);

std::string kind_word(v1::DeadlineKind::Kind kind, text::Lang lang);
std::optional<v1::DeadlineKind::Kind> kind_with_word(std::string_view word);  // or with its name on the wire

// The readings of a row, as they were; nullopt: it was not read but decided, so every value is a decision.
struct RowKey {
    std::optional<std::uint64_t> kind, days, lead, cooperating;
    bool operator==(const RowKey&) const = default;
};
std::uint64_t digest_of(v1::DeadlineKind::Kind kind);
std::uint64_t digest_of_days(const v1::Deadline& deadline);  // due, start and hour
std::uint64_t digest_of(const std::vector<std::string>& names);
std::string to_text(const RowKey& key);
std::optional<RowKey> parse_key(std::string_view text);  // nullopt: no key that was ever written

}  // namespace dondoc::plan
