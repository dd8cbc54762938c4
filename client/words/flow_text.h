// SPDX-License-Identifier: GPL-3.0-or-later
// Dossiers with a term in words.
#pragma once

#include <string>

#include "dondoc/v1/flow.pb.h"
#include "text/catalogue.h"

namespace dondoc::words {

// An instant of a dossier as a person reads it; what is none stays as it is.
std::string flow_instant(const std::string& iso);
// How it stands, with the days where it has any.
std::string flow_standing(text::Lang lang, const v1::FlowRow& row);
// How much of its term has run: "3 trong 7 ngày làm việc".
std::string flow_counted(text::Lang lang, const v1::FlowShowReply::Item& shown);

}  // namespace dondoc::words
