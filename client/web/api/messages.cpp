// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/api/messages.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/json_util.h>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "domain/limits.h"
#include "domain/message.h"
#include "language/readers.h"
#include "lib/json.h"

namespace dondoc::web::api {
namespace {

using google::protobuf::FieldDescriptor;

// The message of a oneof's field, which is chosen by that.
google::protobuf::Message& body_of(v1::Request& request, const ApiRequest& kind) {
    const auto* field = v1::Request::descriptor()->FindFieldByName(std::string{kind.name});
    return *request.GetReflection()->MutableMessage(&request, field);
}

template <typename Number>
Number number_in(const std::string& text, const std::string& field) {
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size())
        throw UserError("web.api.value", {field, text}, field);
    return number;
}

bool flag_in(const std::string& text, const std::string& field) {
    if (text == "true" || text == "1") return true;
    if (text == "false" || text == "0") return false;
    throw UserError("web.api.value", {field, text}, field);
}

const google::protobuf::EnumValueDescriptor* word_in(const FieldDescriptor& field, const std::string& text) {
    const auto* value = field.enum_type()->FindValueByName(text);
    if (value == nullptr) throw UserError("web.api.value", {field.name(), text}, field.name());
    return value;
}

void set_field(google::protobuf::Message& message, const FieldDescriptor& field, const std::string& text) {
    const auto& reflection = *message.GetReflection();
    const auto put = [&](auto set, auto add, auto value) {
        if (field.is_repeated())
            (reflection.*add)(&message, &field, value);
        else
            (reflection.*set)(&message, &field, value);
    };
    using R = google::protobuf::Reflection;
    switch (field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_UINT64:
            return put(&R::SetUInt64, &R::AddUInt64, number_in<std::uint64_t>(text, field.name()));
        case FieldDescriptor::CPPTYPE_UINT32:
            return put(&R::SetUInt32, &R::AddUInt32, number_in<std::uint32_t>(text, field.name()));
        case FieldDescriptor::CPPTYPE_INT32:
            return put(&R::SetInt32, &R::AddInt32, number_in<std::int32_t>(text, field.name()));
        case FieldDescriptor::CPPTYPE_BOOL:
            return put(&R::SetBool, &R::AddBool, flag_in(text, field.name()));
        case FieldDescriptor::CPPTYPE_ENUM:
            return put(&R::SetEnum, &R::AddEnum, word_in(field, text));
        case FieldDescriptor::CPPTYPE_STRING:
            return put(&R::SetString, &R::AddString, text);
        default:
            throw UserError("web.api.field", {field.name()}, field.name());
    }
}

struct CodeStatus {
    std::string_view part;
    int status;
};
// By how a code begins, then by how it ends; docs/web.md has them.
constexpr auto by_beginning =
    std::to_array<CodeStatus>({{"limit.", 429}, {"access.", 403}, {"storage.", 503}, {"clock.held", 503}});
constexpr auto by_ending = std::to_array<CodeStatus>({{".unknown", 404},
                                                      {"_unknown", 404},
                                                      {"unknown_like", 404},
                                                      {"_meanwhile", 409},
                                                      {"_than_seen", 409},
                                                      {"other_revision", 409},
                                                      {".id_used", 409},
                                                      {".busy", 503},
                                                      {"too_large", 413}});

}  // namespace

v1::Request from_json(const ApiRequest& kind, std::string_view json) {
    v1::Request request;
    auto& body = body_of(request, kind);
    if (json.empty()) return request;
    const auto status = google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, &body, {});
    if (status.ok()) return request;
    // What it quotes of the body may begin and end within a letter.
    constexpr std::size_t longest_reason = 200;  // bytes
    const auto reason = language::normalize(std::string{status.message()});
    throw UserError("web.api.json", {shortened(reason, longest_reason)});
}

v1::Request from_query(const ApiRequest& kind, const Fields& query) {
    v1::Request request;
    auto& body = body_of(request, kind);
    for (const auto& [name, value] : query.entries()) {
        if (name == "lang") continue;
        const auto* field = body.GetDescriptor()->FindFieldByName(name);
        if (field == nullptr) throw UserError("web.api.field", {name}, name);
        set_field(body, *field, value);
    }
    return request;
}

std::string body_json(const v1::Reply& reply) {
    const auto* body =
        reply.GetReflection()->GetOneofFieldDescriptor(reply, reply.GetDescriptor()->FindOneofByName("body"));
    if (body == nullptr) return "{}";
    return client::to_json_line(reply.GetReflection()->GetMessage(reply, body));
}

std::string error_json(const v1::Error& error) {
    return "{\"error\":" + client::to_json_line(error) + "}";
}

int status_of(std::string_view code) {
    if (code == "internal") return 500;
    for (const auto& [part, status] : by_beginning)
        if (code.starts_with(part)) return status;
    for (const auto& [part, status] : by_ending)
        if (code.ends_with(part)) return status;
    return 422;
}

}  // namespace dondoc::web::api
