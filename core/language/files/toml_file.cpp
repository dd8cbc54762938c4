// SPDX-License-Identifier: Apache-2.0
#include "language/files/toml_file.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "domain/decimal.h"
#include "domain/reasons.h"

namespace dondoc::language {
namespace {

template <typename Words>
std::string joined(const Words& words) {
    std::string list;
    for (const auto& word : words) list.append(list.empty() ? "" : ", ").append(word);
    return list;
}

std::string place_of(const std::string& file, std::uint32_t line) {
    return line == 0 ? file : file + ":" + std::to_string(line);
}

toml::table parsed(std::string_view text, const std::string& name) {
    try {
        return toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        throw UserError("config.syntax",
                        {toml_reason(error.description()), std::to_string(error.source().begin.column)},
                        place_of(name, error.source().begin.line));
    }
}

}  // namespace

TomlFile::TomlFile(std::string_view text, std::string name)
    : names_{std::move(name)}, root_(parsed(text, names_.front())) {}

void TomlFile::lay_over(std::string_view text, const std::string& name) {
    names_.push_back(name);
    auto over = parsed(text, name);
    merge(root_, over, "");
}

// Moved, since a copied node forgets where it stood.
void TomlFile::merge(toml::table& onto, toml::table& from, const std::string& above) {
    for (auto&& [key, node] : from) {
        const auto full = above + std::string{key.str()};
        auto* there = onto.get(key.str());
        if (there != nullptr && there->is_table() && node.is_table()) {
            merge(*there->as_table(), *node.as_table(), full + ".");
            continue;
        }
        note(full, node, there == nullptr ? "" : place(there->source()));
        onto.insert_or_assign(key, std::move(node));
    }
}

void TomlFile::note(const std::string& key, const toml::node& node, const std::string& before) {
    const auto* table = node.as_table();
    if (table == nullptr) return laid_.push_back({key, place(node.source()), before});
    for (auto&& [inner, value] : *table) note(key + "." + std::string{inner.str()}, value, before);
}

void TomlFile::refuse(const toml::source_region& where, std::string key, std::vector<std::string> args) {
    const auto name = std::ranges::find(names_, where.path ? *where.path : names_.front());
    refusals_.push_back({static_cast<std::size_t>(name - names_.begin()),
                         where.begin.line,
                         {std::move(key), std::move(args)}});
}

std::vector<UserError> TomlFile::errors() const {
    auto refusals = refusals_;
    std::ranges::stable_sort(refusals, {}, [](const Refusal& one) { return std::pair{one.file, one.line}; });
    std::vector<UserError> errors;
    for (const auto& refusal : refusals)
        errors.emplace_back(refusal.message.key, refusal.message.args,
                            place_of(names_.at(refusal.file), refusal.line));
    return errors;
}

std::string TomlFile::place(const toml::source_region& where) const {
    return place_of(where.path ? *where.path : names_.front(), where.begin.line);
}

void TomlFile::throw_first() const {
    if (const auto all = errors(); !all.empty()) throw UserError{all.front()};
}

Section::Section(TomlFile& file, const toml::table& table, std::string name)
    : file_(file), table_(table), name_(std::move(name)) {}

std::string Section::full(std::string_view key) const {
    return name_.empty() ? std::string{key} : name_ + "." + std::string{key};
}

std::string Section::place(std::string_view key) const {
    const auto* node = table_.get(key);
    return place(node ? *node : table_);
}

const toml::node* Section::find(std::string_view key) {
    asked_.emplace_back(key);
    return table_.get(key);
}

void Section::refuse(std::string_view key, std::string message, std::vector<std::string> args) {
    const auto* node = table_.get(key);
    refuse(key, node ? *node : table_, std::move(message), std::move(args));
}

void Section::refuse(std::string_view key, const toml::node& where, std::string message,
                     std::vector<std::string> args) {
    args.insert(args.begin(), full(key));
    file_.refuse(where.source(), std::move(message), std::move(args));
}

std::optional<std::string> Section::text(std::string_view key) {
    const auto* node = find(key);
    if (!node) return std::nullopt;
    const auto* value = node->as_string();
    if (value && !value->get().empty()) return value->get();
    refuse(key, value ? "config.empty" : "config.not_text");
    return std::nullopt;
}

std::optional<bool> Section::flag(std::string_view key) {
    const auto* node = find(key);
    if (!node) return std::nullopt;
    if (const auto* value = node->as_boolean()) return value->get();
    refuse(key, "config.not_flag");
    return std::nullopt;
}

std::optional<std::int64_t> Section::integer(std::string_view key, std::int64_t lowest,
                                             std::int64_t highest) {
    const auto* node = find(key);
    if (!node) return std::nullopt;
    const auto* value = node->as_integer();
    if (value && value->get() >= lowest && value->get() <= highest) return value->get();
    refuse(key, value ? "config.out_of_range" : "config.not_integer",
           {std::to_string(lowest), std::to_string(highest)});
    return std::nullopt;
}

std::optional<std::int64_t> Section::decimal(std::string_view key, int decimals, std::int64_t lowest,
                                             std::int64_t highest) {
    const auto* node = find(key);
    if (!node) return std::nullopt;
    double units = 1;
    for (int i = 0; i < decimals; ++i) units *= 10;
    const auto bounds = [&] {
        return std::vector{short_decimal_text(lowest, decimals), short_decimal_text(highest, decimals)};
    };
    const auto value = node->value<double>();  // an integer will do
    if (!value) {
        refuse(key, "config.not_decimal", bounds());
        return std::nullopt;
    }
    const auto scaled = *value * units;
    if (!(scaled >= static_cast<double>(lowest) && scaled <= static_cast<double>(highest))) {
        refuse(key, "config.out_of_range", bounds());
        return std::nullopt;
    }
    // What was written with that many decimals is this near to a whole number of them as a double.
    constexpr double nearness = 1e-6;
    if (std::abs(scaled - std::round(scaled)) > nearness) {
        refuse(key, "config.too_exact", {std::to_string(decimals)});
        return std::nullopt;
    }
    return std::llround(scaled);
}

std::optional<toml::date> Section::day(std::string_view key) {
    const auto* node = find(key);
    if (!node) return std::nullopt;
    if (const auto* value = node->as_date()) return value->get();
    refuse(key, "config.not_day");
    return std::nullopt;
}

std::optional<std::vector<Section::Text>> Section::texts(std::string_view key) {
    const auto* node = find(key);
    if (!node) return std::nullopt;
    const auto* array = node->as_array();
    if (!array) {
        refuse(key, "config.not_texts");
        return std::nullopt;
    }
    std::vector<Text> result;
    std::set<std::string> seen;
    for (const auto& element : *array) {
        const auto* value = element.as_string();
        if (!value)
            refuse(key, element, "config.not_texts");
        else if (value->get().empty())
            refuse(key, element, "config.empty");
        else if (!seen.insert(value->get()).second)
            refuse(key, element, "config.twice", {value->get()});
        else
            result.push_back({value->get(), &element});
    }
    return result;
}

std::optional<std::size_t> Section::one_of(std::string_view key,
                                           std::initializer_list<std::string_view> words) {
    const auto value = text(key);
    if (!value) return std::nullopt;
    const auto found = std::ranges::find(words, *value);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    refuse(key, "config.not_one_of", {*value, joined(words)});
    return std::nullopt;
}

void Section::section(std::string_view key, const std::function<void(Section&)>& read) {
    const auto* node = find(key);
    if (!node) return;
    if (!node->is_table()) return refuse(key, "config.not_section");
    Section section{file_, *node->as_table(), full(key)};
    read(section);
    section.refuse_unknown();
}

void Section::sections(std::string_view key, const std::function<void(Section&)>& read) {
    const auto* node = find(key);
    if (!node) return;
    const auto* array = node->as_array();
    if (!array) return refuse(key, "config.not_sections");
    for (const auto& element : *array) {
        if (!element.is_table()) {
            refuse(key, element, "config.not_sections");
            continue;
        }
        Section section{file_, *element.as_table(), full(key)};
        read(section);
        section.refuse_unknown();
    }
}

void Section::sections(std::string_view key, const Bound& bound, const std::function<void(Section&)>& read) {
    std::size_t count = 0;
    sections(key, [&](Section& section) {
        if (++count <= bound.most) return read(section);
        section.refuse(bound.head, std::string{bound.too_many}, {std::to_string(bound.most)});
    });
    if (count == 0 && has(key)) refuse(key, "config.empty");
}

void Section::require(std::initializer_list<std::string_view> keys) {
    for (const auto key : keys)
        if (!has(key)) refuse(key, "config.missing");
}

void Section::refuse_unknown() {
    for (const auto& [key, node] : table_) {
        if (std::ranges::find(asked_, key.str()) != asked_.end()) continue;
        file_.refuse(key.source(), node.is_table() ? "config.unknown_section" : "config.unknown_key",
                     {full(key.str()), joined(asked_)});
    }
}

}  // namespace dondoc::language
