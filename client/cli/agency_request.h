// A register as it is sent.
#pragma once

#include "domain/agency.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::cli {

v1::AgencyImportRequest to_request(const Register& agencies);  // without its successions

}  // namespace dondoc::cli
