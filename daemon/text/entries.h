// The files of the catalogue.
#pragma once

#include <span>

#include "text/catalogue.h"

namespace dondoc::text {

std::span<const Entry> daemon_entries();    // errors.cpp: what the daemon refuses, and why
std::span<const Entry> config_entries();    // config.cpp: what is wrong in a configuration or calendar file
std::span<const Entry> language_entries();  // readings.cpp: reasons of deadlines, problems of rows
std::span<const Entry> policy_entries();    // policy.cpp: policies, mutes, priority, who has not looked
std::span<const Entry> client_entries();    // client.cpp: what dondoc prints

}  // namespace dondoc::text
