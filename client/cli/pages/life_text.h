// SPDX-License-Identifier: GPL-3.0-or-later
// The life of an assignment in words.
#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include "cli/frame/session.h"
#include "dondoc/v1/event.pb.h"
#include "dondoc/v1/life.pb.h"
#include "words/life_text.h"

namespace dondoc::cli {

using namespace dondoc::words;

// A table of changes; says whose they are where `of_many`.
void print_life(Session& session, const google::protobuf::RepeatedPtrField<v1::LifeEntry>& entries,
                bool of_many);

}  // namespace dondoc::cli
