// SPDX-License-Identifier: Apache-2.0
// Work that is done part by part between other frames, and answered when it is whole.
#pragma once

#include <cstddef>

#include "dondoc/v1/request.pb.h"

namespace dondoc::hub {

class Job {
  public:
    struct Progress {
        std::size_t done = 0, total = 0;
    };

    Job() = default;
    virtual ~Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    // Does one part. True: there is more. Throws UserError: the job has failed, and that is its answer.
    virtual bool step() = 0;
    // Called once, after step() has returned false.
    virtual void answer(v1::Reply& reply) = 0;
    virtual Progress progress() const { return {}; }
    // Its work is done elsewhere, and step() only looks: nobody has to hurry.
    virtual bool waits() const { return false; }
};

}  // namespace dondoc::hub
