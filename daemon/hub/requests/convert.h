// SPDX-License-Identifier: Apache-2.0
// What is stored and what the engine reads, in the words of the wire. core/wire has what clients know too.
#pragma once

#include <optional>
#include <string>

#include "dondoc/v1/frame.pb.h"
#include "engine/plans/plan_import.h"
#include "store/store.h"
#include "text/catalogue.h"
#include "wire/agency.h"
#include "wire/deadline.h"
#include "wire/error.h"
#include "wire/kinds.h"
#include "wire/time.h"

namespace dondoc::hub {

using wire::from_wire;
using wire::required_day;
using wire::set;
using wire::to_day;
using wire::to_wire;

v1::Document to_wire(const store::Document& document);
v1::PlanRow to_wire(const store::Task& task, text::Lang lang);
v1::PlanRow to_wire(const engine::ReadRow& row, text::Lang lang);
v1::AssignmentRow to_wire(const store::ListedAssignment& listed, local_days today, int due_soon_days);
v1::Counts to_wire(const store::TimelinessCounts& counts);
v1::KeyEntry to_wire(const store::AccessKey& key, store::Agencies& agencies);

store::Document from_wire(const v1::Document& document);
engine::PlanRow from_wire(const v1::PlanRow& row);
Register from_wire(const v1::AgencyImportRequest& request);
engine::AbsentMembers from_wire(v1::AbsentMembers::Choice choice);  // of what it does not know: ask

}  // namespace dondoc::hub
