// SPDX-License-Identifier: Apache-2.0
#include "hub/transport/access_list.h"

#include <string>

namespace dondoc::hub {

std::optional<Identity> person_behind(const Identity& gateway, std::uint64_t person, store::Store& store) {
    const auto found = store.persons.get({static_cast<std::int64_t>(person)});
    if (!found || found->removed_at || !found->facts.role || *found->facts.role > Role::Operator)
        return std::nullopt;
    Identity who;
    who.public_key = gateway.public_key + ":" + std::to_string(person);
    who.role = *found->facts.role;
    who.name = found->facts.name;
    who.agency = found->agency;
    who.is_person = true;
    if (found->agency) who.agency_code = store.agencies.get(*found->agency).code;
    return who;
}

void AccessList::load(store::Keys& keys, store::Agencies& agencies) {
    auto list = std::make_shared<List>();
    for (const auto& key : keys.list()) {
        if (key.revoked_at) continue;
        auto identity = std::make_shared<Identity>();
        identity->public_key = key.public_key;
        identity->role = key.role;
        identity->name = key.name;
        identity->agency = key.agency;
        if (key.agency) identity->agency_code = agencies.get(*key.agency).code;
        list->emplace(key.public_key, std::move(identity));
    }
    std::atomic_store(&list_, std::shared_ptr<const List>{std::move(list)});
}

std::shared_ptr<const Identity> AccessList::find(const std::string& public_key) const {
    const auto list = std::atomic_load(&list_);
    const auto found = list->find(public_key);
    return found == list->end() ? nullptr : found->second;
}

}  // namespace dondoc::hub
