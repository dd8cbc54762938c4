// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/address.h"

namespace dondoc::web::pages {
namespace {

bool stays(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

void append_encoded(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char letter : text) {
        const auto c = static_cast<unsigned char>(letter);
        if (stays(c)) {
            out += letter;
        } else {
            out += '%';
            out += digits[c >> 4U];
            out += digits[c & 0xFU];
        }
    }
}

}  // namespace

Address& Address::part(std::string_view text) {
    if (!text_.ends_with('/')) text_ += '/';
    append_encoded(text_, text);
    return *this;
}

Address& Address::with(std::string_view name, std::string_view value) {
    if (value.empty()) return *this;
    text_ += text_.find('?') == std::string::npos ? '?' : '&';
    append_encoded(text_, name);
    text_ += '=';
    append_encoded(text_, value);
    return *this;
}

Address& Address::at(std::string_view fragment) {
    text_ += '#';
    append_encoded(text_, fragment);
    return *this;
}

std::optional<Address> Address::own(std::string_view text) {
    if (!OwnPath::is_own(text)) return std::nullopt;
    Address address;
    address.text_ = text;
    return address;
}

Address Address::here(std::string_view fragment) {
    Address address;
    address.at(fragment);
    return address;
}

Address Address::mail(std::string_view address) {
    Address result;
    result.text_ = "mailto:";
    const auto sign = address.rfind('@');
    append_encoded(result.text_, address.substr(0, sign));
    if (sign == std::string_view::npos) return result;
    result.text_ += '@';
    append_encoded(result.text_, address.substr(sign + 1));
    return result;
}

Address Address::phone(std::string_view number) {
    Address result;
    result.text_ = "tel:";
    for (const char c : number)
        if ((c >= '0' && c <= '9') || c == '+') result.text_ += c;
    return result;
}

}  // namespace dondoc::web::pages
