// SPDX-License-Identifier: GPL-3.0-or-later
// One line on a terminal that is written over, and gone when the work is done.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

namespace dondoc::cli {

// "[########............]": the share of `all` that is done.
inline std::string bar_of(std::size_t done, std::size_t all) {
    constexpr std::size_t width = 20;
    const auto filled = all == 0 || done >= all ? width : done * width / all;
    return "[" + std::string(filled, '#') + std::string(width - filled, '.') + "]";
}

class ProgressLine {
  public:
    ProgressLine(std::ostream& out, bool is_terminal) : out_(out), is_terminal_(is_terminal) {}
    ~ProgressLine() {
        if (shown_) out_ << "\r\x1b[K" << std::flush;
    }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const std::string& text) {
        if (!is_terminal_) return;
        out_ << '\r' << text << "\x1b[K" << std::flush;
        shown_ = true;
    }

  private:
    std::ostream& out_;
    bool is_terminal_;
    bool shown_ = false;
};

}  // namespace dondoc::cli
