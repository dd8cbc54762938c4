// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/sheet_pages.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "report/page.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "words/life_text.h"
#include "words/person_text.h"

namespace dondoc::web::pages {
namespace {

using Kind = report::Column::Kind;

constexpr int rows_shown = 200;  // rows of one page

// What is left out is said.
Html rows_table(const View& view, report::Section section) {
    const auto all_rows = section.rows.size();
    if (all_rows <= rows_shown) return table(view, section);
    section.rows.resize(rows_shown);
    return all(table(view, section),
               note(view.say("page.sheet.more", {std::to_string(all_rows - rows_shown)})));
}

Html sheet_last_steps(const View& view, const Address& file, const Html& fields, bool can_be_done) {
    return all(
        can_be_done ? form(view, file, "", all(fields, submit(view.say("page.sheet.take_in")))) : Html{},
        form(view, Address(file).part("bo"), "", submit(view.say("page.sheet.drop"), "quiet")));
}

Html differences(const View& view, const PersonLook& page) {
    auto section = titled(view, "page.sheet.what",
                          {{view.say("page.sheet.row"), Kind::Figure},
                           {view.say("cli.person.field.name"), Kind::Prose},
                           {view.say("cli.column.agency"), Kind::Text},
                           {view.say("page.sheet.would"), Kind::Text},
                           {view.say("page.sheet.changes"), Kind::Prose}});
    for (const auto& difference : page.trial->differences()) {
        const auto index = static_cast<std::size_t>(difference.entry());
        const auto& lines = page.persons.lines;
        section.rows.push_back(
            {std::uint64_t{index < lines.size() ? lines[index] : index + 1}, difference.name(),
             words::agency_text(view.lang, difference.agency()),
             view.say(difference.person() == 0 ? "page.sheet.adds" : "page.sheet.changes_one"),
             words::changes_text(view.lang, difference.changed())});
    }
    return rows_table(view, std::move(section));
}

struct Cells {
    std::string would, what;
    report::Mark mark = report::Mark::None;
};

Cells cells_of(const View& view, const filled::FilledRow& row, const v1::AssignmentUpdateReply::Row& reply) {
    switch (filled::fate_of(row, reply)) {
        case filled::Fate::Taken:
            return {view.say("page.sheet.taken"), filled::wish_text(view.lang, row), report::Mark::Good};
        case filled::Fate::DoneBefore:
            return {view.say("page.sheet.done_before"), filled::wish_text(view.lang, row)};
        case filled::Fate::Refused:
            break;
    }
    auto why = reply.error().message();
    for (const auto& entry : reply.meanwhile())
        why += "; " +
               view.say("update.meanwhile",
                        {instant(entry.time()), words::action_word(view.lang, entry.action()), entry.by()});
    return {view.say("page.sheet.refused"), why, report::Mark::Bad};
}

}  // namespace

Address person_file_address(const std::string& id) {
    return Address("/nguoi-dung/nhap").part(id);
}

Address progress_file_address(const std::string& id) {
    return Address("/phieu").part(id);
}

std::string person_send_page(const View& view, const PersonSend& page) {
    Html fields = file_field(view,
                             {.name = "persons",
                              .label = view.say("page.sheet.persons_file"),
                              .hint = view.say("page.sheet.persons_hint"),
                              .required = true},
                             ".xlsx,.csv");
    if (!view.is_agency())
        fields += all(text_field(view, {.name = "agency",
                                        .label = view.say("page.sheet.of_agency"),
                                        .value = page.agency,
                                        .hint = view.say("page.sheet.of_agency_hint"),
                                        .list = "co-quan"}),
                      check_field("office", "1", page.office, view.say("page.sheet.of_office")));
    fields += el("p", submit(view.say("page.sheet.look")));
    Html body = all(error_above(page.error), upload_form(view, Address("/nguoi-dung/nhap"), fields));
    if (!page.agencies.empty()) body += name_list("co-quan", page.agencies);
    return framed(view, {.place = Place::Agencies, .title = view.say("page.sheet.persons"), .body = body});
}

std::string person_look_page(const View& view, const PersonLook& page) {
    Html body = error_above(page.error);
    for (const auto& remark : page.persons.remarks) body += note(text::render(view.lang, remark));
    const bool can_be_done = page.trial != nullptr && !page.trial->differences().empty();
    if (page.trial != nullptr)
        body += el("p", view.say("cli.person.would_import", words::person_counts(*page.trial)));
    if (page.trial != nullptr) body += warnings(page.trial->warnings());
    if (can_be_done) body += section("khac", view.say("page.sheet.what"), differences(view, page));
    body += sheet_last_steps(view, person_file_address(page.id),
                             can_be_done ? hidden("seen", page.trial->seen()) : Html{}, can_be_done);
    return framed(
        view, {.place = Place::Agencies, .title = view.say("page.sheet.look_at", {page.file}), .body = body});
}

std::string progress_send_page(const View& view, const std::string& error) {
    const auto fields = all(file_field(view,
                                       {.name = "sheet",
                                        .label = view.say("page.sheet.progress_file"),
                                        .hint = view.say("page.sheet.progress_hint"),
                                        .required = true},
                                       ".xlsx"),
                            el("p", submit(view.say("page.sheet.look"))));
    Html body = error_above(error);
    body += el("p", {{"class", "downloads"}},
               button_link(Address("/phieu.xlsx"), view.say("page.sheet.fetch"), "quiet"));
    body += upload_form(view, Address("/phieu"), fields);
    return framed(view, {.place = view.is_agency() ? Place::Mine : Place::Tasks,
                         .title = view.say("page.sheet.progress"),
                         .body = body});
}

std::string progress_look_page(const View& view, const ProgressLook& page) {
    auto section_of_rows = titled(view, "page.sheet.what",
                                  {{view.say("page.sheet.row"), Kind::Figure},
                                   {view.say("cli.column.document"), Kind::Text},
                                   {view.say("cli.column.title"), Kind::Prose},
                                   {view.say("page.sheet.would"), Kind::Text},
                                   {view.say("page.sheet.changes"), Kind::Prose}});
    int at = 0;
    for (const auto& row : page.rows) {
        if (row.mistake) {
            section_of_rows.rows.push_back({std::uint64_t{row.line},
                                            "",
                                            std::to_string(row.assignment),
                                            {view.say("page.sheet.refused"), report::Mark::Bad},
                                            text::render(view.lang, *row.mistake)});
            continue;
        }
        const auto& reply = page.trial.rows(at++);
        const auto cells = cells_of(view, row, reply);
        section_of_rows.rows.push_back(
            {std::uint64_t{row.line},
             reply.before().document(),
             reply.has_before() ? reply.before().title() : std::to_string(row.assignment),
             {cells.would, cells.mark},
             cells.what});
    }
    const auto taken = taken_rows(page.rows, page.trial);
    Html body = error_above(page.error);
    body += el("p", view.say("page.sheet.count", {std::to_string(taken.rows.size()),
                                                  std::to_string(page.rows.size() - taken.rows.size())}));
    if (page.rows.empty())
        body += nothing(view.say("page.sheet.nothing_filled"));
    else
        body += section("dong", view.say("page.sheet.what"), rows_table(view, std::move(section_of_rows)));
    body += sheet_last_steps(view, progress_file_address(page.id), hidden("seen", taken.mark()),
                             !taken.rows.empty());
    return framed(view, {.place = view.is_agency() ? Place::Mine : Place::Tasks,
                         .title = view.say("page.sheet.look_at", {page.file}),
                         .body = body});
}

std::string TakenRows::mark() const {
    std::string ids;
    for (const auto& row : rows) ids += (ids.empty() ? "" : ",") + std::to_string(row.assignment);
    return ids;
}

TakenRows taken_rows(const std::vector<filled::FilledRow>& rows, const v1::AssignmentUpdateReply& trial) {
    TakenRows taken;
    int at = 0;
    for (const auto& row : rows)
        if (!row.mistake && filled::fate_of(row, trial.rows(at++)) == filled::Fate::Taken)
            taken.rows.push_back(row);
    return taken;
}

v1::AssignmentUpdateRequest update_of(const std::vector<filled::FilledRow>& rows, bool dry_run) {
    v1::AssignmentUpdateRequest request;
    for (const auto& row : rows)
        if (!row.mistake) *request.add_rows() = filled::wanted_of(row);
    request.set_dry_run(dry_run);
    return request;
}

}  // namespace dondoc::web::pages
