// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/person_commands.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/commands/person_import.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/fields.h"
#include "cli/pages/wording.h"
#include "cli/terminal/width.h"
#include "filled/person_file.h"
#include "words/person_text.h"

namespace dondoc::cli {
namespace {

struct PersonOptions {
    std::string person, agency, text, reason, hand_over;
    // In the order of the fields of PersonEdit.
    std::array<std::optional<std::string>, person_fields.size()> said;
    std::optional<std::string> moved_to;
    std::string deputy, from, to;
    bool office = false, another = false, no_deputy = false, removed = false;
    std::uint32_t limit = 0;
    std::uint64_t after = 0, revision = 0;
};

v1::PersonEdit edit_of(const PersonOptions& options) {
    PersonEntry entry;
    for (std::size_t i = 0; i < person_fields.size(); ++i)
        entry.edit.*person_fields[i].value = options.said[i];
    return filled::to_wire(entry).edit();
}

std::string told_text(const Session& session, const v1::Person& person) {
    std::string text;
    for (const auto& as : person.told())
        text += (text.empty() ? "" : ", ") + session.say("cli.person.told." + as);
    return text.empty() ? session.say("cli.person.told.none") : text;
}

void print_person(Session& session, const v1::PersonReply& done, std::string_view sentence) {
    if (session.options.json) return session.print_json(done);
    const auto& person = done.person();
    session.line(printable(session.say(sentence, {person.name(), std::to_string(person.id()),
                                                  agency_text(session.lang(), person.agency())})));
    if (done.handed_over() > 0)
        session.line(session.say("cli.person.handed_over", {std::to_string(done.handed_over())}));
    if (done.released() > 0)
        session.line(session.say("cli.person.released", {std::to_string(done.released())}));
    print_warnings(session, done.warnings());
}

void add_person(Session& session, const PersonOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_person_add();
    const bool own = !session.profile().agency.empty() && options.agency.empty() && !options.office;
    if (!own && options.office == !options.agency.empty()) throw UsageError("cli.person.where");
    wanted.mutable_entry()->set_agency(options.agency);
    *wanted.mutable_entry()->mutable_edit() = edit_of(options);
    wanted.set_another(options.another);
    print_person(session, session.ask(std::move(request)).person(), "cli.person.added");
}

void change_person(Session& session, const PersonOptions& options) {
    if (options.no_deputy && !options.deputy.empty()) throw UsageError("cli.person.one_deputy");
    v1::Request request;
    auto& wanted = *request.mutable_person_change();
    wanted.set_person(options.person);
    *wanted.mutable_edit() = edit_of(options);
    if (options.moved_to) wanted.set_agency(*options.moved_to);
    if (options.office) wanted.set_agency("");
    wanted.set_deputy(options.deputy);
    wanted.set_deputy_from(day_for_wire("--from", options.from));
    wanted.set_deputy_to(day_for_wire("--to", options.to));
    wanted.set_no_deputy(options.no_deputy);
    wanted.set_revision(options.revision);
    print_person(session, session.ask(std::move(request)).person(), "cli.person.changed");
}

void remove_person(Session& session, const PersonOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_person_remove();
    wanted.set_person(options.person);
    wanted.set_reason(options.reason);
    wanted.set_hand_over(options.hand_over);
    print_person(session, session.ask(std::move(request)).person(), "cli.person.removed");
}

void list_persons(Session& session, const PersonOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_person_list();
    wanted.set_agency(options.agency);
    wanted.set_office(options.office);
    wanted.set_text(options.text);
    wanted.set_removed(options.removed);
    wanted.set_limit(options.limit);
    wanted.set_after(options.after);
    const auto list = session.ask(std::move(request)).person_list();
    if (session.options.json) return session.print_json(list);
    print_warnings(session, list.warnings());
    if (list.persons().empty()) return session.line(session.say("cli.person.empty"));
    Table table({{session.say("cli.person.id"), Align::Right},
                 {session.say("cli.column.person"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.position"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.email")},
                 {session.say("cli.column.phone")},
                 {session.say("cli.column.told_of"), Align::Left, Fit::Wrap}});
    for (const auto& person : list.persons()) {
        const auto tone = person.has_removed() ? Tone::Faint : Tone::Plain;
        table.add({{std::to_string(person.id()), tone},
                   {person.name(), tone},
                   {person.position(), tone},
                   {agency_text(session.lang(), person.agency()), tone},
                   {person.email(), tone},
                   {person.phone(), tone},
                   {person.has_removed() ? session.say("cli.person.removed_on") : told_text(session, person),
                    tone}});
    }
    session.print(table);
    if (list.next() != 0) session.line(session.say("cli.person.more", {std::to_string(list.next())}));
}

void show_person(Session& session, const PersonOptions& options) {
    v1::Request request;
    request.mutable_person_show()->set_person(options.person);
    const auto shown = session.ask(std::move(request)).person_show();
    if (session.options.json) return session.print_json(shown);
    const auto& person = shown.person();
    const auto& deputy = person.deputy();
    print_fields(
        session,
        {{session.say("cli.person.id"), std::to_string(person.id())},
         {session.say("cli.column.person"), person.name()},
         {session.say("cli.column.position"), person.position()},
         {session.say("cli.column.agency"), agency_text(session.lang(), person.agency())},
         {session.say("cli.column.email"), person.email()},
         {session.say("cli.column.phone"), person.phone()},
         {person_field_word(session.lang(), "lang"), session.say("cli.person.lang." + person.lang())},
         {person_field_word(session.lang(), "channels"), joined(person.channels())},
         {person_field_word(session.lang(), "quiet"), person.quiet()},
         {session.say("cli.column.told_of"), told_text(session, person)},
         {session.say("cli.person.login"), person.role().empty() ? session.say("cli.person.no_login")
                                                                 : session.say("cli.role." + person.role())},
         {person_field_word(session.lang(), "deputy"),
          person.has_deputy()
              ? session.say("cli.person.deputy",
                            {deputy.name(), spoken_iso_day(deputy.from()), spoken_iso_day(deputy.to())})
              : std::string{}},
         {session.say("cli.person.open"),
          person.responsible() == 0
              ? std::string{}
              : session.say("cli.person.open_count",
                            {std::to_string(person.responsible()), std::to_string(person.id())})},
         {session.say("cli.person.removed_on"),
          person.has_removed() ? spoken_instant(person.removed()) : std::string{}}});
    print_heading(session, session.say("cli.person.history"));
    Table table({{session.say("cli.column.time")},
                 {session.say("cli.column.action")},
                 {session.say("cli.column.done_by")},
                 {session.say("cli.column.details"), Align::Left, Fit::Wrap}});
    for (const auto& change : shown.history()) {
        const auto& detail = change.detail();
        table.add({spoken_instant(change.time()), session.say("cli.person.action." + change.action()),
                   change.by(),
                   detail.note().empty() ? changes_text(session.lang(), detail.changed()) : detail.note()});
    }
    session.print(table);
}

void invite_person(Session& session, const PersonOptions& options) {
    v1::Request request;
    request.mutable_person_invite()->set_person(options.person);
    const auto made = session.ask(std::move(request)).person_invite();
    if (session.options.json) return session.print_json(made);
    const auto& person = made.person();
    session.line(printable(session.say(
        "cli.person.invited", {person.name(), std::to_string(person.id()),
                               agency_text(session.lang(), person.agency()), spoken_instant(made.ends())})));
    session.line(made.link().empty() ? "/loi-moi/" + made.token() : made.link());
    if (made.link().empty()) session.line(session.say("cli.person.invite_no_web"));
}

void add_facts(CLI::App* command, const Session& session, PersonOptions& options) {
    constexpr std::array abouts{
        "cli.option.person_name",  "cli.option.person_position", "cli.option.person_email",
        "cli.option.person_phone", "cli.option.person_lang",     "cli.option.person_channels",
        "cli.option.person_quiet", "cli.option.person_told",     "cli.option.person_role"};
    static_assert(abouts.size() == person_fields.size());
    for (std::size_t i = 0; i < person_fields.size(); ++i)
        // Also an empty text is said: it takes away what is known.
        command
            ->add_option_function<std::string>(
                "--" + std::string{person_fields[i].name},
                [&said = options.said[i]](const std::string& typed) { said = typed; }, session.say(abouts[i]))
            ->type_name("TEXT");
}

void add_changes(CLI::App& group, Session& session, const std::shared_ptr<PersonOptions>& options) {
    auto* add = add_command(
        group, session, "add", "cli.person.add_about",
        "dondoc person add --agency SNV --name \"Nguyễn Văn An\" --position \"Chuyên viên\" "
        "--email an@snv.gov.vn --phone 0912345678\n"
        "dondoc person add --office --name \"Trần Thị Bình\" --email binh@vp.gov.vn --role operator");
    add_option(add, session, "--agency", options->agency, "CODE", "cli.option.person_agency");
    add_flag(add, session, "--office", options->office, "cli.option.person_office");
    add_facts(add, session, *options);
    add_flag(add, session, "--another", options->another, "cli.option.person_another");
    add->callback([&session, options] { add_person(session, *options); });

    auto* change =
        add_command(group, session, "change", "cli.person.change_about",
                    "dondoc person change 12 --phone 0987654321\n"
                    "dondoc person change \"Nguyễn Văn An\" --deputy \"Lê Thị Chi\" --to 20/08/2025");
    add_option(change, session, "PERSON", options->person, "", "cli.option.person")->required();
    add_option(change, session, "--agency", options->moved_to, "CODE", "cli.option.person_agency");
    add_flag(change, session, "--office", options->office, "cli.option.person_office");
    add_facts(change, session, *options);
    add_option(change, session, "--deputy", options->deputy, "PERSON", "cli.option.deputy");
    add_option(change, session, "--from", options->from, "DATE", "cli.option.deputy_from");
    add_option(change, session, "--to", options->to, "DATE", "cli.option.deputy_to");
    add_flag(change, session, "--no-deputy", options->no_deputy, "cli.option.no_deputy");
    add_option(change, session, "--revision", options->revision, "N", "cli.option.revision");
    change->callback([&session, options] { change_person(session, *options); });

    auto* remove = add_command(group, session, "remove", "cli.person.remove_about",
                               "dondoc person remove 12 --reason \"nghỉ hưu\" --hand-over 13");
    add_option(remove, session, "PERSON", options->person, "", "cli.option.person")->required();
    add_option(remove, session, "--reason", options->reason, "TEXT", "cli.option.person_reason")->required();
    add_option(remove, session, "--hand-over", options->hand_over, "PERSON", "cli.option.hand_over");
    remove->callback([&session, options] { remove_person(session, *options); });
}

}  // namespace

void add_person_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "person", "cli.person.about");
    const auto options = make_options<PersonOptions>();
    add_changes(*group, session, options);

    auto* list =
        add_command(*group, session, "list", "cli.person.list_about",
                    "dondoc person list\ndondoc person list --agency SNV\ndondoc person list \"Nguyễn\"");
    add_option(list, session, "TEXT", options->text, "", "cli.option.person_text");
    add_option(list, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_flag(list, session, "--office", options->office, "cli.option.persons_office");
    add_flag(list, session, "--removed", options->removed, "cli.option.persons_removed");
    add_option(list, session, "--limit", options->limit, "N", "cli.option.limit");
    add_option(list, session, "--after", options->after, "N", "cli.option.persons_after");
    list->callback([&session, options] { list_persons(session, *options); });

    auto* show = add_command(*group, session, "show", "cli.person.show_about", "dondoc person show 12");
    add_option(show, session, "PERSON", options->person, "", "cli.option.person")->required();
    show->callback([&session, options] { show_person(session, *options); });

    auto* invite = add_command(*group, session, "invite", "cli.person.invite_about",
                               "dondoc person invite \"Nguyễn Văn An\"");
    add_option(invite, session, "PERSON", options->person, "", "cli.option.person")->required();
    invite->callback([&session, options] { invite_person(session, *options); });

    add_person_import(*group, session);
}

}  // namespace dondoc::cli
