// SPDX-License-Identifier: GPL-3.0-or-later
// The whole terminal as one page that is drawn again and again, and the keys that are pressed meanwhile.
#pragma once

#include <termios.h>

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace dondoc::cli {

// While it lives, the terminal shows its page and gives single keys; afterwards it is as it was before.
class Screen {
  public:
    // `out` is standard output and a terminal; it outlives the screen.
    explicit Screen(std::ostream& out);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    struct Size {
        std::size_t columns, rows;
        bool operator==(const Size&) const = default;
    };
    static Size size();

    // Lines are not cut to the columns; those beyond the last row are left out.
    void draw(const std::vector<std::string>& lines);

    // Readable when a key was pressed; nullopt: standard input is no terminal.
    std::optional<int> keys() const;
    // Keys that no letter stands for.
    static constexpr char up = 1, down = 2, page_up = 3, page_down = 4;
    // The next key that was pressed; nullopt: none. Other keys without a letter are passed over.
    std::optional<char> take_key() const;

  private:
    std::optional<char> take_byte() const;

    std::ostream& out_;
    std::optional<termios> before_;
};

}  // namespace dondoc::cli
