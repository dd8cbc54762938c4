// SPDX-License-Identifier: GPL-3.0-or-later
// What a centre asks of the bridge. Each question is answered at once that it was heard; what was asked for
// comes through the stream.
#pragma once

#include <string>
#include <vector>

#include "dondoc/v1/site.pb.h"
#include "jetstream/connection.h"

namespace dondoc::bridge {

class Asked {
  public:
    Asked(jetstream::Connection& connection, const std::string& site);
    std::vector<v1::SiteAsk> take();  // since it was called the last time

  private:
    jetstream::Connection& connection_;
    jetstream::RawSubscription subscription_;
};

}  // namespace dondoc::bridge
