// SPDX-License-Identifier: Apache-2.0
// A page as its lines and words; or, where the input begins like one, a whole file, which a process of its
// own reads.
#include "invariants.h"
#include "plan/formats/pdf_cells.h"
#include "plan/formats/ruling.h"
#include "plan/meaning/meaning.h"
#include "plan/reader.h"
#include "sample.h"

// fontconfig keeps what it has read of its configuration until the process ends.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}

namespace {

using namespace dondoc;

constexpr std::size_t width = 300;
constexpr std::size_t height = 400;
constexpr std::size_t header_bytes = 4;

// Each stroke and word begins with four bytes: kind and length, x, y, extent. A word's text follows.
struct Page {
    plan::Picture picture{width, height, 0.5, std::vector<std::uint8_t>(width* height, 255)};
    std::vector<plan::Word> words;
};

Page page_of(std::string_view input) {
    Page page;
    const auto ink = [&](std::size_t x, std::size_t y) {
        if (x < width && y < height) page.picture.grey[y * width + x] = 0;
    };
    while (input.size() >= header_bytes) {
        const auto at = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(input[i]));
        };
        const auto kind = at(0) % 3;
        const auto length = at(0) / 3;
        const auto x = at(1) + (kind == 2 ? 0 : at(1) / 8);
        const auto y = at(2) * 3 / 2;
        const auto extent = at(3) * 2;
        input.remove_prefix(header_bytes);
        if (kind == 0)
            for (std::size_t i = 0; i < extent; ++i) ink(x + i, y);
        else if (kind == 1)
            for (std::size_t i = 0; i < extent; ++i) ink(x, y + i);
        else {
            const auto text = input.substr(0, length);
            input.remove_prefix(text.size());
            if (text.empty() || !plan::is_utf8(text)) continue;
            const auto left = static_cast<double>(x);
            const auto top = static_cast<double>(y);
            page.words.push_back({left, top, left + static_cast<double>(extent), top + 6, std::string(text)});
        }
    }
    return page;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    try {
        plan::Grid grid;
        if (input.starts_with("%PDF-")) {
            grid = plan::read_plan_grid_here(input, [](plan::Sign) {});
        } else {
            const auto page = page_of(input);
            for (const auto& ruled : plan::ruled_tables(page.picture)) {
                if (ruled.columns > plan::max_columns) continue;
                grid.tables.push_back(plan::fill_table(ruled, page.words));
                grid.tables.back().number = static_cast<std::uint32_t>(grid.tables.size());
            }
        }
        fuzz::read_on(grid, plan::max_rows, tests::sample_agencies());
    } catch (const UserError& error) {
        fuzz::require_message(error.message());
    }
    return 0;
}
