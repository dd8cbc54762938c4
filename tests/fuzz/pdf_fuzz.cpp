// SPDX-License-Identifier: Apache-2.0
// A page as its lines and words; or, where the input begins like one, a whole file, which a process of its
// own reads.
#include "drawn_page.h"
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    try {
        plan::Grid grid;
        if (input.starts_with("%PDF-")) {
            grid = plan::read_plan_grid_here(input, [](plan::Sign) {});
        } else {
            const auto page = fuzz::drawn_page(input);
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
