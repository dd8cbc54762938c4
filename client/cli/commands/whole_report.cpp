// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/whole_report.h"

#include <cstdint>

namespace dondoc::cli {

v1::Report ask_whole_report(Session& session, v1::Request request) {
    constexpr std::uint32_t rows_of_one_answer = 5000;
    auto& asked = *request.mutable_report();
    asked.set_limit(rows_of_one_answer);
    auto report = session.ask(v1::Request{request}, true).report();
    asked.set_as_of(report.as_of());
    while (static_cast<std::uint64_t>(report.rows_size()) < report.rows_total()) {
        asked.set_offset(static_cast<std::uint64_t>(report.rows_size()));
        const auto more = session.ask(v1::Request{request}, true).report();
        if (more.rows().empty()) break;
        report.mutable_rows()->MergeFrom(more.rows());
    }
    return report;
}

}  // namespace dondoc::cli
