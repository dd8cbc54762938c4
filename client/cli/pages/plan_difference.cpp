// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/plan_difference.h"

#include <array>
#include <cstdint>

#include "cli/frame/dates.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

std::string difference_kind_word(Session& session, v1::RowDifference::Kind kind) {
    return session.say("cli.plan.kind." + v1::RowDifference::Kind_Name(kind));
}

Tone tone_of_difference(v1::RowDifference::Kind kind) {
    return kind == v1::RowDifference::dropped ? Tone::Bad : Tone::Plain;
}

}  // namespace

void print_difference(Session& session, const v1::PlanImportReply& reply) {
    const auto& difference = reply.difference();
    const auto& document = reply.reading().document();
    session.line(session.say("cli.plan.difference", {document.number(), spoken_iso_day(document.issued())}));
    Table table({{session.say("cli.plan.column.change")},
                 {session.say("cli.column.number")},
                 {session.say("cli.column.title"), Align::Left, Fit::Wrap}});
    for (const auto& change : difference.document())
        table.add({session.say("cli.plan.kind.document"), "", field_change_text(session.lang(), change)});
    std::array<std::uint64_t, v1::RowDifference::Kind_ARRAYSIZE> counts{};
    for (const auto& row : difference.rows()) {
        ++counts.at(static_cast<std::size_t>(row.kind()));
        table.add({{difference_kind_word(session, row.kind()), tone_of_difference(row.kind())},
                   row.number(),
                   row.title()});
        for (const auto& field : row.fields())
            table.add({"", "", "  " + field_change_text(session.lang(), field)});
    }
    session.print(table);
    if (difference.reordered()) session.line(session.say("cli.plan.reordered"));
    const auto count = [&](v1::RowDifference::Kind kind) {
        return std::to_string(counts.at(static_cast<std::size_t>(kind)));
    };
    session.line(session.say("cli.plan.difference_counts",
                             {count(v1::RowDifference::added), count(v1::RowDifference::changed),
                              count(v1::RowDifference::dropped), count(v1::RowDifference::restored),
                              std::to_string(difference.unchanged())}));
    session.line(session.say("cli.plan.difference_effect",
                             {std::to_string(reply.assignments()), std::to_string(reply.replanned()),
                              std::to_string(reply.revoked()), std::to_string(reply.reopened())}));
    if (reply.linked() > 0) session.line(session.say_count("cli.children.linked", reply.linked()));
}

}  // namespace dondoc::cli
