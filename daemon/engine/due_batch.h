// SPDX-License-Identifier: Apache-2.0
// What the passing of time brings, of one kind, carried out in parts of one transaction. Between parts the
// engine looks whether somebody asks; whatever is told to one agency of all parts is told in one.
#pragma once

#include <memory>

namespace dondoc::engine {

class DueBatch {
  public:
    DueBatch() = default;
    virtual ~DueBatch() = default;
    DueBatch(const DueBatch&) = delete;
    DueBatch& operator=(const DueBatch&) = delete;

    // Carries out about `most`: more where less would tear a digest. Returns how many; fewer than `most`:
    // nothing is left.
    virtual int carry_out(int most) = 0;
    // Tells what was gathered. After the last part.
    virtual void finish() {}
};

}  // namespace dondoc::engine
