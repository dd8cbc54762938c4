// SPDX-License-Identifier: Apache-2.0
// Cells that name agencies.
#include "invariants.h"
#include "sample.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dondoc;
    const std::string_view cell(reinterpret_cast<const char*>(data), size);
    const auto reading = tests::sample_agencies().read(cell);
    fuzz::require_parties(reading.parties, fuzz::sample_register());
    fuzz::require_parties(reading.cooperating, fuzz::sample_register());
    for (const auto& note : reading.role_notes) fuzz::require_text(note, "a note is UTF-8");
    for (const auto& problem : reading.problems) fuzz::require_message(problem);
    return 0;
}
