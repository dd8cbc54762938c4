// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ask.h"

#include <utility>

namespace dondoc::report {

v1::Report ask_whole_report(const Ask& ask, v1::ReportRequest wanted, std::uint64_t most) {
    constexpr std::uint32_t rows_of_one_answer = 5000;  // the daemon's most
    const auto part_from = [&](std::uint64_t offset) {
        wanted.set_limit(rows_of_one_answer);
        wanted.set_offset(offset);
        v1::Request request;
        *request.mutable_report() = wanted;
        return std::move(*ask(std::move(request)).mutable_report());
    };
    auto report = part_from(0);
    wanted.set_as_of(report.as_of());
    const auto rows = [&] { return static_cast<std::uint64_t>(report.rows_size()); };
    while (rows() < report.rows_total() && rows() < most) {
        const auto more = part_from(rows());
        if (more.rows().empty()) break;
        report.mutable_rows()->MergeFrom(more.rows());
    }
    return report;
}

}  // namespace dondoc::report
