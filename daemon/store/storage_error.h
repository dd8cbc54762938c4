// SPDX-License-Identifier: Apache-2.0
// The disk, or the file on it: passes with what caused it, so what was asked for may be asked for again.
#pragma once

#include <utility>

#include "domain/message.h"

namespace dondoc::store {

// Of every key "storage.*".
class StorageError : public UserError {
  public:
    using UserError::UserError;
    explicit StorageError(Message message) : UserError(std::move(message.key), std::move(message.args)) {}
};

}  // namespace dondoc::store
