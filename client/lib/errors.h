// SPDX-License-Identifier: Apache-2.0
// What can go wrong between a client and its daemon. Broken files are dondoc::UserError (domain/message.h).
#pragma once

#include <stdexcept>
#include <utility>

#include "domain/message.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::client {

// There was no answer: nothing listens there, it is not the daemon that the profile means, or it is silent.
// Whether a command was carried out is not known; asking again with the same request id is safe.
class Unreachable : public std::runtime_error {
  public:
    explicit Unreachable(Message message) : std::runtime_error(message.key), message_(std::move(message)) {}
    const Message& message() const noexcept { return message_; }

  private:
    Message message_;
};

// The daemon said no, and nothing was changed. Its sentence is in the language of the request. A key that is
// not let in has the code "client.key_refused" and no sentence: render the code with `args`.
class Refused : public std::runtime_error {
  public:
    explicit Refused(v1::Error error) : std::runtime_error(error.code()), error_(std::move(error)) {}
    const v1::Error& error() const noexcept { return error_; }

  private:
    v1::Error error_;
};

}  // namespace dondoc::client
