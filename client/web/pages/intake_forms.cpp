// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator says of a row comes as fields with the row's index: "due-12". An empty field says nothing,
// and the document's own words hold.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "domain/document_number.h"
#include "domain/message.h"
#include "web/pages/intake_page.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {
namespace {

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? std::string{}
                                      : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// "SNV; STC": codes or names; a "-" is nobody.
void take_names(v1::Decision::Names& names, const std::string& text) {
    if (trimmed(text) == "-") return;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(';', at), text.size());
        auto name = trimmed(text.substr(at, end - at));
        if (!name.empty()) names.add_names(std::move(name));
        at = end + 1;
    }
}

void take_row(v1::PlanRow& row, const Fields& form, const std::string& index) {
    const auto field = [&](const char* name) { return trimmed(form[name + index]); };
    row.clear_decided();
    const auto kind = field("kind-");
    const auto due = day_of(form["due-" + index]);
    if (!due.empty() || kind == "date") {
        if (due.empty()) throw UserError("page.form.day_missing");
        auto& deadline = *row.mutable_decided()->mutable_deadline();
        deadline.set_kind(v1::DeadlineKind::date);
        deadline.add_due(due);
    } else if (v1::DeadlineKind::Kind other{}; !kind.empty() && v1::DeadlineKind::Kind_Parse(kind, &other)) {
        row.mutable_decided()->mutable_deadline()->set_kind(other);
    }
    if (const auto lead = field("lead-"); !lead.empty())
        take_names(*row.mutable_decided()->mutable_lead(), lead);
    if (const auto cooperating = field("cooperating-"); !cooperating.empty())
        take_names(*row.mutable_decided()->mutable_cooperating(), cooperating);
}

}  // namespace

void take_form(Draft& draft, const Fields& form) {
    auto& document = *draft.wanted.mutable_document();
    document.set_number(printed_number(trimmed(form["number"])));
    document.set_issued(day_of(form["issued"]));
    document.set_level(form["level"]);
    document.set_issuer(trimmed(form["issuer"]));
    document.set_title(trimmed(form["title"]));
    document.set_secret(form["secret"] == "1");
    draft.wanted.set_priority(form["urgent"] == "1" ? "urgent" : "");
    draft.wanted.set_new_document(form["new_document"] == "1");
    v1::AbsentMembers::Choice absent{};
    if (v1::AbsentMembers::Choice_Parse(form["absent"], &absent)) draft.wanted.set_absent(absent);
    for (const auto& index : form.all("row")) {
        const auto at = number_of(index);
        if (at >= static_cast<std::uint64_t>(draft.wanted.rows_size())) throw UserError("page.form.broken");
        take_row(*draft.wanted.mutable_rows(static_cast<int>(at)), form, index);
    }
}

}  // namespace dondoc::web::pages
