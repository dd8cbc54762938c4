// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/agency_suggestion.h"

#include <algorithm>
#include <exception>
#include <vector>

#include "cli/frame/distance.h"
#include "cli/frame/values.h"

namespace dondoc::cli {
namespace {

constexpr std::size_t most_slips = 2;
constexpr std::size_t most_agencies = 5;

bool is_like(const v1::AgencyEntry& agency, const std::string& wanted) {
    const auto code = folded(agency.code());
    if (code == wanted || (wanted.size() > most_slips && distance(code, wanted) <= most_slips)) return true;
    const auto names = [&](const std::string& name) {
        return folded(name).find(wanted) != std::string::npos;
    };
    return names(agency.name()) || std::ranges::any_of(agency.aliases(), names);
}

}  // namespace

std::string agencies_like(Session& session, const std::string& typed) {
    const auto wanted = folded(typed);
    if (wanted.empty()) return {};
    try {
        v1::Request request;
        request.mutable_agency_list();
        const auto reply = session.ask(std::move(request)).agency_list();
        std::string list;
        std::size_t found = 0;
        for (const auto& agency : reply.agencies()) {
            if (!is_like(agency, wanted) || ++found > most_agencies) continue;
            list += (list.empty() ? "" : ", ") + agency.code() + " (" + agency.name() + ")";
        }
        return list;
    } catch (const std::exception&) {
        return {};  // what was refused is said all the same
    }
}

}  // namespace dondoc::cli
