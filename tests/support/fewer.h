// SPDX-License-Identifier: Apache-2.0
// Generated cases and sizes where a sanitizer watches: it takes some twenty times as long, and sees in few
// what it sees in many.
#pragma once

#include "domain/under_sanitizer.h"

namespace dondoc::test {

constexpr int fewer(int usual) {
    constexpr int part = 8;
    return under_sanitizer ? usual / part : usual;
}

}  // namespace dondoc::test
