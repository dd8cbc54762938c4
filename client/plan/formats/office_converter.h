// SPDX-License-Identifier: GPL-3.0-or-later
// Files of older programs are turned by LibreOffice, where it is installed, into what is read here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dondoc::plan {

enum class OldFormat { Document, Workbook };  // becomes .docx, .xlsx

// DOC, RTF, flat ODT; XLS, XLSB, XML of 2003, flat ODS. Nothing: it needs no conversion. Throws UserError
// "plan.locked" for an encrypted file, "plan.old_office_file" for one of those programs that is neither.
std::optional<OldFormat> old_format_of(std::string_view bytes);

// Runs LibreOffice with a profile of its own and a limit of time; it sees nothing but the file. Throws
// UserError "plan.needs_libreoffice" where there is none, "plan.not_converted" where it failed.
std::string converted(std::string_view bytes, OldFormat format);

}  // namespace dondoc::plan
