// SPDX-License-Identifier: Apache-2.0
// Bad texts of one kind of file, each with what is said of it and where.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "domain/message.h"

namespace dondoc::tests {

struct RefusedFile {
    std::string text, key, place;  // of "bad.toml"; the place may say more
};

inline std::string with(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

template <typename Parse>
void expect_refused(const std::vector<RefusedFile>& files, Parse parse) {
    for (const auto& one : files) {
        try {
            parse(one.text, "bad.toml");
            ADD_FAILURE() << one.key << " was let through";
        } catch (const UserError& error) {
            EXPECT_EQ(error.message().key, one.key) << error.place();
            EXPECT_TRUE(error.place().starts_with(one.place)) << one.key << " at " << error.place();
        }
    }
}

}  // namespace dondoc::tests
