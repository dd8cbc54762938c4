// SPDX-License-Identifier: GPL-3.0-or-later
#include <sstream>
#include <string>

#include <pugixml.hpp>

#include "edxml/message.h"

namespace dondoc::edxml {
namespace {

constexpr const char* name_space = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

void put_element(pugi::xml_node parent, const char* name, const std::string& text) {
    parent.append_child(name).text().set(text.c_str());
}

}  // namespace

// The prefix is written as receivers know it.
std::string status_message(const Reference& document, const std::string& organ, const std::string& code,
                           const std::string& description, sys_seconds at) {
    pugi::xml_document xml;
    auto status = xml.append_child("edXML:Status");
    status.append_attribute("xmlns:edXML") = name_space;
    auto response = status.append_child("edXML:ResponseFor");
    put_element(response, "edXML:OrganId", document.organ);
    put_element(response, "edXML:Code", document.number);
    if (document.issued) put_element(response, "edXML:PromulgationDate", iso_day(*document.issued));
    put_element(response, "edXML:DocumentId", document.document_id);
    put_element(status.append_child("edXML:From"), "edXML:OrganId", organ);
    put_element(status, "edXML:StatusCode", code);
    put_element(status, "edXML:Description", description);
    put_element(status, "edXML:Timestamp", iso_instant(at));
    std::ostringstream text;
    xml.save(text, "  ", pugi::format_indent, pugi::encoding_utf8);
    return text.str();
}

}  // namespace dondoc::edxml
