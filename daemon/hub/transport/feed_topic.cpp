// SPDX-License-Identifier: Apache-2.0
#include "hub/transport/feed_topic.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <cstdint>

#include "dondoc/v1/event.pb.h"

namespace dondoc::hub {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

std::optional<std::string> topic_of(std::string_view event) {
    constexpr auto agency_tag =
        WireFormatLite::MakeTag(v1::Event::kAgencyFieldNumber, WireFormatLite::WIRETYPE_LENGTH_DELIMITED);
    constexpr auto kind_tag =
        WireFormatLite::MakeTag(v1::Event::kKindFieldNumber, WireFormatLite::WIRETYPE_VARINT);
    CodedInputStream in(reinterpret_cast<const std::uint8_t*>(event.data()), static_cast<int>(event.size()));
    std::string agency;
    int kind = v1::EventKind::unspecified;
    while (const auto tag = in.ReadTag()) {
        bool is_read = false;
        if (tag == agency_tag)
            is_read = WireFormatLite::ReadString(&in, &agency);
        else if (tag == kind_tag)
            is_read = WireFormatLite::ReadPrimitive<int, WireFormatLite::TYPE_ENUM>(&in, &kind);
        else
            is_read = WireFormatLite::SkipField(&in, tag);
        if (!is_read) return std::nullopt;
    }
    if (!in.ConsumedEntireMessage() || !v1::EventKind::Kind_IsValid(kind)) return std::nullopt;
    return "agency/" + agency + "/" + v1::EventKind::Kind_Name(static_cast<v1::EventKind::Kind>(kind));
}

}  // namespace dondoc::hub
