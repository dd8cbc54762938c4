// SPDX-License-Identifier: Apache-2.0
// A register that is sent, beside the one that is there: what it changes, and names that two would share.
#pragma once

#include <vector>

#include "domain/agency.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::engine {

// A name stands for one agency at a time, however it is spelt; other names may be shared by provinces. Throws
// UserError "agency.name_taken" where an agency of `content` would share its name with another, of it or of
// `known`, while both exist.
void refuse_shared_names(const Register& known, const Register& content);

// Entries of `content` that are new, or other than in `known`. An agency that ceased stays so where nothing
// is said of it.
std::vector<v1::AgencyImportReply::Difference> register_differences(const Register& known,
                                                                    const Register& content);

}  // namespace dondoc::engine
