// SPDX-License-Identifier: Apache-2.0
// A file of unknown encoding and separator, as `dondoc plan preview` is handed one.
#include "invariants.h"
#include "plan/formats/csv_grid.h"
#include "plan/meaning/meaning.h"
#include "sample.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dondoc;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        auto grid = plan::read_separated_grid(bytes);
        for (std::size_t i = 0; i < grid.tables.size(); ++i)
            grid.tables[i].number = static_cast<std::uint32_t>(i + 1);
        fuzz::read_on(grid, static_cast<std::uint32_t>(size + 1), tests::sample_agencies());
    } catch (const UserError& error) {
        fuzz::require_message(error.message());
    }
    return 0;
}
