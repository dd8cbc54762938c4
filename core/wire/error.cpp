// SPDX-License-Identifier: Apache-2.0
#include "wire/error.h"

#include "domain/limits.h"

namespace dondoc::wire {

v1::Error to_wire(const UserError& error, text::Lang lang) {
    auto message = error.message();
    for (auto& arg : message.args) arg = shortened(arg, max_name_bytes);
    v1::Error wire;
    wire.set_code(message.key);
    wire.set_message(text::render(lang, message));
    for (const auto& arg : message.args) wire.add_args(arg);
    wire.set_place(shortened(error.place(), max_name_bytes));
    return wire;
}

}  // namespace dondoc::wire
