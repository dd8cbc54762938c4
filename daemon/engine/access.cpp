#include "engine/access.h"

#include <algorithm>

namespace dondoc::engine {
namespace {

// ZeroMQ RFC 32/Z85.
constexpr std::string_view z85_alphabet =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
constexpr std::size_t key_length = 40;

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
    work.store.keys.put(key);
    return key;
}

store::AccessKey revoke_key(Work& work, const std::string& which) {
    std::vector<store::AccessKey> in_force;
    std::ranges::copy_if(work.store.keys.list(), std::back_inserter(in_force),
                         [](const auto& key) { return !key.revoked_at; });
    std::vector<store::AccessKey> named;
    std::ranges::copy_if(in_force, std::back_inserter(named),
                         [&](const auto& key) { return key.public_key == which || key.name == which; });
    if (named.empty()) throw UserError("key.unknown", {which}, "public_key");
    if (named.size() > 1)
        throw UserError("key.ambiguous", {which, std::to_string(named.size())}, "public_key");
    auto key = named.front();
    const auto administrators = std::ranges::count(in_force, Role::Administrator, &store::AccessKey::role);
    if (key.role == Role::Administrator && administrators == 1) throw UserError("key.last_administrator");
    work.store.keys.revoke(key.public_key, work.now);
    key.revoked_at = work.now;
    return key;
}

}  // namespace dondoc::engine
