// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the pages of a file, one after the other -> its tables and its running text.
#pragma once

#include <cstddef>

#include "plan/formats/grid.h"
#include "plan/formats/named_pages.h"
#include "plan/formats/page_content.h"
#include "plan/formats/table_joiner.h"
#include "plan/meaning/gaps.h"

namespace dondoc::plan {

class PageTables {
  public:
    // Pages come in their order, from 0. The page's running text, and the tables that ended with it or
    // before; one that goes on over pages comes whole. Every row of a recognised page is marked.
    Grid add(std::size_t index, PageContent page);
    // The last table, and what has to be said of pages.
    Grid finish();

    bool has_text() const { return has_text_; }

  private:
    void read_tables(std::size_t index, PageContent page, Grid& found);

    TableJoiner joiner_;
    GapTables gaps_;
    PagesToName to_name_;
    std::size_t lines_before_ = 0;
    bool has_text_ = false;
};

}  // namespace dondoc::plan
