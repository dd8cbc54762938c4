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

// For who sees everything: the report of the document. `list`: for an agency, what is its own in it.
std::string document_page(const View& view, const v1::Report& report);
std::string document_page(const View& view, const v1::DocumentShowReply& document,
                          const v1::TaskListReply& list);

}  // namespace dondoc::web::pages
