// SPDX-License-Identifier: Apache-2.0
#include "hub/access_list.h"

namespace dondoc::hub {

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
