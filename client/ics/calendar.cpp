// SPDX-License-Identifier: GPL-3.0-or-later
#include "ics/calendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <memory>

namespace dondoc::ics {
namespace {

constexpr int alarm_hours = -16;  // from the day's beginning: eight on the day before
constexpr const char* refresh = "PT4H";
constexpr std::uint64_t largest_sequence = 2'147'483'647;

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

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

void add(icalcomponent& to, icalproperty* property) {
    icalcomponent_add_property(&to, property);
}

// One that libical has no name for.
void add_own(icalcomponent& to, const char* name, const char* value) {
    auto* property = icalproperty_new_x(value);
    icalproperty_set_x_name(property, name);
    add(to, property);
}

Component head_of(const Calendar& calendar) {
    Component head{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
    add(*head, icalproperty_new_prodid("-//dondoc//dondoc " DONDOC_VERSION "//VI"));
    add(*head, icalproperty_new_version("2.0"));
    add(*head, icalproperty_new_calscale("GREGORIAN"));
    add(*head, icalproperty_new_method(calendar.method == Method::Publish ? ICAL_METHOD_PUBLISH
                                                                          : ICAL_METHOD_CANCEL));
    if (calendar.name.empty()) return head;
    add(*head, icalproperty_new_name(calendar.name.c_str()));
    add_own(*head, "X-WR-CALNAME", calendar.name.c_str());
    add_own(*head, "X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
    auto* interval = icalproperty_new_refreshinterval(icaldurationtype_from_string(refresh));
    icalproperty_add_parameter(interval, icalparameter_new_value(ICAL_VALUE_DURATION));
    add(*head, interval);
    add_own(*head, "X-PUBLISHED-TTL", refresh);
    return head;
}

void add_alarm(icalcomponent& event, const std::string& summary) {
    Component alarm{icalcomponent_new(ICAL_VALARM_COMPONENT)};
    icaltriggertype trigger{};
    trigger.time = icaltime_null_time();
    trigger.duration = icaldurationtype_from_int(alarm_hours * 60 * 60);
    add(*alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    add(*alarm, icalproperty_new_trigger(trigger));
    add(*alarm, icalproperty_new_description(summary.c_str()));
    icalcomponent_add_component(&event, alarm.release());
}

Component event_of(const Calendar& calendar, const Entry& entry) {
    Component event{icalcomponent_new(ICAL_VEVENT_COMPONENT)};
    add(*event, icalproperty_new_uid(("dondoc-" + entry.id + "@" + calendar.site).c_str()));
    add(*event, icalproperty_new_dtstamp(instant_of(entry.stamp)));
    if (entry.day) {
        add(*event, icalproperty_new_dtstart(date_of(*entry.day)));
        add(*event, icalproperty_new_dtend(date_of(*entry.day + date::days{1})));
    }
    if (!calendar.organizer.empty())
        add(*event, icalproperty_new_organizer(("mailto:" + calendar.organizer).c_str()));
    add(*event, icalproperty_new_summary(entry.summary.c_str()));
    if (!entry.description.empty()) add(*event, icalproperty_new_description(entry.description.c_str()));
    add(*event, icalproperty_new_sequence(static_cast<int>(std::min(entry.sequence, largest_sequence))));
    add(*event, icalproperty_new_status(entry.is_cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    add(*event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));  // nobody is busy all day
    if (!entry.url.empty()) add(*event, icalproperty_new_url(entry.url.c_str()));
    if (entry.rings) add_alarm(*event, entry.summary);
    return event;
}

}  // namespace

std::string text_of(const Calendar& calendar, const std::vector<Entry>& entries) {
    const auto head = head_of(calendar);
    for (const auto& entry : entries)
        icalcomponent_add_component(head.get(), event_of(calendar, entry).release());
    const std::unique_ptr<char, decltype(&std::free)> written{icalcomponent_as_ical_string_r(head.get()),
                                                              &std::free};
    return written.get();
}

}  // namespace dondoc::ics
