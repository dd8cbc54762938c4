// SPDX-License-Identifier: Apache-2.0
// What is read of a message of the axis, with its traps, and what hostile ones do: nothing.
#include "edxml/message.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "edxml/base64.h"
#include "messages.h"
#include "support/refusal.h"

namespace dondoc::test {
namespace {

TEST(EdxmlMessage, SaysWhoWhatAndWhen) {
    Letter letter;
    letter.attachments = attachment("ke-hoach.docx", "UEsDBA==");
    const auto read = edxml::read_message(message(letter));
    EXPECT_EQ(read.document.document_id, "H56.01,2025/07/15,12/CT-UBND");
    EXPECT_EQ(read.document.organ, "H56.01");
    EXPECT_EQ(read.document.number, "12/CT-UBND");
    EXPECT_EQ(read.document.issued, civil(2025, 7, 15));
    EXPECT_EQ(read.organ_name, "UBND tỉnh");
    EXPECT_EQ(read.subject, "V/v rà soát nhà công vụ");
    EXPECT_EQ(read.due, civil(2025, 8, 30));
    EXPECT_EQ(read.priority, 2);
    EXPECT_EQ(read.to, std::vector<std::string>{"H56.02"});
    ASSERT_EQ(read.attachments.size(), 1U);
    EXPECT_EQ(read.attachments[0].content, "PK\x03\x04");
    EXPECT_EQ(read.signature.verdict, signature::Verdict::None);
    EXPECT_EQ(read.business, edxml::Business::New);
}

TEST(EdxmlMessage, AMissingDueDateStaysMissing) {
    for (const auto* due :
         {"", "<edXML:DueDate/>", "<edXML:DueDate></edXML:DueDate>",
          "<edXML:DueDate>1970/01/01</edXML:DueDate>", "<edXML:DueDate>0001-01-01T00:00:00</edXML:DueDate>",
          "<edXML:DueDate>9999-12-31T23:59:59</edXML:DueDate>", "<edXML:DueDate>31/02/2025</edXML:DueDate>",
          "<edXML:DueDate>theo văn bản</edXML:DueDate>"}) {
        Letter letter;
        letter.due = due;
        EXPECT_FALSE(edxml::read_message_here(message(letter)).due) << due;
    }
    Letter odd;
    odd.due = "<edXML:DueDate>theo văn bản</edXML:DueDate>";
    EXPECT_EQ(edxml::read_message_here(message(odd)).due_text, "theo văn bản");
    for (const auto* due : {"2025/08/30", "2025-08-30T17:00:00", "30/08/2025"}) {
        Letter letter;
        letter.due = std::string{"<edXML:DueDate>"} + due + "</edXML:DueDate>";
        EXPECT_EQ(edxml::read_message_here(message(letter)).due, civil(2025, 8, 30)) << due;
    }
}

TEST(EdxmlMessage, TheIdSaysWhatTheFieldsLeaveOpen) {
    Letter letter;
    letter.organ = letter.number = letter.notation = letter.day = "";
    const auto read = edxml::read_message_here(message(letter));
    EXPECT_EQ(read.document.organ, "H56.01");
    EXPECT_EQ(read.document.issued, civil(2025, 7, 15));
}

TEST(EdxmlMessage, AnswersRecallsAndReplacementsNameTheirDocuments) {
    Letter answer;
    answer.more_header =
        "<edXML:ResponseFor><edXML:OrganId>H56.01</edXML:OrganId><edXML:Code>9/KL-UBND</edXML:Code>"
        "<edXML:DocumentId>H56.01,2025/07/01,9/KL-UBND</edXML:DocumentId></edXML:ResponseFor>";
    const auto read = edxml::read_message(message(answer));
    ASSERT_EQ(read.response_for.size(), 1U);
    EXPECT_EQ(read.response_for[0].document_id, "H56.01,2025/07/01,9/KL-UBND");
    EXPECT_EQ(read.response_for[0].number, "9/KL-UBND");
    Letter replacement;
    replacement.business = doc_type(3, "H56.01,2025/07/01,9/KL-UBND");
    const auto replaced = edxml::read_message(message(replacement));
    EXPECT_EQ(replaced.business, edxml::Business::Replacement);
    ASSERT_EQ(replaced.replaces.size(), 1U);
    EXPECT_EQ(replaced.replaces[0].document_id, "H56.01,2025/07/01,9/KL-UBND");
    Letter recall;
    recall.business = doc_type(1);
    EXPECT_EQ(edxml::read_message(message(recall)).business, edxml::Business::Recall);
}

TEST(EdxmlMessage, WhatIsHostileIsRefusedWithAReason) {
    const auto refused = [](const std::string& bytes) {
        return refusal([&] { (void)edxml::read_message(bytes); });
    };
    EXPECT_EQ(refused(""), "edxml.broken");
    EXPECT_EQ(refused("<a"), "edxml.broken");
    EXPECT_EQ(refused("<a/>"), "edxml.no_header");
    EXPECT_EQ(refused("<MessageHeader/>"), "edxml.no_document");
    Letter entity;
    entity.before = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    EXPECT_EQ(refused(message(entity)), "edxml.doctype");
    std::string deep = "<MessageHeader>";
    for (int i = 0; i < 50'000; ++i) deep += "<a>";
    EXPECT_NE(refused(deep), "");
    std::string nested = "<MessageHeader>";
    for (int i = 0; i < 500; ++i) nested += "<a>";
    for (int i = 0; i < 500; ++i) nested += "</a>";
    EXPECT_EQ(refused(nested + "</MessageHeader>"), "plan.xml_deep");
    EXPECT_EQ(refused(message({}) + message({})), "edxml.several");
    Letter broken;
    broken.attachments = attachment("a.docx", "@@@@");
    EXPECT_EQ(refused(message(broken)), "edxml.attachment");
    Letter many;
    for (int i = 0; i < 51; ++i) many.attachments += attachment("a", "");
    EXPECT_EQ(refused(message(many)), "edxml.too_many");
    Letter longer;
    longer.subject = std::string(20'000, 'x');
    EXPECT_EQ(refused(message(longer)), "edxml.long_text");
}

TEST(EdxmlMessage, WhatNobodySeesIsNotTaken) {
    Letter letter;
    letter.subject = "Rà soát\xE2\x80\xAE nhà";  // turns the direction of writing
    EXPECT_EQ(edxml::read_message_here(message(letter)).subject.find("\xE2\x80\xAE"), std::string::npos);
}

TEST(EdxmlMessage, AStatusNamesItsDocument) {
    const auto xml =
        edxml::status_message({"H56.01,2025/07/15,12/CT-UBND", "H56.01", "12/CT-UBND", civil(2025, 7, 15)},
                              "H56.02", "03", "Đã <tiếp nhận>", sys_seconds{});
    EXPECT_NE(xml.find("<edXML:DocumentId>H56.01,2025/07/15,12/CT-UBND</edXML:DocumentId>"),
              std::string::npos);
    EXPECT_NE(xml.find("<edXML:StatusCode>03</edXML:StatusCode>"), std::string::npos);
    EXPECT_NE(xml.find("Đã &lt;tiếp nhận&gt;"), std::string::npos);
}

TEST(EdxmlBase64, IsThereAndBackAndNothingElse) {
    for (const auto* text : {"", "a", "ab", "abc", "abcd", "Việc"})
        EXPECT_EQ(edxml::from_base64(edxml::to_base64(text)), text);
    EXPECT_EQ(edxml::from_base64(" YW\r\nJj "), "abc");
    for (const auto* text : {"a", "YWJ", "YW=j", "Y===", "YWI=YWI=", "YW#j", "YWJ="})
        EXPECT_FALSE(edxml::from_base64(text)) << text;
}

}  // namespace
}  // namespace dondoc::test
