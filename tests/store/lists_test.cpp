// SPDX-License-Identifier: Apache-2.0
// Lists find what their filter says, in any order, page by page; and what they look at is bounded.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

constexpr auto first_day = civil(2023, 1, 1);
constexpr std::array orders{store::ListOrder::Due,    store::ListOrder::Updated,  store::ListOrder::Given,
                            store::ListOrder::Agency, store::ListOrder::Document, store::ListOrder::Progress};
using Filter = store::AssignmentFilter;

class Lists : public testing::Test {
  protected:
    static constexpr int agencies = 12, documents = 9, tasks_of_a_document = 15;

    // Every task is led by some agencies; words and levels are common and rare.
    void fill(int tasks, int leads) {
        auto& db = store.database.handle();
        store::Transaction transaction{store.database};
        for (int i = 1; i <= agencies; ++i) {
            // Codes in another order than ids.
            const auto code = "CQ" + std::to_string((i * 7) % 13);
            db.exec("INSERT INTO agency (id, code, name, level) VALUES (" + std::to_string(i) + ", '" + code +
                    "', '" + code + "', 'province')");
        }
        const int per_document = std::max(1, tasks / documents);
        for (int i = 1; i <= documents + 1; ++i)
            db.exec(
                "INSERT INTO document (id, issuer, number, issued, title, level, imported_at, withdrawn_at) "
                "VALUES (" +
                std::to_string(i) + ", 'I', '" + std::to_string(i) + "/KH', " +
                std::to_string(19000 + (i * 5) % 7) + ", 'T', '" + (i == 3 ? "commune" : "province") +
                "', 0, NULL)");
        for (int i = 1; i <= tasks; ++i) {
            store::Task task;
            task.document = {1 + std::min(documents, (i - 1) / per_document)};
            task.ordinal = static_cast<int>(random() % 100);
            task.search = i % 50 == 0 ? "đất đai ở xã" : "cải cách hành chính";
            task.deadline.term = Ongoing{};
            const auto id = store.plans.add(task);
            if (random() % 4 == 0) store.plans.add_cooperation(id, {1 + random_below(agencies)});
            const int from = random_below(agencies);
            for (int j = 0; j < leads; ++j) {
                auto assignment =
                    store.assignments.add(id, {1 + (from + j) % agencies}, some_day(), instant());
                if (random() % 3 == 0) continue;
                assignment.state = static_cast<Workflow>(random() % 8);
                assignment.progress =
                    random() % 2 == 0 ? std::nullopt : std::optional{static_cast<int>(random() % 5) * 20};
                assignment.updated_at = instant();
                if (assignment.state == Workflow::Completed) assignment.completed_on = first_day;
                std::string words;
                if (random() % 9 == 0)
                    words = random() % 3 == 0 ? "báo cáo 15/bc-snv" : "xin gửi hồ sơ đất đai";
                store.history.write(assignment, ChangeKind::Start, "", {{}, words}, assignment.updated_at);
                if (!words.empty()) said[assignment.id] = words;
            }
        }
        transaction.commit();
    }

    int random_below(int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); }
    sys_seconds instant() { return sys_seconds{std::chrono::seconds{random() % 300}}; }
    std::optional<local_days> some_day() {
        if (random() % 5 == 0) return std::nullopt;
        return first_day + date::days{random_below(60)};
    }

    static store::TextFilter text(const std::string& words, const std::string& part) {
        return {words, [part](const std::string& folded) { return folded.find(part) != std::string::npos; }};
    }

    static Filter today() {
        Filter filter;
        filter.today = first_day + date::days{30};
        filter.due_soon_days = 7;
        return filter;
    }

    static std::vector<Filter> filters() {
        std::vector<Filter> all;
        const auto add = [&](const auto& set) {
            all.push_back(today());
            set(all.back());
        };
        add([](Filter&) {});
        add([](Filter& f) { f.agency = AgencyId{3}; });
        add([](Filter& f) {
            f.agency = AgencyId{3};
            f.role = Filter::Role::Cooperating;
        });
        add([](Filter& f) { f.documents = {{2}, {3}}; });
        add([](Filter& f) { f.level = "commune"; });
        add([](Filter& f) { f.level = "province"; });
        add([](Filter& f) { f.text = text("dat dai", "đất"); });
        add([](Filter& f) { f.text = text("cai cach", "cải"); });
        add([](Filter& f) { f.text = text("khong co", "không"); });
        add([](Filter& f) { f.text = text("15 bc snv", "15/bc-snv"); });
        add([](Filter& f) {
            f.text = text("dat dai", "đất");
            f.agency = AgencyId{3};
            f.is_agencys_own = true;
        });
        add([](Filter& f) {
            f.text = text("dat dai", "đất");
            f.agency = AgencyId{3};
            f.role = Filter::Role::Cooperating;
            f.is_agencys_own = true;
        });
        add([](Filter& f) { f.waiting = true; });
        add([](Filter& f) { f.due_from = first_day + date::days{10}; });
        add([](Filter& f) { f.due_to = first_day + date::days{2}; });
        for (const auto timeliness : {Timeliness::NoDeadline, Timeliness::InTime, Timeliness::DueSoon,
                                      Timeliness::DueToday, Timeliness::Overdue, Timeliness::CompletedOnTime,
                                      Timeliness::CompletedLate, Timeliness::Withdrawn})
            add([&](Filter& f) { f.timeliness = {timeliness}; });
        add([](Filter& f) { f.timeliness = {Timeliness::Overdue, Timeliness::NoDeadline}; });
        add([](Filter& f) { f.timeliness = {Timeliness::CompletedOnTime, Timeliness::CompletedLate}; });
        add([](Filter& f) {
            f.timeliness = {Timeliness::DueToday, Timeliness::DueSoon, Timeliness::InTime};
            f.level = "province";
            f.text = text("cai cach", "cải");
            f.due_to = first_day + date::days{45};
        });
        return all;
    }

    // By the rules themselves, one assignment after the other.
    bool fits(const Filter& filter, const store::ListedAssignment& listed) {
        const auto& a = listed.assignment;
        const auto timeliness = dondoc::timeliness(a.term(), filter.today, filter.due_soon_days);
        const auto cooperating = store.plans.cooperating(a.task);
        if (filter.agency && filter.role == Filter::Role::Lead && a.agency != *filter.agency) return false;
        if (filter.agency && filter.role == Filter::Role::Cooperating &&
            std::ranges::find(cooperating, *filter.agency) == cooperating.end())
            return false;
        if (!filter.documents.empty() &&
            std::ranges::find(filter.documents, listed.document_id) == filter.documents.end())
            return false;
        if (!filter.level.empty() && listed.level != filter.level) return false;
        const bool may_see_words = !filter.is_agencys_own || filter.role == Filter::Role::Lead;
        if (filter.text && !filter.text->fits(store.plans.task(a.task)->search) &&
            !(may_see_words && said.contains(a.id) && filter.text->fits(said[a.id])))
            return false;
        if (filter.waiting && a.state != Workflow::Reported && a.state != Workflow::Returned && !a.asked_due)
            return false;
        if (filter.due_from && !(a.due && *a.due >= *filter.due_from)) return false;
        if (filter.due_to && !(a.due && *a.due <= *filter.due_to)) return false;
        return filter.timeliness.empty() ||
               std::ranges::find(filter.timeliness, timeliness) != filter.timeliness.end();
    }

    static std::vector<store::ListedAssignment> every_page(store::AssignmentLists& lists,
                                                           const Filter& filter, store::ListWindow window) {
        std::vector<store::ListedAssignment> rows;
        for (;;) {
            auto page = lists.page(filter, window);
            EXPECT_LE(static_cast<int>(page.rows.size()), window.limit);
            std::ranges::move(page.rows, std::back_inserter(rows));
            if (!page.next) return rows;
            window.after = page.next;
            window.offset -= page.skipped;
        }
    }

    static bool stands_before(const store::ListedAssignment& x, const store::ListedAssignment& y,
                              store::ListOrder order) {
        const auto due = [](const auto& row) { return row.assignment.due.value_or(local_days::max()); };
        const auto progress = [](const auto& row) {
            return row.assignment.state == Workflow::Completed ? 100 : row.assignment.progress.value_or(-1);
        };
        const auto& a = x.assignment;
        const auto& b = y.assignment;
        switch (order) {
            case store::ListOrder::Due:
                return std::pair(due(x), a.id) < std::pair(due(y), b.id);
            case store::ListOrder::Updated:
                return std::pair(a.updated_at, a.id) < std::pair(b.updated_at, b.id);
            case store::ListOrder::Given:
                return a.id < b.id;
            case store::ListOrder::Agency:
                return std::tuple(x.agency_code, due(x), a.id) < std::tuple(y.agency_code, due(y), b.id);
            case store::ListOrder::Document: {
                const auto place = [](const auto& row) {
                    return std::pair{19000 + (row.document_id.value * 5) % 7, row.document_id};
                };
                return place(x) <= place(y);
            }
            case store::ListOrder::Progress:
                break;
        }
        return std::pair(progress(x), a.id) < std::pair(progress(y), b.id);
    }

    TemporaryFolder folder;
    store::Store store{folder / "dondoc.db"};
    std::mt19937 random{20231231};
    std::map<AssignmentId, std::string> said;  // with a change
};

// With limits that are past at once, so that lists are walked, and with those that a list this short keeps.
class ListsWithin : public Lists, public testing::WithParamInterface<store::AssignmentLists::Limits> {};

TEST_P(ListsWithin, PagesOfEveryFilterAndOrderHoldEachRowOnce) {
    fill(documents * tasks_of_a_document, 3);
    store::AssignmentLists lists{store.database, GetParam()};
    const auto everything = lists.all(today());
    for (const auto& filter : filters()) {
        std::set<AssignmentId> expected;
        for (const auto& listed : everything)
            if (fits(filter, listed)) expected.insert(listed.assignment.id);
        for (const auto order : orders)
            for (const bool reverse : {false, true})
                for (const int offset : {0, 11}) {
                    const auto rows =
                        every_page(lists, filter, {{order, reverse}, std::nullopt, 40, offset, false});
                    std::set<AssignmentId> found;
                    for (const auto& row : rows) found.insert(row.assignment.id);
                    EXPECT_EQ(found.size(), rows.size()) << "a row came twice";
                    EXPECT_EQ(rows.size(), expected.size() - std::min<std::size_t>(offset, expected.size()));
                    EXPECT_TRUE(std::ranges::includes(expected, found));
                    for (std::size_t i = 1; i < rows.size(); ++i)
                        EXPECT_TRUE(reverse ? stands_before(rows[i], rows[i - 1], order)
                                            : stands_before(rows[i - 1], rows[i], order));
                }
        store::ListWindow with_total;
        with_total.with_total = true;
        const auto counted = static_cast<std::int64_t>(expected.size());
        EXPECT_EQ(lists.page(filter, with_total).total.value_or(counted), counted);
        EXPECT_EQ(store.tallies.count(filter).value_or(counted), counted);
    }
}

INSTANTIATE_TEST_SUITE_P(Limits, ListsWithin,
                         testing::Values(store::AssignmentLists::Limits{},
                                         store::AssignmentLists::Limits{0, 30, 5},
                                         store::AssignmentLists::Limits{40, 300, 4}),
                         [](const auto& limits) { return std::to_string(limits.param.walked) + "AtOnce"; });

TEST_F(Lists, RowsThatStayAreSeenOnceWhileOthersChangeBetweenPages) {
    fill(documents * tasks_of_a_document, 3);
    const store::ListSort by_update{store::ListOrder::Updated, false};
    const auto before = every_page(store.lists, today(), {by_update, std::nullopt, 1000, 0, false});
    std::map<AssignmentId, int> seen;
    store::ListWindow window{by_update, std::nullopt, 20, 0, false};
    std::set<AssignmentId> changed;
    for (;;) {
        const auto page = store.lists.page(today(), window);
        for (const auto& row : page.rows) ++seen[row.assignment.id];
        if (!page.next) break;
        window.after = page.next;
        // The last row of the page, which the position names, and one that is still to come.
        for (auto assignment : {page.rows.back().assignment, before[before.size() / 2].assignment}) {
            assignment = store.assignments.get(assignment.id).value();
            assignment.note = "x";
            store.history.write(assignment, ChangeKind::Progress, "", {},
                                sys_seconds{std::chrono::seconds{301}});
            changed.insert(assignment.id);
        }
    }
    for (const auto& row : before) {
        if (changed.contains(row.assignment.id)) continue;
        EXPECT_EQ(seen[row.assignment.id], 1);
    }
}

// 40,000 assignments; a page may look at some thousands.
TEST_F(Lists, APageOfAnyFilterAndOrderIsBoundedInWork) {
    fill(10'000, 4);
    std::int64_t instructions = 0;
    auto* handle = store.database.handle().getHandle();
    sqlite3_progress_handler(
        handle, 1000, [](void* count) { return *static_cast<std::int64_t*>(count) += 1000, 0; },
        &instructions);
    for (const auto& filter : filters())
        for (const auto order : orders)
            for (const bool reverse : {false, true}) {
                std::optional<store::ListPosition> after;
                for (int page = 0; page < 3; ++page) {
                    instructions = 0;
                    const auto found = store.lists.page(filter, {{order, reverse}, after, 50, 0, false});
                    EXPECT_LT(instructions, 1'500'000) << "order " << static_cast<int>(order);
                    if (!found.next) break;
                    after = found.next;
                }
            }
    sqlite3_progress_handler(handle, 0, nullptr, nullptr);
}

}  // namespace
}  // namespace dondoc::test
