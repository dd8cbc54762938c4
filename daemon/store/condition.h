// SPDX-License-Identifier: Apache-2.0
// A WHERE that grows with its arguments, so that no text of a user ever becomes SQL.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

// "(1, 2, 3)"
template <typename Id>
std::string set_of(const std::vector<Id>& ids) {
    std::string list;
    for (const auto id : ids) list += (list.empty() ? "" : ", ") + std::to_string(id.value);
    return '(' + list + ')';
}

class Condition {
  public:
    using Argument = std::variant<std::int64_t, std::string>;

    void add(const std::string& sql) { expression_ += (expression_.empty() ? "" : " AND ") + sql; }
    void add(const std::string& sql, Argument argument) {
        add(sql);
        arguments_.push_back(std::move(argument));
    }
    void add(const std::string& sql, const std::vector<Argument>& arguments) {
        add(sql);
        arguments_.insert(arguments_.end(), arguments.begin(), arguments.end());
    }
    void add(const Condition& other) {
        if (!other.expression_.empty()) add(other.expression_, other.arguments_);
    }
    std::string sql() const { return expression_.empty() ? "" : " WHERE " + expression_; }
    std::string expression() const { return expression_.empty() ? "true" : expression_; }

    // Binds from the argument after `index` on. Returns the index of the last one that it bound.
    int bind_to(Statement& statement, int index = 0) const {
        for (const auto& argument : arguments_)
            std::visit([&](const auto& value) { statement.bind_at(++index, value); }, argument);
        return index;
    }

  private:
    std::string expression_;
    std::vector<Argument> arguments_;
};

}  // namespace dondoc::store
