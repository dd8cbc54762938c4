// SPDX-License-Identifier: Apache-2.0
// What a call refuses, as a line that a test can compare.
#pragma once

#include <string>

#include "domain/message.h"
#include "text/catalogue.h"

namespace dondoc::config {

// "dondocd.toml:3 config.twice"; empty when nothing is refused.
template <typename Call>
std::string refusal_of(Call call) {
    try {
        call();
    } catch (const UserError& error) {
        return error.place() + " " + error.message().key;
    }
    return {};
}

// The sentence as the user reads it.
template <typename Call>
std::string sentence_of(Call call) {
    try {
        call();
    } catch (const UserError& error) {
        return error.place() + ": " + text::render(text::Lang::En, error.message());
    }
    return {};
}

}  // namespace dondoc::config
