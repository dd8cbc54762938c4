// SPDX-License-Identifier: Apache-2.0
// Dossiers with a term, in the words of the wire.
#pragma once

#include <charconv>
#include <string>
#include <string_view>

#include "dondoc/v1/flow.pb.h"
#include "engine/flow/flow_intake.h"
#include "engine/rules.h"
#include "store/flow_items.h"

namespace dondoc::hub {

// Throws UserError "flow.bad_term".
FlowTerm to_flow_term(const std::string& text, const char* place);

// Throws UserError "flow.bad_instant", "flow.bad_term", "flow.no_state"; the place is the field.
engine::FlowSaid from_wire(const v1::FlowItem& item);

v1::FlowRow to_wire(const store::NamedFlowItem& named, sys_seconds now);
v1::FlowFigures to_wire(const FlowFigures& figures);

// How much of its term has run by `now`.
void add_counted(v1::FlowShowReply::Item& shown, const store::FlowItem& item, const engine::Rules& rules,
                 sys_seconds now);

// The whole of the text is a number.
template <typename Number>
bool parse_number(std::string_view text, Number& into) {
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, into);
    return error == std::errc{} && rest == end;
}

}  // namespace dondoc::hub
