// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of dossiers with a term, as they are laid out.
#pragma once

#include "dondoc/v1/flow.pb.h"
#include "report/page.h"

namespace dondoc::report {

Page flow_page(const v1::FlowReport& report, text::Lang lang);

}  // namespace dondoc::report
