// SPDX-License-Identifier: Apache-2.0
#include "language/rows/row_matching.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "language/words/normalize.h"

namespace dondoc::language {
namespace {

constexpr double alike = 2.0 / 3;
constexpr double alike_with_number = 0.45;
// A word of more rows than this says nothing about which row is meant; it also bounds the pairs that are
// looked at.
constexpr std::size_t common_word = 100;

using Matches = std::vector<std::optional<std::size_t>>;

// Words and pairs of words, each by a number, sorted, as often as they stand there.
using Features = std::vector<std::uint32_t>;

class FeatureNumbers {
  public:
    Features of(const std::string& folded) {
        Features features;
        std::string last;
        for (std::size_t at = 0; at < folded.size();) {
            const auto end = std::min(folded.find(' ', at), folded.size());
            auto word = trimmed(folded.substr(at, end - at));
            at = end + 1;
            if (word.empty()) continue;
            features.push_back(number(word));
            if (!last.empty()) features.push_back(number(last + ' ' + word));
            last = std::move(word);
        }
        std::ranges::sort(features);
        return features;
    }

  private:
    // Without the marks around it: "hiện;" is the word "hiện".
    static std::string trimmed(const std::string& word) {
        static constexpr auto marks = ".,;:!?()[]\"'-+*/";
        const auto begin = word.find_first_not_of(marks);
        if (begin == std::string::npos) return {};
        return word.substr(begin, word.find_last_not_of(marks) - begin + 1);
    }
    std::uint32_t number(const std::string& feature) {
        return numbers_.emplace(feature, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

    std::unordered_map<std::string, std::uint32_t> numbers_;
};

// Dice's coefficient of the two bags; nothing and nothing are the same.
double overlap(const Features& one, const Features& other) {
    if (one.empty() && other.empty()) return 1;
    std::size_t common = 0;
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
        if (*a < *b) {
            ++a;
        } else if (*b < *a) {
            ++b;
        } else {
            ++common;
            ++a;
            ++b;
        }
    }
    return 2.0 * static_cast<double>(common) / static_cast<double>(one.size() + other.size());
}

struct Row {
    RowIdentity folded;
    Features title, requirement;
};

std::vector<Row> prepared(const std::vector<RowIdentity>& rows, FeatureNumbers& numbers) {
    std::vector<Row> result;
    result.reserve(rows.size());
    for (const auto& row : rows) {
        Row made{{fold(row.number), fold(row.section), fold(row.title), fold(row.requirement)}, {}, {}};
        made.title = numbers.of(made.folded.title);
        made.requirement = numbers.of(made.folded.requirement);
        result.push_back(std::move(made));
    }
    return result;
}

class Matching {
  public:
    Matching(const std::vector<RowIdentity>& before, const std::vector<RowIdentity>& now)
        : before_(prepared(before, numbers_)),
          now_(prepared(now, numbers_)),
          matches_(now.size()),
          taken_(before.size(), false) {}

    void match_same() {
        by_key([](const RowIdentity& row) {
            return std::tuple{row.number, row.section, row.title, row.requirement};
        });
        by_key([](const RowIdentity& row) { return std::tuple{row.section, row.title, row.requirement}; });
        by_key([](const RowIdentity& row) { return std::tuple{row.title, row.requirement}; });
    }

    void match_alike() {
        auto pairs = alike_pairs();
        std::ranges::sort(pairs, [](const Pair& a, const Pair& b) {
            if (a.score != b.score) return a.score > b.score;
            return std::tuple{a.same_place ? 0 : 1, a.now, a.before} <
                   std::tuple{b.same_place ? 0 : 1, b.now, b.before};
        });
        for (const auto& pair : pairs) {
            if (matches_[pair.now] || taken_[pair.before]) continue;
            take(pair.now, pair.before);
        }
    }

    Matches result() && { return std::move(matches_); }

  private:
    struct Pair {
        double score;
        bool same_place;  // number and section
        std::size_t now, before;
    };

    void take(std::size_t now, std::size_t before) {
        matches_[now] = before;
        taken_[before] = true;
    }

    template <typename Key>
    void by_key(Key key) {
        std::map<decltype(key(RowIdentity{})), std::deque<std::size_t>> known;
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (!taken_[i]) known[key(before_[i].folded)].push_back(i);
        for (std::size_t i = 0; i < now_.size(); ++i) {
            if (matches_[i]) continue;
            const auto found = known.find(key(now_[i].folded));
            if (found == known.end() || found->second.empty()) continue;
            take(i, found->second.front());
            found->second.pop_front();
        }
    }

    static bool same_place(const Row& one, const Row& other) {
        return !one.folded.number.empty() && one.folded.number == other.folded.number &&
               one.folded.section == other.folded.section;
    }

    // The title says what is to be done, so it counts twice.
    static double score(const Row& one, const Row& other) {
        return (2 * overlap(one.title, other.title) + overlap(one.requirement, other.requirement)) / 3;
    }

    std::vector<Pair> alike_pairs() const {
        std::unordered_map<std::uint32_t, std::vector<std::size_t>> rows_with;
        std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> at_place;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (taken_[i]) continue;
            at_place[{before_[i].folded.number, before_[i].folded.section}].push_back(i);
            for (const auto* features : {&before_[i].title, &before_[i].requirement})
                for (const auto feature : *features) {
                    auto& rows = rows_with[feature];
                    if (rows.size() <= common_word && (rows.empty() || rows.back() != i)) rows.push_back(i);
                }
        }
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < now_.size(); ++i) {
            if (matches_[i]) continue;
            for (const auto candidate : candidates(now_[i], rows_with, at_place)) {
                const auto& before = before_[candidate];
                const bool place = same_place(now_[i], before);
                const auto how_alike = score(now_[i], before);
                if (how_alike >= (place ? alike_with_number : alike))
                    pairs.push_back({how_alike, place, i, candidate});
            }
        }
        return pairs;
    }

    template <typename RowsWith, typename AtPlace>
    static std::vector<std::size_t> candidates(const Row& row, const RowsWith& rows_with,
                                               const AtPlace& at_place) {
        std::vector<std::size_t> found;
        const auto add = [&](const std::vector<std::size_t>& rows) {
            if (rows.size() <= common_word) found.insert(found.end(), rows.begin(), rows.end());
        };
        for (const auto* features : {&row.title, &row.requirement})
            for (const auto feature : *features)
                if (const auto rows = rows_with.find(feature); rows != rows_with.end()) add(rows->second);
        if (const auto rows = at_place.find({row.folded.number, row.folded.section}); rows != at_place.end())
            add(rows->second);
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    FeatureNumbers numbers_;
    std::vector<Row> before_, now_;
    Matches matches_;
    std::vector<bool> taken_;
};

}  // namespace

Matches match_rows(const std::vector<RowIdentity>& before, const std::vector<RowIdentity>& now) {
    Matching matching{before, now};
    matching.match_same();
    matching.match_alike();
    return std::move(matching).result();
}

Matches match_same_rows(const std::vector<RowIdentity>& before, const std::vector<RowIdentity>& now) {
    Matching matching{before, now};
    matching.match_same();
    return std::move(matching).result();
}

}  // namespace dondoc::language
