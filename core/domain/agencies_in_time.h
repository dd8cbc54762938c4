// SPDX-License-Identifier: Apache-2.0
// The register as it was on a day: who existed, and how they were called then.
#pragma once

#include <string>
#include <vector>

#include "domain/agency.h"

namespace dondoc {

bool exists_on(const Agency& agency, local_days day);

struct AgencyName {
    std::string code;
    std::string name;
};
AgencyName name_on(const Agency& agency, local_days day);

// Who took over from the agency with this code and goes on, by code: several after a split; itself where it
// was not taken over.
std::vector<std::string> heirs_of(const Register& agencies, const std::string& code);

// Names of those that took over from the agency with this code, and go on: several after a split, none where
// nobody took over or it goes on itself.
std::vector<std::string> successors_of(const Register& agencies, const std::string& code);

// Every agency by its name of that day, and those that existed then first: a name that stood for one agency
// then and stands for another now is the former's. Its other names become aliases, where they are nobody
// else's. Codes are those of today.
Register as_of(const Register& agencies, local_days day);

}  // namespace dondoc
