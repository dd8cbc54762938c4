// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/http/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <stdexcept>

namespace dondoc::web {

std::string address_of(const sockaddr& address) {
    char text[INET6_ADDRSTRLEN] = {};
    if (address.sa_family == AF_INET)
        ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text, sizeof text);
    else if (address.sa_family == AF_INET6)
        ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, text, sizeof text);
    return text;
}

sockaddr_storage address_to_listen(const std::string& address, std::uint16_t port) {
    sockaddr_storage storage{};
    auto& four = reinterpret_cast<sockaddr_in&>(storage);
    auto& six = reinterpret_cast<sockaddr_in6&>(storage);
    if (::inet_pton(AF_INET, address.c_str(), &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        four.sin_port = htons(port);
    } else if (::inet_pton(AF_INET6, address.c_str(), &six.sin6_addr) == 1) {
        six.sin6_family = AF_INET6;
        six.sin6_port = htons(port);
    } else {
        throw std::runtime_error("no address: " + address);
    }
    return storage;
}

bool is_address(const std::string& text) {
    in6_addr address{};  // large enough for both
    return ::inet_pton(AF_INET, text.c_str(), &address) == 1 ||
           ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

std::string forwarded_for(const Fields& headers) {
    const auto said = headers.all("x-forwarded-for");
    const auto last = said.empty() ? std::string{} : said.back();
    const auto begin = last.find_last_of(", ");
    return begin == std::string::npos ? last : last.substr(begin + 1);
}

}  // namespace dondoc::web
