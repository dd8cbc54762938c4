// SPDX-License-Identifier: Apache-2.0
// What was read of the store, for as long as nothing is written: whoever looks often does not ask SQLite each
// time; the value may also be what was read so far. Not within a transaction, which may be taken back.
#pragma once

#include <cstdint>
#include <optional>

#include "store/database.h"

namespace dondoc::store {

template <typename Value>
class WhileUnchanged {
  public:
    template <typename Read>
    Value& get(const Database& database, const Read& read) {
        const auto rows = database.written_rows();
        if (!value_ || rows != read_at_) {
            value_.reset();  // read() may throw
            value_ = read();
            read_at_ = rows;
        }
        return *value_;
    }
    void forget() { value_.reset(); }

  private:
    std::optional<Value> value_;
    std::int64_t read_at_ = 0;
};

}  // namespace dondoc::store
