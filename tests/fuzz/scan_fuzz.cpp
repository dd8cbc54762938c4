// SPDX-License-Identifier: Apache-2.0
// Recognised pages: words with how sure tesseract is of each, and the lines between them. What stands behind
// tesseract has to take any of them, and to mark each row that it makes of a scanned page.
#include "drawn_page.h"
#include "invariants.h"
#include "plan/formats/page_content.h"
#include "plan/formats/page_tables.h"
#include "plan/meaning/meaning.h"
#include "sample.h"

namespace {

using namespace dondoc;

constexpr std::size_t most_pages = 8;
constexpr char end_of_page = '\0';  // in front of four bytes of a stroke or word it is a stroke of no length

// The first byte of a page says how it came, and how sure its words are.
plan::PageContent page_of(std::string_view input) {
    plan::PageContent content;
    if (input.empty()) return content;
    const auto kind = static_cast<unsigned char>(input.front());
    auto page = fuzz::drawn_page(input.substr(1));
    content.tables = plan::ruled_tables(page.picture);
    content.words = std::move(page.words);
    content.pixels_per_point = page.picture.pixels_per_point;
    content.is_scanned = kind % 4 != 0;
    content.is_picture = content.is_scanned || kind % 8 == 4;
    content.sideways = kind % 16 == 8;
    for (std::size_t i = 0; i < content.words.size(); ++i)
        content.words[i].confidence = static_cast<float>((kind + 37 * i) % 101);
    return content;
}

void join(plan::Grid& grid, plan::Grid&& more) {
    for (auto& table : more.tables) grid.tables.push_back(std::move(table));
    for (auto& line : more.prose) grid.prose.push_back(std::move(line));
    for (auto& problem : more.problems) grid.problems.push_back(std::move(problem));
}

void require_marks(const plan::Grid& grid) {
    for (const auto& table : grid.tables)
        for (const auto& row : table.rows)
            fuzz::require(!row.doubts.empty(), "a row of a scanned page is marked");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::string separator(5, end_of_page);
    try {
        plan::PageTables pages;
        plan::Grid grid;
        bool all_scanned = true;
        for (std::size_t index = 0; index < most_pages; ++index) {
            const auto end = input.find(separator);
            auto page = page_of(input.substr(0, end));
            all_scanned = all_scanned && page.is_scanned;
            join(grid, pages.add(index, std::move(page)));
            if (end == std::string_view::npos) break;
            input.remove_prefix(end + separator.size());
        }
        join(grid, pages.finish());
        if (all_scanned) require_marks(grid);
        for (std::size_t i = 0; i < grid.tables.size(); ++i)
            grid.tables[i].number = static_cast<std::uint32_t>(i + 1);
        fuzz::read_on(grid, plan::max_rows, tests::sample_agencies());
    } catch (const UserError& error) {
        fuzz::require_message(error.message());
    }
    return 0;
}
