// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON document being written, in order.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::web::api {

class JsonText {
  public:
    JsonText& begin_object(std::string_view name = {}) { return open(name, '{'); }
    JsonText& end_object() { return close('}'); }
    JsonText& begin_list(std::string_view name = {}) { return open(name, '['); }
    JsonText& end_list() { return close(']'); }
    JsonText& put(std::string_view name, std::string_view value);  // of an object
    JsonText& flag(std::string_view name, bool value);
    JsonText& item(std::string_view value);  // of a list

    const std::string& text() const { return text_; }

  private:
    JsonText& open(std::string_view name, char bracket);
    JsonText& close(char bracket);
    void separate(std::string_view name);
    void quote(std::string_view value);

    std::string text_;
};

}  // namespace dondoc::web::api
