// SPDX-License-Identifier: GPL-3.0-or-later
// "Tình trạng hệ thống": the daemon, its clock and storage, its backups, who listens, and what could not be
// sent.
#pragma once

#include <string>

#include "dondoc/v1/request.pb.h"
#include "report/page.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

struct SystemPage {
    const v1::StatusReply& status;
    const v1::ClockReply& clock;
    const v1::ConsumerListReply& consumers;
    const v1::DeliveryListReply& outbox;  // what waits to be sent to persons, or was refused
};
std::string system_page(const View& view, const SystemPage& page);
report::Section outbox_section(const View& view, const v1::DeliveryListReply& list);
report::Section consumer_section(const View& view, const v1::ConsumerListReply& list);

}  // namespace dondoc::web::pages
