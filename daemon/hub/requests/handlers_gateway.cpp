// SPDX-License-Identifier: Apache-2.0
// Links by which persons log in to a gateway for the first time, or after they have forgotten their password.
// The token of a link is shown once; what is kept is its digest, so that nobody who reads the database or a
// backup can use it.
#include <sodium.h>

#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "engine/person_record.h"
#include "engine/persons.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "hub/requests/invitations.h"
#include "hub/requests/persons.h"

namespace dondoc::hub {
namespace {

constexpr std::chrono::hours invitation_time{72};
constexpr std::chrono::minutes sender_is_at_work{10};  // since it last asked what is to be sent
constexpr std::chrono::minutes mailed_anew{15};        // before it, a person is sent no second link
constexpr std::size_t token_bytes = 32;

using TokenBytes = std::array<unsigned char, token_bytes>;

TokenBytes random_bytes() {
    TokenBytes bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string as_token(const TokenBytes& bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();  // the closing zero
    return text;
}

std::string token_of(const store::ContactTest& test) {
    static const auto key = random_bytes();
    const auto number = std::to_string(test.id);
    TokenBytes bytes{};
    crypto_generichash(bytes.data(), bytes.size(), reinterpret_cast<const unsigned char*>(number.data()),
                       number.size(), key.data(), key.size());
    return as_token(bytes);
}

std::string link_of(const Call& call, const std::string& token) {
    const auto& web = call.engine.rules().public_web;
    return web.empty() ? std::string{} : web + "/loi-moi/" + token;
}

// nullopt: nobody of that name may log in, or several may.
std::optional<store::Person> who_may_log_in(Call& call, const std::string& named) {
    try {
        auto person = find_present_person(call, named, "person");
        if (person.facts.role) return person;
    } catch (const store::StorageError&) {
        throw;                    // of nobody in particular
    } catch (const UserError&) {  // whoever asks is not told
    }
    return std::nullopt;
}

}  // namespace

std::string mailed_link(Call& call, const store::ContactTest& test) {
    const auto token = token_of(test);
    call.work->store.invitations.put({test.person, true}, token, test.asked_at + mailed_link_time);
    return link_of(call, token);
}

void send_sign_in_link(Call& call, const v1::SignInLinkRequest& wanted, v1::SignInLinkReply& reply) {
    auto& tests = call.work->store.contact_tests;
    const auto now = call.work->now;
    const auto asked_for = tests.asked_for_at();
    reply.set_by_mail(asked_for && now - *asked_for <= sender_is_at_work &&
                      !call.engine.rules().public_web.empty());
    if (!reply.by_mail()) return;
    const auto person = who_may_log_in(call, wanted.person());
    if (!person || person->facts.email.empty() || tests.newest(person->id, "mail", now - mailed_anew, true))
        return;
    store::ContactTest message{0, person->id, "mail", now, call.by(), {}, true};
    message.standing.at = now;
    tests.add(message);
    engine::note_person(*call.work, person->id, "forgotten", call.by(), {});
}

void invite_person(Call& call, const v1::PersonInviteRequest& wanted, v1::PersonInviteReply& reply) {
    require_may_change_persons(call);
    const auto person = find_present_person(call, wanted.person(), "person");
    if (!person.facts.role) throw UserError("person.no_role", {engine::spoken_name(person)}, "person");
    const auto token = as_token(random_bytes());
    const auto ends = call.work->now + invitation_time;
    call.work->store.invitations.put({person.id, false}, token, ends);
    engine::note_person(*call.work, person.id, "invite", call.by(), {});
    *reply.mutable_person() = person_to_wire(call, person);
    reply.set_token(token);
    reply.set_link(link_of(call, token));
    set(*reply.mutable_ends(), ends);
}

void take_invitation(Call& call, const v1::InvitationTakeRequest& wanted, v1::InvitationTakeReply& reply) {
    auto& work = *call.work;
    const auto found = work.store.invitations.find(wanted.token(), work.now);
    const auto person = found ? work.store.persons.get(found->person) : std::nullopt;
    if (!person || person->removed_at || !person->facts.role)
        throw UserError("person.invitation", {}, "token");
    *reply.mutable_person() = person_to_wire(call, *person);
    reply.set_mailed(found->mailed);
    if (!wanted.look()) work.store.invitations.forget(found->person);
}

}  // namespace dondoc::hub
