// SPDX-License-Identifier: GPL-3.0-or-later
// A file that was sent is kept as it came, for a day, with whose it is: it is read anew for the look and for
// what is done then, each time in a process of its own (plan/sandbox.h).
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "web/pages/desk.h"
#include "web/pages/kept_files.h"
#include "web/pages/routes.h"
#include "web/pages/sheet_pages.h"

namespace dondoc::web::pages {
namespace {

constexpr std::size_t most_file_bytes = 8 * 1024 * 1024;

struct SentFile {
    std::string person;  // id of who sent it: nobody else is shown it
    std::string name, agency;
    bool office = false;
    std::string content;
};

std::string line_of(const std::string& text) {
    return text.substr(0, text.find_first_of("\r\n")) + "\n";
}

std::string sent_file_bytes(const SentFile& file) {
    return line_of(file.person) + line_of(file.name) + line_of(file.agency) + (file.office ? "1\n" : "0\n") +
           file.content;
}

std::string take_line(std::string& bytes) {
    const auto end = bytes.find('\n');
    auto line = bytes.substr(0, end);
    bytes.erase(0, end == std::string::npos ? end : end + 1);
    return line;
}

SentFile sent_file(Desk& desk, const KeptFiles& files) {
    auto bytes = files.find(desk.asked.parts["id"]);
    if (!bytes) throw UserError("page.sheet.gone");
    SentFile file;
    file.person = take_line(*bytes);
    file.name = take_line(*bytes);
    file.agency = take_line(*bytes);
    file.office = take_line(*bytes) == "1";
    file.content = std::move(*bytes);
    if (file.person != std::to_string(desk.who.person)) throw UserError("page.sheet.gone");
    return file;
}

SentFile uploaded(Desk& desk, const char* field) {
    for (const auto& upload : desk.asked.uploads)
        if (upload.field == field && !upload.content.empty())
            return {std::to_string(desk.who.person), upload.name, desk.asked.form["agency"],
                    desk.asked.form["office"] == "1", upload.content};
    throw UserError("page.intake.no_file");
}

// Persons.

filled::PersonFile persons_in(const Desk& desk, const SentFile& file) {
    auto persons = filled::read_persons(file.content, file.name);
    if (!desk.view.is_agency() && !file.office && !filled::give_agency(persons, file.agency))
        throw UserError("page.sheet.no_agency");
    return persons;
}

v1::Request person_import_of(const filled::PersonFile& persons, bool dry_run, const std::string& seen) {
    v1::Request request;
    auto& wanted = *request.mutable_person_import();
    wanted.mutable_entries()->Assign(persons.entries.begin(), persons.entries.end());
    wanted.set_dry_run(dry_run);
    wanted.set_seen(seen);
    return request;
}

Response show_person_send(Desk& desk, const SentFile& file, const std::string& error) {
    PersonSend page{file.agency, file.office, error, {}};
    if (desk.view.sees_all()) page.agencies = desk.agencies();
    return html(person_send_page(desk.view, page), error.empty() ? 200 : 400);
}

Response show_persons(Desk& desk, const SentFile& file, const std::string& error) {
    const auto persons = persons_in(desk, file);
    PersonLook page{desk.asked.parts["id"], file.name, persons, nullptr, error};
    v1::Reply reply;
    try {
        reply = desk.ask(person_import_of(persons, true, {}));
        page.trial = &reply.person_import();
    } catch (const Refused& refused) {
        page.error =
            persons.place_of(desk.view.lang, file.name, refused.error().place()) + ": " + refused.sentence();
    }
    return html(person_look_page(desk.view, page), page.error.empty() ? 200 : 409);
}

Response send_persons(Desk& desk, KeptFiles& files) {
    SentFile file;
    try {
        file = uploaded(desk, "persons");
        persons_in(desk, file);
        return redirect(person_file_address(files.add(sent_file_bytes(file))).text());
    } catch (const UserError& error) {
        return show_person_send(desk, file, text::render(desk.view.lang, error.message()));
    }
}

Response take_in_persons(Desk& desk, KeptFiles& files) {
    const auto file = sent_file(desk, files);
    try {
        desk.command(person_import_of(persons_in(desk, file), false, desk.asked.form["seen"]));
    } catch (const Refused& refused) {
        return show_persons(desk, file, refused.sentence());
    }
    files.remove(desk.asked.parts["id"]);
    const auto& agency = desk.view.is_agency() ? desk.view.agency : file.agency;
    return desk.back(agency.empty() ? Address("/co-quan") : agency_address(agency), "persons");
}

// Progress sheets.

v1::AssignmentUpdateReply trial_of(Desk& desk, const std::vector<filled::FilledRow>& rows) {
    v1::Request request;
    *request.mutable_assignment_update() = update_of(rows, true);
    if (request.assignment_update().rows().empty()) return {};
    return desk.ask(std::move(request)).assignment_update();
}

Response show_progress(Desk& desk, const SentFile& file, const std::string& error) {
    const auto rows = filled::read_progress_sheet(file.content);
    const auto trial = trial_of(desk, rows);
    return html(progress_look_page(desk.view, {desk.asked.parts["id"], file.name, rows, trial, error}),
                error.empty() ? 200 : 409);
}

Response send_progress(Desk& desk, KeptFiles& files) {
    try {
        const auto file = uploaded(desk, "sheet");
        filled::read_progress_sheet(file.content);
        return redirect(progress_file_address(files.add(sent_file_bytes(file))).text());
    } catch (const UserError& error) {
        return html(progress_send_page(desk.view, text::render(desk.view.lang, error.message())), 400);
    }
}

// All that was shown as taken in is taken in, in one transaction, or nothing.
Response take_in_progress(Desk& desk, KeptFiles& files) {
    const auto file = sent_file(desk, files);
    const auto rows = filled::read_progress_sheet(file.content);
    const auto taken = taken_rows(rows, trial_of(desk, rows));
    if (taken.rows.empty() || taken.mark() != desk.asked.form["seen"])
        return show_progress(desk, file, desk.view.say("page.sheet.changed_meanwhile"));
    v1::Request request;
    *request.mutable_assignment_update() = update_of(taken.rows, false);
    try {
        desk.command(std::move(request));
    } catch (const Refused& refused) {
        return show_progress(desk, file, refused.sentence());
    }
    files.remove(desk.asked.parts["id"]);
    return desk.back(desk.view.is_agency() ? Address("/cua-toi") : Address("/nhiem-vu"), "sheet");
}

Response fetch_sheet(Desk& desk) {
    v1::TaskListRequest list;
    list.set_agency(desk.view.is_agency() ? desk.view.agency : desk.asked.query["co-quan"]);
    filled::only_open_work(list);
    const auto rows = desk.list(std::move(list), filled::most_sheet_rows);
    return download(filled::make_progress_sheet({rows.rows().begin(), rows.rows().end()}, desk.view.lang),
                    workbook_type, "phieu-tien-do.xlsx");
}

}  // namespace

void add_sheet_routes(Router& router, Context& context) {
    const auto files = std::make_shared<KeptFiles>(context.config.data_dir / "sheets", ".sheet",
                                                   KeptFiles::Limits{200, std::chrono::hours{24}});
    const auto get = [&](const char* pattern, Response (*show)(Desk&, const KeptFiles&)) {
        router.get(pattern, page(context, [files, show](Desk& desk) { return show(desk, *files); }));
    };
    const auto post = [&](const char* pattern, Response (*act)(Desk&, KeptFiles&),
                          std::size_t most_bytes = usual_body_bytes) {
        router.add({"POST", pattern, command(context, [files, act](Desk& desk) { return act(desk, *files); }),
                    most_bytes, context.visitors_only()});
    };
    const auto drop = [](Desk& desk, KeptFiles& kept) {
        sent_file(desk, kept);
        kept.remove(desk.asked.parts["id"]);
        return desk.back(Address("/"), "dropped");
    };
    get("/nguoi-dung/nhap", [](Desk& desk, const KeptFiles&) {
        return show_person_send(desk, {{}, {}, desk.asked.query["co-quan"], false, {}}, {});
    });
    get("/nguoi-dung/nhap/{id}",
        [](Desk& desk, const KeptFiles& kept) { return show_persons(desk, sent_file(desk, kept), {}); });
    post("/nguoi-dung/nhap", send_persons, most_file_bytes);
    post("/nguoi-dung/nhap/{id}", take_in_persons);
    post("/nguoi-dung/nhap/{id}/bo", drop);
    get("/phieu", [](Desk& desk, const KeptFiles&) { return html(progress_send_page(desk.view, {})); });
    get("/phieu.xlsx", [](Desk& desk, const KeptFiles&) { return fetch_sheet(desk); });
    get("/phieu/{id}",
        [](Desk& desk, const KeptFiles& kept) { return show_progress(desk, sent_file(desk, kept), {}); });
    post("/phieu", send_progress, most_file_bytes);
    post("/phieu/{id}", take_in_progress);
    post("/phieu/{id}/bo", drop);
}

}  // namespace dondoc::web::pages
