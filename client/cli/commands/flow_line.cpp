// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/flow_line.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <utility>

namespace dondoc::cli {
namespace {

using google::protobuf::FieldDescriptor;

bool is_read(const std::string& line, google::protobuf::Message& into) {
    return google::protobuf::util::JsonStringToMessage(line, &into).ok();
}

std::string field_names(const google::protobuf::Descriptor* type) {
    std::string names;
    for (int i = 0; i < type->field_count(); ++i) names += (i == 0 ? "" : ", ") + type->field(i)->name();
    return names;
}

// Nothing: the field may hold that.
Message wrong_value(const FieldDescriptor* field, const google::protobuf::Value& value) {
    const bool is_text = value.kind_case() == google::protobuf::Value::kStringValue;
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM &&
        (!is_text || field->enum_type()->FindValueByName(value.string_value()) == nullptr))
        return {"flow.bad_state", {is_text ? value.string_value() : std::string{"…"}}};
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING && !is_text) return {"flow.not_text", {}};
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE &&
        value.kind_case() != google::protobuf::Value::kListValue)
        return {"flow.no_list", {}};
    return {};
}

BadFlowLine what_is_wrong(const std::string& line) {
    google::protobuf::Struct object;
    if (!is_read(line, object)) return {{}, {"flow.not_json", {}}};
    const auto& fields = object.fields();
    const auto* type = fields.contains("id") || fields.contains("procedure")
                           ? v1::FlowItem::descriptor()
                           : v1::FlowProcedure::descriptor();
    for (const auto& [name, value] : fields) {
        const auto* field = type->FindFieldByName(name);
        if (field == nullptr) return {name, {"flow.unknown_field", {field_names(type)}}};
        if (auto wrong = wrong_value(field, value); !wrong.key.empty()) return {name, std::move(wrong)};
    }
    return {{}, {"flow.bad_line", {}}};
}

}  // namespace

FlowLine read_flow_line(const std::string& line) {
    v1::FlowProcedure procedure;
    if (is_read(line, procedure)) return procedure;
    v1::FlowItem item;
    if (is_read(line, item)) return item;
    return what_is_wrong(line);
}

}  // namespace dondoc::cli
