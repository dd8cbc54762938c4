// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/life_text.h"

#include <string>
#include <vector>

#include "cli/frame/dates.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {

void print_life(Session& session, const google::protobuf::RepeatedPtrField<v1::LifeEntry>& entries,
                bool of_many) {
    std::vector<Column> columns{{session.say("cli.column.time")},
                                {session.say("cli.column.assignment"), Align::Right}};
    if (of_many) {
        columns.push_back({session.say("cli.column.agency")});
        columns.push_back({session.say("cli.column.document")});
        columns.push_back({session.say("cli.column.number")});
    }
    columns.push_back({session.say("cli.column.revision"), Align::Right});
    columns.push_back({session.say("cli.column.action")});
    if (!of_many) {  // there is no room for everything
        columns.push_back({session.say("cli.column.state"), Align::Left, Fit::Wrap});
        columns.push_back({session.say("cli.column.due")});
    }
    columns.push_back({session.say("cli.column.done_by")});
    columns.push_back({session.say("cli.column.details"), Align::Left, Fit::Wrap});
    Table table(std::move(columns));
    const auto lang = session.lang();
    for (const auto& entry : entries) {
        std::vector<Cell> row{spoken_instant(entry.time()), std::to_string(entry.assignment())};
        if (of_many) row.insert(row.end(), {entry.agency(), entry.document(), entry.task_number()});
        row.insert(row.end(), {std::to_string(entry.revision()), action_word(lang, entry.action())});
        if (!of_many) row.insert(row.end(), {state_word(lang, entry.state()), spoken_iso_day(entry.due())});
        row.insert(row.end(), {entry.by(), entry_text(lang, entry)});
        table.add(std::move(row));
    }
    session.print(table);
}

}  // namespace dondoc::cli
