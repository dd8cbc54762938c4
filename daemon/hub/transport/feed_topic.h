// SPDX-License-Identifier: Apache-2.0
// The topic of a stored event on the feed: "agency/SNV/reminder".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dondoc::hub {

// Looks at the two fields that it needs and passes over the rest: a digest has hundreds of items. Nothing for
// what is no event.
std::optional<std::string> topic_of(std::string_view event);

}  // namespace dondoc::hub
