// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/screen.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace dondoc::cli {
namespace {

constexpr auto enter = "\033[?1049h\033[?25l";  // another page, no cursor
constexpr auto leave = "\033[?25h\033[?1049l";
constexpr auto home = "\033[H", clear_line = "\033[K", clear_below = "\033[J";
constexpr Screen::Size usual_size{80, 24};

}  // namespace

Screen::Screen(std::ostream& out) : out_(out) {
    termios now{};
    if (::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &now) == 0) {
        before_ = now;
        now.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &now);
    }
    out_ << enter << std::flush;
}

Screen::~Screen() {
    out_ << leave << std::flush;
    if (before_) ::tcsetattr(STDIN_FILENO, TCSANOW, &*before_);
}

Screen::Size Screen::size() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0)
        return {size.ws_col, size.ws_row};
    return usual_size;
}

void Screen::draw(const std::vector<std::string>& lines) {
    const auto rows = size().rows;
    out_ << home;
    for (std::size_t i = 0; i < lines.size() && i < rows; ++i)
        out_ << (i > 0 ? "\r\n" : "") << lines[i] << clear_line;
    out_ << clear_below << std::flush;
}

std::optional<int> Screen::keys() const {
    return before_ ? std::optional{STDIN_FILENO} : std::nullopt;
}

std::optional<char> Screen::take_key() const {
    constexpr char escape = '\033';
    auto key = take_byte();
    if (!key || *key != escape) return key;
    // ESC [ A; ESC O A on a keypad; ESC [ 5 ~. Escape alone is no key of ours.
    if (key = take_byte(); !key || (*key != '[' && *key != 'O')) return key;
    const auto which = take_byte();
    if (!which) return std::nullopt;
    if (*which >= '0' && *which <= '9')
        for (auto rest = take_byte(); rest && *rest != '~';) rest = take_byte();
    switch (*which) {
        case 'A':
            return up;
        case 'B':
            return down;
        case '5':
            return page_up;
        case '6':
            return page_down;
        default:
            return take_key();
    }
}

std::optional<char> Screen::take_byte() const {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    char key = 0;
    if (!before_ || ::poll(&input, 1, 0) != 1) return std::nullopt;
    // The end of the input is the end of who could press a key.
    if (::read(STDIN_FILENO, &key, 1) != 1) return 'q';
    return key;
}

}  // namespace dondoc::cli
