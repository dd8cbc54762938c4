// SPDX-License-Identifier: Apache-2.0
// A frame is walked field by field along the descriptors of its messages, so that a field that is added to
// the protocol is bounded without a word here. Of a text only its length is read. Fields that are not known,
// or that are written otherwise than the descriptor says, are passed over as the decoder passes them over;
// they count, because the decoder keeps them until they are dropped.
#include "hub/transport/frame_scan.h"

#include <array>
#include <cstdint>
#include <vector>

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include "domain/message.h"
#include "hub/transport/frame_bounds.h"
#include "language/words/unicode.h"

namespace dondoc::hub {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::io::CodedInputStream;
using Wire = google::protobuf::internal::WireFormatLite;

constexpr std::size_t longest_id = 512, longest_lang = 16;

CodedInputStream stream_of(std::string_view bytes) {
    return CodedInputStream{reinterpret_cast<const std::uint8_t*>(bytes.data()),
                            static_cast<int>(bytes.size())};
}

// The length of what comes, which lies within the message. False: it does not.
bool read_length(CodedInputStream& in, std::uint32_t& length) {
    return in.ReadVarint32(&length) && length <= static_cast<std::uint32_t>(in.BytesUntilLimit());
}

bool skip(CodedInputStream& in, Wire::WireType type) {
    std::uint64_t number = 0;
    std::uint32_t length = 0;
    switch (type) {
        case Wire::WIRETYPE_VARINT:
            return in.ReadVarint64(&number);
        case Wire::WIRETYPE_FIXED64:
            return in.Skip(sizeof(std::uint64_t));
        case Wire::WIRETYPE_FIXED32:
            return in.Skip(sizeof(std::uint32_t));
        case Wire::WIRETYPE_LENGTH_DELIMITED:
            return read_length(in, length) && in.Skip(static_cast<int>(length));
        default:
            return false;  // groups are none of this protocol
    }
}

bool read_text(CodedInputStream& in, std::size_t longest, std::string& text) {
    std::uint32_t length = 0;
    if (!read_length(in, length)) return false;
    if (length > longest) return in.Skip(static_cast<int>(length));
    if (!in.ReadString(&text, static_cast<int>(length))) return false;
    if (!language::is_utf8(text)) text.clear();  // no client could decode the reply that repeats it
    return true;
}

// False: it cannot be one.
bool read_request(CodedInputStream& in, FrameHead& head) {
    const auto* type = v1::Request::descriptor();
    while (const auto tag = in.ReadTag()) {
        const auto number = Wire::GetTagFieldNumber(tag);
        const bool has_length = Wire::GetTagWireType(tag) == Wire::WIRETYPE_LENGTH_DELIMITED;
        bool is_read = false;
        if (has_length && number == v1::Request::kIdFieldNumber) {
            is_read = read_text(in, longest_id, head.id);
        } else if (has_length && number == v1::Request::kLangFieldNumber) {
            is_read = read_text(in, longest_lang, head.lang);
        } else if (number == v1::Request::kPersonFieldNumber &&
                   Wire::GetTagWireType(tag) == Wire::WIRETYPE_VARINT) {
            is_read = in.ReadVarint64(&head.person);
        } else {
            const auto* field = type->FindFieldByNumber(number);
            if (has_length && field != nullptr && field->containing_oneof() != nullptr)
                head.body = static_cast<v1::Request::BodyCase>(number);
            is_read = skip(in, Wire::GetTagWireType(tag));
        }
        if (!is_read) return false;
    }
    return in.ConsumedEntireMessage();
}

constexpr char first_byte(int field) {
    return static_cast<char>(Wire::MakeTag(field, Wire::WIRETYPE_LENGTH_DELIMITED));
}

class Scan {
  public:
    explicit Scan(std::string_view frame) : in_(stream_of(frame)) {
        in_.PushLimit(static_cast<int>(frame.size()));
    }

    void message(const Descriptor& type) {
        constexpr std::size_t most_fields = 128;  // of a message; a test reaches each
        std::array<std::size_t, most_fields> counts{};
        std::array<bool, most_fields> chosen{};  // of a oneof only one field can stand
        while (const auto tag = in_.ReadTag()) {
            const auto wire = Wire::GetTagWireType(tag);
            const auto* known = type.FindFieldByNumber(Wire::GetTagFieldNumber(tag));
            if (known == nullptr || !is_written_as(*known, wire)) {
                count_element();
                require(skip(in_, wire));
                continue;
            }
            if (const auto* oneof = known->real_containing_oneof()) {
                auto& is_chosen = chosen.at(static_cast<std::size_t>(oneof->index()));
                require(!is_chosen);
                is_chosen = true;
            }
            auto& count = counts.at(static_cast<std::size_t>(known->index()));
            place_.push_back({known, count});
            field(*known, wire, count);
            place_.pop_back();
        }
        require(in_.ConsumedEntireMessage());
    }

  private:
    struct Step {
        const FieldDescriptor* field;
        std::size_t index;  // of a repeated field
    };

    static Wire::WireType wire_type_of(const FieldDescriptor& field) {
        return Wire::WireTypeForFieldType(static_cast<Wire::FieldType>(field.type()));
    }
    static bool is_written_as(const FieldDescriptor& field, Wire::WireType wire) {
        return wire == wire_type_of(field) ||
               (field.is_packable() && wire == Wire::WIRETYPE_LENGTH_DELIMITED);
    }

    void field(const FieldDescriptor& known, Wire::WireType wire, std::size_t& count) {
        if (!known.is_repeated()) require(count == 0);
        if (known.is_packable() && wire == Wire::WIRETYPE_LENGTH_DELIMITED) return packed(known, count);
        if (known.is_repeated() || known.message_type() != nullptr) count_element();
        require_count(known, ++count);
        if (known.message_type() != nullptr) return enter(*known.message_type());
        if (wire != Wire::WIRETYPE_LENGTH_DELIMITED) return require(skip(in_, wire));
        std::uint32_t length = 0;
        require(read_length(in_, length));
        const auto most = bound_of(known).bytes;
        if (length > most)
            throw UserError("value.too_long", {std::to_string(length), std::to_string(most)}, place());
        require(in_.Skip(static_cast<int>(length)));
    }

    void enter(const Descriptor& type) {
        std::uint32_t length = 0;
        require(read_length(in_, length));
        const auto outer = in_.PushLimit(static_cast<int>(length));
        message(type);
        in_.PopLimit(outer);
    }

    void packed(const FieldDescriptor& known, std::size_t& count) {
        std::uint32_t length = 0;
        require(read_length(in_, length));
        const auto outer = in_.PushLimit(static_cast<int>(length));
        while (in_.BytesUntilLimit() > 0) {
            require(skip(in_, wire_type_of(known)));
            count_element();
            require_count(known, ++count);
        }
        in_.PopLimit(outer);
    }

    void count_element() {
        if (++elements_ > most_elements)
            throw UserError("value.too_many", {std::to_string(elements_), std::to_string(most_elements)});
    }
    void require_count(const FieldDescriptor& known, std::size_t count) const {
        const auto most = bound_of(known).count;
        if (known.is_repeated() && count > most)
            throw UserError("value.too_many", {std::to_string(count), std::to_string(most)}, place());
    }
    static void require(bool is_well_formed) {
        if (!is_well_formed) throw UserError("request.malformed");
    }

    // "rows[12].title": as the body of a request, or the frame, calls it.
    std::string place() const {
        std::string text;
        for (const auto& step : place_) {
            if (step.field->real_containing_oneof() != nullptr) continue;  // a frame or the body of a request
            text += (text.empty() ? "" : ".") + step.field->name();
            if (step.field->message_type() != nullptr && step.field->is_repeated())
                text += '[' + std::to_string(step.index) + ']';
        }
        return text;
    }

    CodedInputStream in_;
    std::vector<Step> place_;
    std::size_t elements_ = 0;
};

}  // namespace

std::optional<FrameHead> head_of(std::string_view frame) {
    auto in = stream_of(frame);
    in.PushLimit(static_cast<int>(frame.size()));
    FrameHead head;
    while (const auto tag = in.ReadTag()) {
        const auto number = Wire::GetTagFieldNumber(tag);
        const bool is_message = Wire::GetTagWireType(tag) == Wire::WIRETYPE_LENGTH_DELIMITED &&
                                v1::ClientFrame::descriptor()->FindFieldByNumber(number) != nullptr;
        if (!is_message) {
            if (!skip(in, Wire::GetTagWireType(tag))) return std::nullopt;
            continue;
        }
        if (head.frame != v1::ClientFrame::FRAME_NOT_SET) return std::nullopt;
        head.frame = static_cast<v1::ClientFrame::FrameCase>(number);
        std::uint32_t length = 0;
        if (!read_length(in, length)) return std::nullopt;
        const auto outer = in.PushLimit(static_cast<int>(length));
        const bool is_read = head.frame == v1::ClientFrame::kRequest ? read_request(in, head)
                                                                     : in.Skip(static_cast<int>(length));
        if (!is_read) return std::nullopt;
        in.PopLimit(outer);
    }
    if (!in.ConsumedEntireMessage() || head.frame == v1::ClientFrame::FRAME_NOT_SET) return std::nullopt;
    return head;
}

void require_bounds(std::string_view frame) {
    Scan{frame}.message(*v1::ClientFrame::descriptor());
}

bool begins_as_request(std::string_view frame) {
    return frame.starts_with(first_byte(v1::ClientFrame::kRequestFieldNumber));
}

bool begins_as_ping(std::string_view frame) {
    return frame.starts_with(first_byte(v1::ClientFrame::kPingFieldNumber));
}

}  // namespace dondoc::hub
