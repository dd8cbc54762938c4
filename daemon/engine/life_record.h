// SPDX-License-Identifier: Apache-2.0
// Writing and telling what happened to an assignment.
#pragma once

#include <string>

#include "dondoc/v1/life.pb.h"
#include "engine/work.h"

namespace dondoc::engine {

// Writes the assignment as it is given here, the row of its history (store::History::write) and the words by
// which it is found. `by`: name of the key that asks.
void write_change(Work& work, store::Assignment& assignment, ChangeKind kind, const std::string& by,
                  const v1::ChangeDetail& detail);

// What is said of an assignment that was handed over: the one on the other side.
v1::ChangeDetail handed_over(Work& work, const store::Assignment& other, const std::string& note);

// Tells the agency whose assignment it is; the office too, of what waits for it, or no longer does: a result,
// one that was taken back, an extension asked for, an assignment that was returned.
void tell(Work& work, const store::Assignment& assignment, const store::Plans::Brief& brief, ChangeKind kind,
          const std::string& by, const v1::ChangeDetail& detail);

}  // namespace dondoc::engine
