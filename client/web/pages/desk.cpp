// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/desk.h"

#include <algorithm>
#include <cstdint>

#include "text/catalogue.h"
#include "web/session/random_token.h"
#include "words/dates.h"

namespace dondoc::web::pages {
namespace {

View::Role role_of(const Visitor& visitor) {
    if (visitor.is_operator()) return View::Role::Operator;
    return visitor.is_office() ? View::Role::Office : View::Role::Agency;
}

// What was just done, as the address says it; anything else is not shown.
std::string done_of(const Request& request) {
    const auto key = "page.done." + request.query["xong"];
    return text::has_sentence(key) ? key : std::string{};
}

// The address without what was done the last time.
std::string without_done(std::string address) {
    const auto at = address.find("xong=");
    if (at == std::string::npos || at == 0) return address;
    const auto end = address.find('&', at);
    address.erase(at, end == std::string::npos ? end : end - at + 1);
    while (address.ends_with('&') || address.ends_with('?')) address.pop_back();
    return address;
}

int status_of(const v1::Error& error) {
    if (error.code().starts_with("access.")) return 403;
    if (error.code().ends_with("_unknown") || error.code().ends_with(".unknown")) return 404;
    return error.code() == "internal" ? 500 : 400;
}

// Many departments and communes would make every page large.
constexpr int most_suggested = 300;

}  // namespace

std::string Refused::sentence() const {
    const auto& sentence = error().message();
    return error().incident().empty() ? sentence : sentence + " (" + error().incident() + ")";
}

Desk::Desk(Context& context, const Request& request, const Visitor& visitor)
    : asked(request), who(visitor), view(view_of(context, visitor)), context_(context) {
    view.here = request.method == "GET" ? without_done(request.target) : "/";
    view.done = done_of(request);
}

View view_of(const Context& context, const Visitor& visitor) {
    View view;
    view.lang = visitor.lang;
    view.role = role_of(visitor);
    view.name = visitor.name;
    view.agency = visitor.agency;
    view.site = context.config.office;
    view.has_sites = !context.config.central.empty();
    view.seal = {visitor.form_token, random_token()};
    view.today = civil_day(context.now());
    return view;
}

v1::Reply Desk::ask(v1::Request request) {
    auto reply = context_.daemon.ask(who, std::move(request));
    if (reply.has_error()) throw Refused(std::move(*reply.mutable_error()));
    return reply;
}

report::Ask Desk::asking() {
    return [this](v1::Request request) { return ask(std::move(request)); };
}

v1::Reply Desk::command(v1::Request wanted) {
    constexpr std::size_t most_id = 64;  // of the wire
    const auto& id = asked.form[request_field];
    if (!id.empty() && id.size() <= most_id) wanted.set_id(id);
    return ask(std::move(wanted));
}

v1::TaskListReply Desk::list(v1::TaskListRequest wanted, std::uint32_t most) {
    constexpr std::uint32_t most_at_once = 1000;  // of the wire
    v1::TaskListReply whole;
    std::uint32_t rows = 0;
    do {
        wanted.set_limit(std::min(most - rows, most_at_once));
        v1::Request request;
        *request.mutable_task_list() = wanted;
        auto part = ask(std::move(request));
        auto& list = *part.mutable_task_list();
        if (rows == 0) {
            whole.set_total(list.total());
            whole.set_uncounted(list.uncounted());
            whole.set_today(list.today());
        }
        rows += static_cast<std::uint32_t>(list.rows_size());
        whole.mutable_rows()->MergeFrom(list.rows());
        whole.set_next(list.next());
        wanted.set_after(list.next());
        wanted.set_offset(wanted.offset() - std::min(wanted.offset(), list.skipped()));
    } while (!whole.next().empty() && rows < most);
    if (const auto day = parse_iso_day(whole.today())) view.today = *day;
    return whole;
}

local_days Desk::today() {
    v1::Request request;
    request.mutable_clock_show();
    if (const auto day = parse_iso_day(ask(std::move(request)).clock().today())) view.today = *day;
    return view.today;
}

Choices Desk::agencies() {
    v1::Request request;
    request.mutable_agency_list()->set_as_of(iso_day(view.today));
    const auto reply = ask(std::move(request));
    Choices choices;
    if (reply.agency_list().agencies_size() > most_suggested) return choices;
    for (const auto& agency : reply.agency_list().agencies())
        choices.emplace_back(agency.code(), agency.name());
    return choices;
}

Choices Desk::documents() {
    v1::Request request;
    request.mutable_document_list();
    const auto reply = ask(std::move(request));
    Choices choices;
    if (reply.document_list().documents_size() > most_suggested) return choices;
    for (const auto& row : reply.document_list().documents())
        choices.emplace_back(row.document().number(), row.document().title());
    return choices;
}

std::string Desk::agency_name(const std::string& code) {
    if (code.empty()) return {};
    v1::Request request;
    request.mutable_agency_show()->set_code(code);
    return ask(std::move(request)).agency_show().agency().name();
}

Response Desk::back(const Address& otherwise, std::string_view done) const {
    auto place = Address::own(asked.form[back_field]).value_or(otherwise).text();
    const auto fragment = place.find('#');
    const auto rest = fragment == std::string::npos ? std::string{} : place.substr(fragment);
    place.resize(std::min(fragment, place.size()));
    place += place.find('?') == std::string::npos ? '?' : '&';
    return redirect(place + "xong=" + std::string(done) + rest);
}

namespace {

Context::Page sheltered(Context& context, Render render) {
    return [&context, render = std::move(render)](const Request& request, const Visitor& visitor) {
        try {
            Desk desk{context, request, visitor};
            return render(desk);
        } catch (const Refused& refused) {
            return context.sorry(status_of(refused.error()), visitor.lang, refused.sentence(), &visitor);
        } catch (const UserError& error) {
            return context.sorry(400, visitor.lang, text::render(visitor.lang, error.message()), &visitor);
        }
    };
}

}  // namespace

Context::Handler page(Context& context, Render render) {
    return context.page(sheltered(context, std::move(render)));
}

Context::Handler command(Context& context, Render render) {
    return context.form(sheltered(context, std::move(render)));
}

}  // namespace dondoc::web::pages
