// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that a form is computed from, asked of the daemon: only what the form has items of, and what
// can be asked for.
#pragma once

#include <string>

#include "domain/report_form.h"
#include "report/ask.h"
#include "report/form_page.h"

namespace dondoc::report {

// Days are as on the wire, "2025-12-14"; what is empty is not asked for.
struct FormAsked {
    std::string as_of;
    std::string document, issued, issuer;  // of the plan
    std::string from, to;                  // the period of dossiers
};

bool has_items_of_a_plan(const ReportForm& form);
bool has_items_of_dossiers(const ReportForm& form);

// Throws what `ask` throws.
FormFigures ask_form_figures(const ReportForm& form, const FormAsked& asked, const Ask& ask);

}  // namespace dondoc::report
