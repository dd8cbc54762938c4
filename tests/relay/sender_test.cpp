// SPDX-License-Identifier: Apache-2.0
// Mail through servers that fail: nothing is lost, nothing comes twice but with the same Message-ID, and
// nobody is held up by another's failure.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "post_office.h"
#include "wire/time.h"

namespace dondoc::test {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::StartsWith;
using testing::UnorderedElementsAre;

TEST(Mail, ReachesEachRecipientOnceAndIsSound) {
    PostOffice office;
    office.post({"an@snv.vn", "binh@snv.vn", "chi@snv.vn"});
    office.send();
    const auto arrived = office.arrived();
    ASSERT_EQ(arrived.size(), 3U);
    for (const auto& mail : arrived) {
        EXPECT_EQ(mail.wrong, "");
        EXPECT_EQ(mail.subject, "[Đôn đốc] 1 việc quá hạn");
        EXPECT_THAT(mail.plain, HasSubstr("Việc của " + mail.taken_for));
        EXPECT_THAT(mail.html, HasSubstr("Việc của " + mail.taken_for));
        EXPECT_THAT(mail.id, StartsWith("<event.0."));
    }
    office.now += 30 * 24h;
    office.send();
    EXPECT_EQ(office.arrived().size(), 3U);
    EXPECT_EQ(office.standing(2).state(), v1::Delivery::sent);
}

// Every fault that is one recipient's, beside one that has none.
TEST(Mail, WhatFailsForOneRecipientPassesAndHoldsUpNobody) {
    for (const auto* fault : {"busy", "grey", "full", "closes", "disk", "cut"}) {
        PostOffice office;
        office.post({std::string{fault} + "@snv.vn", "an@snv.vn"});
        office.send();
        EXPECT_EQ(office.counted().size(), 1U) << fault;
        EXPECT_EQ(office.counted().count("an@snv.vn"), 1U) << fault;
        EXPECT_EQ(office.standing(1).state(), v1::Delivery::waiting) << fault;
        EXPECT_THAT(office.standing(1).reason(), StartsWith("smtp ")) << fault;
        EXPECT_EQ(office.standing(1).next_try().seconds(), (office.now + 1min).time_since_epoch().count())
            << fault;
        office.now += 59s;
        office.send();
        EXPECT_EQ(office.counted().size(), 1U) << fault << ": before its time";
        office.now += 1s;
        office.send();
        EXPECT_EQ(office.counted().size(), 2U) << fault;
        EXPECT_EQ(office.standing(1).state(), v1::Delivery::sent) << fault;
        EXPECT_EQ(office.standing(1).tries(), 2U) << fault;
    }
}

TEST(Mail, WhatWasTakenAndNotAnsweredComesAgainWithTheSameId) {
    PostOffice office;
    office.post({"unanswered@snv.vn", "an@snv.vn"});
    office.send();
    EXPECT_EQ(office.standing(1).state(), v1::Delivery::waiting);
    office.now += 1min;
    office.send();
    EXPECT_EQ(office.standing(1).state(), v1::Delivery::sent);
    const auto counted = office.counted();
    ASSERT_EQ(counted.at("unanswered@snv.vn").size(), 1U) << "one Message-ID";
    EXPECT_EQ(counted.at("unanswered@snv.vn").begin()->second, 2);
    EXPECT_EQ(counted.at("an@snv.vn").begin()->second, 1);
}

TEST(Mail, WhatIsRefusedIsFinalAndItsReasonNamesNobody) {
    PostOffice office;
    office.post({"refused@snv.vn", "an@snv.vn", "nothing"});
    office.send();
    EXPECT_EQ(office.standing(1).state(), v1::Delivery::refused);
    EXPECT_EQ(office.standing(1).reason(), "smtp 550 5.1.1");
    EXPECT_EQ(office.standing(3).state(), v1::Delivery::refused);
    EXPECT_EQ(office.standing(3).reason(), "no address");
    office.now += 30 * 24h;
    office.send();
    EXPECT_THAT(office.counted(), UnorderedElementsAre(Pair("an@snv.vn", testing::_)));
}

TEST(Mail, OneWhoseServerNeverAnswersIsTimedOutBesideTheOthers) {
    PostOffice office;
    office.mail.timeout = 4s;
    office.mail.parallel = 2;
    office.post({"never@snv.vn", "slow@snv.vn", "an@snv.vn", "binh@snv.vn"});
    office.send();
    EXPECT_EQ(office.counted().size(), 3U);
    EXPECT_EQ(office.standing(1).state(), v1::Delivery::waiting);
    EXPECT_THAT(office.standing(1).reason(), HasSubstr("timeout"));
}

TEST(Mail, WhatNeverPassesIsGivenUpAfterDaysAndSaysSo) {
    PostOffice office{{"--times", "1000"}};
    office.post({"grey@snv.vn"});
    int tries = 0;
    for (const auto end = office.now + 5 * 24h;
         office.now < end && office.standing(1).state() != v1::Delivery::refused; office.now += 1min) {
        const auto before = office.standing(1).tries();
        office.send();
        if (office.standing(1).tries() > before) {
            ++tries;
            if (office.standing(1).has_next_try())
                office.now = wire::to_instant(office.standing(1).next_try()) - 1min;
        }
    }
    EXPECT_EQ(office.standing(1).state(), v1::Delivery::refused);
    EXPECT_EQ(office.standing(1).reason(), "given up: smtp 450 4.7.1");
    EXPECT_GT(tries, 15);
    EXPECT_LT(tries, 40);
}

// It would be as large the next time, and what it says would never be known to be unsaid.
TEST(Mail, OneThatIsLargerThanTheServerEverTakesIsRefusedForGood) {
    constexpr int many = 200;
    PostOffice office{{"--largest", "40000"}};
    std::vector<v1::AlertItem> items;
    for (int i = 1; i <= many; ++i)
        items.push_back(item(static_cast<std::uint64_t>(i), "Việc thứ " + std::to_string(i), -1));
    office.post_events({alert(1, "SNV", v1::EventKind::overdue, items)}, "nhieu@snv.vn");
    office.send();
    EXPECT_EQ(office.standing(1).state(), v1::Delivery::refused);
    EXPECT_EQ(office.standing(1).reason(), "smtp 552 5.3.4");
}

// Faults of the server are held against no message.
TEST(Mail, AServerThatIsDownIsTriedWithOneMessageAndNothingIsLost) {
    for (const auto& options :
         std::vector<std::vector<std::string>>{{"--greeting", "421"}, {"--login"}, {"--mute"}}) {
        PostOffice office{options};
        office.mail.timeout = 1s;
        office.post({"an@snv.vn", "binh@snv.vn", "chi@snv.vn", "dung@snv.vn", "en@snv.vn", "giang@snv.vn"});
        office.send();
        EXPECT_THAT(office.arrived(), IsEmpty());
        ASSERT_TRUE(office.sender().down_until().has_value()) << options[0];
        for (std::uint64_t i = 1; i <= 6; ++i) {
            EXPECT_NE(office.standing(i).state(), v1::Delivery::refused) << options[0];
            EXPECT_EQ(office.standing(i).tries(), 0U) << options[0];
        }
        office.serve({});
        office.start_anew();
        office.now += 20min;
        office.send();
        EXPECT_EQ(office.counted().size(), 6U) << options[0];
    }
}

TEST(Mail, WithoutTlsOrWithAnothersCertificateNothingIsSent) {
    PostOffice office;
    office.mail.tls = true;
    office.post({"an@snv.vn"});
    office.send();
    EXPECT_EQ(office.standing(1).reason(), "smtp tls missing after EHLO");

    office.serve(office.tls_for("another.vn"));
    office.start_anew();
    office.now += 1h;
    office.send();
    EXPECT_THAT(office.standing(1).reason(), HasSubstr("tls certificate"));
    EXPECT_THAT(office.arrived(), IsEmpty());

    office.serve(office.tls_for("localhost"));
    office.start_anew();
    office.now += 1h;
    office.send();
    EXPECT_EQ(office.counted().size(), 1U);
}

TEST(Mail, APersonWhoWasRemovedIsSentNothing) {
    PostOffice office;
    office.post({"an@snv.vn"});
    relay::Outbox outbox{office.file()};
    outbox.begin();
    outbox.add(part_of(alert(9, "SNV", v1::EventKind::overdue, {item(1, "Một")})),
               {77, "mail", false, office.now, true});
    outbox.commit();
    office.send();
    EXPECT_EQ(office.arrived().size(), 1U);
    EXPECT_EQ(office.standing(77).state(), v1::Delivery::dropped);
}

}  // namespace
}  // namespace dondoc::test
