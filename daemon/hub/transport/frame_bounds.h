// SPDX-License-Identifier: Apache-2.0
// How much each field of a client's frame may hold. Every repeated field and every text has a bound; what
// needs more than the usual is named in one table.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <google/protobuf/descriptor.h>

namespace dondoc::hub {

struct FieldBound {
    std::size_t count = 64;   // elements of a repeated field
    std::size_t bytes = 512;  // of one text
};

// Any field of a message that can be reached from ClientFrame.
FieldBound bound_of(const google::protobuf::FieldDescriptor& field);

// Messages, elements of repeated fields and fields that are not known, of a whole frame.
inline constexpr std::size_t most_elements = 1'000'000;

// Bytes of a frame that is no request: Hello, Ack, Ping, Bye.
inline constexpr std::size_t most_session_bytes = 4 * 1024;
// Bytes of a request, unless its row of the table (requests.cpp) says more.
inline constexpr std::size_t usual_request_bytes = 16 * 1024;

// The fields with a bound of their own: "PlanImportRequest.rows".
struct NamedBound {
    std::string_view field;
    FieldBound bound;
};
std::span<const NamedBound> named_bounds();

}  // namespace dondoc::hub
