// SPDX-License-Identifier: Apache-2.0
#include "engine/access.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"

namespace dondoc::hub {
void grant_key(Call& call, const v1::KeyGrantRequest& wanted, v1::KeyGrantReply& reply) {
    if (wanted.role() == v1::Role::unspecified || !v1::Role::Kind_IsValid(wanted.role()))
        throw UserError("key.no_role", {}, "role");
    const auto role = static_cast<Role>(static_cast<int>(wanted.role()) - 1);
    const auto key =
        engine::grant_key(*call.work, {wanted.public_key(), role, wanted.agency(), wanted.name()});
    *reply.mutable_key() = to_wire(key, call.engine.store().agencies);
    reply.set_endpoint(call.engine.rules().public_endpoint);
    if (role != Role::Agency && role != Role::Gateway) reply.set_feed(call.engine.rules().public_feed);
}

void revoke_key(Call& call, const v1::KeyRevokeRequest& wanted, v1::KeyRevokeReply& reply) {
    const auto key = engine::revoke_key(*call.work, wanted.public_key());
    *reply.mutable_key() = to_wire(key, call.engine.store().agencies);
}

void list_keys(Call& call, const v1::KeyListRequest&, v1::KeyListReply& reply) {
    auto& store = call.engine.store();
    for (const auto& key : store.keys.list()) *reply.add_keys() = to_wire(key, store.agencies);
}

}  // namespace dondoc::hub
