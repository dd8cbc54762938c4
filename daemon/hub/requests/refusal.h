// SPDX-License-Identifier: Apache-2.0
// Why something was not done, as each who asked for it is told in his language.
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "domain/message.h"
#include "dondoc/v1/error.pb.h"
#include "text/catalogue.h"

namespace dondoc::hub {

class Refusal {
  public:
    explicit Refusal(UserError error) : error_(std::move(error)) {}
    // A fault of ours: it is logged, and the user gets an incident that finds this line.
    Refusal(const std::exception& fault, const char* doing);

    v1::Error told(text::Lang lang) const;

  private:
    UserError error_;
    std::string incident_;  // empty: no fault
};

}  // namespace dondoc::hub
