// SPDX-License-Identifier: Apache-2.0
// Who may make which request is read in docs/protocol.md as it is in the table.
#include "hub/requests/requests.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace dondoc::test {
namespace {

const char* name_of(Role role) {
    switch (role) {
        case Role::Agency:
            return "agency";
        case Role::Office:
            return "office";
        case Role::Operator:
            return "operator";
        case Role::Administrator:
            return "administrator";
        case Role::Gateway:
            return "gateway";
    }
    return "";
}

// "| `status` | agency | ..." -> status: agency
std::map<std::string, std::string> documented() {
    std::map<std::string, std::string> roles;
    std::ifstream in{DONDOC_SOURCE_DIR "/docs/protocol.md"};
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("| `")) continue;
        const auto end = line.find('`', 3);
        std::istringstream rest{line.substr(end + 3)};
        rest >> roles[line.substr(3, end - 3)];
    }
    return roles;
}

TEST(Requests, TheTableOfTheDocumentationIsThatOfTheDaemon) {
    std::map<std::string, std::string> roles;
    for (const auto& kind : hub::all_requests()) roles[kind.name] = name_of(kind.least);
    EXPECT_EQ(documented(), roles);
}

TEST(Requests, EveryRequestOfTheWireIsInTheTable) {
    const auto* bodies = v1::Request::descriptor()->FindOneofByName("body");
    for (int i = 0; i < bodies->field_count(); ++i) {
        const auto* field = bodies->field(i);
        const auto* kind = hub::find_request(static_cast<v1::Request::BodyCase>(field->number()));
        ASSERT_NE(kind, nullptr) << field->name();
        EXPECT_EQ(kind->name, field->name());
        EXPECT_TRUE((kind->handler.answer != nullptr) != (kind->handler.begin != nullptr)) << kind->name;
    }
}

}  // namespace
}  // namespace dondoc::test
