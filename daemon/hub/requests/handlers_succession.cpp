// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <string>

#include "domain/agencies_in_time.h"
#include "domain/document_number.h"
#include "engine/succession/succession.h"
#include "engine/succession/succession_transfer.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "language/readers.h"

namespace dondoc::hub {
namespace {

Succession succession_of(const v1::Succession& wire, std::size_t index) {
    const auto place = "successions[" + std::to_string(index) + "].";
    if (wire.kind() == v1::Succession::unspecified || !v1::Succession::Kind_IsValid(wire.kind()))
        throw UserError("succession.no_kind", {}, place + "kind");
    const auto day = to_day(wire.day(), (place + "day").c_str());
    if (!day) throw UserError("succession.no_day", {}, place + "day");
    return {static_cast<SuccessionKind>(static_cast<int>(wire.kind()) - 1),
            *day,
            printed_number(wire.document(), place + "document"),
            {wire.from().begin(), wire.from().end()},
            {wire.to().begin(), wire.to().end()}};
}

bool is_party(const store::SuccessionRecord& record, AgencyId agency) {
    return std::ranges::find(record.from, agency) != record.from.end() ||
           std::ranges::find(record.to, agency) != record.to.end();
}

}  // namespace

void succeed_agencies(Call& call, const v1::AgencySucceedRequest& wanted, v1::AgencySucceedReply& result) {
    v1::AgencyImportRequest described;
    *described.mutable_agencies() = wanted.agencies();
    *described.mutable_groups() = wanted.groups();
    engine::SuccessionOrder order;
    order.content = from_wire(described);
    for (const auto& succession : wanted.successions())
        order.content.successions.push_back(succession_of(succession, order.content.successions.size()));
    order.choices = {wanted.choices().begin(), wanted.choices().end()};
    order.leave = wanted.leave();
    order.by = call.by();
    order.seen = wanted.seen();
    order.trial = wanted.dry_run();
    result = engine::succeed(*call.work, order);
    for (auto& remark : *result.mutable_remarks())
        remark.set_text(
            text::render(call.lang, {remark.key(), {remark.args().begin(), remark.args().end()}}));
}

void show_agency(Call& call, const v1::AgencyShowRequest& wanted, v1::AgencyShowReply& shown) {
    auto& store = call.engine.store();
    const auto ref = call.registered(wanted.code(), "code");
    const auto known = store.agencies.load();
    *shown.mutable_agency() = to_wire(*std::ranges::find(known.agencies, ref.code, &Agency::code));
    for (const auto& group : known.groups)
        if (std::ranges::find(group.members, ref.code) != group.members.end()) shown.add_groups(group.name);
    for (const auto& record : store.successions.all())
        if (is_party(record, ref.id)) *shown.add_successions() = engine::to_wire(store.agencies, record);
    if (!call.may_see(ref.id)) return;
    shown.set_open(store.successions.open_of(ref.id).size());
    shown.set_cooperations(store.successions.open_cooperations_of(ref.id).size());
    if (!call.sees_all()) return;
    shown.set_keys(static_cast<std::uint64_t>(std::ranges::count_if(
        store.keys.list(), [&](const auto& key) { return key.agency == ref.id && !key.revoked_at; })));
}

}  // namespace dondoc::hub
