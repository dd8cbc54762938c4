// SPDX-License-Identifier: Apache-2.0
// Random bytes from the kernel: nonces, request ids, the seed of ZeroMQ's routing ids.
#pragma once

#include <cstddef>
#include <string>

namespace dondoc::client {

std::string random_bytes(std::size_t count);
std::string random_id();  // 32 hex digits, unique for ever in practice

}  // namespace dondoc::client
