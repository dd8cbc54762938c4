// The listeners of an agency's own, by name: who is counted when it is asked how far an inbox has been read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

struct Consumer {
    AgencyId agency;
    std::string agency_code;
    std::string name;
    InboxSeq acknowledged;
    InboxSeq head;   // of the inbox
    sys_seconds at;  // of the last acknowledgement
};

class Consumers {
  public:
    explicit Consumers(Database& database);

    std::vector<Consumer> list(std::optional<AgencyId> agency, int limit);
    std::optional<Consumer> find(AgencyId agency, const std::string& name);
    int count(AgencyId agency);
    void forget(AgencyId agency, const std::string& name);

  private:
    Statement list_, find_, count_, forget_;
};

}  // namespace dondoc::store
