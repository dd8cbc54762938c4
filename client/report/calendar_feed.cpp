// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/calendar_feed.h"

#include "ics/calendar.h"

namespace dondoc::report {
namespace {

bool is_withdrawn(const v1::AssignmentRow& row) {
    return row.state() == v1::Workflow::returned || row.state() == v1::Workflow::transferred ||
           row.state() == v1::Workflow::revoked;
}

bool is_done(const v1::AssignmentRow& row) {
    return row.state() == v1::Workflow::completed || row.state() == v1::Workflow::reported;
}

class Feed {
  public:
    explicit Feed(const FeedSettings& settings) : settings_(settings) {}

    ics::Entry entry_of(const v1::AssignmentRow& row, local_days due) const {
        ics::Entry entry;
        entry.id = std::to_string(row.assignment());
        entry.day = due;
        entry.summary = summary_of(row);
        entry.description = description_of(row);
        if (!settings_.url.empty()) entry.url = settings_.url + "/nhiem-vu/" + std::to_string(row.task());
        entry.sequence = row.revision();
        entry.stamp = settings_.made;
        entry.is_cancelled = is_withdrawn(row);
        entry.rings = !is_withdrawn(row) && !is_done(row);
        return entry;
    }

  private:
    std::string say(const char* key, const std::vector<std::string>& args = {}) const {
        return text::render(settings_.lang, key, args);
    }

    std::string summary_of(const v1::AssignmentRow& row) const {
        const auto what = row.secret() ? say("feed.secret") : row.title();
        if (is_withdrawn(row)) return say("feed.withdrawn", {what});
        if (is_done(row)) return say("feed.done", {what});
        return say("feed.due", {what});
    }
    std::string description_of(const v1::AssignmentRow& row) const {
        if (row.secret()) return say("feed.look");
        auto text = say("feed.document", {row.document(), row.task_number()});
        if (!row.deadline_text().empty()) text += "\n" + say("feed.phrase", {row.deadline_text()});
        if (!row.hour().empty()) text += "\n" + say("feed.hour", {row.hour()});
        if (!row.responsible_name().empty()) text += "\n" + say("feed.responsible", {row.responsible_name()});
        return text;
    }

    const FeedSettings& settings_;
};

}  // namespace

std::string calendar_feed(const std::vector<v1::AssignmentRow>& assignments, const FeedSettings& settings) {
    const Feed feed{settings};
    std::vector<ics::Entry> entries;
    for (const auto& row : assignments)
        if (const auto due = parse_iso_day(row.due())) entries.push_back(feed.entry_of(row, *due));
    return ics::text_of({ics::Method::Publish, settings.site, settings.name, {}}, entries);
}

}  // namespace dondoc::report
