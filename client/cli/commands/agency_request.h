// SPDX-License-Identifier: GPL-3.0-or-later
// A register as it is sent.
#pragma once

#include "domain/agency.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::cli {

// The register that the daemon holds. Entries that it cannot mean (a day that is none) are left out.
Register register_of(const v1::AgencyListReply& list);

v1::AgencyImportRequest to_request(const Register& agencies);  // without its successions

}  // namespace dondoc::cli
