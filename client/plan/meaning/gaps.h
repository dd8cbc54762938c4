// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a page on which no lines are drawn -> the cells of its table, told by the gaps between them.
#pragma once

#include <optional>
#include <vector>

#include "plan/formats/pdf_cells.h"
#include "plan/formats/ruling.h"

namespace dondoc::plan {

// Pages are handed in in their order: a page without a header of its own goes on with the columns of the one
// before.
class GapTables {
  public:
    // Nothing: no words of the page are a plan's header, and none goes on from the page before.
    std::optional<RuledTable> table_of(const std::vector<Word>& words);

  private:
    std::vector<double> edges_;  // of the columns of a table that may go on
    std::size_t number_column_ = 0;
};

}  // namespace dondoc::plan
