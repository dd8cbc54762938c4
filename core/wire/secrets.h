// SPDX-License-Identifier: Apache-2.0
// What may leave dondoc: of a secret document nothing but that there is something.
#pragma once

#include "dondoc/v1/event.pb.h"

namespace dondoc::wire {

v1::Event without_secrets(v1::Event event);

}  // namespace dondoc::wire
