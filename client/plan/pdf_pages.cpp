#include "plan/pdf_pages.h"

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "domain/message.h"
#include "plan/gaps.h"
#include "plan/pdf_cells.h"
#include "plan/ruling.h"

namespace dondoc::plan {
namespace {

constexpr int max_pages = 600;
constexpr double dots_per_inch = 110;
constexpr double points_per_inch = 72;
constexpr double max_pixels = 6e6;         // of one page; larger pages are drawn coarser
constexpr std::size_t max_words = 20'000;  // of one page

Picture picture_of(const poppler::page& page, const poppler::page_renderer& renderer) {
    const auto size = page.page_rect();
    const double scale = dots_per_inch / points_per_inch;
    const double pixels = size.width() * scale * size.height() * scale;
    Picture picture;
    if (!(pixels > 0)) return picture;
    const double dpi = dots_per_inch * std::min(1.0, std::sqrt(max_pixels / pixels));
    const auto image = renderer.render_page(&page, dpi, dpi);
    if (!image.is_valid() || image.format() != poppler::image::format_gray8) return picture;
    picture.width = static_cast<std::size_t>(image.width());
    picture.height = static_cast<std::size_t>(image.height());
    picture.pixels_per_point = dpi / points_per_inch;
    picture.grey.reserve(picture.width * picture.height);
    for (std::size_t y = 0; y < picture.height; ++y) {
        const auto* row = image.const_data() + y * static_cast<std::size_t>(image.bytes_per_row());
        picture.grey.insert(picture.grey.end(), row, row + picture.width);
    }
    return picture;
}

std::vector<Word> words_of(const poppler::page& page, double scale) {
    std::vector<Word> words;
    for (const auto& box : page.text_list()) {
        if (words.size() == max_words) break;
        const auto utf8 = box.text().to_utf8();
        const auto area = box.bbox();
        words.push_back({area.left() * scale, area.top() * scale, area.right() * scale, area.bottom() * scale,
                         std::string(utf8.begin(), utf8.end())});
        if (words.back().text.empty()) words.pop_back();
    }
    return words;
}

// A table goes on over pages where nothing but page numbers stands between its parts and their columns are
// the same.
class WordJoiner {
  public:
    // The tables that are complete now that this one came.
    void add(Table table, const RuledTable& ruled, const std::vector<Word>& words, double scale,
             std::vector<Table>& complete) {
        std::vector<double> columns;
        for (const auto& cell : ruled.cells)
            if (cell.columns == 1) columns.push_back(std::round(cell.left / scale));
        std::sort(columns.begin(), columns.end());
        columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
        const auto top = ruled.cells.front().top;
        const bool begins_page = !has_text(words, -1e9, std::max(top, last_bottom_));
        const bool goes_on = open_ && ends_page_ && begins_page && first_of_page_ &&
                             open_->rows.front().cells.size() == ruled.columns && alike(columns);
        if (goes_on) {
            table.rows.front().after_break = true;
            for (auto& row : table.rows) {
                row.line = static_cast<std::uint32_t>(open_->rows.size() + 1);
                open_->rows.push_back(std::move(row));
            }
        } else {
            if (open_) complete.push_back(std::move(*open_));
            open_ = std::move(table);
            columns_ = std::move(columns);
        }
        first_of_page_ = false;
        for (const auto& cell : ruled.cells) last_bottom_ = std::max(last_bottom_, cell.bottom);
    }

    void end_page(const std::vector<Word>& words) {
        ends_page_ = !has_text(words, last_bottom_, 1e9);
        first_of_page_ = true;
        last_bottom_ = 0;
    }

    void finish(std::vector<Table>& complete) {
        if (open_) complete.push_back(std::move(*open_));
        open_.reset();
    }

  private:
    static bool has_text(const std::vector<Word>& words, double from, double to) {
        return std::any_of(words.begin(), words.end(), [&](const Word& word) {
            return word.top >= from && word.bottom <= to &&
                   word.text.find_first_not_of("0123456789/-.–") != std::string::npos;
        });
    }

    // Pages whose cells are all merged across show fewer columns.
    bool alike(const std::vector<double>& columns) const {
        constexpr double tolerance_pt = 3;
        return std::all_of(columns.begin(), columns.end(), [&](double left) {
            return std::any_of(columns_.begin(), columns_.end(),
                               [&](double other) { return std::fabs(left - other) <= tolerance_pt; });
        });
    }

    std::optional<Table> open_;
    std::vector<double> columns_;  // where they begin, in points
    bool ends_page_ = false;
    bool first_of_page_ = true;
    double last_bottom_ = 0;
};

}  // namespace

void read_pdf_pages(std::string_view bytes, const std::function<void(const Grid&)>& use) {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) throw UserError("plan.pdf_unreadable", {});
    if (document->is_locked()) throw UserError("plan.locked", {});
    if (document->pages() > max_pages) throw UserError("plan.pdf_long", {std::to_string(max_pages)});
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing, false);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, false);
    bool any_text = false;
    WordJoiner joiner;
    GapTables gaps;
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        Grid found;
        if (page) {
            const auto picture = picture_of(*page, renderer);
            const auto words = words_of(*page, picture.pixels_per_point);
            any_text = any_text || !words.empty();
            if (!words.empty()) {
                auto tables = ruled_tables(picture);
                if (tables.empty())
                    if (auto table = gaps.table_of(words)) tables.push_back(std::move(*table));
                for (const auto& table : tables)
                    if (table.columns <= max_columns)
                        joiner.add(fill_table(table, words), table, words, picture.pixels_per_point,
                                   found.tables);
                for (auto& line : lines_outside(tables, words))
                    found.prose.push_back({static_cast<std::uint32_t>(i + 1), 0, std::move(line)});
            }
            joiner.end_page(words);
        }
        use(found);
    }
    Grid last;
    joiner.finish(last.tables);
    use(last);
    if (!any_text) throw UserError("plan.pdf_scanned", {});
}

}  // namespace dondoc::plan
