// SPDX-License-Identifier: Apache-2.0
#include "language/agency/agency_reader.h"

#include <algorithm>
#include <set>

#include "domain/agencies_in_time.h"
#include "language/agency/agency_cell.h"
#include "language/agency/agency_index.h"

namespace dondoc::language {

AgencyReader::AgencyReader(const Register& agencies) : index_(std::make_unique<const Index>(agencies)) {}
AgencyReader::AgencyReader(const Register& agencies, local_days written, std::string_view home)
    : index_(std::make_unique<const Index>(as_of(agencies, written), written, home)) {}
AgencyReader::~AgencyReader() = default;
AgencyReader::AgencyReader(AgencyReader&&) noexcept = default;
AgencyReader& AgencyReader::operator=(AgencyReader&&) noexcept = default;

PartyReading AgencyReader::read(std::string_view cell) const {
    return read_cell(*index_, cell);
}

const std::vector<AbsentMember>& AgencyReader::absent_of(const std::string& group) const {
    static const std::vector<AbsentMember> nobody;
    const auto found = index_->absent_of.find(group);
    return found == index_->absent_of.end() ? nobody : found->second;
}

std::size_t AgencyReader::count(const std::vector<Party>& parties) const {
    std::set<std::string> codes;
    for (const auto& party : parties) {
        if (party.kind == Party::Kind::Agency) codes.insert(party.code);
        if (party.kind != Party::Kind::Group) continue;
        if (const auto found = index_->members.find(party.code); found != index_->members.end())
            for (const auto member : found->second) codes.insert(index_->parties[member].code);
    }
    return codes.size();
}

std::vector<Message> AgencyReader::questions_of(const std::vector<Party>& parties) const {
    std::vector<Message> questions;
    for (const auto& party : parties) {
        if (party.kind != Party::Kind::Group) continue;
        const auto& absent = absent_of(party.code);
        const auto there = index_->members.find(party.code);
        const auto present = there == index_->members.end() ? 0 : there->second.size();
        for (auto& question : absence_questions(party.code, present + absent.size(), absent))
            questions.push_back(std::move(question));
    }
    return questions;
}

Party AgencyReader::resolve(std::string_view name) const {
    const bool group = name.starts_with('@');
    const auto plain = name.substr(group ? 1 : 0);
    const Party* found = nullptr;
    if (!group) {
        const auto with_code = [&](std::string_view code) -> const Party* {
            const auto same_code = [&](const Party& party) {
                return party.kind == Party::Kind::Agency && party.code == code;
            };
            const auto party = std::ranges::find_if(index_->parties, same_code);
            return party == index_->parties.end() ? nullptr : &*party;
        };
        found = with_code(plain);
        if (const auto former = index_->codes.find(std::string(plain));
            found == nullptr && former != index_->codes.end())
            found = with_code(former->second);
    }
    if (found == nullptr) found = index_->find(plain);
    if (found == nullptr || (group && found->kind == Party::Kind::Agency)) {
        const auto nearest = index_->nearest.find(plain);
        if (nearest)
            throw UserError("party.not_registered_near",
                            {std::string(name), index_->parties[nearest->party].name});
        throw UserError("party.not_registered", {std::string(name)});
    }
    if (const auto absent = index_->absent.find(found->code);
        found->kind == Party::Kind::Agency && absent != index_->absent.end())
        throw UserError(absent->second.key, absent->second.args);
    if (const auto question = index_->questions.find(found->name);
        found->kind == Party::Kind::Unknown && question != index_->questions.end())
        throw UserError(question->second.key, question->second.args);
    if (found->kind == Party::Kind::Vague) throw UserError("party.no_members", {std::string(plain)});
    return *found;
}

}  // namespace dondoc::language
