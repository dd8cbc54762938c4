// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/pdf_pages.h"

#include <poppler-document.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "domain/message.h"
#include "plan/formats/pdf_cells.h"
#include "plan/formats/pdf_layers.h"
#include "plan/formats/pdf_page.h"
#include "plan/formats/ruling.h"
#include "plan/formats/scan_reader.h"
#include "plan/meaning/gaps.h"

namespace dondoc::plan {
namespace {

constexpr int max_pages = 600;
constexpr int max_scanned = 60;            // each takes seconds
constexpr double page_scale = 110 / 72.0;  // pixels per point of what is put into cells
constexpr float unsure = 70;               // per cent
constexpr std::size_t most_unsure = 6;     // words named on a row

// "3, 7, 8" of the pages where something was found.
class PageList {
  public:
    void add(int index) {
        ++count_;
        if (count_ <= most_named) pages_ += (pages_.empty() ? "" : ", ") + std::to_string(index + 1);
        if (count_ == most_named + 1) pages_ += ", …";
    }
    // One argument with the pages, or their count before them.
    void say(const char* key, std::vector<Message>& problems, bool with_count = false) const {
        if (count_ == 0) return;
        std::vector<std::string> args;
        if (with_count) args.push_back(std::to_string(count_));
        args.push_back(pages_);
        problems.push_back({key, std::move(args)});
    }

  private:
    static constexpr std::size_t most_named = 30;
    std::size_t count_ = 0;
    std::string pages_;
};

// What is said of pages at the end.
struct PagesToName {
    PageList pictures, scanned, tables_in_pictures, sideways, old_letters, note_marks;

    void add(int index, const PdfPage& page) {
        if (page.sideways) sideways.add(index);
        if (page.has_old_letters) old_letters.add(index);
        if (page.has_note_marks) note_marks.add(index);
    }
    std::vector<Message> problems() const {
        std::vector<Message> found;
        pictures.say("plan.image_pages", found, true);
        scanned.say("plan.scanned_pages", found, true);
        tables_in_pictures.say("plan.picture_tables", found);
        sideways.say("plan.sideways", found);
        old_letters.say("plan.old_letters", found);
        note_marks.say("plan.note_marks", found);
        return found;
    }
};

bool has_words_in(const RuledTable& table, const std::vector<Word>& words) {
    return std::any_of(table.cells.begin(), table.cells.end(), [&](const RuledCell& cell) {
        return std::any_of(words.begin(), words.end(), [&](const Word& word) {
            const auto x = (word.left + word.right) / 2;
            const auto y = (word.top + word.bottom) / 2;
            return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
        });
    });
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

// What is put into cells, wherever it was found.
struct PageContent {
    std::vector<Word> words;
    std::vector<RuledTable> tables;
    double pixels_per_point = page_scale;
    bool is_scanned = false;
};

// As if it had been drawn like the others: distances between words and lines mean the same.
PageContent content_of(ScannedPage page) {
    const auto shrink = page_scale / page.pixels_per_point;
    for (auto& word : page.words)
        for (auto* side : {&word.left, &word.top, &word.right, &word.bottom}) *side *= shrink;
    for (auto& table : page.tables)
        for (auto& cell : table.cells)
            for (auto* side : {&cell.left, &cell.top, &cell.right, &cell.bottom}) *side *= shrink;
    return {std::move(page.words), std::move(page.tables), page_scale, true};
}

// Every row of a scanned table has to be compared with the paper, and what was hardly legible most of all.
void mark_scanned(const RuledTable& ruled, const std::vector<Word>& words, int index, Table& table) {
    std::vector<std::string> doubtful(table.rows.size());
    std::vector<std::size_t> counts(table.rows.size());
    for (const auto& cell : ruled.cells)
        for (const auto& word : words) {
            const auto x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
            const bool inside = x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
            if (!inside || word.confidence >= unsure || ++counts[cell.row] > most_unsure) continue;
            doubtful[cell.row] += (doubtful[cell.row].empty() ? "" : ", ") + word.text;
        }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i].doubts.push_back({"row.from_scan", {std::to_string(index + 1)}});
        if (!doubtful[i].empty()) table.rows[i].doubts.push_back({"row.scan_unsure", {doubtful[i]}});
    }
}

void read_tables(PageContent page, int index, GapTables& gaps, WordJoiner& joiner, PagesToName& to_name,
                 std::size_t& lines_before, Grid& found) {
    const auto& words = page.words;
    auto& tables = page.tables;
    const auto ruled = tables.size();
    std::erase_if(tables, [&](const RuledTable& table) {
        constexpr std::size_t least_cells = 6;
        const bool empty = !has_words_in(table, words);
        if (empty && table.cells.size() >= least_cells) to_name.tables_in_pictures.add(index);
        return empty;
    });
    const bool lines_say = !tables.empty();
    if (ruled == 0 && !page.is_scanned)
        if (auto table = gaps.table_of(words)) tables.push_back(std::move(*table));
    const auto lines = lines_outside(tables, words);
    for (const auto& table : tables) {
        if (table.columns > max_columns) continue;
        auto filled = fill_table(table, words);
        filled.merges_stated = lines_say;
        if (page.is_scanned) mark_scanned(table, words, index, filled);
        const auto top = table.cells.front().top;
        filled.prose_before = lines_before + static_cast<std::size_t>(std::count_if(
                                                 lines.begin(), lines.end(),
                                                 [&](const OutsideLine& line) { return line.top < top; }));
        joiner.add(std::move(filled), table, words, page.pixels_per_point, found.tables);
    }
    for (const auto& line : lines)
        found.prose.push_back({static_cast<std::uint32_t>(index + 1), 0, line.text});
    lines_before += lines.size();
}

// Reads pages that are pictures, as many as one may wait for.
class Scans {
  public:
    explicit Scans(const Beat& beat) : beat_(beat) {}

    std::optional<PageContent> read(const poppler::page& page, const poppler::page_renderer& renderer) {
        if (count_ == max_scanned) return std::nullopt;
        if (count_++ == 0) reader_ = ScanReader::open();
        if (!reader_) return std::nullopt;
        const auto picture = picture_of(page, renderer, ScanReader::dots_per_inch);
        if (picture.grey.empty()) return std::nullopt;
        return content_of(reader_->read(picture, beat_));
    }

  private:
    const Beat& beat_;
    std::unique_ptr<ScanReader> reader_;
    int count_ = 0;
};

}  // namespace

void read_pdf_pages(std::string_view bytes, const Beat& beat, const std::function<void(Grid)>& use) {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) throw UserError("plan.pdf_unreadable", {});
    if (document->is_locked()) throw UserError("plan.locked", {});
    if (document->pages() == 0) throw UserError("plan.pdf_empty", {});
    if (document->pages() > max_pages) throw UserError("plan.pdf_long", {std::to_string(max_pages)});
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing, false);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, false);
    WordJoiner joiner;
    GapTables gaps;
    PagesToName to_name;
    Scans scans{beat};
    bool any_text = false;
    std::size_t lines_before = 0;
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> source(document->create_page(i));
        Grid found;
        if (source) {
            auto page = read_page(*source, renderer);
            to_name.add(i, page);
            const auto scale = page.picture.pixels_per_point;
            std::optional<PageContent> content;
            if (page.is_picture)
                content = scans.read(*source, renderer);
            else if (!page.words.empty())
                content = PageContent{page.words, ruled_tables(page.picture), scale, false};
            if (page.is_picture) (content ? to_name.scanned : to_name.pictures).add(i);
            const auto words = content ? content->words : page.words;
            any_text = any_text || !words.empty();
            if (content) read_tables(std::move(*content), i, gaps, joiner, to_name, lines_before, found);
            joiner.end_page(words);
        }
        use(std::move(found));
    }
    Grid last;
    joiner.finish(last.tables);
    last.problems = to_name.problems();
    if (any_text && has_invisible_text(bytes)) last.problems.push_back({"plan.ocr_layer", {}});
    use(std::move(last));
    if (!any_text) throw UserError("plan.pdf_scanned", {});
}

}  // namespace dondoc::plan
