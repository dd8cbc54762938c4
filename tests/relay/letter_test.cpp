// SPDX-License-Identifier: Apache-2.0
// What a person reads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dondoc/v1/request.pb.h"
#include "people.h"
#include "relay/letter.h"
#include "relay/mail.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Letter, SaysTheMostPressingFirstWhicheverEventItComesFrom) {
    const auto letter =
        relay::compose({part_of(alert(1, "SNV", v1::EventKind::reminder, {item(1, "Một")})),
                        part_of(alert(2, "SNV", v1::EventKind::overdue, {item(2, "Hai", -1)})),
                        part_of(alert(3, "SNV", v1::EventKind::reminder, {item(3, "Ba", 0)}))},
                       person(1, "SNV", "an@snv.vn"), false, {});
    EXPECT_EQ(letter.subject, "[Đôn đốc] 1 việc quá hạn, 2 việc sắp đến hạn");
    ASSERT_EQ(letter.sections.size(), 2U);
    EXPECT_EQ(letter.sections[0].lines.at(0).text, "Hai");
    EXPECT_THAT(letter.sections[0].lines.at(0).details, HasSubstr("quá hạn 1 ngày"));
    EXPECT_THAT(letter.sections[1].lines.at(1).details, HasSubstr("hôm nay"));
    EXPECT_THAT(relay::plain_text(letter), AllOf(HasSubstr("dondoc seen 1 2 3"), HasSubstr("Nguyễn Văn 1")));
}

// The mail server was down for a day: what was said of the same work before is no longer so.
TEST(Letter, ThatWasHeldUpSaysOfEachPieceOfWorkOnlyTheLast) {
    const auto letter = relay::compose(
        {part_of(alert(1, "SNV", v1::EventKind::reminder, {item(1, "Một", 0), item(2, "Hai", 3)})),
         part_of(alert(2, "SNV", v1::EventKind::assigned, {item(1, "Một", 0)})),
         part_of(alert(3, "SNV", v1::EventKind::overdue, {item(1, "Một", -1)}))},
        person(1, "SNV", "an@snv.vn"), false, {});
    EXPECT_EQ(letter.subject, "[Đôn đốc] 1 việc quá hạn, 1 việc sắp đến hạn, 1 việc mới giao");
    EXPECT_THAT(relay::plain_text(letter), HasSubstr("dondoc seen 1 2 3"));
    EXPECT_EQ(letter.sections.at(1).lines.at(0).text, "Hai");
}

TEST(Letter, IsInThePersonsLanguage) {
    auto one = person(1, "SNV", "an@snv.vn");
    one.set_lang("en");
    const auto letter = relay::compose(
        {part_of(alert(1, "SNV", v1::EventKind::overdue, {item(1, "Một", -2)}))}, one, true, {});
    EXPECT_EQ(letter.subject, "[dondoc - URGENT] 1 overdue");
    EXPECT_THAT(relay::plain_text(letter), AllOf(HasSubstr("2 days late"), Not(HasSubstr("quá hạn"))));
}

TEST(Letter, LeadsToTheTaskWhereThereIsAPage) {
    const auto letter =
        relay::compose({part_of(alert(7, "SNV", v1::EventKind::overdue, {item(5, "Một", -2)}))},
                       person(1, "SNV", "an@snv.vn"), false, {"https://d.vn/t/{task}?seen={event}"});
    EXPECT_EQ(letter.link, "https://d.vn/t/5?seen=7");
    EXPECT_THAT(relay::html(letter, text::Lang::Vi),
                HasSubstr("<a href=\"https://d.vn/t/5?seen=7\">Một</a>"));
    EXPECT_THAT(relay::plain_text(letter), Not(HasSubstr("dondoc seen")));
}

TEST(Letter, WhatADocumentSaysIsNoMarkup) {
    const auto letter = relay::compose({part_of(alert(1, "SNV", v1::EventKind::overdue,
                                                      {item(1, "<script>alert(1)</script> & \"x\"", -2)}))},
                                       person(1, "SNV", "an@snv.vn"), false, {});
    EXPECT_THAT(relay::html(letter, text::Lang::Vi),
                AllOf(HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"),
                      Not(HasSubstr("<script"))));
}

TEST(Letter, OfSecretDocumentsOnlyTheNumberIsTold) {
    v1::AlertItem secret;
    secret.set_secret(true);
    const auto letter =
        relay::compose({part_of(alert(1, "SNV", v1::EventKind::reminder, {secret, secret, item(1, "Một")}))},
                       person(1, "SNV", "an@snv.vn"), false, {"https://d.vn/t/{task}"});
    EXPECT_EQ(letter.subject, "[Đôn đốc] 3 việc sắp đến hạn");
    EXPECT_THAT(relay::plain_text(letter), HasSubstr("Có 2 nhiệm vụ của văn bản mật"));
}

TEST(Letter, ThousandsOfItemsAreCountedAndNotAllListed) {
    std::vector<v1::AlertItem> many;
    for (std::uint64_t i = 1; i <= 1000; ++i) many.push_back(item(i, "Việc", -2));
    const auto letter = relay::compose({part_of(alert(1, "SNV", v1::EventKind::overdue, many))},
                                       person(1, "SNV", "an@snv.vn"), false, {});
    EXPECT_EQ(letter.sections.at(0).lines.size(), 301U);
    EXPECT_EQ(letter.sections.at(0).lines.back().text, "… và 700 việc nữa");
    EXPECT_EQ(letter.subject, "[Đôn đốc] 1000 việc quá hạn");
}

TEST(Letter, ForATelephoneFitsItsLimitAndIsWholeCharacters) {
    const auto letter =
        relay::compose({part_of(alert(1, "SNV", v1::EventKind::overdue,
                                      {item(1, std::string(200, 'x') + "ộ", -2), item(2, "Hai")}))},
                       person(1, "SNV", "an@snv.vn"), false, {});
    for (const std::size_t limit : {80U, 81U, 82U, 83U, 160U}) {
        const auto text = relay::short_text(letter, text::Lang::Vi, limit);
        EXPECT_LE(text.size(), limit);
        EXPECT_THAT(text, HasSubstr("(+1)"));
    }
}

TEST(Letter, TheOfficesLineSaysThatItsAbsenceIsASign) {
    v1::StatusReply status;
    status.set_today("2025-06-23");
    status.mutable_counts()->set_in_time(4);
    const auto letter = relay::compose({{{relay::Origin::Daily, "", 1}, status.SerializeAsString()}},
                                       person(6, "", "office@vp.vn"), false, {});
    EXPECT_EQ(letter.subject, "[Đôn đốc] tình hình ngày 23/06/2025");
    EXPECT_THAT(relay::plain_text(letter),
                AllOf(HasSubstr("4 việc đang mở, 0 quá hạn"), HasSubstr("Không thấy thư")));
}

TEST(MailHeader, WhatIsNotAsciiIsInEncodedWords) {
    EXPECT_EQ(relay::encoded_header("plain"), "plain");
    const auto encoded =
        relay::encoded_header("[Đôn đốc] 12 việc quá hạn, 3 việc sắp đến hạn, 5 việc mới giao");
    std::size_t at = 0;
    for (std::size_t line = 0; (line = encoded.find("\r\n", at)) != encoded.npos; at = line + 2)
        EXPECT_LE(line - at, 75U);
    EXPECT_THAT(relay::encoded_header("a\r\nBcc: b@c"), Not(HasSubstr("\r\nBcc")));
    EXPECT_EQ(relay::encoded_header("ộ"), "=?UTF-8?B?4buZ?=");
}

TEST(MailHeader, AnAddressIsOneLineOfAscii) {
    EXPECT_EQ(relay::parse_mail_address("Văn phòng <vp@tinh.gov.vn>")->name, "Văn phòng");
    EXPECT_EQ(relay::parse_mail_address("vp@tinh.gov.vn")->address, "vp@tinh.gov.vn");
    for (const auto* wrong : {"", "vp", "@vn", "vp@", "a@b@c", "vp@tinh>", "x <vp@tinh", "vp @tinh",
                              "vp@tinh\r\nRCPT TO:<x@y>", "x\r\nBcc: z <vp@tinh.vn>", "vđp@tinh.vn"})
        EXPECT_FALSE(relay::parse_mail_address(wrong)) << wrong;
}

TEST(MailHeader, TheDateIsVietnamese) {
    EXPECT_EQ(relay::mail_date(at("2025-06-23T07:45")), "Mon, 23 Jun 2025 07:45:00 +0700");
}

}  // namespace
}  // namespace dondoc::test
