// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/http_try.h"

#include <algorithm>
#include <utility>

namespace dondoc::relay {
namespace {

constexpr std::size_t most_answer = 64 * 1024;
constexpr long http_connect_timeout_s = 15;

std::size_t take(char* data, std::size_t size, std::size_t count, void* into) {
    auto& body = *static_cast<std::string*>(into);
    body.append(data, std::min(size * count, most_answer - std::min(most_answer, body.size())));
    return size * count;
}

}  // namespace

HttpTry::HttpTry(const std::string& url, const std::string& method, std::string body,
                 const std::map<std::string, std::string>& headers, std::chrono::seconds timeout, Judge judge)
    : body_(std::move(body)), judge_(std::move(judge)) {
    auto* curl = handle_.get();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
    if (!body_.empty() || method == "POST") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body_.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body_.c_str());
    }
    for (const auto& [name, value] : headers) append(headers_, name + ": " + value);
    append(headers_, "Expect:");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers_.get());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "dondoc-relay/" DONDOC_VERSION);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer_.body);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, http_connect_timeout_s);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(timeout.count()));
}

HttpTry::~HttpTry() {
    handle_.reset();  // it writes into the answer until it is gone
}

Outcome HttpTry::outcome(CURLcode code) {
    if (code != CURLE_OK) {
        // Before anything was said the server is not there; after it this request was cut.
        long status = 0;
        double connected_s = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(handle_.get(), CURLINFO_PRETRANSFER_TIME, &connected_s);
        return {connected_s == 0 ? Outcome::Kind::ServerDown : Outcome::Kind::Later, "http " + word_of(code)};
    }
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &answer_.status);
    return judge_(answer_);
}

Outcome judged_by_status(const HttpAnswer& answer) {
    const auto status = answer.status;
    const auto reason = "http " + std::to_string(status);
    if (status >= 200 && status < 300) return {Outcome::Kind::Sent, ""};
    // Who may not ask at all, or asks at the wrong place, is set up wrongly: no message is to blame.
    const bool is_setup = status == 401 || status == 403 || status == 404 || (status >= 300 && status < 400);
    if (is_setup || status == 429 || status == 503) return {Outcome::Kind::ServerDown, reason};
    if (status == 408 || status == 425 || status >= 500) return {Outcome::Kind::Later, reason};
    return {Outcome::Kind::Refused, reason};
}

}  // namespace dondoc::relay
