// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of pages that follow each other -> tables.
#pragma once

#include <optional>
#include <vector>

#include "plan/formats/grid.h"
#include "plan/formats/pdf_cells.h"
#include "plan/formats/ruling.h"

namespace dondoc::plan {

// A table goes on over pages where nothing but page numbers stands between its parts and their columns are
// the same.
class TableJoiner {
  public:
    // To `complete` go the tables that are, now that this one came. `words` are those of its page, `scale`
    // its pixels per point.
    void add(Table table, const RuledTable& ruled, const std::vector<Word>& words, double scale,
             std::vector<Table>& complete);
    void end_page(const std::vector<Word>& words);
    void finish(std::vector<Table>& complete);

  private:
    bool alike(const std::vector<double>& columns) const;

    std::optional<Table> open_;
    std::vector<double> columns_;  // where they begin, in points
    bool ends_page_ = false;
    bool first_of_page_ = true;
    double last_bottom_ = 0;
};

}  // namespace dondoc::plan
