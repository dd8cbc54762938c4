// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/reporter.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include <spdlog/spdlog.h>

#include "relay/intake.h"
#include "text/catalogue.h"
#include "wire/time.h"

namespace dondoc::relay {
namespace {

constexpr int reports_at_once = 500;
constexpr date::days kept_for{90};

}  // namespace

Persons load_persons(const Ask& ask) {
    constexpr std::uint32_t at_once = 1000;
    v1::Request policy;
    policy.mutable_policy_show();
    Persons persons{ask(std::move(policy)).policy_show().office()};
    for (std::uint64_t after = 0;;) {
        v1::Request request;
        request.mutable_person_list()->set_limit(at_once);
        request.mutable_person_list()->set_after(after);
        auto reply = ask(std::move(request));
        auto& list = *reply.mutable_person_list();
        for (auto& person : *list.mutable_persons()) persons.add(std::move(person));
        after = list.next();
        if (after == 0) return persons;
    }
}

Reporter::Reporter(Outbox outbox, Ask ask, RelayClock& clock, const Settings& settings,
                   std::set<std::string> channels)
    : outbox_(std::move(outbox)),
      ask_(std::move(ask)),
      clock_(clock),
      office_line_(settings.office_line),
      lang_(settings.lang),
      timing_(settings.timing),
      channels_(std::move(channels)) {}

v1::DeliveryReportReply Reporter::round(const Persons& persons) {
    for (;;) {
        const auto reports = outbox_.unreported(reports_at_once);
        v1::Request request;
        auto& wire = *request.mutable_delivery_report();
        // The office's line is nobody's event.
        for (const auto& report : reports)
            if (report.delivery.event() != 0 || report.delivery.test() != 0)
                *wire.add_deliveries() = report.delivery;
        auto said = ask_(std::move(request)).delivery_report();
        const auto now = wire::to_instant(said.now());
        if (said.simulated()) clock_.simulate(now);
        outbox_.begin();
        outbox_.told(reports);
        carry_out(said, clock_.now());
        outbox_.commit();
        if (static_cast<int>(reports.size()) == reports_at_once) continue;
        if (office_line_ && said.working_day()) add_office_line(persons, clock_.now());
        return said;
    }
}

void Reporter::carry_out(const v1::DeliveryReportReply& said, sys_seconds now) {
    for (const auto& wish : said.wishes()) outbox_.carry_out(wish, now);
    for (const auto& test : said.tests()) {
        const Part part{{Origin::Test, "", test.test()}, test.link()};
        const bool is_new = outbox_.add(part, {test.person(), test.channel(), false, now, false});
        if (is_new && !channels_.contains(test.channel()))
            outbox_.refuse(part.source, "no such channel", now);
    }
}

// Added some minutes before the digest, with which it goes out. The parts are unique by their day: added
// again, as after a restart, they change nothing.
void Reporter::add_office_line(const Persons& persons, sys_seconds now) {
    constexpr std::chrono::minutes before{10};
    const auto today = civil_day(now);
    const auto digest = to_instant(local_seconds{today} + timing_.digest);
    if (line_added_ == today || now < digest - before) return;
    v1::Request request;
    request.set_lang(lang_);
    request.mutable_status();
    auto status = ask_(std::move(request)).status();
    status.clear_agency_counts();
    status.add_warnings(text::render(
        text::parse_lang(lang_), dondoc::Message{"letter.daily_sending",
                                                 {std::to_string(outbox_.count(v1::Delivery::waiting)),
                                                  std::to_string(outbox_.count(v1::Delivery::refused))}}));
    const Part part{{Origin::Daily, "", static_cast<std::uint64_t>(today.time_since_epoch().count())},
                    status.SerializeAsString()};
    outbox_.begin();
    for (const auto* person : persons.of_office()) {
        if (!is_told_as(*person, "lead") && !is_told_as(*person, "head")) continue;
        const auto& told = persons.in_place_of(*person, today);
        const auto channel = first_channel(told, channels_);
        if (!channel.empty())
            outbox_.add(part,
                        {told.id(), channel, false, after_quiet_hours(told, std::max(now, digest)), true});
    }
    outbox_.forget_before(now - kept_for);
    outbox_.commit();
    line_added_ = today;
    spdlog::info("event=office_line day={}", iso_day(today));
}

}  // namespace dondoc::relay
