// SPDX-License-Identifier: GPL-3.0-or-later
// Where a link leads: always to this site, or to a person's mail or telephone.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace dondoc::web::pages {

// The path of one of our own pages, as it is written in the source.
class OwnPath {
  public:
    consteval OwnPath(const char* path) : path_(path) {
        if (!is_own(path_)) throw std::logic_error("a path of this site begins with one slash");
    }
    std::string_view text() const noexcept { return path_; }

    // One slash first, and nothing that a browser would read as another site or another line.
    static constexpr bool is_own(std::string_view path) noexcept {
        if (path.empty() || path[0] != '/' || (path.size() > 1 && (path[1] == '/' || path[1] == '\\')))
            return false;
        for (const char c : path)
            if (c == '\\' || static_cast<unsigned char>(c) <= ' ' || c == '\x7F') return false;
        return true;
    }

  private:
    std::string_view path_;
};

class Address {
  public:
    explicit Address(OwnPath path) : text_(path.text()) {}

    // Added to the path: "/nhiem-vu" and 12 are "/nhiem-vu/12".
    Address& part(std::string_view text);
    // Added to the query; nothing where the value is empty.
    Address& with(std::string_view name, std::string_view value);
    Address& at(std::string_view fragment);  // to be called last

    const std::string& text() const noexcept { return text_; }

    // What a form or a link said where to go back to; nullopt: that is not on this site.
    static std::optional<Address> own(std::string_view text);
    static Address here(std::string_view fragment);  // on the same page
    static Address mail(std::string_view address);
    static Address phone(std::string_view number);

  private:
    Address() = default;
    std::string text_;
};

}  // namespace dondoc::web::pages
