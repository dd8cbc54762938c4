// SPDX-License-Identifier: Apache-2.0
// Plans as they were issued, compared field by field with a careful reader's reading of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>

#include "../language/sample_register.h"
#include "plan/formats/html_text.h"
#include "plan/preview.h"

namespace dondoc::plan {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    std::size_t at = 0;
    for (auto next = text.find(separator); next != std::string::npos; next = text.find(separator, at)) {
        parts.push_back(text.substr(at, next - at));
        at = next + separator.size();
    }
    parts.push_back(text.substr(at));
    return parts;
}

void add_truth(const std::string& path, std::vector<Row>& rows) {
    const auto lines = split(tests::read_file(path), "\n");
    const auto columns = split(lines.at(0), "\t");
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].empty()) continue;
        const auto cells = split(lines[i], "\t");
        Row row;
        for (std::size_t c = 0; c < columns.size() && c < cells.size(); ++c) row[columns[c]] = cells[c];
        rows.push_back(std::move(row));
    }
}

// White space, case, list signs and the marks between items do not count.
std::string plain(const std::string& text) {
    std::string html_free;
    for (const auto& paragraph : paragraphs_of(text)) html_free += paragraph + " ";
    const auto folded = language::fold(html_free);
    std::string words;
    bool space = true;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char c = folded[i];
        const bool bullet =
            (c == '-' || c == '+' || c == '*') && space && i + 1 < folded.size() && folded[i + 1] == ' ';
        if (c == ' ' || c == ';' || c == '.' || c == ',' || bullet) {
            space = true;
            continue;
        }
        if (c == '^') continue;
        if (space && !words.empty()) words += ' ';
        space = false;
        words += c;
    }
    return words;
}

template <typename List>
std::multiset<std::string> plain_set(const List& list) {
    std::multiset<std::string> set;
    for (const auto& item : list)
        if (auto text = plain(item); !text.empty()) set.insert(std::move(text));
    return set;
}

class Score {
  public:
    void add(const std::string& field, bool equal, const std::string& what) {
        auto& [right, all] = counts_[field];
        ++all;
        if (equal)
            ++right;
        else
            std::cout << "  " << field << " differs at " << what << "\n";
    }
    double worst(const std::string& name) const {
        double lowest = 1;
        std::cout << name << ":";
        for (const auto& [field, count] : counts_) {
            const double share = double(count.first) / count.second;
            lowest = std::min(lowest, share);
            std::cout << " " << field << " " << share;
        }
        std::cout << "\n";
        return lowest;
    }

  private:
    std::map<std::string, std::pair<int, int>> counts_;
};

const char* name_of_kind(const v1::PlanRow& row) {
    return v1::DeadlineKind::Kind_Name(row.deadline().kind()).c_str();
}

void compare(const std::string& plan, const char* issued, const std::vector<std::string>& readings,
             double floor) {
    const std::string folder = DONDOC_PLANS_DIR;
    if (!std::filesystem::exists(folder + "/" + plan))
        GTEST_SKIP() << "no plans as issued in " << folder << "; they are not part of this repository";
    std::vector<Row> truth;
    for (const auto& file : readings) add_truth(folder + "/" + file, truth);
    v1::Document document;
    document.set_issued(issued);
    const auto made = preview(read_plan(tests::read_file(folder + "/" + plan)), document,
                              tests::sample_agencies(), nullptr, text::Lang::Vi);
    ASSERT_EQ(made.rows_size(), static_cast<int>(truth.size())) << "rows lost or invented";
    Score score;
    for (int i = 0; i < made.rows_size(); ++i) {
        auto& want = truth[static_cast<std::size_t>(i)];
        const auto& got = made.rows(i);
        const auto where = want["number"] + " " + want["title"].substr(0, 60);
        score.add("number", plain(want["number"]) == plain(got.number()), where);
        score.add("section", plain(want["section"]) == plain(got.section()), where);
        score.add("title", plain(want["title"]) == plain(got.title()), where);
        score.add("requirement",
                  want["requirement"] == "?" || plain(want["requirement"] + " ; " + want["solution"]) ==
                                                    plain(got.requirement() + " ; " + got.solution()),
                  where);
        score.add("kind", want["deadline_kind"] == name_of_kind(got), where);
        score.add("due", plain_set(split(want["due"], " | ")) == plain_set(got.deadline().due()), where);
        bool lead = false;
        for (const auto& accepted : split(want["lead"], " || "))
            lead = lead || plain_set(split(accepted, " | ")) == plain_set(got.lead());
        score.add("lead", lead, where);
        score.add("cooperating", plain_set(split(want["coop"], " | ")) == plain_set(got.cooperating()),
                  where);
    }
    EXPECT_GE(score.worst(plan), floor);
}

TEST(IssuedPlan, Kh122IsReadAsACarefulReaderDoes) {
    compare("kh-122.txt", "2023-05-13", {"kh-122.tsv"}, 0.99);
}

TEST(IssuedPlan, Kh122IsReadFromAWordProcessorsFile) {
    compare("kh-122.docx", "2023-05-13", {"kh-122.tsv"}, 0.99);
}

TEST(IssuedPlan, Kh122IsReadFromASpreadsheet) {
    compare("kh-122.xlsx", "2023-05-13", {"kh-122.tsv"}, 0.99);
}

TEST(IssuedPlan, Kh122IsReadFromAPdf) {
    compare("kh-122.pdf", "2023-05-13", {"kh-122.tsv"}, 0.99);
}

TEST(IssuedPlan, Kh365IsReadAsACarefulReaderDoes) {
    compare("kh-365.txt", "2023-06-08", {"kh-365-pl1.tsv", "kh-365-pl2.tsv"}, 0.95);
}

}  // namespace
}  // namespace dondoc::plan
