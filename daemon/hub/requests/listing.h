// SPDX-License-Identifier: Apache-2.0
// What lists have in common: the filter as the wire says it, and the rows.
#pragma once

#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "hub/requests/call.h"

namespace dondoc::hub {

// What the key may see of the agency, or all that it may see; as of today.
store::AssignmentFilter own_filter(Call& call, const std::string& agency);

// Throws UserError "list.no_words". `text` is not empty.
store::TextFilter text_filter(const std::string& text);

// Where a mute keeps an open one quiet, its row says so.
void add_rows(Call& call, const store::AssignmentFilter& filter,
              const std::vector<store::ListedAssignment>& found,
              google::protobuf::RepeatedPtrField<v1::AssignmentRow>& rows);

// A position as the wire has it: "due.19722.15". Throws UserError "list.position" for what is none of this
// order.
std::string to_wire(const store::ListSort& sort, const store::ListPosition& position);
store::ListPosition position_of(const store::ListSort& sort, const std::string& text);

}  // namespace dondoc::hub
