// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/import_columns.h"

#include <algorithm>
#include <optional>

#include "cli/frame/values.h"
#include "domain/document_level.h"
#include "language/files/toml_file.h"
#include "language/readers.h"

namespace dondoc::cli {
namespace {

using language::Section;

class ColumnsReader {
  public:
    explicit ColumnsReader(language::TomlFile& file) : file_(file) {}

    ImportColumns read() {
        Section top{file_, file_.root(), ""};
        top.require({"columns"});
        if (top.has("columns")) top.section("columns", [this](Section& section) { read_titles(section); });
        top.section("days", [this](Section& section) { take(section, "none", columns_.no_day); });
        top.section("texts", [this](Section& section) { take(section, "cut", columns_.cuts); });
        top.section("states", [this](Section& section) { read_states(section); });
        top.section("terms", [this](Section& section) {
            columns_.term_from_receipt = section.text("received").value_or("");
        });
        top.section("defaults", [this](Section& section) { read_defaults(section); });
        top.refuse_unknown();
        file_.throw_first();
        return std::move(columns_);
    }

  private:
    static void take(Section& section, std::string_view key, std::vector<std::string>& into) {
        if (const auto texts = section.texts(key))
            for (const auto& text : *texts) into.push_back(text.value);
    }

    // One title belongs to one field.
    void read_titles(Section& section) {
        section.require({"id", "title"});
        for (const auto field : import_fields()) {
            const auto titles = section.has(field) ? section.texts(field) : std::nullopt;
            if (!titles) continue;
            for (const auto& title : *titles) {
                const auto other = columns_.field_titled(title.value);
                if (!other.empty() && other != field)
                    section.refuse(field, *title.node, "import_columns.twice", {title.value, other});
                columns_.titles[std::string{field}].push_back(title.value);
            }
        }
    }

    void read_states(Section& section) {
        using State = v1::ImportedState;
        for (const auto state : {State::open, State::in_progress, State::completed, State::withdrawn}) {
            const auto& key = State::State_Name(state);
            const auto words = section.has(key) ? section.texts(key) : std::nullopt;
            if (!words) continue;
            if (!words->empty()) columns_.words[state] = words->front().value;
            for (const auto& word : *words)
                if (!columns_.states.emplace(folded(word.value), state).second)
                    section.refuse(key, *word.node, "import_columns.state_twice", {word.value});
        }
    }

    void read_defaults(Section& section) {
        if (const auto level = section.text("level")) {
            const auto wire = value_for_wire("LEVEL", *level);
            if (!is_document_level(wire)) section.refuse("level", "import_columns.level", {*level});
            columns_.defaults["level"] = wire;
        }
        if (const auto issuer = section.text("issuer")) columns_.defaults["issuer"] = *issuer;
    }

    language::TomlFile& file_;
    ImportColumns columns_;
};

}  // namespace

const std::vector<std::string_view>& import_fields() {
    static const std::vector<std::string_view> fields{
        "id",       "document", "issued",      "level",    "issuer",   "document_title", "number",
        "section",  "title",    "requirement", "solution", "deadline", "lead",           "cooperating",
        "priority", "state",    "completed",   "result",   "received"};
    return fields;
}

std::string ImportColumns::field_titled(const std::string& title) const {
    const auto wanted = folded(title);
    for (const auto& [field, known] : titles)
        if (std::ranges::any_of(known, [&](const auto& one) { return folded(one) == wanted; })) return field;
    return {};
}

bool ImportColumns::is_no_day(std::string_view text) const {
    return std::ranges::any_of(no_day, [&](const auto& word) { return text.starts_with(word); });
}

bool ImportColumns::is_cut(std::string_view text) const {
    return std::ranges::any_of(cuts, [&](const auto& mark) { return text.ends_with(mark); });
}

ImportColumns parse_import_columns(std::string_view toml, const std::string& file_name) {
    language::TomlFile file{toml, file_name};
    return ColumnsReader{file}.read();
}

}  // namespace dondoc::cli
