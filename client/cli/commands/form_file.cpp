// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/form_file.h"

#include "cli/commands/named_file.h"
#include "domain/message.h"
#include "language/files/form_file.h"

namespace dondoc::cli {

ReportForm find_report_form(const std::string& named) {
    const auto file = named_file("reports", named);
    if (!file) throw UserError("form.unknown", {named});
    return language::parse_report_form(read_named(*file), file->string());
}

}  // namespace dondoc::cli
