// SPDX-License-Identifier: Apache-2.0
// Tab-separated text -> the rows of a plan with their readings.
#include "invariants.h"
#include "plan/formats/text_grid.h"
#include "plan/meaning/meaning.h"
#include "sample.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dondoc;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        auto grid = plan::read_text_grid(bytes);
        for (std::size_t i = 0; i < grid.tables.size(); ++i)
            grid.tables[i].number = static_cast<std::uint32_t>(i + 1);
        const auto ends =
            std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
        fuzz::read_on(grid, static_cast<std::uint32_t>(ends + 1), tests::sample_agencies());
    } catch (const UserError& error) {
        fuzz::require_message(error.message());
    }
    return 0;
}
