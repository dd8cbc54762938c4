// SPDX-License-Identifier: Apache-2.0
// Where a batch of alarms may end: not inside what one agency is told at one moment, unless that fills a
// digest. So digests are the same however large batches are.
#pragma once

#include <optional>
#include <utility>

#include "domain/civil.h"
#include "domain/ids.h"

namespace dondoc::store {

class WholeDigests {
  public:
    WholeDigests(int limit, int digest_limit) : limit_(limit), digest_limit_(digest_limit) {}

    // The next alarm, in the order of moments and agencies. False: the batch ends before it.
    bool take(sys_seconds at, AgencyId agency) {
        const bool same_share = last_ == std::pair{at, agency};
        if (taken_ >= limit_ && (!same_share || share_ % digest_limit_ == 0)) return false;
        share_ = same_share ? share_ + 1 : 1;
        last_ = {at, agency};
        ++taken_;
        return true;
    }

  private:
    int limit_, digest_limit_;
    int taken_ = 0;
    int share_ = 0;  // alarms of the last agency's last moment
    std::optional<std::pair<sys_seconds, AgencyId>> last_;
};

}  // namespace dondoc::store
