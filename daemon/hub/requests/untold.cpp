// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/untold.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

#include "domain/who_is_told.h"

namespace dondoc::hub {
namespace {

using Colleagues = std::vector<Colleague>;

constexpr std::size_t most_named_agencies = 5;

std::string agency_names(const Call& call, const std::vector<AgencyId>& agencies) {
    std::string names;
    for (std::size_t i = 0; i < std::min(agencies.size(), most_named_agencies); ++i) {
        const auto agency = call.engine.store().agencies.get(agencies[i]);
        names += (names.empty() ? "" : ", ") + agency.name + " (" + agency.code + ")";
    }
    if (agencies.size() <= most_named_agencies) return names;
    const auto others = std::to_string(agencies.size() - most_named_agencies);
    return text::render(call.lang, {"person.untold.more", {names, others}});
}

// Gathers agencies by the work that nobody of them is told of. Persons of the office are told of what comes
// into the inbox of the agency that is the office.
class UntoldWork {
  public:
    explicit UntoldWork(Call& call) : call_(call), today_(call.engine.today()) {
        const auto office = call.engine.store().agencies.find(call.engine.rules().office);
        if (office) office_ = office->id;
    }
    std::optional<AgencyId> office() const { return office_; }

    void look_at(AgencyId agency, const Colleagues& own, const Colleagues& of_office) {
        auto untold = untold_of(own, today_);
        if (agency == office_) {
            auto together = own;
            together.insert(together.end(), of_office.begin(), of_office.end());
            untold = untold_of(together, today_);
        }
        if (untold != Untold::Nothing && call_.engine.directory().exists(agency, today_))
            found_[untold].push_back(agency);
    }
    void say(Sentences& warnings) const {
        for (const auto& [untold, agencies] : found_)
            warnings.Add(
                text::render(call_.lang, {"person.untold." + std::string{name_of(untold)},
                                          {agency_names(call_, agencies), "@person.untold.remedy"}}));
    }

  private:
    Call& call_;
    local_days today_;
    std::optional<AgencyId> office_;
    std::map<Untold, std::vector<AgencyId>> found_;
};

// Those with persons, the office too; and where agencies have persons at all, those with open work that have
// neither persons nor a program.
std::set<AgencyId> agencies_to_look_at(Call& call, const store::Colleagues& persons,
                                       std::optional<AgencyId> office) {
    auto& store = call.engine.store();
    std::set<AgencyId> found;
    for (const auto& [agency, colleagues] : persons)
        if (agency) found.insert(*agency);
    if (!found.empty()) {
        const auto programs = store.consumers.agencies();
        const store::Moment moment{call.engine.today(), call.engine.rules().due_soon_days};
        for (const auto agency : store.tallies.at_work(moment))
            if (!programs.contains(agency)) found.insert(agency);
    }
    if (office && persons.contains(std::nullopt)) found.insert(*office);
    return found;
}

}  // namespace

void warn_of_untold(Call& call, const std::set<std::optional<AgencyId>>& agencies, Sentences& warnings) {
    auto& persons = call.engine.store().persons;
    UntoldWork work{call};
    std::set<AgencyId> changed;
    for (const auto& agency : agencies)
        if (const auto whose = agency ? agency : work.office()) changed.insert(*whose);
    const auto of_office = persons.colleagues(std::nullopt);
    for (const auto agency : changed) work.look_at(agency, persons.colleagues(agency), of_office);
    work.say(warnings);
}

void warn_of_all_untold(Call& call, std::optional<AgencyId> only, Sentences& warnings) {
    const auto& persons = call.engine.store().persons.all_colleagues();
    const Colleagues nobody;
    const auto of = [&](std::optional<AgencyId> agency) -> const Colleagues& {
        const auto found = persons.find(agency);
        return found == persons.end() ? nobody : found->second;
    };
    UntoldWork work{call};
    for (const auto agency : agencies_to_look_at(call, persons, work.office()))
        if (!only || agency == *only) work.look_at(agency, of(agency), of(std::nullopt));
    work.say(warnings);
}

}  // namespace dondoc::hub
