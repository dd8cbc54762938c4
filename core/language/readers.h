// SPDX-License-Identifier: Apache-2.0
// Vietnamese phrases -> what they mean. Pure: no clock, no I/O; what is not understood says so and is never
// guessed. The room's public face; include this from outside.
#pragma once

#include "language/agency_reader.h"
#include "language/calendar_file.h"
#include "language/deadline_reader.h"
#include "language/normalize.h"
#include "language/person_cells.h"
#include "language/register_file.h"
#include "language/register_join.h"
#include "language/row_reader.h"
#include "language/running_duty.h"
