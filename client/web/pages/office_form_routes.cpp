// SPDX-License-Identifier: GPL-3.0-or-later
// Forms and scoring tables are read from their files at each request: the office changes them while
// dondoc-web runs. They are of the office; agencies have no figures of others.
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "domain/message.h"
#include "language/files/form_file.h"
#include "language/files/scoring_file.h"
#include "lib/office_files.h"
#include "plan/meaning/form_check.h"
#include "plan/reader.h"
#include "web/pages/desk.h"
#include "web/pages/office_forms.h"
#include "web/pages/page_file.h"
#include "web/pages/report_pages.h"
#include "web/pages/routes.h"

namespace dondoc::web::pages {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_filled_form_bytes = 8 * 1024 * 1024;
constexpr std::size_t most_bytes_of_a_form = 256 * 1024;

// Of one kind: where the office's own are, and where those that are shipped.
struct Shelf {
    fs::path own;
    const char* shipped;
    const char* unknown;  // key of what is said of a name that there is not
};

Shelf form_shelf(const Context& context) {
    return {context.config.reports, "reports", "page.forms.unknown"};
}

Shelf scorings_of(const Context& context) {
    return {context.config.scoring, "scoring", "page.forms.unknown_scoring"};
}

// Parsed by `parse`; errors name the file without its folders, which are nothing to a reader of pages.
template <typename Parse>
auto read_file_of(const Shelf& shelf, const std::string& name, Parse parse) {
    const auto file = client::file_of_name(shelf.own, shelf.shipped, name);
    if (!file) throw UserError(shelf.unknown, {name});
    const auto shown = file->filename().string();
    std::error_code error;
    const auto size = fs::file_size(*file, error);
    std::ifstream in{*file, std::ios::binary};
    if (error || size > most_bytes_of_a_form || !in) throw UserError("page.forms.unreadable", {shown});
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    return parse(text, shown);
}

ReportForm form_named(const Context& context, const std::string& name) {
    return read_file_of(form_shelf(context), name, language::parse_report_form);
}

ScoringTable scoring_named(const Context& context, const std::string& name) {
    return read_file_of(scorings_of(context), name, language::parse_scoring_table);
}

std::string sentence_of(const View& view, const UserError& error) {
    const auto sentence = text::render(view.lang, error.message());
    return error.place().empty() ? sentence : error.place() + ": " + sentence;
}

template <typename Named>
std::vector<OfficeFile> listed(const View& view, const Shelf& shelf, Named named) {
    std::vector<OfficeFile> files;
    for (const auto& name : client::names_of_files(shelf.own, shelf.shipped)) {
        try {
            files.push_back({name, named(name).title});
        } catch (const UserError& error) {
            files.push_back({name, {}, sentence_of(view, error)});
        }
    }
    return files;
}

OfficeFiles office_files(const View& view, const Context& context) {
    return {
        listed(view, form_shelf(context), [&](const std::string& name) { return form_named(context, name); }),
        listed(view, scorings_of(context),
               [&](const std::string& name) { return scoring_named(context, name); })};
}

void refuse_agencies(const Desk& desk) {
    if (!desk.view.sees_all()) throw UserError("page.reports.unknown", {desk.asked.parts["ten"]});
}

// What the daemon or a field refuses becomes a sentence on the page.
template <typename Make>
std::string refusal_of(const View& view, Make make) {
    try {
        make();
        return {};
    } catch (const Refused& refused) {
        return refused.sentence();
    } catch (const UserError& error) {
        return sentence_of(view, error);
    }
}

report::Page filled_form(Desk& desk, const ReportForm& form, const FormQuery& query) {
    const auto figures = report::ask_form_figures(form, query.asked(), desk.asking());
    const auto items = report::fill_form(form, figures, desk.view.lang);
    auto page = report::form_page(form, items, figures, desk.view.lang);
    page.sections.back().columns.back().detail = false;  // why an item is empty is said on a phone, too
    return page;
}

Response show_form(Desk& desk, const Context& context) {
    refuse_agencies(desk);
    const auto asked = named_format(desk.asked.parts["ten"]);
    const auto form = form_named(context, asked.name);
    const auto query = FormQuery::of(desk.asked.query);
    if (!asked.format.empty()) return page_file(filled_form(desk, form, query), asked.name, asked.format);
    report::Page page{desk.view.lang, {}, {}, {}, {}, {}};
    FormLook look{asked.name, form, query};
    look.error = refusal_of(desk.view, [&] { page = filled_form(desk, form, query); });
    if (look.error.empty()) look.filled = &page;
    if (report::has_items_of_a_plan(form)) look.documents = desk.documents();
    return html(office_form_page(desk.view, look), look.error.empty() ? 200 : 400);
}

// The file is read in a process of its own (plan/sandbox.h), and not kept.
Response check_form(Desk& desk, const Context& context) {
    refuse_agencies(desk);
    const auto& name = desk.asked.parts["ten"];
    const auto form = form_named(context, name);
    FormCheck check{name, form, {}, {}};
    check.error = refusal_of(desk.view, [&] {
        for (const auto& upload : desk.asked.uploads) {
            if (upload.field != "bieu" || upload.content.empty()) continue;
            check.file = upload.name;
            check.findings = plan::check_report(plan::read_plan_grid(upload.content), &form);
            return;
        }
        throw UserError("page.intake.no_file");
    });
    return html(form_check_page(desk.view, check), check.error.empty() ? 200 : 400);
}

report::Page scored_plan(Desk& desk, const Context& context, const ScoringTable& table,
                         const ScoringQuery& query) {
    const auto& evidence = context.config.evidence;
    auto scoring = report::score_plan(table, query.asked(), evidence, desk.asking(), desk.view.lang);
    if (evidence.empty()) scoring.warnings.push_back(desk.view.say("page.forms.not_looked"));
    return report::scoring_page(scoring, desk.view.lang);
}

Response show_scoring(Desk& desk, const Context& context) {
    refuse_agencies(desk);
    const auto asked = named_format(desk.asked.parts["ten"]);
    const auto table = scoring_named(context, asked.name);
    const auto query = ScoringQuery::of(desk.asked.query);
    if (!asked.format.empty())
        return page_file(scored_plan(desk, context, table, query), asked.name, asked.format);
    report::Page page{desk.view.lang, {}, {}, {}, {}, {}};
    ScoringLook look{asked.name, table, query};
    if (!query.document.empty()) {
        look.error = refusal_of(desk.view, [&] { page = scored_plan(desk, context, table, query); });
        if (look.error.empty()) look.scored = &page;
    }
    look.documents = desk.documents();
    return html(self_scoring_page(desk.view, look), look.error.empty() ? 200 : 400);
}

}  // namespace

void add_office_form_routes(Router& router, Context& context) {
    const auto get = [&](const char* pattern, Response (*show)(Desk&, const Context&)) {
        router.get(pattern, page(context, [&context, show](Desk& desk) { return show(desk, context); }));
    };
    get("/bao-cao", [](Desk& desk, const Context& own) {
        return html(
            reports_page(desk.view, desk.view.sees_all() ? office_files(desk.view, own) : OfficeFiles{}));
    });
    get("/bieu-mau/{ten}", show_form);
    get("/tu-cham-diem/{ten}", show_scoring);
    router.add({"POST", "/bieu-mau/{ten}/kiem-tra",
                command(context, [&context](Desk& desk) { return check_form(desk, context); }),
                most_filled_form_bytes, context.visitors_only()});
}

}  // namespace dondoc::web::pages
