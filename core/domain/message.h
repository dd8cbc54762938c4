// SPDX-License-Identifier: Apache-2.0
// A sentence for a person, by its key in the catalogue (core/text) and its arguments. It is rendered where
// it is shown, in the reader's language; keys are stable and are what programs may test.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace dondoc {

struct Message {
    std::string key;
    std::vector<std::string> args;

    bool operator==(const Message&) const = default;
};

// What a user can mend: bad input, a wrong state, a missing right. Everything else that is thrown is a fault
// of the program and is never shown as the user's.
class UserError : public std::runtime_error {
  public:
    explicit UserError(std::string key, std::vector<std::string> args = {}, std::string place = {})
        : std::runtime_error(key), message_{std::move(key), std::move(args)}, place_(std::move(place)) {}

    const Message& message() const noexcept { return message_; }
    // Where in the input: "rows[12].lead_text", "dondocd.toml:14"; empty where there is no such place.
    const std::string& place() const noexcept { return place_; }

  private:
    Message message_;
    std::string place_;
};

}  // namespace dondoc
