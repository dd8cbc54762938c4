#include "plan/reader.h"

#include "plan/meaning.h"
#include "plan/text_grid.h"

namespace dondoc::plan {

PlanTableReading read_plan_text(std::string_view bytes) {
    auto grid = read_text_grid(bytes);
    for (std::size_t i = 0; i < grid.tables.size(); ++i)
        grid.tables[i].number = static_cast<std::uint32_t>(i + 1);
    return read_grid(grid);
}

}  // namespace dondoc::plan
