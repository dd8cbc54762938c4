// SPDX-License-Identifier: Apache-2.0
// Many ids in one statement.
#pragma once

#include <string>
#include <vector>

#include "domain/ids.h"

namespace dondoc::store {

// "1,2,3", for IN (...).
template <typename Tag>
std::string id_list(const std::vector<Id<Tag>>& ids) {
    std::string list;
    for (const auto id : ids) {
        if (!list.empty()) list += ',';
        list += std::to_string(id.value);
    }
    return list;
}

// "[1,2,3]", an argument that json_each() takes apart.
template <typename Tag>
std::string json_array(const std::vector<Id<Tag>>& ids) {
    return '[' + id_list(ids) + ']';
}

}  // namespace dondoc::store
