// SPDX-License-Identifier: Apache-2.0
// How long `dondoc plan preview` takes for a plan of 10,000 rows, in every format that it reads.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "../language/sample_register.h"
#include "../plan/office_files.h"
#include "../plan/pdf_files.h"
#include "plan/preview.h"

namespace {

using namespace dondoc;
using Clock = std::chrono::steady_clock;

constexpr int rows = 10'000;
constexpr int rows_of_a_page = 30;

std::string title(int number) {
    return "Rà soát, hoàn thiện quy định số " + std::to_string(number) + " về cải cách thủ tục hành chính";
}

std::string separated(char separator) {
    const std::string s(1, separator);
    auto file = "STT" + s + "Nội dung" + s + "Kết quả" + s + "Thời hạn" + s + "Chủ trì" + s + "Phối hợp\n";
    for (int i = 1; i <= rows; ++i)
        file += std::to_string(i) + s + "\"" + title(i) + "\"" + s + "Đạt 100%" + s + "Trước 31/10/2023" + s +
                "Sở Nội vụ" + s + "Sở Y tế\n";
    return file;
}

std::string word_document() {
    auto table = tests::word_row({"STT", "Nội dung", "Kết quả", "Thời hạn", "Chủ trì", "Phối hợp"});
    for (int i = 1; i <= rows; ++i)
        table += tests::word_row({std::to_string(i).c_str(), title(i).c_str(), "Đạt 100%", "Trước 31/10/2023",
                                  "Sở Nội vụ", "Sở Y tế"});
    return tests::docx(tests::word_table(table));
}

std::string spreadsheet() {
    auto sheet = tests::sheet_row(1, {"STT", "Nội dung", "Kết quả", "Thời hạn", "Chủ trì", "Phối hợp"});
    for (int i = 1; i <= rows; ++i)
        sheet += tests::sheet_row(i + 1, {std::to_string(i).c_str(), title(i).c_str(), "Đạt 100%",
                                          "Trước 31/10/2023", "Sở Nội vụ", "Sở Y tế"});
    return tests::xlsx({{sheet, ""}});
}

// Its only font has no Vietnamese letters: the header's words are those that need none.
std::string ruled_pages() {
    using namespace tests::pdf_page;
    std::vector<std::string> pages;
    constexpr int top = 820;
    constexpr int height = 26;
    for (int number = 1; number <= rows;) {
        std::string page = "0.5 w\n";
        int y = top;
        const auto row = [&](const std::vector<std::string>& cells) {
            const std::vector<int> lefts{32, 72, 322, 402, 482};
            page += stroke(30, y, 560, y);
            for (std::size_t i = 0; i < cells.size(); ++i) page += words(lefts[i], y - 16, cells[i]);
            y -= height;
        };
        if (number == 1) row({"STT", "T\\352n", "Ghi ch\\372", "Ghi ch\\372", "Ph\\342n c\\364ng"});
        for (int i = 0; i < rows_of_a_page - 1 && number <= rows; ++i, ++number)
            row({std::to_string(number), "Ra soat quy dinh so " + std::to_string(number), "100%",
                 "31/10/2023", "So Noi vu"});
        page += stroke(30, y, 560, y);
        for (const int x : {30, 70, 320, 400, 480, 560}) page += stroke(x, top, x, y);
        pages.push_back(page);
    }
    return tests::pdf(pages);
}

double seconds_of(const auto& work) {
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void measure(const char* format, const std::string& bytes) {
    v1::Document document;
    document.set_issued("2023-05-13");
    std::size_t found = 0;
    const auto& agencies = tests::sample_agencies();
    const auto tables = seconds_of([&] { (void)plan::read_plan_grid(bytes); });
    const auto whole = seconds_of([&] {
        try {
            found = static_cast<std::size_t>(
                plan::preview(plan::read_plan(bytes), document, agencies, nullptr, text::Lang::Vi)
                    .rows_size());
        } catch (const UserError& error) {
            std::printf("%s: %s\n", format, error.what());
        }
    });
    rusage self{};
    rusage children{};
    ::getrusage(RUSAGE_SELF, &self);
    ::getrusage(RUSAGE_CHILDREN, &children);
    std::printf(
        "%-5s %7.1f MB  tables %6.3f s  preview %6.3f s  %zu rows  peak so far %ld MB, of children %ld MB\n",
        format, static_cast<double>(bytes.size()) / (1 << 20), tables, whole, found, self.ru_maxrss / 1024,
        children.ru_maxrss / 1024);
}

}  // namespace

int main() {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    measure("text", separated('\t'));
    measure("csv", separated(';'));
    measure("docx", word_document());
    measure("xlsx", spreadsheet());
    measure("pdf", ruled_pages());
}
