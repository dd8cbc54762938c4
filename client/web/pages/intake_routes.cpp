// SPDX-License-Identifier: GPL-3.0-or-later
#include <google/protobuf/repeated_ptr_field.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "language/readers.h"
#include "plan/reader.h"
#include "web/pages/desk.h"
#include "web/pages/drafts.h"
#include "web/pages/intake_page.h"
#include "web/pages/routes.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {
namespace {

constexpr std::size_t most_upload_bytes = 32 * 1024 * 1024;

void operators_only(const Desk& desk) {
    if (!desk.view.is_operator()) throw UserError("page.intake.operators_only");
}

Response show_start(Desk& desk, const Drafts& drafts, const std::string& error) {
    operators_only(desk);
    const auto* written = error.empty() ? nullptr : &desk.asked.form;
    return html(intake_start_page(desk.view, {drafts.list(), written, error}), error.empty() ? 200 : 400);
}

// The file is read in a process of its own (plan/sandbox.h). What stands at its head is taken for the
// document.
Draft read_upload(Desk& desk) {
    const Upload* file = nullptr;
    for (const auto& upload : desk.asked.uploads)
        if (upload.field == "plan" && !upload.content.empty()) file = &upload;
    if (file == nullptr) throw UserError("page.intake.no_file");
    const bool running_text = desk.asked.form["running_text"] == "1";
    auto reading =
        running_text ? plan::read_plan_with_running_text(file->content) : plan::read_plan(file->content);
    if (reading.rows.empty()) throw UserError("cli.plan.no_rows");
    Draft draft;
    auto& document = *draft.wanted.mutable_document();
    document.set_number(reading.head.number);
    if (reading.head.issued) document.set_issued(iso_day(*reading.head.issued));
    document.set_issuer(language::normalize(reading.head.issuer));
    document.set_title(reading.head.title);
    for (auto& row : reading.rows) {
        row.clear_beside();
        row.clear_origins();
        *draft.wanted.add_rows() = std::move(row);
    }
    for (auto& heading : reading.headings) *draft.read.add_headings() = std::move(heading);
    for (const auto& problem : reading.problems)
        draft.read.add_problems(text::render(desk.view.lang, problem));
    draft.read.mutable_document()->set_title(file->name);
    return draft;
}

Response upload(Desk& desk, Drafts& drafts) {
    operators_only(desk);
    try {
        return redirect(draft_address(drafts.add(read_upload(desk))).text());
    } catch (const UserError& error) {
        return show_start(desk, drafts, text::render(desk.view.lang, error.message()));
    }
}

Draft draft_of(const Desk& desk, const Drafts& drafts) {
    operators_only(desk);
    auto draft = drafts.find(desk.asked.parts["id"]);
    if (!draft) throw UserError("page.intake.gone");
    return std::move(*draft);
}

// What is missing of the document, before the daemon is asked; empty: nothing.
std::string missing(const View& view, const v1::Document& document) {
    if (document.number().empty()) return view.say("page.intake.number_missing");
    if (document.issued().empty()) return view.say("page.intake.issued_missing");
    return document.level().empty() ? view.say("page.intake.level_missing") : std::string{};
}

// "rows[12].decided.lead" is row 12; -1: it is about no row.
int row_of(const std::string& place) {
    constexpr std::string_view head = "rows[";
    const auto end = place.find(']');
    if (!place.starts_with(head) || end == std::string::npos || end > head.size() + 6) return -1;
    return static_cast<int>(number_of(std::string_view{place}.substr(head.size(), end - head.size())));
}

Response show_draft(Desk& desk, const Draft& draft, const std::string& said) {
    const auto id = desk.asked.parts["id"];
    IntakePage page{id, draft};
    page.all_rows = desk.asked.query["tat-ca"] == "1";
    page.from = static_cast<int>(std::min<std::uint64_t>(number_of(desk.asked.query["tu"]), 1'000'000));
    page.agencies = desk.agencies();
    page.error = said.empty() ? missing(desk.view, draft.wanted.document()) : said;
    v1::Reply reply;
    if (missing(desk.view, draft.wanted.document()).empty()) {
        v1::Request request;
        *request.mutable_plan_import() = draft.wanted;
        request.mutable_plan_import()->set_dry_run(true);
        try {
            reply = desk.ask(std::move(request));
            page.reading = &reply.plan_import();
        } catch (const Refused& refused) {
            page.error = refused.sentence();
            page.error_code = refused.error().code();
            page.wrong_row = row_of(refused.error().place());
        }
    }
    return html(intake_page(desk.view, page), said.empty() ? 200 : 409);
}

Response save(Desk& desk, Drafts& drafts) {
    auto draft = draft_of(desk, drafts);
    const auto changed_meanwhile = [&] {
        return show_draft(desk, draft_of(desk, drafts), desk.view.say("page.intake.changed_meanwhile"));
    };
    if (desk.asked.form["mark"] != draft.mark) return changed_meanwhile();
    try {
        take_form(draft, desk.asked.form);
    } catch (const UserError& error) {
        return show_draft(desk, draft, text::render(desk.view.lang, error.message()));
    }
    if (!drafts.replace(desk.asked.parts["id"], draft)) return changed_meanwhile();
    return desk.back(draft_address(desk.asked.parts["id"]), "saved");
}

Response rehearse(Desk& desk, const Drafts& drafts) {
    const auto draft = draft_of(desk, drafts);
    v1::Request request;
    auto& wanted = *request.mutable_rehearse();
    *wanted.mutable_document() = draft.wanted.document();
    *wanted.mutable_rows() = draft.wanted.rows();
    wanted.set_absent(draft.wanted.absent());
    const auto reply = desk.ask(std::move(request));
    return html(
        rehearsal_page(desk.view, desk.asked.parts["id"], reply.rehearsal(), desk.asked.query["sang"]));
}

Response take_in(Desk& desk, Drafts& drafts) {
    const auto draft = draft_of(desk, drafts);
    if (desk.asked.form["mark"] != draft.mark)
        return show_draft(desk, draft, desk.view.say("page.intake.changed_meanwhile"));
    v1::Request request;
    auto& wanted = *request.mutable_plan_import();
    wanted = draft.wanted;
    if (!desk.asked.form["seen"].empty()) {
        wanted.mutable_amend()->set_seen(desk.asked.form["seen"]);
        wanted.mutable_amend()->set_reason(desk.asked.form["reason"]);
    }
    try {
        const auto reply = desk.command(std::move(request));
        drafts.remove(desk.asked.parts["id"]);
        const auto& document = reply.plan_import().reading().document();
        return desk.back(
            Address("/van-ban/xem").with("so", document.number()).with("ngay", document.issued()),
            "imported");
    } catch (const Refused& refused) {
        return show_draft(desk, draft, refused.sentence());
    }
}

}  // namespace

void add_intake_routes(Router& router, Context& context) {
    const auto drafts = std::make_shared<Drafts>(context.config.data_dir / "drafts");
    const auto get = [&](const char* pattern, Response (*show)(Desk&, const Drafts&)) {
        router.get(pattern, page(context, [drafts, show](Desk& desk) { return show(desk, *drafts); }));
    };
    const auto post = [&](const char* pattern, Response (*act)(Desk&, Drafts&)) {
        router.add({"POST", pattern,
                    command(context, [drafts, act](Desk& desk) { return act(desk, *drafts); }),
                    most_upload_bytes, context.visitors_only()});
    };
    get("/van-ban/nhap", [](Desk& desk, const Drafts& kept) { return show_start(desk, kept, {}); });
    get("/van-ban/nhap/{id}",
        [](Desk& desk, const Drafts& kept) { return show_draft(desk, draft_of(desk, kept), {}); });
    get("/van-ban/nhap/{id}/dien-tap", rehearse);
    post("/van-ban/nhap", upload);
    post("/van-ban/nhap/{id}", save);
    post("/van-ban/nhap/{id}/nhap", take_in);
    post("/van-ban/nhap/{id}/bo", [](Desk& desk, Drafts& kept) {
        operators_only(desk);
        kept.remove(desk.asked.parts["id"]);
        return desk.back(Address("/van-ban/nhap"), "dropped");
    });
}

}  // namespace dondoc::web::pages
