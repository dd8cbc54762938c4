// SPDX-License-Identifier: Apache-2.0
// Small OpenDocument files made by the tests themselves.
#pragma once

#include <initializer_list>
#include <string>

#include "office_files.h"

namespace dondoc::tests {

inline const std::string odf_space =
    " xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\" xmlns:draw=\"d\" "
    "xmlns:fo=\"f\"";

inline std::string odf(const std::string& kind, const std::string& inside, const std::string& styles = {}) {
    return zipped(
        {{"mimetype", "application/vnd.oasis.opendocument." + kind},
         {"content.xml", xml_head + "<office:document-content" + odf_space + "><office:automatic-styles>" +
                             styles + "</office:automatic-styles><office:body><office:" + kind + ">" +
                             inside + "</office:" + kind + "></office:body></office:document-content>"}});
}
inline std::string odf_cell(const std::string& text, const std::string& attributes = {}) {
    return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}
inline std::string odf_row(std::initializer_list<const char*> texts, const std::string& attributes = {}) {
    std::string row = "<table:table-row " + attributes + ">";
    for (const auto* text : texts) row += *text ? odf_cell(text) : "<table:table-cell/>";
    return row + "</table:table-row>";
}
inline std::string odf_table(const std::string& rows, const std::string& attributes = {}) {
    return "<table:table " + attributes + ">" + rows + "</table:table>";
}

}  // namespace dondoc::tests
