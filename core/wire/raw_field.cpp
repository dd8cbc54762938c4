// SPDX-License-Identifier: Apache-2.0
#include "wire/raw_field.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <array>
#include <cstddef>

namespace dondoc::wire {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedOutputStream;

// The field's tag and a number.
void append_head(std::string& message, int field, WireFormatLite::WireType type, std::uint64_t number) {
    std::array<std::uint8_t, 16> bytes{};  // of at most 5 and 10
    auto* end = CodedOutputStream::WriteVarint32ToArray(WireFormatLite::MakeTag(field, type), bytes.data());
    end = CodedOutputStream::WriteVarint64ToArray(number, end);
    message.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(end - bytes.data()));
}

}  // namespace

void append_field(std::string& message, int field, std::string_view bytes) {
    append_head(message, field, WireFormatLite::WIRETYPE_LENGTH_DELIMITED, bytes.size());
    message.append(bytes);
}

void append_number(std::string& message, int field, std::uint64_t number) {
    if (number != 0) append_head(message, field, WireFormatLite::WIRETYPE_VARINT, number);
}

}  // namespace dondoc::wire
