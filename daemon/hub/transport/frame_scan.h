// SPDX-License-Identifier: Apache-2.0
// What can be told of a client's frame before anything of it is decoded: what it is, and whether it keeps to
// the bounds of frame_bounds.h. Nothing here takes more memory than a few words, whatever the frame says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dondoc/v1/frame.pb.h"

namespace dondoc::hub {

struct FrameHead {
    v1::ClientFrame::FrameCase frame = v1::ClientFrame::FRAME_NOT_SET;
    // Of a request. Texts that are too long for what they are, or no UTF-8, are empty.
    v1::Request::BodyCase body = v1::Request::BODY_NOT_SET;
    std::string id;
    std::string lang;
    std::uint64_t person = 0;  // for whom a gateway speaks
};

// nullopt: it is no frame of this protocol.
std::optional<FrameHead> head_of(std::string_view frame);

// By its first field alone: who encodes otherwise is answered all the same.
bool begins_as_request(std::string_view frame);
bool begins_as_ping(std::string_view frame);

// Throws UserError "value.too_many", "value.too_long" with the field, or "request.malformed": also for a
// field that stands twice where it can stand once, which no encoder writes and which would go round the
// bounds.
void require_bounds(std::string_view frame);

}  // namespace dondoc::hub
