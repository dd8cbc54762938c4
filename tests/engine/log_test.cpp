// SPDX-License-Identifier: Apache-2.0
// The log by what its events are about: each filter, both ways round, page by page, beside a look at each
// event.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/province.h"
#include "wire/time.h"

namespace dondoc::test {
namespace {

class Log : public testing::TestWithParam<int> {
  protected:
    Log() {
        province.register_agencies();
        province.import({row("1", "Cải cách", "31/5/2023", "các sở, ban, ngành", "Văn phòng UBND tỉnh"),
                         row("2", "Đất đai", "15/6/2023", "Sở Nội vụ")},
                        "01/KH-UBND");
        province.import({row("1", "Chuyển đổi số", "15/6/2023", "Sở Nội vụ; Sở Tài chính"),
                         row("2", "Thi đua", "30/9/2023", "Văn phòng UBND tỉnh")},
                        "02/KH-UBND");
        province.advance_to("2023-06-20T09:00");
        const auto done = province.store.assignments.get({1}).value();
        province.engine.change([&](engine::Work& work) {
            engine::change_assignment(work, done, {Action::Comment, {}, "xin thêm ý kiến", "văn phòng"});
        });
        for (const auto* code : {"SNV", "STC", "VP"})
            for (const auto& event : province.inbox(code)) events[event.id()] = event;
    }

    std::vector<std::uint64_t> every_page(const store::LogFilter& filter, bool newest_first) {
        store::EventLog log{province.store.database, GetParam()};
        std::vector<std::uint64_t> ids;
        store::LogWindow window{std::nullopt, 2, newest_first};
        for (;;) {
            const auto page = log.page(filter, window);
            for (const auto& event : page.events) ids.push_back(static_cast<std::uint64_t>(event.id.value));
            if (!page.next) return ids;
            window.after = page.next;
        }
    }

    // `is_meant`: by the event itself.
    void expect(const store::LogFilter& filter, const std::function<bool(const v1::Event&)>& is_meant) {
        std::vector<std::uint64_t> ids;
        for (const auto& [id, event] : events)
            if (is_meant(event)) ids.push_back(id);
        EXPECT_FALSE(ids.empty());
        EXPECT_EQ(every_page(filter, false), ids);
        std::ranges::reverse(ids);
        EXPECT_EQ(every_page(filter, true), ids);
    }

    static bool has(const v1::Event& event, const std::function<bool(const v1::AlertItem&)>& wanted) {
        return std::ranges::any_of(event.digest().items(), wanted);
    }
    // Of what one command changed at once, more than one change.
    static bool has_change(const v1::Event& event, const std::function<bool(const v1::Change&)>& wanted) {
        return wanted(event.change()) || std::ranges::any_of(event.more(), wanted);
    }
    static bool is_of_document(const v1::Event& event, const std::string& number) {
        return has_change(event, [&](const auto& change) { return change.document() == number; }) ||
               has(event, [&](const auto& item) { return item.document() == number; });
    }
    static bool is_of_assignment(const v1::Event& event, std::uint64_t id) {
        return has_change(event, [&](const auto& change) { return change.assignment() == id; }) ||
               has(event, [&](const auto& item) { return item.assignment() == id; });
    }

    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
    std::map<std::uint64_t, v1::Event> events;
};

TEST_P(Log, FindsWhatEachFilterSays) {
    expect({}, [](const auto&) { return true; });
    store::LogFilter filter;
    filter.agency = province.store.agencies.find("STC")->id;
    expect(filter, [](const auto& event) { return event.agency() == "STC"; });
    filter.kind = v1::EventKind::overdue;
    expect(filter, [](const auto& event) {
        return event.agency() == "STC" && event.kind() == v1::EventKind::overdue;
    });
    filter = {};
    filter.documents = {{2}};
    expect(filter, [](const auto& event) { return is_of_document(event, "02/KH-UBND"); });
    filter.agency = province.store.agencies.find("SNV")->id;
    expect(filter,
           [](const auto& event) { return event.agency() == "SNV" && is_of_document(event, "02/KH-UBND"); });
    filter = {};
    filter.task = TaskId{2};
    expect(filter, [](const auto& event) {
        return has_change(event, [](const auto& change) { return change.task() == 2; }) ||
               has(event, [](const auto& item) { return item.task() == 2; });
    });
    filter = {};
    filter.since = at("2023-06-01T00:00");
    filter.until = at("2023-06-15T00:00");
    expect(filter, [&](const auto& event) {
        const auto time = wire::to_instant(event.time());
        return time >= *filter.since && time < *filter.until;
    });
}

TEST_P(Log, FindsTheEventsOfOneAssignmentAlone) {
    for (const std::uint64_t id : {1, 2, 3}) {
        const auto assignment = province.store.assignments.get({static_cast<std::int64_t>(id)}).value();
        store::LogFilter filter;
        filter.assignment = assignment.id;
        filter.task = assignment.task;
        filter.is_about_assignment = [&](const store::StoredEvent& stored) {
            v1::Event event;
            return event.ParseFromString(stored.body) && is_of_assignment(event, id);
        };
        expect(filter, [&](const auto& event) { return is_of_assignment(event, id); });
    }
}

// How many events a page looks at: one, a few, more than there are.
INSTANTIATE_TEST_SUITE_P(Limits, Log, testing::Values(1, 3, 5000));

}  // namespace
}  // namespace dondoc::test
