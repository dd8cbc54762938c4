// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/calendar_feed.h"

#include <libical/ical.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <optional>

namespace dondoc::report {
namespace {

// The day before, at eight.
constexpr int alarm_hours = -16;
constexpr const char* refresh = "PT4H";
constexpr int largest_sequence = 1'000'000'000;

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

bool is_withdrawn(const v1::AssignmentRow& row) {
    return row.state() == v1::Workflow::returned || row.state() == v1::Workflow::transferred ||
           row.state() == v1::Workflow::revoked;
}

bool is_done(const v1::AssignmentRow& row) {
    return row.state() == v1::Workflow::completed || row.state() == v1::Workflow::reported;
}

icaltimetype date_of(local_days day) {
    const date::year_month_day civil{day};
    auto time = icaltime_null_date();
    time.year = static_cast<int>(civil.year());
    time.month = static_cast<int>(static_cast<unsigned>(civil.month()));
    time.day = static_cast<int>(static_cast<unsigned>(civil.day()));
    return time;
}

icaltimetype instant_of(sys_seconds instant) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(instant.time_since_epoch().count()), 0,
                                         icaltimezone_get_utc_timezone());
}

class Feed {
  public:
    explicit Feed(const FeedSettings& settings)
        : settings_(settings), calendar_(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)) {
        add(*calendar_, icalproperty_new_prodid("-//dondoc//dondoc " DONDOC_VERSION "//VI"));
        add(*calendar_, icalproperty_new_version("2.0"));
        add(*calendar_, icalproperty_new_calscale("GREGORIAN"));
        add(*calendar_, icalproperty_new_method(ICAL_METHOD_PUBLISH));
        add(*calendar_, icalproperty_new_name(settings.name.c_str()));
        own(*calendar_, "X-WR-CALNAME", settings.name.c_str());
        own(*calendar_, "X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
        auto* interval = icalproperty_new_refreshinterval(icaldurationtype_from_string(refresh));
        icalproperty_add_parameter(interval, icalparameter_new_value(ICAL_VALUE_DURATION));
        add(*calendar_, interval);
        own(*calendar_, "X-PUBLISHED-TTL", refresh);
    }

    void add_event(const v1::AssignmentRow& row, local_days due) {
        Component event{icalcomponent_new(ICAL_VEVENT_COMPONENT)};
        const auto summary = summary_of(row);
        const auto id = "dondoc-" + std::to_string(row.assignment()) + "@" + settings_.site;
        add(*event, icalproperty_new_uid(id.c_str()));
        add(*event, icalproperty_new_dtstamp(instant_of(settings_.made)));
        add(*event, icalproperty_new_dtstart(date_of(due)));
        add(*event, icalproperty_new_dtend(date_of(due + date::days{1})));
        add(*event, icalproperty_new_summary(summary.c_str()));
        add(*event, icalproperty_new_description(description_of(row).c_str()));
        add(*event, icalproperty_new_sequence(
                        static_cast<int>(std::min<std::uint64_t>(row.revision(), largest_sequence))));
        add(*event,
            icalproperty_new_status(is_withdrawn(row) ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
        add(*event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));  // nobody is busy all day
        if (!settings_.url.empty())
            add(*event,
                icalproperty_new_url((settings_.url + "/nhiem-vu/" + std::to_string(row.task())).c_str()));
        if (!is_withdrawn(row) && !is_done(row)) add_alarm(*event, summary);
        icalcomponent_add_component(calendar_.get(), event.release());
    }

    std::string text() const {
        const std::unique_ptr<char, decltype(&std::free)> written{
            icalcomponent_as_ical_string_r(calendar_.get()), &std::free};
        return written.get();
    }

  private:
    static void add(icalcomponent& to, icalproperty* property) { icalcomponent_add_property(&to, property); }
    // One that libical has no name for.
    static void own(icalcomponent& to, const char* name, const char* value) {
        auto* property = icalproperty_new_x(value);
        icalproperty_set_x_name(property, name);
        add(to, property);
    }

    void add_alarm(icalcomponent& event, const std::string& summary) const {
        Component alarm{icalcomponent_new(ICAL_VALARM_COMPONENT)};
        icaltriggertype trigger{};
        trigger.time = icaltime_null_time();
        trigger.duration = icaldurationtype_from_int(alarm_hours * 60 * 60);
        add(*alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
        add(*alarm, icalproperty_new_trigger(trigger));
        add(*alarm, icalproperty_new_description(summary.c_str()));
        icalcomponent_add_component(&event, alarm.release());
    }

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
    Component calendar_;
};

}  // namespace

std::string calendar_feed(const std::vector<v1::AssignmentRow>& assignments, const FeedSettings& settings) {
    Feed feed{settings};
    for (const auto& row : assignments)
        if (const auto due = parse_iso_day(row.due())) feed.add_event(row, *due);
    return feed.text();
}

}  // namespace dondoc::report
