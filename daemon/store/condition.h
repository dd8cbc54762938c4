// A WHERE that grows with its arguments, so that no text of a user ever becomes SQL.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

class Condition {
  public:
    using Argument = std::variant<std::int64_t, std::string>;

    void add(const std::string& sql) { sql_ += (sql_.empty() ? " WHERE " : " AND ") + sql; }
    void add(const std::string& sql, Argument argument) {
        add(sql);
        arguments_.push_back(std::move(argument));
    }
    const std::string& sql() const { return sql_; }

    // Returns the index of the last argument that it bound.
    int bind_to(Statement& statement) const {
        int index = 0;
        for (const auto& argument : arguments_)
            std::visit([&](const auto& value) { statement.bind_at(++index, value); }, argument);
        return index;
    }

  private:
    std::string sql_;
    std::vector<Argument> arguments_;
};

}  // namespace dondoc::store
