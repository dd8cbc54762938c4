// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/calendar_feed.h"

#include <gtest/gtest.h>

namespace dondoc::report {
namespace {

v1::AssignmentRow term(std::uint64_t id, const std::string& due) {
    v1::AssignmentRow row;
    row.set_assignment(id);
    row.set_task(id + 10);
    row.set_document("58/KH-UBND");
    row.set_task_number("3");
    row.set_title("Rà soát quy chế; sửa đổi, bổ sung");
    row.set_due(due);
    row.set_deadline_text("Trước ngày 16/8/2025");
    row.set_revision(4);
    return row;
}

std::string feed_of(const std::vector<v1::AssignmentRow>& rows) {
    FeedSettings settings;
    settings.name = "dondoc SNV";
    settings.site = "dondoc.vn";
    settings.url = "https://dondoc.vn";
    settings.made = parse_instant("2025-07-25T08:00").value();
    auto text = calendar_feed(rows, settings);
    // Long lines are folded; joined again they can be looked for.
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
    return text;
}

bool has(const std::string& text, const std::string& line) {
    return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

TEST(CalendarFeed, ATermIsAnEventOfTheWholeDay) {
    const auto feed = feed_of({term(7, "2025-08-15")});
    EXPECT_TRUE(feed.starts_with("BEGIN:VCALENDAR\r\n"));
    EXPECT_TRUE(has(feed, "DTSTART;VALUE=DATE:20250815")) << feed;
    EXPECT_TRUE(has(feed, "DTEND;VALUE=DATE:20250816"));
    EXPECT_TRUE(has(feed, "UID:dondoc-7@dondoc.vn"));
    EXPECT_TRUE(has(feed, "SEQUENCE:4"));
    EXPECT_TRUE(has(feed, "STATUS:CONFIRMED"));
    EXPECT_TRUE(has(feed, "SUMMARY:Hạn: Rà soát quy chế\\; sửa đổi\\, bổ sung"));
    EXPECT_TRUE(has(feed, "URL:https://dondoc.vn/nhiem-vu/17"));
    EXPECT_TRUE(has(feed, "REFRESH-INTERVAL;VALUE=DURATION:PT4H"));
    EXPECT_TRUE(has(feed, "DTSTAMP:20250725T010000Z"));
}

TEST(CalendarFeed, IsToldTheMorningBefore) {
    const auto feed = feed_of({term(7, "2025-08-15")});
    EXPECT_TRUE(has(feed, "BEGIN:VALARM"));
    EXPECT_TRUE(has(feed, "TRIGGER:-PT16H")) << feed;
    EXPECT_TRUE(has(feed, "ACTION:DISPLAY"));
    EXPECT_NE(feed.find("DESCRIPTION:Hạn: "), std::string::npos);
}

TEST(CalendarFeed, WhatIsDoneOrWithdrawnRingsNoMore) {
    auto done = term(7, "2025-08-15");
    done.set_state(v1::Workflow::completed);
    EXPECT_FALSE(has(feed_of({done}), "BEGIN:VALARM"));
    EXPECT_TRUE(has(feed_of({done}), "STATUS:CONFIRMED"));
    auto revoked = term(7, "2025-08-15");
    revoked.set_state(v1::Workflow::revoked);
    EXPECT_FALSE(has(feed_of({revoked}), "BEGIN:VALARM"));
    EXPECT_TRUE(has(feed_of({revoked}), "STATUS:CANCELLED"));
}

TEST(CalendarFeed, OfASecretDocumentItSaysOnlyThatThereIsSomething) {
    auto secret = term(7, "2025-08-15");
    secret.set_secret(true);
    const auto feed = feed_of({secret});
    for (const auto* word : {"Rà soát", "58/KH-UBND", "Trước ngày"})
        EXPECT_EQ(feed.find(word), std::string::npos);
    EXPECT_TRUE(has(feed, "DTSTART;VALUE=DATE:20250815"));
}

TEST(CalendarFeed, WhatHasNoDayIsLeftOut) {
    EXPECT_EQ(feed_of({term(7, "")}).find("VEVENT"), std::string::npos);
}

TEST(CalendarFeed, NoTextBeginsALineOfItsOwn) {
    auto evil = term(7, "2025-08-15");
    evil.set_title("x\r\nATTACH:file:///etc/passwd\nEND:VEVENT");
    const auto feed = feed_of({evil});
    EXPECT_FALSE(has(feed, "ATTACH:file:///etc/passwd")) << feed;
    EXPECT_EQ(feed.find("\nATTACH"), std::string::npos);
}

}  // namespace
}  // namespace dondoc::report
