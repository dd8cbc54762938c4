// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/ruling.h"

#include <algorithm>
#include <cstring>

namespace dondoc::plan {
namespace {

constexpr std::uint8_t lightest_line = 190;
constexpr double shortest_across_pt = 18;  // shorter ones are dashes and letters
constexpr double shortest_down_pt = 11;
constexpr double thickest_pt = 4;  // a double line counts as one; what is thicker is a filled area
constexpr double tolerance_pt = 2.5;
constexpr double least_drawn = 0.6;  // of a border, for it to be one
constexpr std::size_t most_ruled_lines = 400;

struct Bits {
    std::size_t width, height;
    std::vector<std::uint8_t> set;
    Bits(std::size_t w, std::size_t h) : width(w), height(h), set(w * h) {}
    std::uint8_t& at(std::size_t x, std::size_t y) { return set[y * width + x]; }
    const std::uint8_t& at(std::size_t x, std::size_t y) const { return set[y * width + x]; }
    bool get(std::size_t x, std::size_t y) const { return set[y * width + x] != 0; }
};

struct Lines {
    Bits across, down;
};

Lines dark_lines(const Picture& picture) {
    const auto w = picture.width;
    const auto h = picture.height;
    Lines lines{{w, h}, {w, h}};
    const auto dark = [&](std::size_t x, std::size_t y) { return picture.grey[y * w + x] < lightest_line; };
    const auto thick = static_cast<std::size_t>(thickest_pt * picture.pixels_per_point) + 1;
    // A run of dark points is a line unless most of it is the edge of a filled area.
    const auto mark = [&](Bits& bits, std::size_t outer, std::size_t at, std::size_t from, std::size_t to,
                          bool is_across) {
        const auto point = [&](std::size_t o, std::size_t i) { return is_across ? dark(i, o) : dark(o, i); };
        const auto is_filled = [&](std::size_t i, bool further) {
            for (std::size_t step = 1; step <= thick; ++step) {
                if (further ? at + step >= outer : at < step) return false;
                if (!point(further ? at + step : at - step, i)) return false;
            }
            return true;
        };
        std::size_t filled = 0;
        for (auto i = from; i < to; ++i) filled += is_filled(i, true) || is_filled(i, false) ? 1 : 0;
        if (filled * 2 >= to - from) return;
        for (auto i = from; i < to; ++i) (is_across ? bits.at(i, at) : bits.at(at, i)) = 1;
    };
    const auto least_across = static_cast<std::size_t>(shortest_across_pt * picture.pixels_per_point);
    const auto least_down = static_cast<std::size_t>(shortest_down_pt * picture.pixels_per_point);
    // Both directions in one sweep, row by row as the picture lies in memory: a page is a million points.
    // Most of them are blank, as those above them are: these are passed over many at a time.
    std::vector<std::size_t> begun(w,
                                   h);  // row in which the dark run of each column begins; h: there is none
    constexpr std::size_t together = sizeof(std::uint64_t);
    const auto are_white = [&](std::size_t x, std::size_t y) {
        std::uint64_t points = 0;
        std::memcpy(&points, &picture.grey[y * w + x], together);
        return points == ~std::uint64_t{0};
    };
    for (std::size_t y = 0; y <= h; ++y) {
        std::size_t from = w;  // w: there is no dark run
        for (std::size_t x = 0; x < w; ++x) {
            if (from == w && x + together <= w && (y == h || are_white(x, y)) &&
                (y == 0 || are_white(x, y - 1))) {
                x += together - 1;
                continue;
            }
            const bool is_dark = y < h && dark(x, y);
            if (is_dark) {
                if (from == w) from = x;
                if (begun[x] == h) begun[x] = y;
                continue;
            }
            if (from != w && x - from >= least_across) mark(lines.across, h, y, from, x, true);
            from = w;
            if (begun[x] != h && y - begun[x] >= least_down) mark(lines.down, w, x, begun[x], y, false);
            begun[x] = h;
        }
        if (from != w && w - from >= least_across) mark(lines.across, h, y, from, w, true);
    }
    return lines;
}

// Boxes of what hangs together, lines of both kinds taken as one drawing.
struct Box {
    std::size_t left, top, right, bottom;  // both included
};
std::vector<Box> drawings(const Lines& lines) {
    const auto w = lines.across.width;
    const auto h = lines.across.height;
    std::vector<std::uint8_t> open(w * h);
    for (std::size_t i = 0; i < open.size(); ++i) open[i] = lines.across.set[i] | lines.down.set[i];
    std::vector<Box> boxes;
    std::vector<std::size_t> stack;
    constexpr std::size_t reach = 2;  // pixels; corners are not always closed
    const auto next_open = [&](std::size_t from) {
        const auto* found = from < open.size() ? std::memchr(&open[from], 1, open.size() - from) : nullptr;
        return found == nullptr
                   ? open.size()
                   : static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - open.data());
    };
    for (std::size_t start = next_open(0); start < open.size(); start = next_open(start + 1)) {
        Box box{w, h, 0, 0};
        open[start] = 0;
        stack.push_back(start);
        while (!stack.empty()) {
            const auto x = stack.back() % w;
            const auto y = stack.back() / w;
            stack.pop_back();
            box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x),
                   std::max(box.bottom, y)};
            for (auto ny = y - std::min(y, reach); ny <= std::min(h - 1, y + reach); ++ny)
                for (auto nx = x - std::min(x, reach); nx <= std::min(w - 1, x + reach); ++nx)
                    if (auto& is_open = open[ny * w + nx]) {
                        is_open = 0;
                        stack.push_back(ny * w + nx);
                    }
        }
        boxes.push_back(box);
    }
    return boxes;
}

// Where lines lie, near ones taken together.
std::vector<double> positions(const std::vector<std::size_t>& drawn, std::size_t first, double tolerance,
                              std::size_t least) {
    std::vector<double> found;
    double sum = 0, weight = 0, last = -1e9;
    const auto end_line = [&] {
        if (weight > 0) found.push_back(sum / weight);
        sum = weight = 0;
    };
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (drawn[i] < least) continue;
        const auto at = static_cast<double>(first + i);
        if (at - last > tolerance) end_line();
        sum += at * static_cast<double>(drawn[i]);
        weight += static_cast<double>(drawn[i]);
        last = at;
    }
    end_line();
    return found;
}

class TableFinder {
  public:
    TableFinder(const Lines& lines, Box box, double scale) : lines_(lines), tolerance_(tolerance_pt * scale) {
        std::vector<std::size_t> by_y(box.bottom - box.top + 1);
        std::vector<std::size_t> by_x(box.right - box.left + 1);
        // Rows in which nothing is marked are most of them.
        const auto each_mark = [&](const Bits& bits, std::size_t y, const auto& use) {
            const auto* row = &bits.at(0, y);
            for (auto x = box.left; x <= box.right; ++x) {
                const auto* found = std::memchr(row + x, 1, box.right - x + 1);
                if (found == nullptr) return;
                x = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - row);
                use(x);
            }
        };
        for (auto y = box.top; y <= box.bottom; ++y) {
            each_mark(lines.across, y, [&](std::size_t) { ++by_y[y - box.top]; });
            each_mark(lines.down, y, [&](std::size_t x) { ++by_x[x - box.left]; });
        }
        ys_ = positions(by_y, box.top, tolerance_, static_cast<std::size_t>(shortest_across_pt * scale));
        xs_ = positions(by_x, box.left, tolerance_, static_cast<std::size_t>(shortest_down_pt * scale));
    }

    bool is_table() const {
        return xs_.size() >= 3 && ys_.size() >= 2 && xs_.size() <= most_ruled_lines &&
               ys_.size() <= most_ruled_lines;
    }

    RuledTable take() const {
        RuledTable table{ys_.size() - 1, xs_.size() - 1, {}};
        std::vector<bool> taken(table.rows * table.columns);
        for (std::size_t row = 0; row < table.rows; ++row)
            for (std::size_t column = 0; column < table.columns; ++column) {
                if (taken[row * table.columns + column]) continue;
                RuledCell cell;
                cell.row = row;
                cell.column = column;
                while (column + cell.columns < table.columns &&
                       !taken[row * table.columns + column + cell.columns] &&
                       !is_down(column + cell.columns, row))
                    ++cell.columns;
                while (row + cell.rows < table.rows && !is_across(row + cell.rows, column, cell.columns))
                    ++cell.rows;
                for (auto r = row; r < row + cell.rows; ++r)
                    for (auto c = column; c < column + cell.columns; ++c) taken[r * table.columns + c] = true;
                cell.left = xs_[column];
                cell.right = xs_[column + cell.columns];
                cell.top = ys_[row];
                cell.bottom = ys_[row + cell.rows];
                table.cells.push_back(cell);
            }
        return table;
    }

  private:
    bool is_down(std::size_t line, std::size_t row) const {
        return drawn(lines_.down, xs_[line], ys_[row], ys_[row + 1], true);
    }
    bool is_across(std::size_t line, std::size_t column, std::size_t columns) const {
        return drawn(lines_.across, ys_[line], xs_[column], xs_[column + columns], false);
    }

    bool drawn(const Bits& bits, double at, double from, double to, bool vertical) const {
        const auto limit = vertical ? bits.width : bits.height;
        const auto low = static_cast<std::size_t>(std::max(0.0, at - tolerance_));
        const auto high = std::min(limit - 1, static_cast<std::size_t>(at + tolerance_));
        std::size_t marked = 0;
        std::size_t all = 0;
        const auto end = static_cast<std::size_t>(std::max(0.0, to - tolerance_));
        for (auto i = static_cast<std::size_t>(from + tolerance_); i < end; ++i, ++all)
            for (auto k = low; k <= high; ++k)
                if (vertical ? bits.get(k, i) : bits.get(i, k)) {
                    ++marked;
                    break;
                }
        return all == 0 || static_cast<double>(marked) >= least_drawn * static_cast<double>(all);
    }

    const Lines& lines_;
    double tolerance_;
    std::vector<double> xs_, ys_;
};

}  // namespace

std::vector<RuledTable> ruled_tables(const Picture& picture) {
    std::vector<RuledTable> tables;
    if (picture.width < 8 || picture.height < 8) return tables;
    const auto lines = dark_lines(picture);
    for (const auto& box : drawings(lines)) {
        const TableFinder finder(lines, box, picture.pixels_per_point);
        if (finder.is_table()) tables.push_back(finder.take());
    }
    return tables;
}

}  // namespace dondoc::plan
