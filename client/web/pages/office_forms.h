// SPDX-License-Identifier: GPL-3.0-or-later
// "Báo cáo": forms that dondoc fills in as far as it knows, the check of one that was filled in, and
// self-scorings with what is missing of whom. Their files are the office's own (docs/reports.md).
#pragma once

#include <string>
#include <vector>

#include "domain/report_form.h"
#include "domain/self_scoring.h"
#include "plan/meaning/figure_check.h"
#include "report/form_figures.h"
#include "report/page.h"
#include "report/plan_scoring.h"
#include "web/http/fields.h"
#include "web/pages/forms.h"
#include "web/pages/html.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// One of the files: its title, or what is wrong with it.
struct OfficeFile {
    std::string name;
    std::string title;
    std::string error = {};
};
struct OfficeFiles {
    std::vector<OfficeFile> forms, scorings;
};

// What is asked of a form, as it was typed. `from`, `to`: the period of dossiers.
struct FormQuery {
    std::string as_of, document, issued, issuer, from, to;

    static FormQuery of(const Fields& query);
    Address address(const std::string& form, const char* format = "") const;  // "", "xlsx", "csv"
    report::FormAsked asked() const;  // throws UserError for a day that is none
};

// What is asked of a self-scoring.
struct ScoringQuery {
    std::string document, issued, issuer;

    static ScoringQuery of(const Fields& query);
    Address address(const std::string& table, const char* format = "") const;
    report::PlanAsked asked() const;  // throws UserError for a day that is none
};

// For the page of reports.
Html office_file_lists(const View& view, const OfficeFiles& files);

// `filled`: what dondoc knows of it; nullptr: it could not be asked for, and `error` says why. `documents`:
// those that there are, for the plan.
struct FormLook {
    const std::string& name;
    const ReportForm& form;
    FormQuery query;
    const report::Page* filled = nullptr;
    std::string error = {};
    Choices documents = {};
};
std::string office_form_page(const View& view, const FormLook& look);

// What is wrong with a form that was filled in and sent. `error`: why the file could not be read.
struct FormCheck {
    const std::string& name;
    const ReportForm& form;
    std::string file;
    std::vector<plan::FigureFinding> findings;
    std::string error = {};
};
std::string form_check_page(const View& view, const FormCheck& check);

// `scored`: nullptr: no plan was named yet, or `error` says why it could not be asked for.
struct ScoringLook {
    const std::string& name;
    const ScoringTable& table;
    ScoringQuery query;
    const report::Page* scored = nullptr;
    std::string error = {};
    Choices documents = {};
};
std::string self_scoring_page(const View& view, const ScoringLook& look);

}  // namespace dondoc::web::pages
