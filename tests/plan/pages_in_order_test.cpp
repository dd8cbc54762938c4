// SPDX-License-Identifier: Apache-2.0
// Several threads read the pages of a file; what is read is the same as if one had.
#include "plan/formats/pages_in_order.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "pdf_files.h"
#include "plan/formats/grid_wire.h"
#include "plan/formats/page_content.h"
#include "plan/formats/pdf_pages.h"

namespace dondoc::plan {
namespace {

using namespace tests::pdf_page;
using tests::pdf;

PagesInOrder<int>::MakePage squares() {
    return [](std::size_t i) { return static_cast<int>(i * i); };
}

TEST(PagesInOrder, AreTakenInTheirOrderHoweverManyMakeThem) {
    for (const unsigned threads : {1U, 2U, 4U}) {
        PagesInOrder<int> pages(100, threads, squares);
        for (int i = 0; i < 100; ++i) ASSERT_EQ(pages.next(), i * i) << threads << " threads";
    }
}

TEST(PagesInOrder, EachThreadHasAWorkerOfItsOwn) {
    std::atomic<unsigned> workers{0};
    PagesInOrder<int> pages(100, 3, [&] {
        ++workers;
        return [used = 0](std::size_t) mutable { return ++used; };
    });
    for (int i = 0; i < 100; ++i) EXPECT_GT(pages.next(), 0);
    EXPECT_GE(workers, 1U);
    EXPECT_LE(workers, 3U);
}

TEST(PagesInOrder, WhatOnePageThrewIsThrownInItsTurn) {
    for (const unsigned threads : {1U, 4U}) {
        PagesInOrder<int> pages(10, threads, [] {
            return [](std::size_t i) {
                if (i == 5) throw std::runtime_error("page 5");
                return static_cast<int>(i);
            };
        });
        for (int i = 0; i < 5; ++i) EXPECT_EQ(pages.next(), i);
        EXPECT_THROW(pages.next(), std::runtime_error);
        // Who stops here waits for no more than the pages that were begun.
    }
}

TEST(PagesInOrder, FewPagesWaitToBeTaken) {
    std::atomic<std::size_t> made{0};
    PagesInOrder<int> pages(1000, 2, [&] {
        return [&](std::size_t i) {
            ++made;
            return static_cast<int>(i);
        };
    });
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(pages.next(), i);
        EXPECT_LE(made, static_cast<std::size_t>(i) + 1 + 8);
    }
}

TEST(ScanTurns, TheFirstPicturesAreScannedWhoeverLooksFirst) {
    constexpr std::size_t pages = 130;  // every second one is a picture: five more than are scanned
    std::array<bool, pages> scanned{};
    ScanTurns turns;
    std::atomic<std::size_t> next{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (auto page = next++; page < pages; page = next++)
                scanned[page] = turns.take(page, page % 2 == 1);
        });
    for (auto& thread : threads) thread.join();
    for (std::size_t page = 0; page < pages; ++page)
        EXPECT_EQ(scanned[page], page % 2 == 1 && page < 120) << page;
}

// A table of three columns that goes on over pages, with a line of text above it on some of them.
std::string page_of(int first) {
    std::string page = "0.5 w\n";
    for (const int y : {800, 760, 720, 680}) page += stroke(50, y, 500, y);
    for (const int x : {50, 100, 300, 500}) page += stroke(x, 800, x, 680);
    if (first % 4 == 1) page += words(60, 815, "Phu luc " + std::to_string(first));
    for (int i = 0; i < 3; ++i)
        page += words(60, 775 - 40 * i, std::to_string(first + i)) +
                words(110, 775 - 40 * i, "Ra soat so " + std::to_string(first + i)) +
                words(310, 775 - 40 * i, "31/12/2023");
    return page;
}

TEST(PdfPages, SeveralThreadsReadPageByPageWhatOneReads) {
    std::vector<std::string> contents;
    for (int i = 0; i < 40; ++i)
        contents.push_back(i % 7 == 3 ? "" : i % 5 == 2 ? words(60, 400, "Loi van") : page_of(i));
    const auto file = pdf(contents);
    const auto read = [&](unsigned threads) {
        std::vector<std::string> pages;
        read_pdf_pages(
            file, threads, [](Sign) {}, [&](const Grid& found) { pages.push_back(bytes_of(found)); });
        return pages;
    };
    const auto one = read(1);
    ASSERT_EQ(one.size(), contents.size() + 1);
    EXPECT_GT(one[8].size(), one[3].size());
    EXPECT_EQ(read(2), one);
    EXPECT_EQ(read(4), one);
}

}  // namespace
}  // namespace dondoc::plan
