// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/channel.h"

namespace dondoc::relay {

CurlHandle make_curl_handle() {
    CurlHandle handle{curl_easy_init()};
    if (!handle) throw std::runtime_error("libcurl cannot make a handle");
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    return handle;
}

void append(CurlList& list, const std::string& line) {
    auto* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::runtime_error("libcurl cannot make a list");
    (void)list.release();
    list.reset(longer);
}

std::string word_of(CURLcode code) {
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return "unknown host";
        case CURLE_COULDNT_CONNECT:
            return "no connection";
        case CURLE_OPERATION_TIMEDOUT:
            return "timeout";
        case CURLE_USE_SSL_FAILED:
            return "tls missing";
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
            return "tls certificate";
        case CURLE_SSL_CONNECT_ERROR:
            return "tls";
        case CURLE_LOGIN_DENIED:
            return "login denied";
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
        case CURLE_PARTIAL_FILE:
            return "connection lost";
        default:
            return "curl " + std::to_string(static_cast<int>(code));
    }
}

}  // namespace dondoc::relay
