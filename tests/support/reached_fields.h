// SPDX-License-Identifier: Apache-2.0
// Every field that a client's frame can have, found along the descriptors.
#pragma once

#include <functional>
#include <stdexcept>
#include <vector>

#include "dondoc/v1/frame.pb.h"

namespace dondoc::test {

struct ReachedField {
    std::vector<const google::protobuf::FieldDescriptor*> way;  // from the frame to the message that has it
    const google::protobuf::FieldDescriptor* field = nullptr;
};

inline void for_each_field(const google::protobuf::Descriptor& type,
                           std::vector<const google::protobuf::FieldDescriptor*>& way,
                           const std::function<void(const ReachedField&)>& visit) {
    constexpr std::size_t deepest = 10;
    if (way.size() > deepest) throw std::runtime_error("messages go round in a circle: " + type.full_name());
    for (int i = 0; i < type.field_count(); ++i) {
        const auto* field = type.field(i);
        visit({way, field});
        if (field->message_type() == nullptr) continue;
        way.push_back(field);
        for_each_field(*field->message_type(), way, visit);
        way.pop_back();
    }
}
inline void for_each_field(const std::function<void(const ReachedField&)>& visit) {
    std::vector<const google::protobuf::FieldDescriptor*> way;
    for_each_field(*v1::ClientFrame::descriptor(), way, visit);
}

// The message that has the field, made on the way.
inline google::protobuf::Message& message_at(v1::ClientFrame& frame, const ReachedField& reached) {
    google::protobuf::Message* message = &frame;
    for (const auto* step : reached.way) {
        const auto* reflection = message->GetReflection();
        message = step->is_repeated() ? reflection->AddMessage(message, step)
                                      : reflection->MutableMessage(message, step);
    }
    return *message;
}

// Sets a text, or adds one.
inline void put_text(google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field,
                     std::string text) {
    const auto* reflection = message.GetReflection();
    if (field.is_repeated())
        reflection->AddString(&message, &field, std::move(text));
    else
        reflection->SetString(&message, &field, std::move(text));
}

// One more element of a repeated field.
inline void add_element(google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field) {
    using Field = google::protobuf::FieldDescriptor;
    const auto* reflection = message.GetReflection();
    switch (field.cpp_type()) {
        case Field::CPPTYPE_MESSAGE:
            reflection->AddMessage(&message, &field);
            break;
        case Field::CPPTYPE_STRING:
            reflection->AddString(&message, &field, "");
            break;
        case Field::CPPTYPE_ENUM:
            reflection->AddEnumValue(&message, &field, 1);
            break;
        case Field::CPPTYPE_UINT64:
            reflection->AddUInt64(&message, &field, 1);
            break;
        case Field::CPPTYPE_UINT32:
            reflection->AddUInt32(&message, &field, 1);
            break;
        default:
            throw std::runtime_error("no element of " + field.full_name());
    }
}

}  // namespace dondoc::test
