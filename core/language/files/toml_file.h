// SPDX-License-Identifier: Apache-2.0
// TOML read strictly: each key is asked for by name and type, and what nobody asked for is an error. Errors
// are gathered, so that the one that stands first in the file is told, whatever order the keys are asked for
// in.
#pragma once

#include <toml++/toml.h>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/message.h"

namespace dondoc::language {

class TomlFile {
  public:
    // Throws UserError "config.syntax".
    TomlFile(std::string_view text, std::string name);

    const toml::table& root() const { return root_; }

    // Lays another file over what has been read: tables are merged, everything else replaces what was there.
    // Throws UserError "config.syntax".
    void lay_over(std::string_view text, const std::string& name);
    // What the files after the first have said, in their order.
    struct Laid {
        std::string key;     // section.key
        std::string place;   // "dondocd.d/10-office.toml:3"
        std::string before;  // where it stood; empty: nowhere
    };
    const std::vector<Laid>& laid() const { return laid_; }

    void refuse(const toml::source_region& where, std::string key, std::vector<std::string> args = {});
    std::vector<UserError> errors() const;                      // in the order of the files
    void throw_first() const;                                   // nothing when nothing was refused
    std::string place(const toml::source_region& where) const;  // "dondocd.toml:14"

  private:
    struct Refusal {
        std::size_t file;  // position in names_
        std::uint32_t line;
        Message message;
    };
    void merge(toml::table& onto, toml::table& from, const std::string& above);
    void note(const std::string& key, const toml::node& node, const std::string& before);

    std::vector<std::string> names_;
    toml::table root_;
    std::vector<Laid> laid_;
    std::vector<Refusal> refusals_;
};

// One table of the file. Getters give nullopt for a key that is not there and, after refusing it, for one
// that is not as it should be. The file must outlive it.
class Section {
  public:
    // `name` is empty for the top level.
    Section(TomlFile& file, const toml::table& table, std::string name);

    struct Text {
        std::string value;
        const toml::node* node;
    };

    bool has(std::string_view key) const { return table_.contains(key); }
    std::uint32_t line() const { return table_.source().begin.line; }
    std::optional<std::string> text(std::string_view key);  // not empty
    std::optional<bool> flag(std::string_view key);
    std::optional<std::int64_t> integer(std::string_view key, std::int64_t lowest, std::int64_t highest);
    // A number with at most so many decimals, in units of the last of them: 1.5 is 15000 for four.
    std::optional<std::int64_t> decimal(std::string_view key, int decimals, std::int64_t lowest,
                                        std::int64_t highest);
    std::optional<toml::date> day(std::string_view key);
    std::optional<std::vector<Text>> texts(std::string_view key);  // none empty, none twice
    // The position of the value in `words`.
    std::optional<std::size_t> one_of(std::string_view key, std::initializer_list<std::string_view> words);

    // A table, or each of an array of tables; not called for what is not there.
    void section(std::string_view key, const std::function<void(Section&)>& read);
    void sections(std::string_view key, const std::function<void(Section&)>& read);
    // Of a list that may not be empty. What comes after the `most`th is not read, and refused at its key
    // `head`.
    struct Bound {
        std::size_t most;
        std::string_view head;
        std::string_view too_many;  // the sentence
    };
    void sections(std::string_view key, const Bound& bound, const std::function<void(Section&)>& read);

    void require(std::initializer_list<std::string_view> keys);
    // Both say the full name of the key as the sentence's first argument.
    void refuse(std::string_view key, std::string message, std::vector<std::string> args = {});
    void refuse(std::string_view key, const toml::node& where, std::string message,
                std::vector<std::string> args = {});

    std::string full(std::string_view key) const;  // "policy.time"
    std::string place(const toml::node& where) const { return file_.place(where.source()); }
    std::string place(std::string_view key) const;

    // Every key that there may be has been asked for; refuses the others. `section` and `sections` do it for
    // theirs.
    void refuse_unknown();

  private:
    const toml::node* find(std::string_view key);

    TomlFile& file_;
    const toml::table& table_;
    std::string name_;
    std::vector<std::string> asked_;
};

}  // namespace dondoc::language
