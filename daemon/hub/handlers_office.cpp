#include "engine/access.h"
#include "hub/convert.h"
#include "hub/handlers.h"

namespace dondoc::hub {
namespace {

// What stays of an event whose content was removed.
v1::Event heading(store::Store& store, const store::StoredEvent& event) {
    const auto entry = store.inbox.find(event.id).value();
    v1::Event heading;
    heading.set_id(static_cast<std::uint64_t>(event.id.value));
    heading.set_agency(store.agencies.get(event.agency).code);
    heading.set_number(static_cast<std::uint64_t>(event.number.value));
    set(*heading.mutable_time(), entry.at);
    heading.set_kind(static_cast<v1::EventKind::Kind>(entry.kind));
    heading.set_removed(true);
    return heading;
}

}  // namespace

void grant_key(Call& call, const v1::Request& request, v1::Reply& reply) {
    const auto& wanted = request.key_grant();
    if (wanted.role() == v1::Role::unspecified || !v1::Role::Kind_IsValid(wanted.role()))
        throw UserError("key.no_role", {}, "role");
    const auto role = static_cast<Role>(static_cast<int>(wanted.role()) - 1);
    const auto key =
        engine::grant_key(*call.work, {wanted.public_key(), role, wanted.agency(), wanted.name()});
    *reply.mutable_key_grant()->mutable_key() = to_wire(key, call.engine.store().agencies);
}

void revoke_key(Call& call, const v1::Request& request, v1::Reply& reply) {
    const auto key = engine::revoke_key(*call.work, request.key_revoke().public_key());
    *reply.mutable_key_revoke()->mutable_key() = to_wire(key, call.engine.store().agencies);
}

void list_keys(Call& call, const v1::Request&, v1::Reply& reply) {
    auto& store = call.engine.store();
    for (const auto& key : store.keys.list())
        *reply.mutable_key_list()->add_keys() = to_wire(key, store.agencies);
}

void show_log(Call& call, const v1::Request& request, v1::Reply& reply) {
    const auto& wanted = request.log();
    store::Inbox::LogFilter filter;
    filter.agency = call.scope(wanted.agency());
    if (wanted.kind() != v1::EventKind::unspecified) filter.kind = wanted.kind();
    filter.after = EventId{static_cast<std::int64_t>(wanted.after())};
    const int limit = page_size(wanted.limit());
    filter.limit = limit + 1;  // one more tells whether there is more
    auto& log = *reply.mutable_log();
    for (const auto& event : call.engine.store().inbox.log(filter)) {
        if (log.events_size() == limit) {
            log.set_more(true);
            break;
        }
        if (event.body.empty()) {
            *log.add_events() = heading(call.engine.store(), event);
            continue;
        }
        if (!log.add_events()->ParseFromString(event.body))
            throw std::runtime_error("event " + std::to_string(event.id.value) + " cannot be decoded");
    }
}

}  // namespace dondoc::hub
