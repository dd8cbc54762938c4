// SPDX-License-Identifier: Apache-2.0
// Links by which persons log in to a gateway for the first time. The token of a link is shown once; what is
// kept is its digest, so that nobody who reads the database or a backup can use it.
#include <sodium.h>

#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "engine/person_record.h"
#include "engine/persons.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "hub/requests/persons.h"

namespace dondoc::hub {
namespace {

constexpr std::chrono::hours invitation_time{72};
constexpr std::size_t token_bytes = 32;

std::string random_token() {
    std::array<unsigned char, token_bytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();  // the closing zero
    return text;
}

}  // namespace

void invite_person(Call& call, const v1::PersonInviteRequest& wanted, v1::PersonInviteReply& reply) {
    require_may_change_persons(call);
    const auto person = find_present_person(call, wanted.person(), "person");
    if (!person.facts.role) throw UserError("person.no_role", {engine::spoken_name(person)}, "person");
    const auto token = random_token();
    const auto ends = call.work->now + invitation_time;
    call.work->store.invitations.put(person.id, token, ends);
    engine::note_person(*call.work, person.id, "invite", call.by(), {});
    *reply.mutable_person() = person_to_wire(call, person);
    reply.set_token(token);
    const auto& web = call.engine.rules().public_web;
    if (!web.empty()) reply.set_link(web + "/loi-moi/" + token);
    set(*reply.mutable_ends(), ends);
}

void take_invitation(Call& call, const v1::InvitationTakeRequest& wanted, v1::InvitationTakeReply& reply) {
    auto& work = *call.work;
    const auto id = work.store.invitations.find(wanted.token(), work.now);
    const auto person = id ? work.store.persons.get(*id) : std::nullopt;
    if (!person || person->removed_at || !person->facts.role)
        throw UserError("person.invitation", {}, "token");
    *reply.mutable_person() = person_to_wire(call, *person);
    if (!wanted.look()) work.store.invitations.forget(*id);
}

}  // namespace dondoc::hub
