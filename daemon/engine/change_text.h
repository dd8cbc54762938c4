// SPDX-License-Identifier: Apache-2.0
// By which words a change of an assignment is found.
#pragma once

#include <string>

#include "dondoc/v1/life.pb.h"
#include "store/store.h"

namespace dondoc::engine {

// Folded. What the agency of the assignment may read in its history, but no names of persons.
std::string search_text(const v1::ChangeDetail& detail);

// For a database of an earlier version, which did not keep them. Takes some seconds for a million changes.
void make_missing_change_texts(store::Store& store);

}  // namespace dondoc::engine
