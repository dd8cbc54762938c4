// SPDX-License-Identifier: GPL-3.0-or-later
// "Văn bản": the documents that assign tasks, and how far one is, section by section.
#pragma once

#include <string>

#include "dondoc/v1/request.pb.h"
#include "report/page.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

report::Section document_section(const View& view, const v1::DocumentListReply& list);
std::string documents_page(const View& view, const v1::DocumentListReply& list);

// The report of the document.
std::string document_page(const View& view, const v1::Report& report);

}  // namespace dondoc::web::pages
