// SPDX-License-Identifier: Apache-2.0
#include "language/files/register_file.h"

#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "domain/message.h"
#include "language/agency/person_cells.h"
#include "language/words/normalize.h"

namespace dondoc::language {
namespace {

constexpr std::size_t longest_name_bytes = 300;  // bytes
const std::set<std::string, std::less<>> agency_levels{"central", "province", "district", "commune"};

class Parser {
  public:
    explicit Parser(const std::string& file_name) : file_name_(file_name) {}

    Register parse(std::string_view text) {
        toml::table file;
        try {
            file = toml::parse(text, file_name_);
        } catch (const toml::parse_error& error) {
            throw UserError("register.syntax", {std::string(error.description())}, place(error.source()));
        }
        for (const auto& [key, node] : file) {
            if (key != "agency" && key != "group" && key != "succession" && key != "province" &&
                key != "person")
                unknown_key(key, {"agency", "group", "succession", "province", "person"});
        }
        if (file.contains("province")) register_.province = required_text(file, "province");
        if (const auto* successions = file.get("succession"))
            each_table(*successions, [&](const toml::table& table) { read_succession(table); });
        if (const auto* agencies = file.get("agency"))
            each_table(*agencies, [&](const toml::table& table) { read_agency(table); });
        if (const auto* groups = file.get("group"))  // after the agencies, which they name
            each_table(*groups, [&](const toml::table& table) { read_group(table); });
        if (const auto* persons = file.get("person"))
            each_table(*persons, [&](const toml::table& table) { read_person(table); });
        if (register_.agencies.empty() && register_.groups.empty() && register_.successions.empty() &&
            register_.persons.empty())
            throw UserError("register.empty", {}, file_name_ + ":1");
        return std::move(register_);
    }

  private:
    std::string place(const toml::source_region& source) const {
        return file_name_ + ":" + std::to_string(source.begin.line);
    }
    [[noreturn]] void fail(const toml::node& node, std::string key, std::vector<std::string> args) const {
        throw UserError(std::move(key), std::move(args), place(node.source()));
    }
    [[noreturn]] void unknown_key(const toml::key& key, const std::vector<std::string>& known) const {
        std::string list;
        for (const auto& name : known) list += (list.empty() ? "" : ", ") + name;
        throw UserError("register.unknown_key", {std::string(key.str()), list}, place(key.source()));
    }

    template <typename Read>
    void each_table(const toml::node& node, Read read) const {
        const auto* array = node.as_array();
        if (!array) fail(node, "register.not_tables", {});
        for (const auto& element : *array) {
            if (!element.is_table()) fail(element, "register.not_tables", {});
            read(*element.as_table());
        }
    }

    void allow(const toml::table& table, const std::vector<std::string>& known) const {
        for (const auto& [key, node] : table)
            if (std::find(known.begin(), known.end(), key.str()) == known.end()) unknown_key(key, known);
    }

    std::string text(const toml::node& node, std::string_view key) const {
        const auto* value = node.as_string();
        if (!value) fail(node, "register.not_text", {std::string(key)});
        auto normal = normalize(value->get());
        if (normal.empty() || normal.size() > longest_name_bytes)
            fail(node, "register.bad_length", {std::string(key)});
        return normal;
    }
    std::string required_text(const toml::table& table, std::string_view key) const {
        const auto* node = table.get(key);
        if (!node) fail(table, "register.missing_key", {std::string(key)});
        return text(*node, key);
    }
    std::vector<std::string> texts(const toml::table& table, std::string_view key) const {
        std::vector<std::string> list;
        const auto* node = table.get(key);
        if (!node) return list;
        const auto* array = node->as_array();
        if (!array) fail(*node, "register.not_list", {std::string(key)});
        for (const auto& element : *array) list.push_back(text(element, key));
        return list;
    }
    std::optional<local_days> day(const toml::table& table, std::string_view key) const {
        const auto* node = table.get(key);
        if (!node) return std::nullopt;
        const auto* value = node->as_date();
        if (!value) fail(*node, "register.not_day", {std::string(key)});
        return civil(value->get().year, value->get().month, value->get().day);
    }

    struct Owner {
        std::string code;  // of an agency; of a group its name behind "@"
        local_days from = local_days::min(), to = local_days::max();
    };
    // A name or alias stands for one agency or group at a time; which, is looked up without case and
    // spelling.
    void claim(const toml::node& node, const std::string& name, const Owner& owner) {
        auto& owners = names_[fold(name)];
        for (const auto& other : owners)
            if (other.code != owner.code && other.from <= owner.to && owner.from <= other.to)
                fail(node, "register.duplicate_name", {name, other.code, owner.code});
        owners.push_back(owner);
    }

    // When it exists, as far as the file says: a succession ends its predecessors.
    Owner owner_of(const Agency& agency) const {
        Owner owner{agency.code, agency.valid_from.value_or(local_days::min()),
                    agency.valid_to.value_or(local_days::max())};
        for (const auto& succession : register_.successions)
            if (succession.kind != SuccessionKind::Rename && contains(succession.from, agency.code) &&
                !contains(succession.to, agency.code))
                owner.to = std::min(owner.to, succession.day - date::days{1});
        return owner;
    }
    static bool contains(const std::vector<std::string>& list, const std::string& text) {
        return std::find(list.begin(), list.end(), text) != list.end();
    }

    std::vector<std::string> codes(const toml::table& table, std::string_view key) const {
        auto list = texts(table, key);
        for (const auto& code : list)
            if (!is_agency_code(code)) fail(*table.get(key), "register.bad_code", {code});
        return list;
    }

    void read_succession(const toml::table& table) {
        allow(table, {"kind", "day", "document", "from", "to"});
        Succession succession;
        const auto kind = required_text(table, "kind");
        const auto known = succession_kind(kind);
        if (!known) fail(*table.get("kind"), "register.bad_kind", {kind});
        succession.kind = *known;
        const auto first = day(table, "day");
        if (!first) fail(table, "register.missing_key", {"day"});
        succession.day = *first;
        succession.document = required_text(table, "document");
        succession.from = codes(table, "from");
        if (succession.from.empty()) fail(table, "register.missing_key", {"from"});
        succession.to = codes(table, "to");
        register_.successions.push_back(std::move(succession));
    }

    void read_agency(const toml::table& table) {
        allow(table, {"code", "name", "aliases", "level", "valid_from", "valid_to"});
        Agency agency;
        agency.code = required_text(table, "code");
        if (!is_agency_code(agency.code)) fail(*table.get("code"), "register.bad_code", {agency.code});
        if (!codes_.insert(agency.code).second)
            fail(*table.get("code"), "register.duplicate_code", {agency.code});
        agency.name = required_text(table, "name");
        agency.aliases = texts(table, "aliases");
        agency.level = required_text(table, "level");
        if (!agency_levels.contains(agency.level))
            fail(*table.get("level"), "register.bad_level", {agency.level});
        agency.valid_from = day(table, "valid_from");
        agency.valid_to = day(table, "valid_to");
        if (agency.valid_from && agency.valid_to && *agency.valid_to < *agency.valid_from)
            fail(*table.get("valid_to"), "register.ends_before_start", {agency.code});
        const auto owner = owner_of(agency);
        claim(table, agency.name, owner);
        for (const auto& alias : agency.aliases) claim(*table.get("aliases"), alias, owner);
        register_.agencies.push_back(std::move(agency));
    }

    void read_group(const toml::table& table) {
        allow(table, {"name", "aliases", "members", "member_levels"});
        AgencyGroup group;
        group.name = required_text(table, "name");
        if (group.name[0] == '@') fail(*table.get("name"), "register.group_at", {group.name});
        group.aliases = texts(table, "aliases");
        group.members = texts(table, "members");
        std::set<std::string> seen;
        for (const auto& code : group.members) {
            // Beside a succession, and where it has groups alone, the file need not repeat who is registered.
            if (!codes_.contains(code) && register_.successions.empty() && !codes_.empty())
                fail(*table.get("members"), "register.unknown_member", {code, group.name});
            if (!seen.insert(code).second)
                fail(*table.get("members"), "register.twice_member", {code, group.name});
        }
        for (const auto& level : texts(table, "member_levels")) {
            if (!agency_levels.contains(level))
                fail(*table.get("member_levels"), "register.bad_level", {level});
            if (codes_.empty()) fail(*table.get("member_levels"), "register.levels_alone", {group.name});
            for (const auto& agency : register_.agencies)
                if (agency.level == level && seen.insert(agency.code).second)
                    group.members.push_back(agency.code);
        }
        const Owner owner{"@" + group.name};
        claim(table, group.name, owner);
        for (const auto& alias : group.aliases) claim(*table.get("aliases"), alias, owner);
        register_.groups.push_back(std::move(group));
    }

    // A list as one text, or a text; it may be empty: then what is known is taken away.
    std::string cell(const toml::node& node, std::string_view key) const {
        const auto one = [&](const toml::node& value) {
            const auto* content = value.as_string();
            if (!content) fail(value, "register.not_text", {std::string(key)});
            auto normal = normalize(content->get());
            if (normal.size() > longest_name_bytes) fail(value, "register.bad_length", {std::string(key)});
            return normal;
        };
        const auto* array = node.as_array();
        if (!array) return one(node);
        std::string joined;
        for (const auto& element : *array) joined += (joined.empty() ? "" : ", ") + one(element);
        return joined;
    }

    // Whether its agency is known is for who takes the persons in: the file need not repeat the register.
    void read_person(const toml::table& table) {
        std::vector<std::string> known{"agency"};
        for (const auto& field : person_fields) known.emplace_back(field.name);
        allow(table, known);
        PersonEntry person;
        if (const auto* agency = table.get("agency")) person.agency = text(*agency, "agency");
        required_text(table, "name");
        for (const auto& field : person_fields)
            if (const auto* value = table.get(field.name))
                person.edit.*field.value = cell(*value, field.name);
        try {
            edited({}, person.edit);
        } catch (const UserError& error) {
            fail(*table.get(error.place()), error.message().key, error.message().args);
        }
        register_.persons.push_back(std::move(person));
    }

    const std::string& file_name_;
    Register register_;
    std::set<std::string> codes_;
    std::map<std::string, std::vector<Owner>> names_;  // folded
};

}  // namespace

Register parse_register(std::string_view toml, const std::string& file_name) {
    return Parser(file_name).parse(toml);
}

}  // namespace dondoc::language
