// SPDX-License-Identifier: Apache-2.0
// What is kept of a request in place of its bytes, to tell whether it is repeated word for word.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::store {

// BLAKE2b, 32 bytes: nobody finds two requests that have one.
std::string request_digest(std::string_view request);

}  // namespace dondoc::store
