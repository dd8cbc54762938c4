// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/pdf_page.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "plan/formats/old_fonts.h"

namespace dondoc::plan {
namespace {

constexpr double usual_dots_per_inch = 110;
constexpr double points_per_inch = 72;
// Of one page; larger ones are drawn coarser. An A4 page has as many at 300 dots per inch.
constexpr double max_pixels = 9e6;
constexpr std::size_t max_words = 20'000;  // of one page

// Where the writing runs to.
enum class Direction { Right, Down, Up };

Direction direction_of(const poppler::text_box& box) {
    const auto letters = box.text().size();
    if (letters < 2) return Direction::Right;
    const auto first = box.char_bbox(0);
    const auto last = box.char_bbox(letters - 1);
    const auto dx = last.left() - first.left();
    const auto dy = last.top() - first.top();
    if (std::fabs(dy) <= std::fabs(dx)) return Direction::Right;
    return dy > 0 ? Direction::Down : Direction::Up;
}

double height(const Word& word) {
    return word.bottom - word.top;
}

// "1", "(2)", "*" beside a word, smaller and higher than it.
bool is_small_mark(const Word& word, const Word& before) {
    constexpr std::size_t longest = 4;
    constexpr double smaller = 0.8, nearest = 0.4;  // in heights of the word before
    if (word.text.size() > longest || word.text.find_first_not_of("0123456789()*") != std::string::npos)
        return false;
    if (before.text.ends_with('m')) return false;  // square and cubic metres
    const auto gap = word.left - before.right;
    return height(word) < smaller * height(before) && std::fabs(gap) < nearest * height(before) &&
           word.bottom < before.bottom - height(before) / 5 && word.top < before.top + height(before) / 2;
}

// Nothing is drawn where the word stands: it is white, or something covers it.
bool is_unseen(const Word& word, const Picture& picture) {
    constexpr int least_contrast = 24;   // levels
    constexpr std::size_t shortest = 2;  // bytes; a dash or a dot may be too small to be drawn here
    if (word.text.size() < shortest || picture.grey.empty()) return false;
    const auto at = [](double place, std::size_t end) {
        return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(end)));
    };
    const auto left = at(word.left, picture.width), right = at(std::ceil(word.right), picture.width);
    const auto top = at(word.top, picture.height), bottom = at(std::ceil(word.bottom), picture.height);
    int darkest = 255, lightest = 0;
    for (auto y = top; y < bottom; ++y)
        for (auto x = left; x < right; ++x) {
            const int level = picture.grey[y * picture.width + x];
            darkest = std::min(darkest, level);
            lightest = std::max(lightest, level);
            if (lightest - darkest >= least_contrast) return false;
        }
    return true;
}

// A page most of whose words cannot be seen has a layer of recognised text, or letters that cannot be drawn
// here.
void drop_unseen_words(PdfPage& page) {
    const auto unseen = [&](const Word& word) { return is_unseen(word, page.picture); };
    const auto count = std::count_if(page.words.begin(), page.words.end(), unseen);
    if (count == 0 || static_cast<std::size_t>(count) * 2 > page.words.size()) return;
    std::erase_if(page.words, unseen);
    page.has_unseen_words = true;
}

void decode_old_letters(PdfPage& page) {
    std::string all;
    for (const auto& word : page.words) all += word.text + " ";
    const auto encoding = encoding_by_look(all);
    if (encoding == OldEncoding::None) return;
    page.has_old_letters = true;
    for (auto& word : page.words) word.text = decoded(word.text, encoding);
}

// Turns the page so that what ran up, or down, runs to the right.
void turn(PdfPage& page, Direction direction) {
    const auto& from = page.picture;
    Picture to;
    to.width = from.height;
    to.height = from.width;
    to.pixels_per_point = from.pixels_per_point;
    to.grey.resize(from.grey.size());
    const bool up = direction == Direction::Up;
    for (std::size_t y = 0; y < from.height; ++y)
        for (std::size_t x = 0; x < from.width; ++x) {
            const auto new_x = up ? from.height - 1 - y : y;
            const auto new_y = up ? x : from.width - 1 - x;
            to.grey[new_y * to.width + new_x] = from.grey[y * from.width + x];
        }
    const auto w = static_cast<double>(from.width);
    const auto h = static_cast<double>(from.height);
    for (auto& word : page.words) {
        const auto old = word;
        word.left = up ? h - old.bottom : old.top;
        word.right = up ? h - old.top : old.bottom;
        word.top = up ? old.left : w - old.right;
        word.bottom = up ? old.right : w - old.left;
    }
    page.picture = std::move(to);
    page.sideways = true;
}

// A page number and a stamp's few words are no text of a page that is otherwise a picture.
bool is_picture(const PdfPage& page) {
    constexpr std::size_t most_words = 8;
    constexpr std::uint8_t dark = 170;
    constexpr std::size_t least_ink = 250;  // one point in so many
    if (page.words.size() > most_words) return false;
    const auto& grey = page.picture.grey;
    const auto ink = std::count_if(grey.begin(), grey.end(), [](std::uint8_t level) { return level < dark; });
    return static_cast<std::size_t>(ink) * least_ink > grey.size();
}

// Draws it; not valid: it cannot be drawn. `dpi` is what it was drawn at.
poppler::image drawn(const poppler::page& page, const poppler::page_renderer& renderer, double dots_per_inch,
                     double& dpi) {
    const auto size = page.page_rect();
    const double scale = dots_per_inch / points_per_inch;
    const double pixels = size.width() * scale * size.height() * scale;
    if (!(pixels > 0)) return {};
    dpi = dots_per_inch * std::min(1.0, std::sqrt(max_pixels / pixels));
    return renderer.render_page(&page, dpi, dpi);
}

Picture sheet_of(const poppler::image& image, double dpi) {
    Picture picture;
    picture.width = static_cast<std::size_t>(image.width());
    picture.height = static_cast<std::size_t>(image.height());
    picture.pixels_per_point = dpi / points_per_inch;
    picture.grey.reserve(picture.width * picture.height);
    return picture;
}

}  // namespace

Picture picture_of(const poppler::page& page, const poppler::page_renderer& renderer, double dots_per_inch) {
    double dpi = 0;
    const auto image = drawn(page, renderer, dots_per_inch, dpi);
    if (!image.is_valid() || image.format() != poppler::image::format_gray8) return {};
    auto picture = sheet_of(image, dpi);
    for (std::size_t y = 0; y < picture.height; ++y) {
        const auto* row = image.const_data() + y * static_cast<std::size_t>(image.bytes_per_row());
        picture.grey.insert(picture.grey.end(), row, row + picture.width);
    }
    return picture;
}

Inks inks_of(const poppler::page& page, double dots_per_inch) {
    constexpr int coloured = 50;  // levels between red, green and blue
    constexpr int darkest = 110;  // of coloured ink; black letters below it stay black
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_rgb24);
    double dpi = 0;
    const auto image = drawn(page, renderer, dots_per_inch, dpi);
    if (!image.is_valid() || image.format() != poppler::image::format_rgb24) return {};
    Inks inks{sheet_of(image, dpi), sheet_of(image, dpi)};
    for (std::size_t y = 0; y < inks.all.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint8_t*>(image.const_data()) +
                          y * static_cast<std::size_t>(image.bytes_per_row());
        for (std::size_t x = 0; x < inks.all.width; ++x) {
            const auto [least, most] = std::minmax({row[3 * x], row[3 * x + 1], row[3 * x + 2]});
            inks.all.grey.push_back(most);
            inks.black.grey.push_back(most - least > coloured && most > darkest ? std::uint8_t{255} : most);
        }
    }
    return inks;
}

PdfPage read_page(const poppler::page& page, const poppler::page_renderer& renderer) {
    PdfPage result;
    result.picture = picture_of(page, renderer, usual_dots_per_inch);
    const auto scale = result.picture.pixels_per_point;
    std::size_t upright = 0, down = 0, up = 0;
    for (const auto& box : page.text_list()) {
        if (result.words.size() == max_words) break;
        const auto utf8 = box.text().to_utf8();
        const auto area = box.bbox();
        Word word{area.left() * scale, area.top() * scale, area.right() * scale, area.bottom() * scale,
                  std::string(utf8.begin(), utf8.end())};
        if (word.text.empty()) continue;
        if (!result.words.empty() && is_small_mark(word, result.words.back())) {
            result.has_note_marks = true;
            continue;
        }
        const auto direction = direction_of(box);
        ++(direction == Direction::Right ? upright : direction == Direction::Down ? down : up);
        result.words.push_back(std::move(word));
    }
    drop_unseen_words(result);
    decode_old_letters(result);
    if (down + up > upright) turn(result, up > down ? Direction::Up : Direction::Down);
    result.is_picture = is_picture(result);
    return result;
}

}  // namespace dondoc::plan
