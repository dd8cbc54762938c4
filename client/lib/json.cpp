// SPDX-License-Identifier: Apache-2.0
#include "lib/json.h"

#include <google/protobuf/util/json_util.h>

#include <stdexcept>

namespace dondoc::client {
namespace {

std::string to_json(const google::protobuf::Message& message, bool pretty) {
    google::protobuf::util::JsonPrintOptions options;
    options.preserve_proto_field_names = true;
    options.always_print_primitive_fields = true;
    options.add_whitespace = pretty;
    std::string json;
    const auto status = google::protobuf::util::MessageToJsonString(message, &json, options);
    if (!status.ok()) throw std::runtime_error(status.ToString());
    return json;
}

}  // namespace

std::string to_json_line(const google::protobuf::Message& message) {
    return to_json(message, false);
}

std::string to_json_pretty(const google::protobuf::Message& message) {
    return to_json(message, true);
}

bool from_json(std::string_view json, google::protobuf::Message& message) {
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;  // a newer daemon may have said more
    return google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, &message, options).ok();
}

}  // namespace dondoc::client
