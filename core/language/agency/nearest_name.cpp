// SPDX-License-Identifier: Apache-2.0
#include "language/agency/nearest_name.h"

#include <algorithm>
#include <cstdlib>

#include "language/words/normalize.h"
#include "language/words/unicode.h"

namespace dondoc::language {
namespace {

constexpr std::size_t longest_name = 160;  // letters; longer texts are no names

// Edit distance, or `limit` + 1 where it is more than `limit`: only the diagonal band is computed.
int distance(const std::u32string& a, const std::u32string& b, int limit) {
    const auto n = static_cast<int>(a.size());
    const auto m = static_cast<int>(b.size());
    if (std::abs(n - m) > limit) return limit + 1;
    const int far = limit + 1;
    std::vector<int> above(static_cast<std::size_t>(m) + 1, far);
    std::vector<int> row(static_cast<std::size_t>(m) + 1, far);
    for (int j = 0; j <= std::min(m, limit); ++j) above[static_cast<std::size_t>(j)] = j;
    for (int i = 1; i <= n; ++i) {
        const int first = std::max(1, i - limit);
        const int last = std::min(m, i + limit);
        std::fill(row.begin(), row.end(), far);
        if (i <= limit) row[0] = i;
        int best = row[0];
        for (int j = first; j <= last; ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int change = a[static_cast<std::size_t>(i) - 1] == b[at - 1] ? 0 : 1;
            row[at] = std::min({above[at - 1] + change, above[at] + 1, row[at - 1] + 1, far});
            best = std::min(best, row[at]);
        }
        if (best > limit) return far;
        std::swap(above, row);
    }
    return above.back();
}

}  // namespace

NearestName::Name NearestName::prepared(std::string_view name, std::size_t party) {
    Name made{{}, {}, party};
    for_each_code_point(fold(name.substr(0, 4 * longest_name)), [&](char32_t c, std::string_view) {
        if (made.letters.size() == longest_name || c == ' ' || c == ',' || c == '-' || c == '.') return;
        made.letters += c;
        ++made.counts[c % made.counts.size()];
    });
    return made;
}

void NearestName::add(std::string_view name, std::size_t party) {
    names_.push_back(prepared(name, party));
}

std::optional<NearestName::Found> NearestName::find(std::string_view name) const {
    const auto wanted = prepared(name, 0);
    if (wanted.letters.size() < 3 || wanted.letters.size() == longest_name) return std::nullopt;
    std::optional<Found> best;
    int limit = static_cast<int>(wanted.letters.size()) / 4;
    for (const auto& candidate : names_) {
        if (best) limit = best->distance - 1;
        if (limit < 0) break;
        int differing = 0;
        for (std::size_t i = 0; i < wanted.counts.size(); ++i)
            differing += std::abs(int{wanted.counts[i]} - int{candidate.counts[i]});
        if (differing > 2 * limit) continue;
        const int found = distance(wanted.letters, candidate.letters, limit);
        if (found <= limit) best = Found{candidate.party, found};
    }
    return best;
}

}  // namespace dondoc::language
