// SPDX-License-Identifier: GPL-3.0-or-later
// A line is thin and dark along its whole length, and fainter than letters. What is darker than what lies to
// both sides of it is taken, in both directions; runs that are long enough count; where the lines of both
// directions cross they go on; in low rows shorter pieces count that reach from line to line. What meets no
// other line is a stroke of a letter, or of a seal.
#ifdef DONDOC_TESSERACT

#include "plan/formats/scan_lines.h"

#include <algorithm>
#include <cstddef>

namespace dondoc::plan {
namespace {

// Of lines, in pixels.
constexpr int together = 4;  // looked at as one
constexpr int thickest_line = 13;
constexpr int faintest_line = 12;  // levels of grey that it is darker than the paper
constexpr int crossing = 25;
constexpr int at_crossing = 17;    // within it no letter begins
constexpr int shortest_line = 88;  // longer than any stroke of a letter
constexpr int shortest_piece = 40;
constexpr int corner = 13;
constexpr int edge_of_row = 8;  // nearer to its lines no letter reaches
constexpr int surely_a_line = 300;
constexpr int gap_in_line = 45;  // that noise leaves, and letters which touch it

// The lightest of `together` points along the lines that are looked for: a line has no light ones, and the
// letters of a word have.
Pixels lightest(PIX* shades, bool across) {
    const auto width = ::pixGetWidth(shades) / (across ? together : 1);
    const auto height = ::pixGetHeight(shades) / (across ? 1 : together);
    Pixels small{::pixCreate(width, height, 8)};
    if (!small) return nullptr;
    auto* const from = ::pixGetData(shades);
    auto* const to = ::pixGetData(small.get());
    const auto from_row = ::pixGetWpl(shades), to_row = ::pixGetWpl(small.get());
    for (l_int32 y = 0; y < height; ++y)
        for (l_int32 x = 0; x < width; ++x) {
            int level = 0;
            for (int i = 0; i < together; ++i) {
                const auto row = static_cast<std::ptrdiff_t>(across ? y : y * together + i) * from_row;
                level = std::max<int>(level, GET_DATA_BYTE(from + row, across ? x * together + i : x));
            }
            SET_DATA_BYTE(to + static_cast<std::ptrdiff_t>(y) * to_row, x, static_cast<l_uint8>(level));
        }
    return small;
}

// What is thin and dark in one direction, `across` or down: darker than what lies to both sides of it. Lines
// are fainter than letters in a scan.
Pixels thin_in(PIX* shades, bool across) {
    const auto along = [&](int size) { return across ? size : 1; };
    const auto aside = [&](int size) { return across ? 1 : size; };
    const auto even = lightest(shades, across);
    const Pixels thin{
        even ? ::pixTophat(even.get(), aside(thickest_line), along(thickest_line), L_TOPHAT_BLACK) : nullptr};
    const Pixels light{thin ? ::pixInvert(nullptr, thin.get()) : nullptr};
    const Pixels dark{light ? ::pixThresholdToBinary(light.get(), 256 - faintest_line) : nullptr};
    const Pixels large{dark ? ::pixExpandBinaryReplicate(dark.get(), along(together), aside(together))
                            : nullptr};
    Pixels whole{::pixCreate(::pixGetWidth(shades), ::pixGetHeight(shades), 1)};
    if (!large || !whole || !::pixOr(whole.get(), whole.get(), large.get())) return nullptr;
    return whole;
}

// Runs of that length or longer.
Pixels runs_in(PIX* pix, bool across, int length) {
    return Pixels{::pixOpenBrick(nullptr, pix, across ? length : 1, across ? 1 : length)};
}
Pixels closed_gaps(PIX* pix, bool across, int gap) {
    return Pixels{::pixCloseSafeBrick(nullptr, pix, across ? gap : 1, across ? 1 : gap)};
}

// Where `other` lines cross, a line is not thin: it goes on.
Pixels through_crossings(PIX* thin, PIX* other, bool across) {
    const auto whole = closed_gaps(thin, across, crossing);
    const Pixels crossings{
        ::pixDilateBrick(nullptr, other, across ? at_crossing : 1, across ? 1 : at_crossing)};
    if (!whole || !crossings) return nullptr;
    const Pixels bridges{::pixAnd(nullptr, whole.get(), crossings.get())};
    return Pixels{bridges ? ::pixOr(nullptr, thin, bridges.get()) : nullptr};
}

bool has_ink(PIX* pix, l_int32 x, l_int32 y, l_int32 width, l_int32 height) {
    BOX box{};
    box.x = std::max(0, x);
    box.y = std::max(0, y);
    box.w = width;
    box.h = height;
    const Pixels part{::pixClipRectangle(pix, &box, nullptr)};
    l_int32 empty = 1;
    return part && ::pixZero(part.get(), &empty) == 0 && empty == 0;
}

// Short ones that do not come within `reach` of a line of the other direction at both ends are none: strokes
// of large letters, arcs of a seal.
void clear_loose_pieces(PIX* lines, PIX* other, bool across, int reach) {
    BOXA* pieces = ::pixConnComp(lines, nullptr, 8);
    for (l_int32 i = 0; i < ::boxaGetCount(pieces); ++i) {
        BOX piece{};
        ::boxaGetBoxGeometry(pieces, i, &piece.x, &piece.y, &piece.w, &piece.h);
        if ((across ? piece.w : piece.h) >= surely_a_line) continue;
        const auto meets = [&](bool at_end) {
            const auto x = piece.x + (across && at_end ? piece.w : 0) - reach;
            const auto y = piece.y + (!across && at_end ? piece.h : 0) - reach;
            return has_ink(other, x, y, 2 * reach + (across ? 0 : piece.w),
                           2 * reach + (across ? piece.h : 0));
        };
        if (!meets(false) || !meets(true)) ::pixClearInRect(lines, &piece);
    }
    ::boxaDestroy(&pieces);
}

// Where a line stands above or below shorter pieces count, too: between two headings a row is as low as its
// one line of text.
Pixels pieces_below(PIX* lines, PIX* thin, PIX* across) {
    const auto pieces = runs_in(thin, false, shortest_piece);
    Pixels columns{::pixCreateTemplate(lines)};
    if (!pieces || !columns) return nullptr;
    NUMA* counts = ::pixCountPixelsByColumn(lines);
    for (l_int32 x = 0, count = 0; x < ::pixGetWidth(lines); ++x) {
        if (::numaGetIValue(counts, x, &count) != 0 || count == 0) continue;
        BOX column{};
        column.x = std::max(0, x - thickest_line / 4);
        column.w = thickest_line / 2;
        column.h = ::pixGetHeight(lines);
        ::pixSetInRect(columns.get(), &column);
    }
    ::numaDestroy(&counts);
    const Pixels found{::pixAnd(nullptr, pieces.get(), columns.get())};
    if (!found) return nullptr;
    clear_loose_pieces(found.get(), across, false, edge_of_row);
    return Pixels{::pixOr(nullptr, lines, found.get())};
}

}  // namespace

Pixels lines_in(PIX* shades) {
    const auto across = thin_in(shades, true), down = thin_in(shades, false);
    if (!across || !down) return nullptr;
    const auto long_across = runs_in(across.get(), true, shortest_line);
    const auto whole_down = long_across ? through_crossings(down.get(), long_across.get(), false) : nullptr;
    const auto long_down = whole_down ? runs_in(whole_down.get(), false, shortest_line) : nullptr;
    const auto whole_across = long_down ? through_crossings(across.get(), long_down.get(), true) : nullptr;
    const auto lines_across = whole_across ? runs_in(whole_across.get(), true, shortest_line) : nullptr;
    const auto lines_down =
        lines_across ? pieces_below(long_down.get(), whole_down.get(), lines_across.get()) : nullptr;
    if (!lines_down) return nullptr;
    const auto a = closed_gaps(lines_across.get(), true, gap_in_line);
    const auto d = closed_gaps(lines_down.get(), false, gap_in_line);
    if (!a || !d) return nullptr;
    clear_loose_pieces(a.get(), d.get(), true, crossing / 2);
    clear_loose_pieces(d.get(), a.get(), false, crossing / 2);
    // At corners a line ends where the other is thick.
    const Pixels to_corners{::pixDilateBrick(nullptr, a.get(), corner, 1)};
    const Pixels down_to_corners{::pixDilateBrick(nullptr, d.get(), 1, corner)};
    if (!to_corners || !down_to_corners) return nullptr;
    return Pixels{::pixOr(nullptr, to_corners.get(), down_to_corners.get())};
}

}  // namespace dondoc::plan

#endif
