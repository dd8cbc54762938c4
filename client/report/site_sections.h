// SPDX-License-Identifier: GPL-3.0-or-later
// What a report of many sites has besides: how long overdue work has been so site by site, and where each
// site's figures are from.
#pragma once

#include <string>
#include <vector>

#include "dondoc/v1/site.pb.h"
#include "report/wording.h"

namespace dondoc::report {

Section site_age_section(const Words& say, const v1::SitesReport& view);
Section site_source_section(const Words& say, const v1::SitesReport& view);
// Sites of which something is missing, or that have not been heard of for long.
std::vector<std::string> site_warnings(const Words& say, const v1::SitesReport& view);

}  // namespace dondoc::report
