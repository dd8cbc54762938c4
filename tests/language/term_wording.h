// SPDX-License-Identifier: Apache-2.0
// A phrase and how a careful clerk reads it, in a document of 3 February 2026.
#pragma once

#include <gtest/gtest.h>

#include <ostream>

#include "few_texts.h"

namespace dondoc::language {

struct Wording {
    const char* phrase;
    const char* kind;
    FewTexts due;       // the first ones
    const char* doubt;  // key of the first problem; "": none
};
inline void PrintTo(const Wording& wording, std::ostream* out) {
    *out << wording.phrase;
}

class TermKind : public testing::TestWithParam<Wording> {};  // read in term_kinds_test.cpp

}  // namespace dondoc::language
