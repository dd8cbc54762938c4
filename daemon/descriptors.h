// SPDX-License-Identifier: Apache-2.0
// How many connections the system lets the daemon have: one file descriptor each.
#pragma once

#include <cstddef>

namespace dondoc {

struct Capacity {
    std::size_t connections;  // of each entrance
    std::size_t strangers;    // of each entrance: connections that have not proved who they are
};

// Raises the limit of the process as far as the system allows, and lowers what does not fit. Throws UserError
// "daemon.descriptors" when hardly anybody could connect.
Capacity fit_into_descriptors(std::size_t connections, std::size_t entrances);

}  // namespace dondoc
