// SPDX-License-Identifier: Apache-2.0
// The schema as numbered migrations. A migration that has been released never changes; a change is a new one.
#pragma once

#include <span>
#include <string>

namespace dondoc::store {

inline constexpr int application_id =
    0x444F4E44;  // "DOND": what `file` and other programs know the database by

// migrations()[n] brings a database of version n to version n + 1.
std::span<const std::string> migrations();

}  // namespace dondoc::store
