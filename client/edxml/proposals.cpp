// SPDX-License-Identifier: GPL-3.0-or-later
#include "edxml/proposals.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <system_error>
#include <tuple>

#include "domain/state_digest.h"
#include "edxml/amending.h"
#include "lib/files.h"
#include "lib/json.h"

namespace dondoc::edxml {
namespace {

namespace fs = std::filesystem;
using Proposal = v1::Proposal;

std::optional<Proposal> read(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    Proposal proposal;
    if (!client::from_json(text.str(), proposal) || proposal.document_id().empty()) return std::nullopt;
    return proposal;
}

// The ending that a program may know it by; everything else of the name is the sender's.
std::string safe_ending(const std::string& name) {
    const auto dot = name.rfind('.');
    if (dot == std::string::npos) return {};
    std::string ending = name.substr(dot + 1);
    constexpr std::size_t longest = 5;
    const bool plain =
        !ending.empty() && ending.size() <= longest &&
        std::ranges::all_of(ending, [](unsigned char c) { return c < 128 && std::isalnum(c) != 0; });
    return plain ? "." + ending : std::string{};
}

Proposal::Kind kind_of(const Message& message) {
    switch (message.business) {
        case Business::Recall:
            return Proposal::recall;
        case Business::Update:
        case Business::Replacement:
            return Proposal::replacement;
        case Business::New:
            break;
    }
    return message.response_for.empty() ? Proposal::document : Proposal::report;
}

const std::string& name_in(const Reference& reference) {
    return reference.document_id.empty() ? reference.number : reference.document_id;
}

Proposal proposal_of(const Message& message, sys_seconds now) {
    Proposal proposal;
    proposal.set_document_id(message.document.document_id);
    proposal.set_kind(kind_of(message));
    proposal.set_organ(message.document.organ);
    proposal.set_organ_name(message.organ_name);
    proposal.set_number(message.document.number);
    if (message.document.issued) proposal.set_issued(iso_day(*message.document.issued));
    proposal.set_type(message.document_type);
    proposal.set_subject(message.subject);
    proposal.set_content(message.content);
    if (message.due)
        proposal.set_due(iso_day(*message.due));
    else
        proposal.set_due_text(message.due_text);
    proposal.set_priority(static_cast<std::uint32_t>(message.priority));
    proposal.set_reason(message.reason);
    const auto& about = proposal.kind() == Proposal::report ? message.response_for : message.replaces;
    for (const auto& reference : about) proposal.add_about(name_in(reference));
    proposal.set_is_signed(message.signature.verdict != signature::Verdict::None);
    auto& signature = *proposal.mutable_signature();
    signature.set_verdict(static_cast<Proposal::Signature::Verdict>(message.signature.verdict));
    signature.set_signer(message.signature.signer);
    signature.set_issuer(message.signature.issuer);
    signature.set_revocation_looked_up(message.signature.revocation_looked_up);
    proposal.set_arrived(iso_instant(now));
    return proposal;
}

}  // namespace

Proposals::Proposals(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
}

std::string Proposals::name_of(const std::string& document_id) {
    StateDigest digest;
    digest.add(document_id);
    return digest.text();
}

std::vector<Proposal> Proposals::list() const {
    std::vector<Proposal> proposals;
    for (const auto& entry : fs::directory_iterator{folder_}) {
        if (entry.path().extension() != ".json") continue;
        if (auto proposal = read(entry.path())) proposals.push_back(std::move(*proposal));
    }
    std::ranges::sort(proposals, [](const Proposal& one, const Proposal& other) {
        return std::tie(one.arrived(), one.document_id()) < std::tie(other.arrived(), other.document_id());
    });
    return proposals;
}

std::optional<Proposal> Proposals::find(const std::string& name) const {
    if (name.find('/') == std::string::npos)
        if (auto proposal = read(file_of(name))) return proposal;
    return read(file_of(name_of(name)));
}

void Proposals::put(const Proposal& proposal) const {
    client::write_file(file_of(name_of(proposal.document_id())), client::to_json_pretty(proposal),
                       client::Replace::Yes);
}

std::vector<Proposal::File> Proposals::keep_attachments(const Message& message,
                                                        const std::string& name) const {
    std::vector<Proposal::File> kept;
    for (const auto& attachment : message.attachments) {
        Proposal::File file;
        file.set_name(attachment.name);
        file.set_file(name + "-" + std::to_string(kept.size() + 1) + safe_ending(attachment.name));
        file.set_bytes(attachment.content.size());
        client::write_file(folder_ / file.file(), attachment.content, client::Replace::Yes);
        kept.push_back(std::move(file));
    }
    return kept;
}

void Proposals::settle(const std::string& document_id, Proposal::State state, sys_seconds now) const {
    auto known = find(document_id);
    if (!known || known->state() != Proposal::waiting) return;
    known->set_state(state);
    known->set_decided(iso_instant(now));
    put(*known);
}

// A message of the id of another document is no document of its own, and is said.
Proposal Proposals::note_other(Proposal known, const Message& message, sys_seconds now) const {
    known.add_digests(digest_of(message));
    known.add_others(iso_instant(now));
    put(known);
    return known;
}

Proposal Proposals::take(const Message& message, sys_seconds now) const {
    const auto name = name_of(message.document.document_id);
    const auto known = read(file_of(name));
    if (known && is_known(*known, message)) return *known;
    const auto business = message.business;
    auto proposal = proposal_of(message, now);
    if (known) {
        // Its own recall or update bears the id of the document that it is about.
        const bool is_about_itself = business != Business::New && message.replaces.empty();
        const auto next = is_about_itself ? amended(*known, proposal, business) : std::nullopt;
        if (!next) return note_other(*known, message, now);
        proposal = *next;
        proposal.mutable_digests()->CopyFrom(known->digests());
        proposal.mutable_others()->CopyFrom(known->others());
    }
    proposal.add_digests(digest_of(message));
    // What only waits is settled below: nothing of it is here to be taken back.
    const auto waits_no_more = [&](const Reference& about) {
        const auto other = find(name_in(about));
        return other && !was_taken(*other);
    };
    if (business == Business::Recall && !message.replaces.empty() &&
        std::ranges::all_of(message.replaces, waits_no_more)) {
        proposal.set_state(Proposal::recalled);
        proposal.set_decided(iso_instant(now));
    }
    if (business != Business::Recall)
        for (const auto& about : message.replaces)
            if (const auto other = find(name_in(about))) inherit(proposal, *other);
    // Attachments first: a proposal that is there has its files.
    if (!known || business != Business::Recall) {
        proposal.clear_files();
        for (auto& file : keep_attachments(message, name)) *proposal.add_files() = std::move(file);
    }
    put(proposal);
    for (const auto& about : message.replaces)
        settle(name_in(about), business == Business::Recall ? Proposal::recalled : Proposal::replaced, now);
    return proposal;
}

}  // namespace dondoc::edxml
