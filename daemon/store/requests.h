// SPDX-License-Identifier: Apache-2.0
// Commands that were carried out, with their replies, so that a client that repeats one after a lost reply
// changes nothing twice.
#pragma once

#include <optional>
#include <string>

#include "store/database.h"

namespace dondoc::store {

class Requests {
  public:
    explicit Requests(Database& database);

    struct Record {
        std::string digest;  // of the request as it was sent (request_digest.h)
        std::string reply;
    };
    std::optional<Record> find(const std::string& public_key, const std::string& id);
    void add(const std::string& public_key, const std::string& id, const Record& record, sys_seconds at);
    void forget_before(sys_seconds instant);

  private:
    Statement find_, insert_, forget_;
};

}  // namespace dondoc::store
