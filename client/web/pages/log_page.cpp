// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/log_page.h"

#include <cstdint>
#include <vector>

#include "web/pages/forms.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/work_forms.h"
#include "words/life_text.h"
#include "words/succession_text.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

constexpr int most_named = 5;

std::string source_of(const View& view, const std::string& document, const std::string& number,
                      const std::string& title) {
    return view.say("page.log.item", {title, document, number});
}

std::string what_happened(const View& view, const v1::Event& event) {
    if (event.has_change()) return words::action_word(view.lang, event.change().action());
    return words::word(view.lang, event.kind());
}

// Of what it tells: the first few, and how many more.
std::string about_what(const View& view, const v1::Event& event) {
    if (event.removed()) return view.say("cli.removed");
    if (event.has_succession()) return words::succession_text(view.lang, event.succession().succession());
    std::vector<std::string> items;
    if (event.has_change()) {
        const auto& change = event.change();
        items.push_back(source_of(view, change.document(), change.task_number(), change.title()));
        for (const auto& more : event.more())
            items.push_back(source_of(view, more.document(), more.task_number(), more.title()));
    }
    for (const auto& item : event.digest().items())
        items.push_back(source_of(view, item.document(), item.task_number(), item.title()));
    std::string text;
    for (std::size_t i = 0; i < items.size() && i < most_named; ++i)
        text += (text.empty() ? "" : "\n") + items[i];
    if (items.size() > most_named)
        text += "\n" + view.say("page.log.more", {std::to_string(items.size() - most_named)});
    return text;
}

std::uint64_t task_of_event(const v1::Event& event) {
    if (event.has_change()) return event.change().task();
    return event.digest().items_size() == 1 ? event.digest().items(0).task() : 0;
}

Choices kind_choices(const View& view) {
    Choices choices{{"", view.say("page.log.any")}};
    for (int kind = v1::EventKind::Kind_MIN + 1; kind <= v1::EventKind::Kind_MAX; ++kind)
        if (v1::EventKind::Kind_IsValid(kind))
            choices.emplace_back(v1::EventKind::Kind_Name(static_cast<v1::EventKind::Kind>(kind)),
                                 words::word(view.lang, static_cast<v1::EventKind::Kind>(kind)));
    return choices;
}

Html log_filters(const View& view, const LogFilter& filter) {
    Html fields;
    if (view.sees_all())
        fields += text_field(
            view, {.name = "co-quan", .label = view.say("page.list.agency"), .value = filter.agency});
    fields +=
        all(text_field(
                view, {.name = "van-ban", .label = view.say("page.list.document"), .value = filter.document}),
            select_field(view, {.name = "loai", .label = view.say("page.log.kind"), .value = filter.kind},
                         kind_choices(view)),
            typed_field(view, "date",
                        {.name = "tu-ngay", .label = view.say("page.log.since"), .value = filter.since}),
            typed_field(view, "date",
                        {.name = "den-ngay", .label = view.say("page.log.until"), .value = filter.until}));
    return query_form(Address("/nhat-ky"), view.say("page.list.filters"),
                      el("div", {{"class", "filters"}}, fields, submit(view.say("page.list.apply"))));
}

}  // namespace

LogFilter LogFilter::of(const Fields& query) {
    return {query["co-quan"],         query["van-ban"],  query["loai"],
            query["tu-ngay"],         query["den-ngay"], number_of(query["nhiem-vu"]),
            number_of(query["truoc"])};
}

Address LogFilter::address(OwnPath path) const {
    Address address(path);
    address.with("co-quan", agency)
        .with("van-ban", document)
        .with("loai", kind)
        .with("tu-ngay", since)
        .with("den-ngay", until);
    return address.with("nhiem-vu", task == 0 ? "" : std::to_string(task));
}

v1::LogRequest LogFilter::request(const View& view) const {
    v1::LogRequest log;
    log.set_agency(view.is_agency() ? view.agency : agency);
    log.set_document(document);
    log.set_task(task);
    v1::EventKind::Kind of_kind{};
    if (v1::EventKind::Kind_Parse(kind, &of_kind)) log.set_kind(of_kind);
    const auto instant_at = [](const std::string& iso, int days_later) {
        return to_instant(local_seconds{*parse_iso_day(iso) + date::days{days_later}})
            .time_since_epoch()
            .count();
    };
    if (const auto first = day_of(since); !first.empty())
        log.mutable_since()->set_seconds(instant_at(first, 0));
    if (const auto last = day_of(until); !last.empty()) log.mutable_until()->set_seconds(instant_at(last, 1));
    log.set_newest_first(true);
    log.set_after(after);
    return log;
}

report::Section log_section(const View& view, const google::protobuf::RepeatedPtrField<v1::Event>& events) {
    using Kind = report::Column::Kind;
    auto section = titled(view, "page.log.title",
                          {{view.say("cli.column.time"), Kind::Day},
                           {view.say("page.task.whom"), Kind::Text},
                           {view.say("page.log.kind"), Kind::Text},
                           {view.say("page.task.what"), Kind::Prose},
                           {view.say("page.log.number"), Kind::Figure, true}});
    for (const auto& event : events)
        section.rows.push_back({instant(event.time()), event.agency(), what_happened(view, event),
                                about_what(view, event), event.id()});
    return section;
}

std::string log_page(const View& view, const LogFilter& filter, const v1::LogReply& log,
                     const std::string& error) {
    Html body = log_filters(view, filter);
    if (!error.empty()) {
        body += alert("bad", el("p", error));
    } else if (log.events().empty() && !log.more()) {
        body += nothing(view.say("page.log.empty"));
    } else {
        Links links{3, {}};
        for (const auto& event : log.events())
            links.to.push_back(
                task_of_event(event) != 0
                    ? task_address(task_of_event(event))
                    : filter.address("/nhat-ky").with("truoc", std::to_string(event.id() + 1)));
        body += el("section", {{"class", "log"}}, table(view, log_section(view, log.events()), links));
        if (log.more())
            body += el("p", button_link(filter.address("/nhat-ky").with("truoc", std::to_string(log.next())),
                                        view.say("page.list.next")));
        body += downloads(view, filter.address("/nhat-ky.xlsx"));
    }
    return framed(view, {.place = Place::Log, .title = view.say("page.log.title"), .body = body});
}

}  // namespace dondoc::web::pages
