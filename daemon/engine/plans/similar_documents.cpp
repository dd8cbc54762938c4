// SPDX-License-Identifier: Apache-2.0
#include "engine/plans/similar_documents.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

namespace dondoc::engine {
namespace {

constexpr std::int64_t fewest_rows = 3;  // two rows may be the same by chance

date::year year_of(local_days day) {
    return date::year_month_day{day}.year();
}

bool are_most(std::int64_t part, std::int64_t whole) {
    return part * 5 >= whole * 4;
}

[[noreturn]] void refuse(const char* key, const store::Document& known, std::vector<std::string> more) {
    more.insert(more.begin(),
                {known.number, spoken_day(known.issued), known.issuer.empty() ? "—" : known.issuer});
    throw UserError(key, std::move(more), "document");
}

}  // namespace

void refuse_similar(Work& work, const store::Document& document, const std::vector<ReadRow>& rows) {
    for (const auto& known : work.store.plans.with_number(document.number)) {
        if (known.withdrawn_at) continue;
        if (year_of(known.issued) == year_of(document.issued)) refuse("plan.similar_document", known, {});
    }
    std::set<std::int64_t> contents;
    for (const auto& row : rows) contents.insert(row.task.content);
    for (const auto& [id, count] : work.store.plan_changes.with_rows({contents.begin(), contents.end()})) {
        const auto rows_there = work.store.plans.task_count(id);
        const auto most = std::max(static_cast<std::int64_t>(contents.size()), rows_there);
        if (count >= fewest_rows && are_most(count, most))
            refuse("plan.similar_rows", work.store.plans.get(id), {std::to_string(count)});
    }
}

}  // namespace dondoc::engine
