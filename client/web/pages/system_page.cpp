// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/system_page.h"

#include <cstdint>
#include <vector>

#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "words/dates.h"
#include "words/delivery_text.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

std::string size_text(std::uint64_t bytes) {
    constexpr std::uint64_t mebibyte = 1024 * 1024, gibibyte = 1024 * mebibyte;
    return bytes >= 10 * gibibyte ? std::to_string(bytes / gibibyte) + " GiB"
                                  : std::to_string(bytes / mebibyte) + " MiB";
}

// Each part with a word that says whether it is well.
Html part(const View& view, const char* id, const char* key, bool is_well, const std::vector<Fact>& said) {
    const auto standing = is_well ? badge("good", view.say("page.system.well"))
                                  : badge("bad", view.say("page.system.not_well"));
    return section(id, view.say(key), all(el("p", standing), facts(said)));
}

Html clock_part(const View& view, const v1::ClockReply& clock) {
    return part(view, "dong-ho", "page.system.clock", !clock.held(),
                {{view.say("page.system.now"), instant(clock.now())},
                 {view.say("page.system.mode"), words::clock_word(view.lang, clock.mode())},
                 {view.say("page.system.held"),
                  clock.held() ? view.say("page.system.held_words", {instant(clock.expected())}) : ""}});
}

Html storage_part(const View& view, const v1::StatusReply& status) {
    const auto& storage = status.storage();
    return part(view, "luu-tru", "page.system.storage", storage.trouble().empty(),
                {{view.say("page.system.trouble"), storage.trouble()},
                 {view.say("page.system.free"), size_text(storage.free_bytes())},
                 {view.say("page.system.restored"),
                  storage.has_restored_at() ? instant(storage.restored_at()) : ""}});
}

Html backup_part(const View& view, const v1::StatusReply& status) {
    const auto& storage = status.storage();
    return part(
        view, "sao-luu", "page.system.backup", storage.has_last_backup(),
        {{view.say("page.system.last_backup"),
          storage.has_last_backup() ? instant(storage.last_backup()) : view.say("page.system.no_backup")},
         {view.say("page.system.next_backup"),
          storage.has_next_backup() ? instant(storage.next_backup()) : view.say("page.system.not_planned")}});
}

Html daemon_part(const View& view, const v1::StatusReply& status) {
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    return part(
        view, "may-chu", "page.system.daemon", true,
        {{view.say("page.system.version"), status.version()},
         {view.say("page.system.next_alarm"),
          status.has_next_alarm() ? instant(status.next_alarm()) : view.say("page.system.not_planned")},
         {view.say("page.system.size"),
          view.say("page.system.size_words",
                   {number(status.documents()), number(status.agencies()), number(status.counts().total())})},
         {view.say("page.system.last_event"), status.has_last_event() ? number(status.last_event()) : ""},
         {view.say("page.system.sessions"), status.has_sessions() ? number(status.sessions()) : ""},
         {view.say("page.system.turned_away"),
          view.say("page.system.turned_away_words",
                   {number(status.turned_away().connections()), number(status.turned_away().requests())})}});
}

}  // namespace

report::Section consumer_section(const View& view, const v1::ConsumerListReply& list) {
    using Kind = report::Column::Kind;
    auto section = titled(view, "page.system.listeners",
                          {{view.say("page.system.listener"), Kind::Prose},
                           {view.say("cli.column.agency"), Kind::Text},
                           {view.say("page.system.behind"), Kind::Figure},
                           {view.say("page.system.last_taken"), Kind::Day}});
    for (const auto& consumer : list.consumers()) {
        const auto behind = consumer.head() - std::min(consumer.head(), consumer.acknowledged());
        section.rows.push_back(
            {consumer.name(),
             consumer.agency().empty() ? view.say("page.system.stream") : consumer.agency(),
             {behind, behind > 0 ? report::Mark::Warning : report::Mark::Good},
             consumer.has_time() ? instant(consumer.time()) : "–"});
    }
    return section;
}

report::Section outbox_section(const View& view, const v1::DeliveryListReply& list) {
    using Kind = report::Column::Kind;
    auto section = titled(view, "page.system.outbox",
                          {{view.say("page.system.recipient"), Kind::Prose},
                           {view.say("cli.column.agency"), Kind::Text},
                           {view.say("page.system.channel"), Kind::Text},
                           {view.say("cli.column.state"), Kind::Text},
                           {view.say("cli.column.time"), Kind::Day},
                           {view.say("cli.column.reason"), Kind::Prose}});
    for (const auto& one : list.deliveries()) {
        const auto mark = one.state() == v1::Delivery::refused ? report::Mark::Bad : report::Mark::Warning;
        section.rows.push_back({words::recipient_text(view.lang, one),
                                one.agency(),
                                one.channel(),
                                {words::state_word(view.lang, one.state()), mark},
                                instant(one.time()),
                                one.reason()});
    }
    return section;
}

std::string system_page(const View& view, const SystemPage& page) {
    Html body = warnings(page.status.warnings());
    if (body.empty()) body = alert("good", el("p", view.say("page.system.all_well")));
    body += el("div", {{"class", "columns"}}, daemon_part(view, page.status), clock_part(view, page.clock),
               storage_part(view, page.status), backup_part(view, page.status));
    const auto outbox = outbox_section(view, page.outbox);
    body += section("hop-thu-di", outbox.title,
                    outbox.rows.empty()
                        ? nothing(view.say("page.system.all_sent"))
                        : all(table(view, outbox),
                              page.outbox.more() ? note(view.say("page.system.more_unsent")) : Html{}));
    const auto listeners = consumer_section(view, page.consumers);
    body += section("noi-nhan", listeners.title,
                    listeners.rows.empty()
                        ? nothing(view.say("page.system.no_listeners"))
                        : all(table(view, listeners), downloads(view, Address("/he-thong.xlsx"))));
    return framed(
        view,
        {.place = Place::System, .title = view.say("page.system.title"), .body = body, .is_live = true});
}

}  // namespace dondoc::web::pages
