// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/pdf_grid.h"

#include <string>

#include "plan/formats/pdf_pages.h"

namespace dondoc::plan {

Grid read_pdf_grid(std::string_view bytes, const Beat& beat) {
    Grid grid;
    std::size_t rows = 0;
    read_pdf_pages(bytes, page_threads(), beat, [&](Grid found) {
        for (auto& table : found.tables) {
            if ((rows += table.rows.size()) > max_rows)
                throw UserError("plan.too_long", {std::to_string(max_rows)});
            grid.tables.push_back(std::move(table));
        }
        grid.prose.insert(grid.prose.end(), std::make_move_iterator(found.prose.begin()),
                          std::make_move_iterator(found.prose.end()));
        grid.problems.insert(grid.problems.end(), found.problems.begin(), found.problems.end());
    });
    return grid;
}

}  // namespace dondoc::plan
