// SPDX-License-Identifier: Apache-2.0
// Between the words of the domain and those of the wire.
#pragma once

#include <optional>
#include <string>

#include "dondoc/v1/frame.pb.h"
#include "engine/plan_import.h"
#include "store/store.h"
#include "text/catalogue.h"

namespace dondoc::hub {

v1::Error to_wire(const UserError& error, text::Lang lang);
v1::Document to_wire(const store::Document& document);
v1::PlanRow to_wire(const store::Task& task, text::Lang lang);
v1::PlanRow to_wire(const engine::ReadRow& row, text::Lang lang);
v1::AssignmentRow to_wire(const store::ListedAssignment& listed, local_days today, int due_soon_days);
v1::Counts to_wire(const store::TimelinessCounts& counts);
v1::KeyEntry to_wire(const store::AccessKey& key, store::Agencies& agencies);
v1::AgencyEntry to_wire(const Agency& agency);
v1::GroupEntry to_wire(const AgencyGroup& group);
void set(google::protobuf::Timestamp& timestamp, sys_seconds instant);

// Throws UserError "value.day" for a text that is not a civil day.
std::optional<local_days> to_day(const std::string& text, const char* place);  // nullopt: it is empty
local_days required_day(const std::string& text, const char* place);           // nor may it be empty
store::Document from_wire(const v1::Document& document);
engine::PlanRow from_wire(const v1::PlanRow& row);
Register from_wire(const v1::AgencyImportRequest& request);
engine::AbsentMembers from_wire(v1::AbsentMembers::Choice choice);  // of what it does not know: ask
std::optional<Timeliness> from_wire(v1::Timeliness::Class timeliness);

}  // namespace dondoc::hub
