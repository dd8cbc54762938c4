// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/form_figures.h"

#include <algorithm>
#include <utility>

namespace dondoc::report {
namespace {

using Scope = FormItem::Scope;

bool has_items_of(const ReportForm& form, Scope scope) {
    return std::ranges::any_of(
        form.items, [&](const FormItem& item) { return is_of_tasks(item.quantity) && item.scope == scope; });
}

v1::Report ask_scope(Scope scope, const FormAsked& asked, const Ask& ask) {
    v1::Request request;
    auto& wanted = *request.mutable_report();
    const bool of_plan = scope == Scope::Plan;
    wanted.set_kind(of_plan ? v1::ReportKind::plan : v1::ReportKind::government);
    wanted.set_as_of(asked.as_of);
    wanted.set_limit(1);  // of rows, which no form has
    wanted.set_all_levels(scope == Scope::AllLevels);
    if (of_plan) {
        wanted.set_document(asked.document);
        wanted.set_issued(asked.issued);
        wanted.set_issuer(asked.issuer);
    }
    return std::move(*ask(std::move(request)).mutable_report());
}

}  // namespace

bool has_items_of_a_plan(const ReportForm& form) {
    return has_items_of(form, Scope::Plan);
}

bool has_items_of_dossiers(const ReportForm& form) {
    return std::ranges::any_of(form.items,
                               [](const FormItem& item) { return is_of_dossiers(item.quantity); });
}

FormFigures ask_form_figures(const ReportForm& form, const FormAsked& asked, const Ask& ask) {
    FormFigures figures;
    for (const auto scope : {Scope::Government, Scope::AllLevels, Scope::Plan})
        if (has_items_of(form, scope) && (scope != Scope::Plan || !asked.document.empty()))
            figures.reports[scope] = ask_scope(scope, asked, ask);
    if (has_items_of_dossiers(form) && !asked.from.empty()) {
        v1::Request request;
        request.mutable_flow_report()->set_from(asked.from);
        request.mutable_flow_report()->set_to(asked.to);
        figures.dossiers = std::move(*ask(std::move(request)).mutable_flow_report());
    }
    return figures;
}

}  // namespace dondoc::report
