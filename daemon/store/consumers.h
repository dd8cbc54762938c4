// SPDX-License-Identifier: Apache-2.0
// The listeners of an agency's own, by name: who is counted when it is asked how far an inbox has been read.
// And those that follow the stream, who have no agency.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

struct Consumer {
    AgencyId agency;  // of the stream {}, with an empty code
    std::string agency_code;
    std::string name;
    InboxSeq acknowledged;
    InboxSeq head;   // of the inbox; of the stream, an id
    sys_seconds at;  // of the last acknowledgement
};

class Consumers {
  public:
    explicit Consumers(Database& database);

    // nullopt: of every agency and of the stream.
    std::vector<Consumer> list(std::optional<AgencyId> agency, int limit);
    std::optional<Consumer> find(AgencyId agency, const std::string& name);
    int count(AgencyId agency);
    std::set<AgencyId> agencies();  // that have one
    void forget(AgencyId agency, const std::string& name);

    std::optional<Consumer> find_of_stream(const std::string& name);
    void forget_of_stream(const std::string& name);

  private:
    Statement list_, find_, count_, agencies_, forget_, list_of_stream_, find_of_stream_, forget_of_stream_;
};

}  // namespace dondoc::store
