// SPDX-License-Identifier: GPL-3.0-or-later
// What an import of a plan would understand, before anything is imported.
#pragma once

#include "domain/calendar.h"
#include "dondoc/v1/plan.pb.h"
#include "language/readers.h"
#include "plan/reader.h"
#include "text/catalogue.h"

namespace dondoc::plan {

// The rows with their readings, by the function the daemon reads them with. `calendar` may be null. Throws
// UserError where the document's date is missing or is no day, and where a decision of a row cannot hold
// (place: "rows[12].decided.lead").
v1::PlanPreview preview(PlanTableReading reading, v1::Document document,
                        const language::AgencyReader& agencies, const Calendar* calendar, text::Lang lang);

}  // namespace dondoc::plan
