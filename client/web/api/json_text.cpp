// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/api/json_text.h"

namespace dondoc::web::api {

void JsonText::quote(std::string_view value) {
    constexpr std::string_view digits = "0123456789abcdef";
    text_ += '"';
    for (const char letter : value) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            text_ += '\\';
            text_ += letter;
        } else if (byte < 0x20) {
            text_ += "\\u00";
            text_ += digits[byte >> 4U];
            text_ += digits[byte & 15U];
        } else {
            text_ += letter;
        }
    }
    text_ += '"';
}

void JsonText::separate(std::string_view name) {
    if (!text_.empty() && text_.back() != '{' && text_.back() != '[') text_ += ',';
    if (name.empty()) return;
    quote(name);
    text_ += ':';
}

JsonText& JsonText::open(std::string_view name, char bracket) {
    separate(name);
    text_ += bracket;
    return *this;
}

JsonText& JsonText::close(char bracket) {
    text_ += bracket;
    return *this;
}

JsonText& JsonText::put(std::string_view name, std::string_view value) {
    separate(name);
    quote(value);
    return *this;
}

JsonText& JsonText::flag(std::string_view name, bool value) {
    separate(name);
    text_ += value ? "true" : "false";
    return *this;
}

JsonText& JsonText::item(std::string_view value) {
    separate({});
    quote(value);
    return *this;
}

}  // namespace dondoc::web::api
