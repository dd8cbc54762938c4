// SPDX-License-Identifier: Apache-2.0
// Deliveries as keys see them: the office and operators all, an agency those of its own inbox.
#pragma once

#include "dondoc/v1/delivery.pb.h"
#include "hub/requests/call.h"

namespace dondoc::hub {

v1::Delivery to_wire(Call& call, const store::Delivery& delivery);

// Who was reached with the event of a record, and who has looked at it.
void add_reached(Call& call, v1::AlertRecord& record);

}  // namespace dondoc::hub
