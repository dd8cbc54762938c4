// SPDX-License-Identifier: GPL-3.0-or-later
// Each message that a request or its reply can hold becomes a schema of its name; the two halves of an
// operation point to them. Which body a reply has is known by its field's name or, where several requests
// share one, by its message.
#include "web/api/openapi.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "dondoc/v1/request.pb.h"
#include "web/api/json_text.h"
#include "web/api/requests.h"

namespace dondoc::web::api {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

constexpr std::string_view instant = "google.protobuf.Timestamp";

// Replies that do not bear their request's name.
using SharedReply = std::pair<std::string_view, std::string_view>;
constexpr auto shared_replies = std::to_array<SharedReply>({{"clock_show", "clock"},
                                                            {"mute_add", "mute"},
                                                            {"mute_end", "mute"},
                                                            {"task_event", "task_term"},
                                                            {"rehearse", "rehearsal"},
                                                            {"person_add", "person"},
                                                            {"person_change", "person"},
                                                            {"person_remove", "person"},
                                                            {"contact_test_show", "contact_test"}});

std::string schema_name(const Descriptor& type) {
    auto name = type.full_name().substr(std::string_view{"dondoc.v1."}.size());
    std::ranges::replace(name, '.', '_');
    return name;
}

class Schemas {
  public:
    void add(const Descriptor& type) {
        if (type.full_name() == instant || !types_.emplace(schema_name(type), &type).second) return;
        for (int i = 0; i < type.field_count(); ++i)
            if (const auto* inner = type.field(i)->message_type()) add(*inner);
    }
    void write(JsonText& json) const {
        json.begin_object("schemas");
        for (const auto& [name, type] : types_) {
            json.begin_object(name).put("type", "object").begin_object("properties");
            for (int i = 0; i < type->field_count(); ++i) write_field(json, *type->field(i));
            json.end_object().end_object();
        }
        json.end_object();
    }

  private:
    static void write_field(JsonText& json, const FieldDescriptor& field) {
        json.begin_object(field.name());
        if (field.is_repeated()) json.put("type", "array").begin_object("items");
        write_type(json, field);
        if (field.is_repeated()) json.end_object();
        json.end_object();
    }
    static void write_type(JsonText& json, const FieldDescriptor& field) {
        switch (field.cpp_type()) {
            case FieldDescriptor::CPPTYPE_MESSAGE:
                if (field.message_type()->full_name() == instant)
                    json.put("type", "string").put("format", "date-time");
                else
                    json.put("$ref", "#/components/schemas/" + schema_name(*field.message_type()));
                return;
            case FieldDescriptor::CPPTYPE_ENUM:
                json.put("type", "string").begin_list("enum");
                for (int i = 0; i < field.enum_type()->value_count(); ++i)
                    json.item(field.enum_type()->value(i)->name());
                json.end_list();
                return;
            case FieldDescriptor::CPPTYPE_BOOL:
                json.put("type", "boolean");
                return;
            case FieldDescriptor::CPPTYPE_INT32:
            case FieldDescriptor::CPPTYPE_UINT32:
                json.put("type", "integer");
                return;
            case FieldDescriptor::CPPTYPE_INT64:
            case FieldDescriptor::CPPTYPE_UINT64:  // numbers of 64 bits are texts in protobuf's JSON
                json.put("type", "string").put("pattern", "^-?[0-9]+$");
                return;
            case FieldDescriptor::CPPTYPE_DOUBLE:
            case FieldDescriptor::CPPTYPE_FLOAT:
                json.put("type", "number");
                return;
            case FieldDescriptor::CPPTYPE_STRING:
                json.put("type", "string");
                if (field.type() == FieldDescriptor::TYPE_BYTES) json.put("format", "byte");
                return;
        }
    }

    std::map<std::string, const Descriptor*> types_;
};

const Descriptor& reply_of(std::string_view request) {
    const auto* shared = std::ranges::find(shared_replies, request, &SharedReply::first);
    const auto name = shared == shared_replies.end() ? request : shared->second;
    return *v1::Reply::descriptor()->FindFieldByName(std::string{name})->message_type();
}

void write_content(JsonText& json, const std::string& schema) {
    json.begin_object("content").begin_object("application/json").begin_object("schema");
    json.put("$ref", "#/components/schemas/" + schema).end_object().end_object().end_object();
}

void write_operation(JsonText& json, const ApiRequest& kind, const Descriptor& body,
                     const Descriptor& reply) {
    json.begin_object("/" + std::string{kind.name}).begin_object("post");
    json.put("operationId", kind.name).put("summary", "Least role: " + std::string{kind.least});
    if (kind.effect == Effect::Changes) {
        json.begin_list("parameters").begin_object().put("name", "Idempotency-Key").put("in", "header");
        json.begin_object("schema").put("type", "string").end_object();
        json.put("description",
                 "1 to 64 bytes; a command that is sent again with it is answered again and not "
                 "carried out again");
        json.end_object().end_list();
    }
    json.begin_object("requestBody");
    write_content(json, schema_name(body));
    json.end_object().begin_object("responses").begin_object("200").put("description", "Done");
    write_content(json, schema_name(reply));
    json.end_object().begin_object("default").put("description", "Refused; nothing was changed");
    write_content(json, "Refusal");
    json.end_object().end_object().end_object().end_object();
}

}  // namespace

std::string openapi(const std::string& url) {
    Schemas schemas;
    schemas.add(*v1::Error::descriptor());
    JsonText json;
    json.begin_object().put("openapi", "3.0.3");
    json.begin_object("info").put("title", "dondoc").put("version", DONDOC_VERSION).end_object();
    json.begin_list("servers").begin_object().put("url", url + "/api/v1").end_object().end_list();
    json.begin_list("security").begin_object().begin_list("token").end_list().end_object().end_list();
    json.begin_object("paths");
    for (const auto& kind : all_requests()) {
        const auto& body =
            *v1::Request::descriptor()->FindFieldByName(std::string{kind.name})->message_type();
        schemas.add(body);
        schemas.add(reply_of(kind.name));
        write_operation(json, kind, body, reply_of(kind.name));
    }
    json.end_object().begin_object("components");
    json.begin_object("securitySchemes").begin_object("token").put("type", "http").put("scheme", "bearer");
    json.end_object().end_object();
    schemas.write(json);
    auto text = json.end_object().end_object().text();
    // The refusal is the API's own: the wire's Error under a name.
    const std::string head = "\"schemas\":{";
    return text.insert(text.find(head) + head.size(),
                       "\"Refusal\":{\"type\":\"object\",\"properties\":{\"error\":{\"$ref\":"
                       "\"#/components/schemas/Error\"}}},");
}

}  // namespace dondoc::web::api
