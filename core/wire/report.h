// SPDX-License-Identifier: Apache-2.0
// Figures of reports on the wire, with their ratios.
#pragma once

#include <cstdint>

#include "domain/report_figures.h"
#include "dondoc/v1/report.pb.h"

namespace dondoc::wire {

std::uint64_t positive(std::int64_t count);  // as the wire has counts

v1::ReportFigures to_wire(const ReportFigures& figures);
// Back again; ratios follow from the counts.
ReportFigures from_wire(const v1::ReportFigures& wire);

}  // namespace dondoc::wire
