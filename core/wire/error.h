// SPDX-License-Identifier: Apache-2.0
// A refusal, with its sentence in the language of who asked.
#pragma once

#include "domain/message.h"
#include "dondoc/v1/request.pb.h"
#include "text/catalogue.h"

namespace dondoc::wire {

// Whatever a refusal repeats of what was sent, it is no more than a line (max_name_bytes).
v1::Error to_wire(const UserError& error, text::Lang lang);

}  // namespace dondoc::wire
