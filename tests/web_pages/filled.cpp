// SPDX-License-Identifier: GPL-3.0-or-later
#include "web_pages/filled.h"

#include <google/protobuf/descriptor.h>

#include <cstdint>
#include <string>

namespace dondoc::web::pages {
namespace {

using Field = google::protobuf::FieldDescriptor;

constexpr int deepest = 6, copies = 2;

// Ids are told apart.
std::uint64_t next_number() {
    static std::uint64_t number = 0;
    return ++number;
}

// Of an enum a value that is not the first one where there is one.
const google::protobuf::EnumValueDescriptor* value_of(const Field* field) {
    const auto* type = field->enum_type();
    return type->value(type->value_count() > 4 ? 4 : type->value_count() - 1);
}

void fill_one(google::protobuf::Message& message, const Field* field, int depth) {
    const auto* reflection = message.GetReflection();
    switch (field->cpp_type()) {
        case Field::CPPTYPE_STRING:
            return reflection->SetString(&message, field, std::string{hostile_text});
        case Field::CPPTYPE_MESSAGE:
            return fill_hostile(*reflection->MutableMessage(&message, field), depth + 1);
        case Field::CPPTYPE_ENUM:
            return reflection->SetEnum(&message, field, value_of(field));
        case Field::CPPTYPE_BOOL:
            return reflection->SetBool(&message, field, true);
        case Field::CPPTYPE_UINT64:
            return reflection->SetUInt64(&message, field, next_number());
        case Field::CPPTYPE_UINT32:
            return reflection->SetUInt32(&message, field, 7);
        case Field::CPPTYPE_INT32:
            return reflection->SetInt32(&message, field, 7);
        case Field::CPPTYPE_INT64:
            return reflection->SetInt64(&message, field, 1'700'000'000);
        default:
            return;
    }
}

void fill_many(google::protobuf::Message& message, const Field* field, int depth) {
    const auto* reflection = message.GetReflection();
    for (int i = 0; i < copies; ++i) switch (field->cpp_type()) {
            case Field::CPPTYPE_STRING:
                reflection->AddString(&message, field, std::string{hostile_text});
                break;
            case Field::CPPTYPE_MESSAGE:
                fill_hostile(*reflection->AddMessage(&message, field), depth + 1);
                break;
            case Field::CPPTYPE_ENUM:
                reflection->AddEnum(&message, field, value_of(field));
                break;
            case Field::CPPTYPE_UINT64:
                reflection->AddUInt64(&message, field, next_number());
                break;
            default:
                break;
        }
}

}  // namespace

void fill_hostile(google::protobuf::Message& message, int depth) {
    if (depth > deepest) return;
    const auto* type = message.GetDescriptor();
    for (int i = 0; i < type->field_count(); ++i) {
        const auto* field = type->field(i);
        if (field->is_repeated())
            fill_many(message, field, depth);
        else
            fill_one(message, field, depth);
    }
}

}  // namespace dondoc::web::pages
