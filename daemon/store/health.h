// SPDX-License-Identifier: Apache-2.0
// What the disk has done to the database: nothing, or a trouble that lasts until it is tried again and is
// over.
#pragma once

#include <optional>
#include <utility>

#include "domain/message.h"

namespace dondoc::store {

class Health {
  public:
    // A read or a write was refused by the disk: a key and arguments of the catalogue, "storage.*".
    void failed(Message why) {
        if (!is_damaged()) trouble_ = std::move(why);
    }
    // Whoever has reason to believe it. Not every write that succeeds: a small one may, on a full disk.
    void is_over() {
        if (!is_damaged()) trouble_.reset();
    }
    // nullopt: none that is known.
    const std::optional<Message>& trouble() const { return trouble_; }
    // A page is damaged. No write can be trusted any more, and none is made; only a restore ends it.
    bool is_damaged() const { return trouble_ && trouble_->key == damaged_key; }

    static constexpr auto damaged_key = "storage.corrupt";

  private:
    std::optional<Message> trouble_;
};

}  // namespace dondoc::store
