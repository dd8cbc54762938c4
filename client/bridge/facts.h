// SPDX-License-Identifier: GPL-3.0-or-later
// What of a site's state and events may leave it. Pure. No name of a person, no note that somebody wrote for
// somebody: figures need neither. What is secret is left out by whoever calls (wire/secrets.h,
// secret_work.h).
#pragma once

#include "dondoc/v1/event.pb.h"
#include "dondoc/v1/life.pb.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::bridge {

// What has no history of its own, so that it is the same whenever it is asked for.
v1::AssignmentRow told_facts(const v1::AssignmentRow& row);
v1::LifeEntry told_change(const v1::LifeEntry& entry);
v1::Event told_event(v1::Event event);

}  // namespace dondoc::bridge
