// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a document when another message about it comes: the sender recalls it, or sends it anew.
#pragma once

#include <optional>
#include <string>

#include "dondoc/v1/proposal.pb.h"
#include "edxml/message.h"

namespace dondoc::edxml {

// Of all that a message says; the same again is the same message.
std::string digest_of(const Message& message);
// A proposal of before digests were kept knows only what came for it.
bool is_known(const v1::Proposal& proposal, const Message& message);

// Whether a task was given by the document and not taken back since: also while an update of it waits.
bool was_taken(const v1::Proposal& proposal);

// `known` when `coming`, its own recall or update, comes. nullopt: there is nothing to be decided.
std::optional<v1::Proposal> amended(const v1::Proposal& known, v1::Proposal coming, Business business);

// `coming` replaces `other`, which only waits: what that would have replaced is replaced by it.
void inherit(v1::Proposal& coming, const v1::Proposal& other);

}  // namespace dondoc::edxml
