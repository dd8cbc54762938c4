// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of many sites, as numbered steps.
#pragma once

#include <span>
#include <string_view>

namespace dondoc::central {

// In their order; none that was ever released may change.
std::span<const std::string_view> migrations();

}  // namespace dondoc::central
