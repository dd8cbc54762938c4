// SPDX-License-Identifier: Apache-2.0
#include "engine/register_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "domain/message.h"
#include "language/words/normalize.h"

namespace dondoc::engine {
namespace {

struct Owner {
    const Agency* agency;
    bool is_sent;
};

bool overlap(const Agency& one, const Agency& other) {
    const auto from = [](const Agency& agency) { return agency.valid_from.value_or(local_days::min()); };
    const auto to = [](const Agency& agency) { return agency.valid_to.value_or(local_days::max()); };
    return from(one) <= to(other) && from(other) <= to(one);
}

void claim(std::map<std::string, std::vector<Owner>>& owners, const std::string& name, const Owner& owner,
           const std::string& place) {
    auto& others = owners[language::fold(name)];
    bool is_known = false;  // a list may name the same agency thousands of times
    for (const auto& [agency, is_sent] : others) {
        const bool is_other = agency->code != owner.agency->code;
        if (owner.is_sent && is_other && overlap(*agency, *owner.agency))
            throw UserError("agency.name_taken", {owner.agency->code, name, agency->code, agency->name},
                            place);
        is_known = is_known || (!is_other && agency->valid_from == owner.agency->valid_from &&
                                agency->valid_to == owner.agency->valid_to);
    }
    if (!is_known) others.push_back(owner);
}

std::string listed(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : "; ") + part;
    return text;
}

std::string iso_text(const std::optional<local_days>& day) {
    return day ? iso_day(*day) : std::string{};
}

class Comparing {
  public:
    explicit Comparing(std::string name) { difference_.set_name(std::move(name)); }

    void compare(const char* field, const std::string& old, const std::string& now) {
        if (old == now) return;
        auto& change = *difference_.add_fields();
        change.set_field(field);
        change.set_old(old);
        change.set_new_(now);
    }
    void add_to(std::vector<v1::AgencyImportReply::Difference>& list, bool added) {
        difference_.set_added(added);
        if (added || !difference_.fields().empty()) list.push_back(std::move(difference_));
    }

  private:
    v1::AgencyImportReply::Difference difference_;
};

}  // namespace

void refuse_shared_names(const Register& known, const Register& content) {
    std::map<std::string, std::vector<Owner>> owners;
    for (const auto& agency : known.agencies) {
        const bool is_sent =
            std::ranges::find(content.agencies, agency.code, &Agency::code) != content.agencies.end();
        if (!is_sent) claim(owners, agency.name, {&agency, false}, {});
    }
    for (std::size_t i = 0; i < content.agencies.size(); ++i)
        claim(owners, content.agencies[i].name, {&content.agencies[i], true},
              "agencies[" + std::to_string(i) + "].name");
}

std::vector<v1::AgencyImportReply::Difference> register_differences(const Register& known,
                                                                    const Register& content) {
    std::vector<v1::AgencyImportReply::Difference> differences;
    for (const auto& agency : content.agencies) {
        const auto found = std::ranges::find(known.agencies, agency.code, &Agency::code);
        const auto before = found == known.agencies.end() ? Agency{} : *found;
        Comparing comparing{agency.code};
        comparing.compare("name", before.name, agency.name);
        comparing.compare("aliases", listed(before.aliases), listed(agency.aliases));
        comparing.compare("level", before.level, agency.level);
        comparing.compare("valid_from", iso_text(before.valid_from), iso_text(agency.valid_from));
        if (agency.valid_to)
            comparing.compare("valid_to", iso_text(before.valid_to), iso_text(agency.valid_to));
        comparing.add_to(differences, found == known.agencies.end());
    }
    for (const auto& group : content.groups) {
        const auto found = std::ranges::find(known.groups, group.name, &AgencyGroup::name);
        const auto before = found == known.groups.end() ? AgencyGroup{} : *found;
        Comparing comparing{"@" + group.name};
        comparing.compare("aliases", listed(before.aliases), listed(group.aliases));
        comparing.compare("members", listed(before.members), listed(group.members));
        comparing.add_to(differences, found == known.groups.end());
    }
    return differences;
}

}  // namespace dondoc::engine
