// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/alert_text.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "cli/frame/dates.h"
#include "cli/pages/children_page.h"
#include "cli/pages/life_text.h"
#include "cli/pages/plan_difference.h"
#include "cli/pages/wording.h"
#include "cli/terminal/width.h"
#include "words/succession_text.h"

namespace dondoc::cli {
namespace {

std::string sentence(text::Lang lang, std::string_view key, const std::vector<std::string>& args = {}) {
    return text::render(lang, key, args);
}

void add_detail(std::string& line, const std::string& part) {
    if (part.empty()) return;
    if (!line.empty()) line += "; ";
    line += part;
}

std::string due_part(text::Lang lang, const v1::AlertItem& item) {
    if (!item.review().empty()) return sentence(lang, "cli.alert.review", {spoken_iso_day(item.review())});
    if (item.due().empty())
        return item.deadline_text().empty() ? sentence(lang, "cli.alert.no_due")
                                            : sentence(lang, "cli.alert.phrase", {item.deadline_text()});
    return sentence(lang, "cli.alert.due",
                    {spoken_due(item.due(), item.hour()), days_left_text(lang, item.days_left())});
}

// What an answer needs: of one that cooperates the task, since it has no assignment.
std::string id_part(text::Lang lang, std::uint64_t assignment, std::uint64_t task) {
    if (assignment != 0) return sentence(lang, "cli.alert.assignment", {std::to_string(assignment)});
    return task == 0 ? std::string{} : sentence(lang, "cli.alert.task", {std::to_string(task)});
}

std::string item_text(text::Lang lang, const v1::Event& event, int number, const v1::AlertItem& item,
                      std::size_t width) {
    const auto prefix = "  " + std::to_string(number) + ". ";
    std::string text = prefix + cut(printable(item.title()), width - std::min(width, prefix.size())) + "\n";
    std::string details = sentence(lang, "cli.alert.source", {item.document(), item.task_number()});
    add_detail(details, due_part(lang, item));
    add_detail(details, id_part(lang, item.assignment(), item.task()));
    if (event.kind() == v1::EventKind::assigned && !item.agency().empty())
        add_detail(details, sentence(lang, "cli.alert.taken_over", {item.agency()}));
    if (event.kind() == v1::EventKind::escalation && !item.agency().empty())
        add_detail(details, sentence(lang, "cli.alert.late_agency", {item.agency()}));
    std::string decided;
    for (const auto& part : item.decided())
        decided += (decided.empty() ? "" : ", ") + decided_word(lang, part);
    if (!decided.empty()) add_detail(details, sentence(lang, "cli.alert.decided", {decided}));
    if (std::ranges::any_of(item.steps(), [](const auto& step) { return step.starts_with('?'); }))
        add_detail(details, sentence(lang, "cli.alert.unseen"));
    if (item.priority() == "urgent") add_detail(details, sentence(lang, "cli.alert.urgent"));
    if (item.pressed() > 1)
        add_detail(details, sentence(lang, "cli.press.nth", {std::to_string(item.pressed())}));
    if (item.secret()) add_detail(details, sentence(lang, "cli.alert.secret"));
    if (item.role() == "cooperating") add_detail(details, sentence(lang, "cli.alert.cooperating"));
    return text + std::string(prefix.size(), ' ') + printable(details) + "\n";
}

bool decides_term(std::string_view action) {
    return action.starts_with("event") || action.starts_with("term");
}

std::string change_text(text::Lang lang, const v1::Change& change) {
    std::string details = sentence(lang, "cli.alert.source", {change.document(), change.task_number()});
    if (!change.agency().empty())
        add_detail(details, sentence(lang, "cli.alert.of_agency", {change.agency()}));
    add_detail(details, detail_text(lang, change.detail()));
    if (decides_term(change.action()))
        add_detail(details, change.due().empty()
                                ? sentence(lang, "cli.alert.still_open")
                                : sentence(lang, "cli.alert.new_due", {spoken_iso_day(change.due())}));
    if (change.action() == "series_ends")
        add_detail(details, sentence(lang, "cli.alert.series_ends", {spoken_iso_day(change.due())}));
    if (change.has_children()) add_detail(details, children_text(lang, change.children()));
    if (!change.completed_on().empty() && change.detail().result().issued().empty())
        add_detail(details,
                   sentence(lang, "cli.alert.completed_on", {spoken_iso_day(change.completed_on())}));
    if (!change.priority().empty())
        add_detail(details, sentence(lang, "cli.alert.priority", {"@priority." + change.priority()}));
    if (!change.by().empty()) add_detail(details, sentence(lang, "cli.alert.by", {change.by()}));
    if (!change.note().empty()) add_detail(details, sentence(lang, "cli.alert.note", {change.note()}));
    if (change.secret()) add_detail(details, sentence(lang, "cli.alert.secret"));
    if (change.role() == "cooperating") add_detail(details, sentence(lang, "cli.alert.cooperating"));
    add_detail(details, id_part(lang, change.assignment(), change.task()));
    std::string text = "  " + printable(change.title()) + "\n  " + printable(details) + "\n";
    for (const auto& field : change.changed())
        text += "  " + printable(field_change_text(lang, field)) + "\n";
    return text;
}

std::string notice_text(text::Lang lang, const v1::SuccessionNotice& notice) {
    auto text = "  " + printable(words::succession_text(lang, notice.succession())) + "\n";
    for (const auto& share : notice.shares()) {
        const auto line =
            share.to().empty()
                ? sentence(lang, "cli.alert.succession_left",
                           {std::to_string(share.assignments()), std::to_string(share.cooperations())})
                : sentence(lang, "cli.alert.succession_share",
                           {share.name(), share.to(), std::to_string(share.assignments()),
                            std::to_string(share.cooperations())});
        text += "  " + printable(line) + "\n";
    }
    return text;
}

std::string flow_text(text::Lang lang, int number, const v1::FlowAlert& item, std::size_t width) {
    const auto prefix = "  " + std::to_string(number) + ". ";
    const auto due = parse_instant(item.due());
    std::string details =
        sentence(lang, "cli.alert.due",
                 {due ? spoken_instant(*due) : item.due(), days_left_text(lang, item.days_left())});
    if (!item.agency().empty()) add_detail(details, sentence(lang, "cli.alert.late_agency", {item.agency()}));
    return prefix +
           cut(printable(sentence(lang, "cli.alert.flow", {item.id(), item.procedure_name()})),
               width - std::min(width, prefix.size())) +
           "\n" + std::string(prefix.size(), ' ') + printable(details) + "\n";
}

std::string undelivered_text(text::Lang lang, const v1::Undelivered::Item& item) {
    return "  " +
           printable(sentence(lang, "cli.alert.undelivered",
                              {std::to_string(item.event()), item.agency(), std::to_string(item.person()),
                               item.channel(), item.reason()})) +
           "\n";
}

}  // namespace

std::string event_summary(text::Lang lang, const v1::Event& event) {
    if (event.has_succession())
        return sentence(lang, "cli.alert.succession",
                        {words::succession_word(event.succession().succession())});
    if (event.has_change()) {
        const auto& action = event.change().action();
        if (action.empty()) return word(lang, event.kind());
        if (event.more().empty()) return action_word(lang, action);
        return sentence(lang, "cli.alert.summary",
                        {action_word(lang, action), std::to_string(event.more_size() + 1)});
    }
    if (event.removed()) return word(lang, event.kind()) + " " + sentence(lang, "cli.removed");
    if (event.has_flow())
        return sentence(lang, "cli.alert.flow_summary",
                        {word(lang, event.kind()), std::to_string(event.flow().items_size())});
    const auto count =
        event.has_undelivered() ? event.undelivered().items_size() : event.digest().items_size();
    return sentence(lang, count == 1 ? "cli.alert.summary_one" : "cli.alert.summary",
                    {word(lang, event.kind()), std::to_string(count)});
}

std::string event_text(text::Lang lang, const v1::Event& event, std::size_t width) {
    std::string text = sentence(lang, "cli.alert.head",
                                {std::to_string(event.number()), spoken_instant(event.time()),
                                 event_summary(lang, event), printable(event.agency())}) +
                       "\n";
    if (event.digest().has_pressing())
        text += "  " + printable(pressing_text(lang, event.digest().pressing())) + "\n";
    int number = 0;
    for (const auto& item : event.digest().items()) text += item_text(lang, event, ++number, item, width);
    for (const auto& item : event.flow().items()) text += flow_text(lang, ++number, item, width);
    if (event.has_succession()) text += notice_text(lang, event.succession());
    if (event.has_change()) text += change_text(lang, event.change());
    for (const auto& change : event.more()) text += change_text(lang, change);
    for (const auto& item : event.undelivered().items()) text += undelivered_text(lang, item);
    return text;
}

}  // namespace dondoc::cli
