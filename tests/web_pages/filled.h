// SPDX-License-Identifier: GPL-3.0-or-later
// Messages in which every text is hostile and everything else is there, so that no field of a reply is
// forgotten.
#pragma once

#include <google/protobuf/message.h>

#include <string_view>

namespace dondoc::web::pages {

inline constexpr std::string_view hostile_text =
    "\"><script>alert('1')</script><img src=x onerror=alert(1)>&amp;' --> {{7*7}}";

void fill_hostile(google::protobuf::Message& message, int depth = 0);

template <class Message>
Message filled() {
    Message message;
    fill_hostile(message);
    return message;
}

}  // namespace dondoc::web::pages
