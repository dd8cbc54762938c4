// SPDX-License-Identifier: Apache-2.0
// Was this file compiled with a sanitizer? Programs under one reserve far more address space, call the system
// by themselves, and take many times as long.
#pragma once

namespace dondoc {

#if defined(__has_feature)  // Clang
constexpr bool under_sanitizer = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)  // GCC
constexpr bool under_sanitizer = true;
#else
constexpr bool under_sanitizer = false;
#endif

}  // namespace dondoc
