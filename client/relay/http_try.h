// SPDX-License-Identifier: GPL-3.0-or-later
// One request over HTTP, with its answer.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>

#include "relay/channel.h"

namespace dondoc::relay {

struct HttpAnswer {
    long status = 0;
    std::string body;  // the first 64 KiB
};

class HttpTry final : public Try {
  public:
    using Judge = std::function<Outcome(const HttpAnswer&)>;

    HttpTry(const std::string& url, const std::string& method, std::string body,
            const std::map<std::string, std::string>& headers, std::chrono::seconds timeout, Judge judge);
    ~HttpTry() override;
    HttpTry(const HttpTry&) = delete;
    HttpTry& operator=(const HttpTry&) = delete;

    Outcome outcome(CURLcode code) override;
    const HttpAnswer& answer() const { return answer_; }

  private:
    std::string body_;
    CurlList headers_;
    HttpAnswer answer_;
    Judge judge_;
};

// What the status alone says: 2xx is sent; 408, 425, 429 and 5xx pass; other refusals of the address are
// final.
Outcome judged_by_status(const HttpAnswer& answer);

}  // namespace dondoc::relay
