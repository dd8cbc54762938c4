// SPDX-License-Identifier: Apache-2.0
// Messages that are put together from parts which are serialized already. Whoever appends fields in the order
// of their numbers gets the very bytes that protobuf would write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dondoc::wire {

// Appends a field to a serialized message: a string, or a message of its own.
void append_field(std::string& message, int field, std::string_view bytes);
// A uint64; 0 is not written, as it is what a field has that is not there.
void append_number(std::string& message, int field, std::uint64_t number);

}  // namespace dondoc::wire
