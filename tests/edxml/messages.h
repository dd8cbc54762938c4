// SPDX-License-Identifier: Apache-2.0
// Messages in the shape of the axis, of our own.
#pragma once

#include <string>

namespace dondoc::test {

struct Letter {
    std::string id = "H56.01,2025/07/15,12/CT-UBND";
    std::string organ = "H56.01", organ_name = "UBND tỉnh";
    std::string number = "12", notation = "CT-UBND", day = "2025/07/15";
    std::string subject = "V/v rà soát nhà công vụ";
    std::string due = "<edXML:DueDate>2025/08/30</edXML:DueDate>";
    std::string priority = "2";
    std::string more_header;  // ResponseFor ...
    std::string business;     // Bussiness ...
    std::string attachments;
    std::string before;  // the root
};

inline std::string message(const Letter& letter) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + letter.before +
           "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\" "
           "xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"><edXML:edXMLEnvelope><edXML:edXMLHeader>"
           "<edXML:MessageHeader><edXML:From><edXML:OrganId>" +
           letter.organ + "</edXML:OrganId><edXML:OrganName>" + letter.organ_name +
           "</edXML:OrganName></edXML:From><edXML:To><edXML:OrganId>H56.02</edXML:OrganId></edXML:To>"
           "<edXML:Code><edXML:CodeNumber>" +
           letter.number + "</edXML:CodeNumber><edXML:CodeNotation>" + letter.notation +
           "</edXML:CodeNotation></edXML:Code><edXML:PromulgationInfo><edXML:Place>Tỉnh</edXML:Place>"
           "<edXML:PromulgationDate>" +
           letter.day + "</edXML:PromulgationDate></edXML:PromulgationInfo><edXML:Subject>" + letter.subject +
           "</edXML:Subject><edXML:OtherInfo><edXML:Priority>" + letter.priority +
           "</edXML:Priority></edXML:OtherInfo>" + letter.due + "<edXML:DocumentId>" + letter.id +
           "</edXML:DocumentId>" + letter.more_header +
           "</edXML:MessageHeader><edXML:TraceHeaderList><edXML:Bussiness>" + letter.business +
           "</edXML:Bussiness></edXML:TraceHeaderList></edXML:edXMLHeader><edXML:AttachmentEncoded>" +
           letter.attachments + "</edXML:AttachmentEncoded></edXML:edXMLEnvelope></SOAP-ENV:Envelope>";
}

inline std::string attachment(const std::string& name, const std::string& base64) {
    return "<edXML:Attachment><edXML:AttachmentName>" + name +
           "</edXML:AttachmentName><edXML:AttachmentEncoded>" + base64 +
           "</edXML:AttachmentEncoded></edXML:Attachment>";
}

inline std::string doc_type(int type, const std::string& replaced = {}) {
    auto text = "<edXML:BussinessDocType>" + std::to_string(type) + "</edXML:BussinessDocType>";
    if (!replaced.empty())
        text += "<edXML:ReplacementInfoList><edXML:ReplacementInfo><edXML:DocumentId>" + replaced +
                "</edXML:DocumentId></edXML:ReplacementInfo></edXML:ReplacementInfoList>";
    return text;
}

}  // namespace dondoc::test
