// SPDX-License-Identifier: GPL-3.0-or-later
// An access token with an end, renewed by a refresh token that can be used once.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "relay/http.h"

namespace dondoc::relay {

class Token {
  public:
    // `set`: the preset's variables, for the request that renews.
    Token(TokenSettings settings, std::map<std::string, std::string> set);

    // One that holds for some minutes still, renewed if need be. Throws ChannelDown when there is none.
    const std::string& get();
    void end() { expires_at_ = {}; }  // it was refused, whatever its file says

  private:
    void read();
    void renew();
    void keep();

    TokenSettings settings_;
    std::map<std::string, std::string> set_;
    std::string access_, refresh_;
    std::chrono::sys_seconds expires_at_{};
};

}  // namespace dondoc::relay
