// SPDX-License-Identifier: Apache-2.0
#include "language/files/register_join.h"

#include <map>
#include <set>

#include "domain/message.h"
#include "language/agency/agency_index.h"
#include "language/agency/province_names.h"
#include "language/words/normalize.h"

namespace dondoc::language {
namespace {

const Phrases provincial{"tỉnh", "thành phố"};
const Phrases local{"ubnd xã",    "ubnd phường", "ubnd đặc khu", "ubnd thị trấn",
                    "ubnd huyện", "ubnd quận",   "ubnd thị xã"};

// "Công an tỉnh" -> "Công an tỉnh Thái Nguyên"; "Sở Nội vụ" -> "Sở Nội vụ tỉnh Thái Nguyên".
std::string in_province(const std::string& name, const std::string& province) {
    const auto words = split_names(name);
    const auto& tokens = words.tokens;
    const auto level = split_words(province).tokens;
    const auto kind = provincial.match(level, 0);
    const auto place = province.substr(kind < level.size() ? level[kind].begin : 0);
    if (tokens.size() > kind && provincial.match(tokens, tokens.size() - kind) == kind)
        return name + " " + place;
    const bool of_a_place = local.match(tokens, 0) > 0;
    if (!of_a_place && fold(name).ends_with(fold(place))) return name;
    return name + (of_a_place ? ", " : " ") + province;
}

class Joiner {
  public:
    void add(Register part) {
        for (auto& agency : part.agencies) {
            if (!codes_.insert(agency.code).second) continue;
            if (!part.province.empty()) {
                agency.name = in_province(agency.name, part.province);
                for (auto& alias : agency.aliases) alias = in_province(alias, part.province);
            }
            claim(agency.name, agency.code);
            std::erase_if(agency.aliases, [&](const auto& alias) { return !is_free(alias, agency.code); });
            joined_.agencies.push_back(std::move(agency));
        }
        for (auto& group : part.groups) {
            if (!part.province.empty()) {
                // Who is meant by "các địa phương" no province has to say.
                if (group.members.empty()) continue;
                group.name = in_province(group.name, part.province);
                for (auto& alias : group.aliases) alias = in_province(alias, part.province);
            }
            claim(group.name, "@" + group.name);
            std::erase_if(group.aliases,
                          [&](const auto& alias) { return !is_free(alias, "@" + group.name); });
            joined_.groups.push_back(std::move(group));
        }
        for (auto& person : part.persons) joined_.persons.push_back(std::move(person));
        for (auto& succession : part.successions) joined_.successions.push_back(std::move(succession));
    }
    Register take() { return std::move(joined_); }

  private:
    void claim(const std::string& name, const std::string& owner) {
        const auto [entry, added] = owners_.emplace(fold(name), owner);
        if (!added && entry->second != owner)
            throw UserError("register.duplicate_name", {name, entry->second, owner});
    }
    bool is_free(const std::string& name, const std::string& owner) {
        const auto [entry, added] = owners_.emplace(fold(name), owner);
        return added;
    }

    Register joined_;
    std::set<std::string> codes_;
    std::map<std::string, std::string> owners_;
};

}  // namespace

Register join_registers(std::vector<Register> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    Joiner joiner;
    for (auto& part : parts) joiner.add(std::move(part));
    return joiner.take();
}

std::string home_province(const Register& agencies, std::string_view issuer) {
    return ProvinceNames(agencies).named_in(issuer);
}

}  // namespace dondoc::language
