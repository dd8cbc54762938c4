// SPDX-License-Identifier: GPL-3.0-or-later
#include "edxml/amending.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "domain/state_digest.h"

namespace dondoc::edxml {
namespace {

bool is_about(const v1::Proposal& proposal, const std::string& id) {
    return std::ranges::find(proposal.about(), id) != proposal.about().end();
}

void add_about(v1::Proposal& proposal, const std::string& id) {
    if (!is_about(proposal, id)) proposal.add_about(id);
}

void add(StateDigest& digest, const std::vector<Reference>& references) {
    for (const auto& reference : references) {
        digest.add(reference.document_id);
        digest.add(reference.number);
    }
}

}  // namespace

std::string digest_of(const Message& message) {
    StateDigest digest;
    digest.add(static_cast<std::int64_t>(message.business));
    for (const auto* text : {&message.document.number, &message.subject, &message.content,
                             &message.document_type, &message.due_text, &message.reason})
        digest.add(*text);
    digest.add(std::int64_t{message.priority});
    add(digest, message.response_for);
    add(digest, message.replaces);
    for (const auto& attachment : message.attachments) {
        digest.add(attachment.name);
        digest.add(attachment.content);
    }
    return digest.text();
}

bool is_known(const v1::Proposal& proposal, const Message& message) {
    if (proposal.digests().empty()) return message.business == Business::New || !message.replaces.empty();
    return std::ranges::find(proposal.digests(), digest_of(message)) != proposal.digests().end();
}

bool was_taken(const v1::Proposal& proposal) {
    if (proposal.state() == v1::Proposal::accepted) return proposal.kind() != v1::Proposal::recall;
    return is_about(proposal, proposal.document_id());
}

std::optional<v1::Proposal> amended(const v1::Proposal& known, v1::Proposal coming, Business business) {
    const bool stands = was_taken(known);
    if (business == Business::Recall) {
        if (stands) {
            add_about(coming, known.document_id());
            return coming;
        }
        if (known.state() != v1::Proposal::waiting) return std::nullopt;
        auto settled = known;
        settled.set_state(v1::Proposal::recalled);
        settled.set_decided(coming.arrived());
        return settled;
    }
    if (known.state() == v1::Proposal::replaced) return std::nullopt;
    // What waits is looked at as it is now; so is what was refused or recalled and comes anew.
    coming.set_kind(known.kind() == v1::Proposal::recall ? v1::Proposal::replacement : known.kind());
    if (stands && known.kind() != v1::Proposal::report) {
        coming.set_kind(v1::Proposal::replacement);
        add_about(coming, known.document_id());
    }
    for (const auto& id : known.about()) add_about(coming, id);
    if (known.state() == v1::Proposal::waiting) coming.set_arrived(known.arrived());
    return coming;
}

void inherit(v1::Proposal& coming, const v1::Proposal& other) {
    if (other.state() != v1::Proposal::waiting || other.kind() != v1::Proposal::replacement) return;
    for (const auto& id : other.about()) add_about(coming, id);
}

}  // namespace dondoc::edxml
