// SPDX-License-Identifier: GPL-3.0-or-later
// Items are gathered by their kind, the most pressing kind first, whichever event they come from; of what is
// secret only the number is told, and in a calendar nothing.
#include "relay/letter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/limits.h"
#include "dondoc/v1/request.pb.h"

namespace dondoc::relay {
namespace {

constexpr std::size_t most_lines = 300;  // of one letter
constexpr std::size_t most_title = 300;  // bytes
constexpr std::array kinds{"pressed", "overdue",     "escalation", "reminder", "assigned", "changed",
                           "flow",    "undelivered", "daily",      "test",     "sign_in"};

class Composer {
  public:
    Composer(const v1::Person& person, const Links& links)
        : person_(person), links_(links), lang_(text::parse_lang(person.lang())) {}

    void add(const Part& part) {
        if (part.source.origin == Origin::Test && part.body.empty())
            return line("test", {say("letter.test"), "", ""});
        if (part.source.origin == Origin::Test)
            return line("sign_in", {say("letter.heading.sign_in"), say("letter.sign_in"), part.body});
        if (part.source.origin == Origin::Daily) return add_daily(part);
        add(event_in(part));
    }

    // Of a letter that was held up: which event is the last that says how long there is for an assignment.
    void look_at(const Part& part) {
        if (part.source.origin != Origin::Event) return;
        const auto event = event_in(part);
        if (!tells_of_time(event)) return;
        for (const auto& item : event.digest().items()) newest_[item.assignment()] = event.id();
    }

    Letter finish(bool urgent) {
        letter_.urgent = urgent;
        letter_.greeting = say("letter.greeting", {person_.name()});
        std::string counts;
        for (const auto* kind : kinds) {
            const auto found = gathered_.find(kind);
            if (found == gathered_.end()) continue;
            const auto& gathered = found->second;
            counts += (counts.empty() ? "" : ", ") +
                      say("letter.count." + std::string{kind},
                          {gathered.subject.empty() ? std::to_string(gathered.count) : gathered.subject});
            letter_.sections.push_back(section_of(kind, gathered));
        }
        letter_.subject = say(urgent ? "letter.subject_urgent" : "letter.subject", {counts});
        close();
        return std::move(letter_);
    }

  private:
    struct Gathered {
        std::size_t count = 0, secret = 0;
        std::string subject;  // instead of the count
        std::vector<Letter::Line> lines;
    };

    std::string say(const std::string& key, const std::vector<std::string>& args = {}) const {
        return text::render(lang_, key, args);
    }

    static v1::Event event_in(const Part& part) {
        v1::Event event;
        if (!event.ParseFromString(part.body))
            throw std::runtime_error("a part of the outbox cannot be decoded: event " +
                                     std::to_string(part.source.number));
        return event;
    }

    static bool tells_of_time(const v1::Event& event) {
        return event.kind() == v1::EventKind::reminder || event.kind() == v1::EventKind::overdue;
    }

    bool is_overtaken(const v1::Event& event, const v1::AlertItem& item) const {
        const auto newest = newest_.find(item.assignment());
        return tells_of_time(event) && item.assignment() != 0 && newest != newest_.end() &&
               newest->second != event.id();
    }

    void line(const char* kind, Letter::Line added) {
        auto& gathered = gathered_[kind];
        ++gathered.count;
        if (letter_.link.empty()) letter_.link = added.link;
        if (++lines_ <= most_lines) gathered.lines.push_back(std::move(added));
    }

    void secret(const char* kind) {
        auto& gathered = gathered_[kind];
        ++gathered.count;
        ++gathered.secret;
        ++lines_;
    }

    Letter::Section section_of(const char* kind, const Gathered& gathered) const {
        Letter::Section section{say("letter.heading." + std::string{kind}), gathered.lines};
        if (gathered.secret > 0)
            section.lines.push_back({gathered.secret == 1
                                         ? say("letter.secret")
                                         : say("letter.secret_many", {std::to_string(gathered.secret)}),
                                     "", ""});
        const auto shown = gathered.lines.size() + gathered.secret;
        if (gathered.count > shown)
            section.lines.push_back({say("letter.more", {std::to_string(gathered.count - shown)}), "", ""});
        return section;
    }

    void add(const v1::Event& event) {
        event_ = event.id();
        events_.push_back(event.id());
        if (!event.agency().empty()) agency_ = event.agency();
        const auto* kind = kind_of(event);
        for (const auto& item : event.digest().items()) {
            if (is_overtaken(event, item)) continue;
            if (item.secret())
                secret(kind);
            else
                line(kind, {shortened(item.title(), most_title), details_of(item), link_to(item.task())});
        }
        if (event.digest().has_pressing()) notes_.push_back(pressing_text(event.digest().pressing()));
        if (event.has_change()) add(event.change());
        for (const auto& change : event.more()) add(change);
        if (event.has_succession())
            line("changed", {say("letter.succession", {event.succession().succession().document(),
                                                       spoken(event.succession().succession().day())}),
                             "", ""});
        for (const auto& item : event.flow().items())
            line("flow", {shortened(say("letter.flow", {item.id(), item.procedure_name()}), most_title),
                          details_of(item), ""});
        for (const auto& item : event.undelivered().items())
            line("undelivered",
                 {say("letter.undelivered", {std::to_string(item.event()), item.agency(),
                                             std::to_string(item.person()), item.channel(), item.reason()}),
                  "", ""});
        for (auto& term : terms_of(event, lang_, links_)) keep(std::move(term));
    }

    void add(const v1::Change& change) {
        if (change.secret()) return secret("changed");
        std::string details = say("action." + change.action());
        append(details, source(change.document(), change.task_number()));
        if (!change.agency().empty()) append(details, say("letter.item.of_agency", {change.agency()}));
        if (!change.due().empty()) append(details, say("letter.item.new_due", {spoken(change.due())}));
        if (change.role() == "cooperating") append(details, say("letter.item.cooperating"));
        if (!change.by().empty()) append(details, say("letter.item.by", {change.by()}));
        if (!change.note().empty())
            append(details, say("letter.item.note", {shortened(change.note(), most_title)}));
        line("changed", {shortened(change.title(), most_title), details, link_to(change.task())});
    }

    void add_daily(const Part& part) {
        v1::StatusReply status;
        if (!status.ParseFromString(part.body)) throw std::runtime_error("a daily line cannot be decoded");
        const auto& counts = status.counts();
        const auto open = counts.no_deadline() + counts.in_time() + counts.due_soon() + counts.due_today() +
                          counts.overdue() + counts.waiting();
        const auto number = [](std::uint64_t value) { return std::to_string(value); };
        const auto day = spoken(status.today());
        line("daily",
             {say("letter.daily", {day, number(open), number(counts.overdue()), number(counts.due_today()),
                                   number(counts.due_soon()), number(counts.waiting())}),
              "", ""});
        gathered_["daily"].subject = day;
        for (const auto& warning : status.warnings()) notes_.push_back(warning);
        notes_.push_back(say("letter.daily_absence"));
    }

    static const char* kind_of(const v1::Event& event) {
        switch (event.kind()) {
            case v1::EventKind::pressed:
                return "pressed";
            case v1::EventKind::overdue:
                return "overdue";
            case v1::EventKind::escalation:
                return "escalation";
            case v1::EventKind::reminder:
                return "reminder";
            case v1::EventKind::assigned:
                return "assigned";
            default:
                return "changed";
        }
    }

    std::string details_of(const v1::AlertItem& item) const {
        auto details = source(item.document(), item.task_number());
        append(details, due_text(item));
        if (!item.agency().empty()) append(details, say("letter.item.of_agency", {item.agency()}));
        if (item.role() == "cooperating") append(details, say("letter.item.cooperating"));
        if (item.responsible() != 0 && item.responsible() == person_.id())
            append(details, say("letter.item.responsible"));
        if (item.pressed() > 0) append(details, say("letter.item.nth", {std::to_string(item.pressed())}));
        if (item.priority() == "urgent") append(details, say("letter.item.urgent"));
        return details;
    }

    std::string details_of(const v1::FlowAlert& item) const {
        const auto due = parse_instant(item.due());
        auto details =
            say("letter.item.due", {due ? spoken_instant(*due) : item.due(), left_text(item.days_left())});
        if (!item.agency().empty()) append(details, say("letter.item.of_agency", {item.agency()}));
        return details;
    }

    std::string due_text(const v1::AlertItem& item) const {
        if (!item.review().empty()) return say("letter.item.review", {spoken(item.review())});
        if (item.due().empty())
            return item.deadline_text().empty() ? say("letter.item.no_due")
                                                : say("letter.item.phrase", {item.deadline_text()});
        const auto day = (item.hour().empty() ? "" : item.hour() + " ") + spoken(item.due());
        return say("letter.item.due", {day, left_text(item.days_left())});
    }

    std::string left_text(int days) const {
        if (days == 0) return say("letter.item.today");
        const std::string key = days > 0 ? "letter.item.left" : "letter.item.late";
        const int count = std::abs(days);
        return count == 1 ? say(key + "_one") : say(key, {std::to_string(count)});
    }

    std::string pressing_text(const v1::Pressing& pressing) const {
        return say("letter.pressing",
                   {say("letter.pressing." + pressing.way()),
                    pressing.document().empty() ? "" : say("letter.pressing.document", {pressing.document()}),
                    pressing.note().empty() ? spoken(pressing.day()) : pressing.note()});
    }

    std::string source(const std::string& document, const std::string& number) const {
        if (document.empty()) return {};
        return number.empty() ? say("letter.item.source_only", {document})
                              : say("letter.item.source", {document, number});
    }

    static void append(std::string& text, const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
    }

    static std::string spoken(const std::string& iso) {
        const auto day = parse_iso_day(iso);
        return day ? spoken_day(*day) : iso;
    }

    std::string link_to(std::uint64_t task) const { return relay::link_to(links_, task, event_); }

    // What an earlier event of the same letter said of a term is no longer so.
    void keep(ics::Entry term) {
        const auto same = std::ranges::find(letter_.terms, term.id, &ics::Entry::id);
        if (same != letter_.terms.end())
            *same = std::move(term);
        else if (letter_.terms.size() < most_lines)
            letter_.terms.push_back(std::move(term));
    }

    void close() {
        if (!letter_.terms.empty())
            letter_.closing.push_back(say("letter.calendar", {std::to_string(letter_.terms.size())}));
        for (auto& note : notes_) letter_.closing.push_back(std::move(note));
        if (!agency_.empty()) letter_.closing.push_back(say("letter.agency", {agency_}));
        if (!letter_.link.empty() && !events_.empty()) letter_.closing.push_back(say("letter.seen_by_link"));
        if (letter_.link.empty() && !events_.empty()) {
            std::string ids;
            for (const auto id : events_) ids += (ids.empty() ? "" : " ") + std::to_string(id);
            letter_.closing.push_back(say("letter.seen_by_command", {ids}));
        }
        letter_.closing.push_back(say("letter.footer"));
    }

    const v1::Person& person_;
    const Links& links_;
    text::Lang lang_;
    Letter letter_;
    std::map<std::string, Gathered> gathered_;
    std::vector<std::string> notes_;
    std::vector<std::uint64_t> events_;
    std::string agency_;
    std::uint64_t event_ = 0;
    std::map<std::uint64_t, std::uint64_t> newest_;  // event, by assignment
    std::size_t lines_ = 0;
};

}  // namespace

std::string link_to(const Links& links, std::uint64_t task, std::uint64_t event) {
    if (links.task.empty() || task == 0) return {};
    auto link = links.task;
    for (const auto& [name, value] :
         {std::pair{std::string_view{"{task}"}, task}, std::pair{std::string_view{"{event}"}, event}})
        if (const auto at = link.find(name); at != std::string::npos)
            link.replace(at, name.size(), std::to_string(value));
    return link;
}

Letter compose(const std::vector<Part>& parts, const v1::Person& person, bool urgent, const Links& links) {
    Composer composer{person, links};
    if (parts.size() > 1)
        for (const auto& part : parts) composer.look_at(part);
    for (const auto& part : parts) composer.add(part);
    return composer.finish(urgent);
}

}  // namespace dondoc::relay
