// SPDX-License-Identifier: GPL-3.0-or-later
// The sections that most reports have: the classes with their sum, the ratios with their formulas, how long
// overdue work has been so, and the same figures part by part.
#pragma once

#include <google/protobuf/repeated_field.h>

#include "report/wording.h"

namespace dondoc::report {

using Parts = google::protobuf::RepeatedPtrField<v1::ReportPart>;

// `of_form`: with the numbers of item 5 of the yearly form.
Section class_section(const Words& say, const v1::ReportFigures& figures, bool of_form);
Section ratio_section(const Words& say, const v1::ReportFigures& figures);
Section age_section(const Words& say, const v1::ReportFigures& figures);

enum class PartKind { Agency, Document, Section, Site };
Section part_section(const Words& say, PartKind kind, const Parts& parts, const v1::ReportFigures& total);

}  // namespace dondoc::report
