// SPDX-License-Identifier: Apache-2.0
// Vietnamese phrases -> what they mean. Pure: no clock, no I/O; what is not understood says so and is never
// guessed. The room's public face; include this from outside.
#pragma once

#include "language/agency/agency_reader.h"
#include "language/agency/person_cells.h"
#include "language/deadline/deadline_reader.h"
#include "language/files/calendar_file.h"
#include "language/files/register_file.h"
#include "language/files/register_join.h"
#include "language/rows/row_reader.h"
#include "language/rows/running_duty.h"
#include "language/words/normalize.h"
