#include "cli/assignment_list.h"

#include "cli/children_page.h"
#include "cli/dates.h"
#include "cli/wording.h"

namespace dondoc::cli {
namespace {

std::string id_text(std::uint64_t id) {
    return id == 0 ? "-" : std::to_string(id);
}

}  // namespace

std::string due_text(text::Lang lang, const v1::AssignmentRow& row) {
    if (row.due().empty() && !row.children().due().empty()) return children_due_text(lang, row.children());
    return row.due().empty() ? row.deadline_text() : spoken_iso_day(row.due());
}

std::string standing_of(const Session& session, const v1::AssignmentRow& row) {
    auto text = standing(session.lang(), row);
    if (row.state() == v1::Workflow::reported) text = session.say("cli.life.reported", {text});
    if (!row.asked_due().empty())
        text = session.say("cli.life.asked", {text, spoken_iso_day(row.asked_due())});
    if (!row.original_due().empty() && row.original_due() != row.due())
        text = session.say("cli.life.extended", {text, spoken_iso_day(row.original_due())});
    if (row.has_children()) text += "; " + children_text(session.lang(), row.children());
    if (row.reworks() > 0) text = session.say("cli.life.reworked", {text, std::to_string(row.reworks())});
    if (row.priority() == "urgent") text = session.say("cli.task.urgent_standing", {text});
    if (!row.has_mute()) return text;
    return session.say("cli.mute.row", {text, spoken_iso_day(row.mute().until()), row.mute().reason()});
}

void print_assignments(Session& session, const v1::TaskListReply& reply, std::uint64_t offset,
                       std::string_view empty) {
    if (reply.rows().empty()) {
        const bool beyond = reply.total() > 0;
        session.line(beyond ? session.say("cli.list.beyond", {std::to_string(reply.total())})
                            : session.say(empty));
        return;
    }
    Table table({{session.say("cli.column.assignment"), Align::Right},
                 {session.say("cli.column.task"), Align::Right},
                 {session.say("cli.column.document")},
                 {session.say("cli.column.number")},
                 {session.say("cli.column.title"), Align::Left, Fit::Cut},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.due"), Align::Left, Fit::Cut},
                 {session.say("cli.column.standing"), Align::Left, Fit::Wrap}});
    for (const auto& row : reply.rows())
        table.add({id_text(row.assignment()),
                   id_text(row.task()),
                   row.document(),
                   row.task_number(),
                   row.title(),
                   row.agency(),
                   due_text(session.lang(), row),
                   {standing_of(session, row), tone_of(row.timeliness())}});
    session.print(table);
    const auto shown = static_cast<std::uint64_t>(reply.rows_size());
    if (shown < reply.total()) {
        const auto next = offset + shown;
        session.line(
            session.say(next < reply.total() ? "cli.list.part" : "cli.list.last_part",
                        {std::to_string(offset + 1), std::to_string(next), std::to_string(reply.total())}));
    } else {
        session.line(session.say_count("cli.list.total", reply.total()));
    }
}

}  // namespace dondoc::cli
