// SPDX-License-Identifier: GPL-3.0-or-later
// `listen --notify`: each event as a notification on the desktop, by the desktop's own notify-send(1).
#pragma once

#include <functional>

#include "domain/message.h"
#include "dondoc/v1/event.pb.h"
#include "text/catalogue.h"

namespace dondoc::cli {

class DesktopNotice {
  public:
    using Complain = std::function<void(const Message&)>;

    DesktopNotice(text::Lang lang, Complain complain) : lang_(lang), complain_(std::move(complain)) {}

    // What cannot be shown is complained of once, until one is shown again: a listener without a desktop goes
    // on.
    void show(const v1::Event& event);

  private:
    text::Lang lang_;
    Complain complain_;
    bool complained_ = false;
};

}  // namespace dondoc::cli
