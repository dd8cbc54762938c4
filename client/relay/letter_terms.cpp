// SPDX-License-Identifier: GPL-3.0-or-later
// What an event says of terms, as entries of a calendar. The minute of the event is the sequence, also across
// a restore, after which ids of events begin anew: the entry of a later event replaces that of an earlier
// one, and of two in one minute the later stamp decides (RFC 5546, 2.1.5).
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relay/letter.h"
#include "wire/time.h"

namespace dondoc::relay {
namespace {

// Actions after which there is another term, or none, and those that take the work away.
constexpr std::array<std::string_view, 8> moving{"grant_extension", "extend", "reopen",      "event",
                                                 "event_undone",    "term",   "term_undone", "amend"};
constexpr std::array<std::string_view, 3> ending{"cancel", "transfer", "return"};

template <typename List>
bool is_one_of(const List& list, const std::string& action) {
    return std::ranges::find(list, action) != list.end();
}

// Who cooperates has no assignment: the entry is of the task.
std::string id_of(std::uint64_t assignment, std::uint64_t task) {
    return assignment != 0 ? std::to_string(assignment) : "task-" + std::to_string(task);
}

class Terms {
  public:
    Terms(const v1::Event& event, text::Lang lang, const Links& links)
        : event_(event), lang_(lang), links_(links), stamp_(wire::to_instant(event.time())) {}

    void add(const v1::AlertItem& item) {
        const auto due = parse_iso_day(item.due());
        if (item.secret() || !due) return;
        auto entry = entry_of(id_of(item.assignment(), item.task()), item.task(), item.title());
        set_day(entry, *due);
        entry.description = source(item.document(), item.task_number());
        if (!item.deadline_text().empty())
            entry.description += "\n" + say("feed.phrase", {item.deadline_text()});
        if (!item.hour().empty()) entry.description += "\n" + say("feed.hour", {item.hour()});
        entries_.push_back(std::move(entry));
    }

    void add(const v1::Change& change) {
        // Of somebody else's work, as the office hears, there is no entry.
        if (change.secret() || !change.agency().empty()) return;
        const auto became = became_of(change);
        if (!became) return;
        auto entry = entry_of(id_of(change.assignment(), change.task()), change.task(), change.title());
        entry.description = source(change.document(), change.task_number());
        if (became->day)
            set_day(entry, *became->day);
        else
            cancel(entry, change.title());
        entries_.push_back(std::move(entry));
    }

    std::vector<ics::Entry> take() { return std::move(entries_); }

  private:
    std::string say(const char* key, const std::vector<std::string>& args) const {
        return text::render(lang_, key, args);
    }

    std::string source(const std::string& document, const std::string& number) const {
        return say("feed.document", {document, number});
    }

    ics::Entry entry_of(std::string id, std::uint64_t task, const std::string& title) const {
        ics::Entry entry;
        entry.id = std::move(id);
        entry.summary = say("feed.due", {title});
        entry.url = link_to(links_, task, event_.id());
        entry.sequence = static_cast<std::uint64_t>(
            std::chrono::floor<std::chrono::minutes>(stamp_.time_since_epoch()).count());
        entry.stamp = stamp_;
        return entry;
    }

    static void set_day(ics::Entry& entry, local_days due) {
        entry.day = due;
        entry.rings = true;
    }

    void cancel(ics::Entry& entry, const std::string& title) const {
        entry.is_cancelled = true;
        entry.summary = say("feed.withdrawn", {title});
    }

    // Who does not cooperate any more.
    static bool has_left(const v1::Change& change) {
        return change.role() == "cooperating" &&
               std::ranges::any_of(change.changed(), [](const v1::FieldChange& field) {
                   return field.field() == "cooperating" && field.new_().empty();
               });
    }

    struct Became {
        std::optional<local_days> day;  // nullopt: there is no term any more
    };
    // nullopt: the term is as it was, or is said in more than one day.
    static std::optional<Became> became_of(const v1::Change& change) {
        if (is_one_of(ending, change.action()) || has_left(change)) return Became{};
        if (!is_one_of(moving, change.action())) return std::nullopt;
        if (const auto due = parse_iso_day(change.due())) return Became{due};
        if (change.action() != "amend") return Became{};
        const auto field = std::ranges::find(change.changed(), "due", &v1::FieldChange::field);
        if (field == change.changed().end()) return std::nullopt;
        if (field->new_().empty()) return Became{};
        const auto due = parse_iso_day(field->new_());
        return due ? std::optional{Became{due}} : std::nullopt;
    }

    const v1::Event& event_;
    text::Lang lang_;
    const Links& links_;
    sys_seconds stamp_;
    std::vector<ics::Entry> entries_;
};

}  // namespace

std::vector<ics::Entry> terms_of(const v1::Event& event, text::Lang lang, const Links& links) {
    Terms terms{event, lang, links};
    if (event.kind() == v1::EventKind::assigned)
        for (const auto& item : event.digest().items()) terms.add(item);
    if (event.has_change()) terms.add(event.change());
    for (const auto& change : event.more()) terms.add(change);
    return terms.take();
}

}  // namespace dondoc::relay
