// SPDX-License-Identifier: GPL-3.0-or-later
// A form of an office, filled in as far as dondoc knows. What it cannot know stays empty, and is said.
#pragma once

#include <google/protobuf/struct.pb.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/report_form.h"
#include "dondoc/v1/flow.pb.h"
#include "dondoc/v1/report.pb.h"
#include "report/page.h"

namespace dondoc::report {

// What the form is computed from. What was not asked for leaves its items empty.
struct FormFigures {
    std::map<FormItem::Scope, v1::Report> reports;
    std::optional<v1::FlowReport> dossiers;
};

struct FilledItem {
    const FormItem* item;
    std::variant<std::monostate, std::int64_t, Percent> value;  // monostate: empty
    std::string how;  // what it was computed from, or why it is empty
};

// In the order of the form, whose items they point to.
std::vector<FilledItem> fill_form(const ReportForm& form, const FormFigures& figures, text::Lang lang);

Page form_page(const ReportForm& form, const std::vector<FilledItem>& items, const FormFigures& figures,
               text::Lang lang);
// The same for programs: {"title", "source", "items": [{"number", "name", "unit", "value"}]}; what is empty
// has no value.
google::protobuf::Struct form_json(const ReportForm& form, const std::vector<FilledItem>& items);

}  // namespace dondoc::report
