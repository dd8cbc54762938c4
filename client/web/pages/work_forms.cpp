// SPDX-License-Identifier: GPL-3.0-or-later
// One row of `actions` is one form: what is asked for an action and how much it matters. A card in a list has
// the first few of them, the task's page has all that are possible.
#include "web/pages/work_forms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "domain/message.h"
#include "web/pages/forms.h"
#include "web/pages/parts.h"
#include "words/dates.h"
#include "words/life_text.h"

namespace dondoc::web::pages {
namespace {

enum Input : unsigned {
    Nothing = 0,
    Result = 1U << 0U,  // number, day and issuer of the result's document, what proves it
    Percent = 1U << 1U,
    Milestone = 1U << 2U,
    NewDay = 1U << 3U,
    Deciding = 1U << 4U,     // number of the deciding document
    Receiver = 1U << 5U,     // the other agency
    Occurrences = 1U << 6U,  // of a recurring term: which
    Words = 1U << 7U         // a note, or the reason
};

struct ActionForm {
    Action action;
    unsigned inputs;
    std::string_view look;  // of its button
};

// In the order in which they are offered.
constexpr std::array action_forms{
    ActionForm{Action::Receive, Nothing, "primary"},
    ActionForm{Action::Confirm, Nothing, "primary"},
    ActionForm{Action::Report, Result | Words, "primary"},
    ActionForm{Action::Progress, Percent | Milestone | Words, ""},
    ActionForm{Action::Rework, Words, ""},
    ActionForm{Action::Recall, Words, ""},
    ActionForm{Action::GrantExtension, NewDay | Deciding | Words, ""},
    ActionForm{Action::RefuseExtension, Deciding | Words, ""},
    ActionForm{Action::RequestExtension, NewDay | Words, ""},
    ActionForm{Action::Comment, Words, ""},
    ActionForm{Action::Complete, Result | Words, ""},
    ActionForm{Action::Extend, NewDay | Deciding | Words, ""},
    ActionForm{Action::Return, Words, "danger"},
    ActionForm{Action::Transfer, Receiver | Words, "danger"},
    ActionForm{Action::Reopen, Words, ""},
    ActionForm{Action::Cancel, Occurrences | Words, "danger"},
};

// Decisions on an extension are there only while one is asked for, or open to operators as "extend".
bool makes_sense(Action action, const v1::AssignmentRow& row) {
    const bool asked = !row.asked_due().empty();
    if (action == Action::GrantExtension || action == Action::RefuseExtension) return asked;
    if (action == Action::RequestExtension) return !row.due().empty() && !asked;
    if (action == Action::Extend) return !row.due().empty();
    return true;
}

std::string action_title(const View& view, Action action) {
    return words::action_word(view.lang, std::string(name_of(action)));
}

Html result_fields(const View& view, const Fields& written, std::string_view scope) {
    const auto issued = written.has("date") ? written["date"] : iso_day(view.today);
    return all(
        text_field(view,
                   {.name = "number",
                    .label = view.say("page.action.result_number"),
                    .value = written["number"],
                    .hint = view.say("page.action.result_hint")},
                   scope),
        typed_field(view, "date",
                    {.name = "date", .label = view.say("page.action.result_day"), .value = issued}, scope),
        area_field(view,
                   {.name = "evidence",
                    .label = view.say("page.action.evidence"),
                    .value = written["evidence"],
                    .hint = view.say("page.action.evidence_hint")},
                   scope));
}

Html percent_field(const View& view, const v1::AssignmentRow& row, const Fields& written,
                   std::string_view scope) {
    Choices choices{{"", view.say("page.action.percent_unsaid")}};
    for (int percent = 0; percent <= 100; percent += 10)
        choices.emplace_back(std::to_string(percent), std::to_string(percent) + "%");
    const auto said = written.has("percent") ? written["percent"]
                      : row.has_progress()   ? std::to_string(row.progress())
                                             : std::string{};
    if (std::ranges::find(choices, said, &Choices::value_type::first) == choices.end())
        choices.emplace_back(said, said + "%");
    return select_field(view, {.name = "percent", .label = view.say("page.action.percent"), .value = said},
                        choices, scope);
}

Html words_field(const View& view, Action action, const Fields& written, std::string_view scope) {
    const bool needed = needs_reason(action);
    const auto* key = action == Action::Comment ? "page.action.comment"
                      : needed                  ? "page.action.reason"
                                                : "page.action.note";
    return area_field(
        view, {.name = "note", .label = view.say(key), .value = written["note"], .required = needed}, scope);
}

Html action_inputs(const View& view, const v1::AssignmentRow& row, const ActionForm& offered,
                   const Fields& written, std::string_view scope) {
    Html inputs;
    const auto has = [&](Input input) { return (offered.inputs & input) != 0; };
    if (has(Result)) inputs += result_fields(view, written, scope);
    if (has(Percent)) inputs += percent_field(view, row, written, scope);
    if (has(NewDay)) {
        const auto value = written.has("due") ? written["due"] : row.asked_due();
        inputs += typed_field(
            view, "date",
            {.name = "due", .label = view.say("page.action.new_day"), .value = value, .required = true},
            scope);
    }
    if (has(Deciding))
        inputs += text_field(view,
                             {.name = "decision",
                              .label = view.say("page.action.decision"),
                              .value = written["decision"],
                              .required = offered.action != Action::RefuseExtension},
                             scope);
    if (has(Receiver))
        inputs += text_field(view,
                             {.name = "to",
                              .label = view.say("page.action.receiver"),
                              .value = written["to"],
                              .hint = view.say("page.form.agency_hint"),
                              .required = true,
                              .list = "co-quan"},
                             scope);
    if (has(Occurrences) && !row.occurrence().empty())
        inputs += select_field(
            view,
            {.name = "occurrences",
             .label = view.say("page.action.occurrences"),
             .value = written["occurrences"]},
            {{"only_this", view.say("page.action.only_this")}, {"series", view.say("page.action.series")}},
            scope);
    if (has(Words)) inputs += words_field(view, offered.action, written, scope);
    if (has(Milestone))
        inputs += folded(view.say("page.action.milestone"),
                         all(typed_field(view, "date",
                                         {.name = "next_day",
                                          .label = view.say("page.action.milestone_day"),
                                          .value = written["next_day"]},
                                         scope),
                             text_field(view,
                                        {.name = "next_text",
                                         .label = view.say("page.action.milestone_text"),
                                         .value = written["next_text"]},
                                        scope)));
    return inputs;
}

Html action_form(const View& view, const v1::AssignmentRow& row, const ActionForm& offered,
                 const Attempt* attempt) {
    static const Fields nothing_written;
    const std::string name{name_of(offered.action)};
    const bool is_again =
        attempt != nullptr && attempt->assignment == row.assignment() && attempt->action == name;
    const auto& written = is_again ? *attempt->written : nothing_written;
    const auto scope = std::to_string(row.assignment()) + "-" + name + "-";
    const auto title = action_title(view, offered.action);
    const auto sealed =
        all(hidden("action", name), seen_revision(row.revision()), hidden(back_field, view.here));
    const auto error = is_again ? alert("bad", el("p", attempt->error)) : Html{};
    if (offered.inputs == Nothing)
        return all(error, form(view, action_address(row.assignment()), "",
                               all(sealed, submit(title, offered.look))));
    const auto inputs = action_inputs(view, row, offered, written, scope);
    return folded(
        title,
        all(error, form(view, action_address(row.assignment()), "",
                        all(sealed, inputs, submit(title, offered.look.empty() ? "primary" : offered.look)))),
        is_again, "action");
}

std::vector<ActionForm> offered(const View& view, const v1::AssignmentRow& row) {
    std::vector<ActionForm> result;
    const auto actor = actor_of(view, row);
    if (!actor) return result;
    const auto allowed = possible(static_cast<Workflow>(row.state()), *actor);
    for (const auto& one : action_forms)
        if (std::ranges::find(allowed, one.action) != allowed.end() && makes_sense(one.action, row))
            result.push_back(one);
    return result;
}

Html responsible_form(const View& view, const v1::AssignmentRow& row, const std::vector<v1::Person>& persons,
                      const Attempt* attempt) {
    Choices choices{{"", view.say("page.action.nobody")}};
    for (const auto& person : persons)
        choices.emplace_back(std::to_string(person.id()), person.position().empty()
                                                              ? person.name()
                                                              : person.name() + ", " + person.position());
    const bool is_again =
        attempt != nullptr && attempt->assignment == row.assignment() && attempt->action == "responsible";
    const auto chosen = is_again                ? (*attempt->written)["person"]
                        : row.responsible() > 0 ? std::to_string(row.responsible())
                                                : std::string{};
    return folded(
        view.say("page.action.responsible"),
        all(is_again ? alert("bad", el("p", attempt->error)) : Html{},
            form(view, responsible_address(row.assignment()), "",
                 all(seen_revision(row.revision()), hidden(back_field, view.here),
                     select_field(
                         view, {.name = "person", .label = view.say("page.action.person"), .value = chosen},
                         choices, std::to_string(row.assignment()) + "-responsible-"),
                     submit(view.say("page.form.save"))))),
        is_again, "action");
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, end - at);
        if (line.ends_with('\r')) line.pop_back();
        if (line.find_first_not_of(" \t") != std::string::npos) lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

}  // namespace

std::optional<Actor> actor_of(const View& view, const v1::AssignmentRow& row) {
    switch (view.role) {
        case View::Role::Operator:
            return Actor::Operator;
        case View::Role::Office:
            return Actor::Office;
        case View::Role::Agency:
            return row.agency() == view.agency ? Actor::Agency : Actor::Cooperating;
        case View::Role::Nobody:
            break;
    }
    return std::nullopt;
}

Html all_actions_link(const View& view, const v1::AssignmentRow& row) {
    return button_link(assignment_address(row.task(), row.assignment()), view.say("page.action.more"),
                       "plain");
}

Html quick_actions(const View& view, const v1::AssignmentRow& row) {
    constexpr std::size_t usual = 3;
    Html actions;
    std::size_t shown = 0;
    for (const auto& one : offered(view, row))
        if (shown++ < usual) actions += action_form(view, row, one, nullptr);
    actions += all_actions_link(view, row);
    return el("div", {{"class", "actions"}}, actions);
}

Html all_actions(const View& view, const v1::AssignmentRow& row, const std::vector<v1::Person>& persons,
                 const Attempt* attempt) {
    Html actions;
    for (const auto& one : offered(view, row)) actions += action_form(view, row, one, attempt);
    const auto actor = actor_of(view, row);
    const bool may_name = (actor == Actor::Agency || actor == Actor::Operator) && !persons.empty();
    if (may_name && is_open(static_cast<Workflow>(row.state())))
        actions += responsible_form(view, row, persons, attempt);
    return actions.empty() ? actions : el("div", {{"class", "actions"}}, actions);
}

Address action_address(std::uint64_t assignment) {
    return Address("/phan-viec").part(std::to_string(assignment));
}

Address responsible_address(std::uint64_t assignment) {
    return action_address(assignment).part("phu-trach");
}

std::string day_of(const std::string& typed) {
    if (typed.find_first_not_of(' ') == std::string::npos) return {};
    const auto day = words::parse_day(typed);
    if (!day) throw UserError("page.form.bad_day", {typed});
    return iso_day(*day);
}

std::uint64_t number_of(std::string_view typed) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return error == std::errc{} && end == typed.data() + typed.size() ? number : 0;
}

v1::AssignmentChangeRequest change_of(std::uint64_t assignment, const Fields& form) {
    v1::AssignmentChangeRequest change;
    v1::AssignmentChangeRequest::Action action{};
    if (!v1::AssignmentChangeRequest::Action_Parse(form["action"], &action) ||
        action == v1::AssignmentChangeRequest::unspecified)
        throw UserError("page.form.broken");
    change.set_assignment(assignment);
    change.set_action(action);
    change.set_revision(number_of(form[revision_field]));
    change.set_date(day_of(form["date"]));
    change.set_note(form["note"]);
    change.set_result_number(form["number"]);
    for (auto& line : lines_of(form["evidence"])) change.add_evidence(std::move(line));
    if (!form["percent"].empty()) change.set_percent(static_cast<std::uint32_t>(number_of(form["percent"])));
    if (!form["next_day"].empty() || !form["next_text"].empty()) {
        change.mutable_next()->set_day(day_of(form["next_day"]));
        change.mutable_next()->set_text(form["next_text"]);
    }
    change.set_due(day_of(form["due"]));
    change.set_decision(form["decision"]);
    change.set_to(form["to"]);
    if (form["occurrences"] == "series") change.set_occurrences(v1::AssignmentChangeRequest::series);
    if (form["occurrences"] == "only_this") change.set_occurrences(v1::AssignmentChangeRequest::only_this);
    for (const auto& one : action_forms) {
        if (name_of(one.action) != form["action"]) continue;
        if (needs_reason(one.action) && change.note().find_first_not_of(" \n\r\t") == std::string::npos)
            throw UserError("page.form.reason_missing");
        if (one.action != Action::GrantExtension && (one.inputs & NewDay) != 0 && change.due().empty())
            throw UserError("page.form.day_missing");
    }
    return change;
}

v1::AssignmentResponsibleRequest responsible_of(std::uint64_t assignment, const Fields& form) {
    v1::AssignmentResponsibleRequest request;
    request.set_assignment(assignment);
    request.set_revision(number_of(form[revision_field]));
    request.set_person(form["person"]);
    return request;
}

}  // namespace dondoc::web::pages
