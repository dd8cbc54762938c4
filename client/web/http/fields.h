// SPDX-License-Identifier: GPL-3.0-or-later
// Names and values in the order in which they came: of a query, a form, headers, cookies.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dondoc::web {

class Fields {
  public:
    using Entry = std::pair<std::string, std::string>;

    void add(std::string name, std::string value) {
        entries_.emplace_back(std::move(name), std::move(value));
    }
    // What follows of a value that comes in pieces. There is a last one.
    void append_to_last(std::string_view piece) { entries_.back().second += piece; }
    // The first of that name; empty: there is none.
    const std::string& operator[](std::string_view name) const {
        static const std::string none;
        for (const auto& [key, value] : entries_)
            if (key == name) return value;
        return none;
    }
    bool has(std::string_view name) const {
        for (const auto& entry : entries_)
            if (entry.first == name) return true;
        return false;
    }
    std::vector<std::string> all(std::string_view name) const {
        std::vector<std::string> values;
        for (const auto& [key, value] : entries_)
            if (key == name) values.push_back(value);
        return values;
    }
    const std::vector<Entry>& entries() const { return entries_; }

  private:
    std::vector<Entry> entries_;
};

}  // namespace dondoc::web
