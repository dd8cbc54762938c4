// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/document_pages.h"

#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/report_pages.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

Address document_page_address(const v1::Document& document) {
    return Address("/van-ban/xem")
        .with("so", document.number())
        .with("ngay", document.issued())
        .with("noi", document.issuer());
}

std::string document_title(const View& view, const v1::Document& document) {
    return view.say("page.documents.one", {document.number(), day(document.issued())});
}

// What its report does not say.
Html about_document(const View& view, const v1::Document& document) {
    return facts({{view.say("page.intake.level"), words::level_word(view.lang, document.level())},
                  {view.say("page.documents.withdrawn"), day(document.withdrawn())}});
}

}  // namespace

report::Section document_section(const View& view, const v1::DocumentListReply& list) {
    using Kind = report::Column::Kind;
    auto section = titled(view, "page.documents.title",
                          {{view.say("cli.column.document"), Kind::Text},
                           {view.say("cli.column.issued"), Kind::Day},
                           {view.say("page.intake.title_of"), Kind::Prose},
                           {view.say("cli.column.level"), Kind::Text},
                           {view.say("cli.column.tasks"), Kind::Figure},
                           {view.say("page.documents.done"), Kind::Figure},
                           {view.say("cli.column.overdue"), Kind::Figure}});
    for (const auto& row : list.documents()) {
        const auto& document = row.document();
        const auto& counts = row.counts();
        auto name = document.title();
        if (!document.withdrawn().empty())
            name = view.say("cli.plan.withdrawn_title", {day(document.withdrawn()), name});
        const auto done =
            counts.completed_on_time() + counts.completed_late() + counts.completed_no_deadline();
        const auto issued = parse_iso_day(document.issued());
        section.rows.push_back(
            {document.number(),
             issued ? report::Cell(*issued) : report::Cell(document.issued()),
             name,
             words::level_word(view.lang, document.level()),
             row.tasks(),
             view.say("page.documents.of", {std::to_string(done), std::to_string(counts.total())}),
             {counts.overdue(), counts.overdue() > 0 ? report::Mark::Bad : report::Mark::None}});
    }
    return section;
}

std::string documents_page(const View& view, const v1::DocumentListReply& list) {
    Html body;
    if (list.documents().empty()) {
        body =
            nothing(view.say(view.is_operator() ? "page.documents.empty_operator" : "page.documents.empty"));
    } else {
        Links links{0, {}};
        for (const auto& row : list.documents()) links.to.push_back(document_page_address(row.document()));
        body = el("section", table(view, document_section(view, list), links));
        body += downloads(view, Address("/van-ban.xlsx"));
    }
    const auto take_in = view.is_operator()
                             ? button_link(Address("/van-ban/nhap"), view.say("page.intake.title"), "primary")
                             : Html{};
    return framed(view, {.place = Place::Documents,
                         .title = view.say("page.documents.title"),
                         .body = body,
                         .beside = take_in});
}

std::string document_page(const View& view, const v1::Report& report) {
    const auto files = el("p", {{"class", "downloads"}},
                          button_link(report_address(report.asked(), "xlsx"), view.say("page.list.excel")),
                          button_link(Address("/nhiem-vu").with("van-ban", report.document().number()),
                                      view.say("page.documents.tasks"), "quiet"));
    return framed(view,
                  {.place = Place::Documents,
                   .title = document_title(view, report.document()),
                   .body = all(about_document(view, report.document()), files, report_body(view, report))});
}

}  // namespace dondoc::web::pages
