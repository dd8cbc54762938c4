// SPDX-License-Identifier: Apache-2.0
// What is said of keys and addresses to people.
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

// A public key has 40 characters, of which a shell takes many for its own. Its short name has 8 letters and
// digits that are not taken for one another, made from all of it: by chance two keys in 10^12 have the same.
std::string short_name(std::string_view public_key);

// Only programs of the same machine reach it: ipc://, or a tcp address of the machine to itself.
bool is_of_one_machine(std::string_view endpoint);

}  // namespace dondoc
