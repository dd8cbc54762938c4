// SPDX-License-Identifier: GPL-3.0-or-later
// Between outbox and daemon: what was sent and refused goes there, wishes and tests come from there; and the
// office's line of each working morning.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "dondoc/v1/request.pb.h"
#include "relay/clock.h"
#include "relay/outbox.h"
#include "relay/persons.h"
#include "relay/settings.h"

namespace dondoc::relay {

// Asks the daemon; throws what client::Connection::ask throws.
using Ask = std::function<v1::Reply(v1::Request)>;

class Reporter {
  public:
    // The outbox is its own; the clock outlives it.
    Reporter(Outbox outbox, Ask ask, RelayClock& clock, const Settings& settings,
             std::set<std::string> channels);

    // Reports all there is, carries out what is wished, and adds the office's line where it is time. Returns
    // what the daemon said last.
    v1::DeliveryReportReply round(const Persons& persons);
    bool has_news() { return !outbox_.unreported(1).empty(); }

  private:
    void carry_out(const v1::DeliveryReportReply& said, sys_seconds now);
    void add_office_line(const Persons& persons, sys_seconds now);

    Outbox outbox_;
    Ask ask_;
    RelayClock& clock_;
    bool office_line_;
    std::string lang_;
    Timing timing_;
    std::set<std::string> channels_;
    std::optional<local_days> line_added_;
};

// All persons that the daemon knows, and who is of the office.
Persons load_persons(const Ask& ask);

}  // namespace dondoc::relay
