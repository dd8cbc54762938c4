// SPDX-License-Identifier: GPL-3.0-or-later
#include "central/old_parts.h"

#include <algorithm>
#include <set>
#include <utility>

#include <spdlog/spdlog.h>

#include "jetstream/subjects.h"

namespace dondoc::central {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t taken_at_once = 500;  // messages; some tenths of a second
constexpr auto patience = 2s;               // for a heading that is there
constexpr auto look_again = 10min;          // for what comes late
constexpr auto first_retry = 5s;            // when it could not be done; doubled each time up to look_again

}  // namespace

std::optional<std::uint64_t> beginning_of(const Whole& whole, const std::string& site,
                                          const std::vector<jetstream::Heading>& headings) {
    std::set<std::uint64_t> numbers;
    std::optional<std::uint64_t> first;
    for (const auto& heading : headings) {
        const auto number = jetstream::part_number(heading.id, site, whole.snapshot);
        if (!number) continue;
        if (!first) first = heading.sequence;
        if (*number >= 1 && *number <= whole.number) numbers.insert(*number);
    }
    return numbers.size() == whole.number ? first : std::nullopt;
}

OldParts::OldParts(std::string site, jetstream::Connection& servers)
    : site_(std::move(site)),
      subject_(jetstream::subject_of(site_, "", jetstream::kind_state)),
      servers_(servers),
      retry_(first_retry) {}

void OldParts::take_away(const Whole& newest) {
    if (newest.snapshot != snapshot_) {
        snapshot_ = newest.snapshot;
        begins_at_.reset();
        next_ = {};
        retry_ = first_retry;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return;
    switch (try_to_take(newest)) {
        case Taken::All:
            next_ = now + look_again;
            break;
        case Taken::Some:
            next_ = now;
            break;
        case Taken::None:
            next_ = now + retry_;
            retry_ = std::min<std::chrono::seconds>(2 * retry_, look_again);
            return;
    }
    retry_ = first_retry;
}

OldParts::Taken OldParts::try_to_take(const Whole& newest) {
    try {
        if (!begins_at_) begins_at_ = look_for(newest);
        return begins_at_ ? take_some() : Taken::None;
    } catch (const jetstream::NatsError& error) {
        spdlog::warn("event=old_parts site={} reason=\"{}\"", site_, error.what());
        return Taken::None;
    }
}

std::optional<std::uint64_t> OldParts::look_for(const Whole& whole) {
    const auto newest = servers_.newest(subject_).value_or(0);
    std::vector<jetstream::Heading> found;
    jetstream::Headings headings{servers_, subject_};
    while (found.empty() || found.back().sequence < newest) {
        auto heading = headings.next(patience);
        if (!heading) break;
        found.push_back(std::move(*heading));
    }
    return beginning_of(whole, site_, found);
}

// What was listed is taken away at once: in a stream that has gone back meanwhile another message could have
// its sequence.
OldParts::Taken OldParts::take_some() {
    std::vector<std::uint64_t> old;
    jetstream::Headings headings{servers_, subject_};
    auto result = Taken::Some;
    while (old.size() < taken_at_once) {
        const auto heading = headings.next(patience);
        if (!heading || heading->sequence >= *begins_at_) {
            result = heading ? Taken::All : Taken::None;
            break;
        }
        old.push_back(heading->sequence);
    }
    const auto taken =
        std::ranges::count_if(old, [this](std::uint64_t sequence) { return servers_.remove(sequence); });
    if (taken > 0) spdlog::info("event=old_parts site={} taken={}", site_, taken);
    return result;
}

}  // namespace dondoc::central
