// SPDX-License-Identifier: Apache-2.0
// The one JSON form of what goes over the wire: the protobuf mapping with the original field names.
#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

namespace dondoc::client {

std::string to_json_line(const google::protobuf::Message& message);  // without a line break
std::string to_json_pretty(const google::protobuf::Message& message);
// False: it is not such a message, and `message` is not to be used.
bool from_json(std::string_view json, google::protobuf::Message& message);

}  // namespace dondoc::client
