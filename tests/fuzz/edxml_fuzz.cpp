// SPDX-License-Identifier: Apache-2.0
// A message of the document axis.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "domain/message.h"
#include "edxml/message.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const auto message = dondoc::edxml::read_message_here({reinterpret_cast<const char*>(data), size});
        if (message.document.document_id.empty()) __builtin_trap();  // nothing is proposed without a name
    } catch (const dondoc::UserError&) {
    }
    return 0;
}
