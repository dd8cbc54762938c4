// SPDX-License-Identifier: Apache-2.0
#include "engine/access.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "domain/key_name.h"
#include "domain/limits.h"
#include "domain/plain_text.h"

namespace dondoc::engine {
namespace {

// ZeroMQ RFC 32/Z85.
constexpr std::string_view z85_alphabet =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
constexpr std::size_t key_length = 40;

std::vector<store::AccessKey> keys_in_force(Work& work) {
    auto keys = work.store.keys.list();
    std::erase_if(keys, [](const auto& key) { return key.revoked_at.has_value(); });
    return keys;
}

// Somebody must be left who can grant a key.
void require_another_administrator(Work& work, const store::AccessKey& leaving) {
    if (leaving.role != Role::Administrator || leaving.revoked_at) return;
    if (std::ranges::count(keys_in_force(work), Role::Administrator, &store::AccessKey::role) == 1)
        throw UserError("key.last_administrator");
}

}  // namespace

bool is_public_key(std::string_view text) {
    return text.size() == key_length && text.find_first_not_of(z85_alphabet) == std::string_view::npos;
}

store::AccessKey grant_key(Work& work, const Grant& grant) {
    if (!is_public_key(grant.public_key)) throw UserError("key.malformed", {grant.public_key}, "public_key");
    store::AccessKey key{grant.public_key, grant.role, std::nullopt, grant.name, work.now, std::nullopt};
    if (grant.role == Role::Agency) {
        if (grant.agency.empty()) throw UserError("key.agency_missing", {}, "agency");
        const auto agency = work.store.agencies.find(grant.agency);
        if (!agency) throw UserError("agency.unknown", {grant.agency}, "agency");
        key.agency = agency->id;
        if (key.name.empty()) key.name = agency->code;
    } else if (!grant.agency.empty()) {
        throw UserError("key.agency_given", {grant.agency}, "agency");
    }
    require_length(key.name, max_name_bytes, "name");
    require_plain(key.name, "name");
    if (const auto known = work.store.keys.find(key.public_key); known && key.role != Role::Administrator)
        require_another_administrator(work, *known);
    work.store.keys.put(key);
    return key;
}

store::AccessKey revoke_key(Work& work, const std::string& which) {
    auto named = keys_in_force(work);
    std::erase_if(named, [&](const auto& key) {
        return key.public_key != which && short_name(key.public_key) != which && key.name != which;
    });
    if (named.empty()) throw UserError("key.unknown", {which}, "public_key");
    if (named.size() > 1)
        throw UserError("key.ambiguous", {which, std::to_string(named.size())}, "public_key");
    auto key = named.front();
    require_another_administrator(work, key);
    work.store.keys.revoke(key.public_key, work.now);
    key.revoked_at = work.now;
    return key;
}

}  // namespace dondoc::engine
