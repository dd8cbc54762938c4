// The [[policy]] sections: when somebody is told of a term.
#pragma once

#include <vector>

#include "config/toml_file.h"
#include "domain/alert_policy.h"

namespace dondoc::config {

// In the order of the file, in which they are tried; empty when there is none.
std::vector<AlertPolicy> read_policies(Section& top);

}  // namespace dondoc::config
