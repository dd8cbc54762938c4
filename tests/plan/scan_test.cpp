// SPDX-License-Identifier: Apache-2.0
// Scanned pages: a page that the test draws, turns a little, and puts into a PDF as a picture.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numbers>
#include <random>
#include <string>
#include <vector>

#include "domain/message.h"
#include "pdf_files.h"
#include "plan/formats/scan_reader.h"
#include "plan/reader.h"
#ifdef DONDOC_SCANS
#include "support/scanned_pages.h"
#endif

// Drawing a page begins fontconfig, which keeps what it has read of its configuration until the process ends.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}

namespace dondoc::plan {
namespace {

using namespace tests::pdf_page;
using tests::pdf;

struct Grey {
    int width = 0, height = 0;
    std::string pixels;
};

Grey drawn(const std::string& file, double dpi) {
    const std::unique_ptr<poppler::document> document{
        poppler::document::load_from_raw_data(file.data(), static_cast<int>(file.size()))};
    const std::unique_ptr<poppler::page> page{document->create_page(0)};
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
    const auto image = renderer.render_page(page.get(), dpi, dpi);
    Grey grey{image.width(), image.height(), {}};
    for (int y = 0; y < grey.height; ++y)
        grey.pixels.append(image.const_data() + y * image.bytes_per_row(),
                           static_cast<std::size_t>(grey.width));
    return grey;
}

// Turned about its middle, on paper that is not quite white.
Grey on_paper(const Grey& from, double degrees) {
    std::mt19937 random{7};
    Grey to{from.width, from.height, std::string(from.pixels.size(), '\0')};
    const double angle = degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    for (int y = 0; y < to.height; ++y)
        for (int x = 0; x < to.width; ++x) {
            const double dx = x - to.width / 2.0, dy = y - to.height / 2.0;
            const auto fx = static_cast<int>(std::lround(c * dx + s * dy + to.width / 2.0));
            const auto fy = static_cast<int>(std::lround(-s * dx + c * dy + to.height / 2.0));
            const bool inside = fx >= 0 && fy >= 0 && fx < from.width && fy < from.height;
            const auto level =
                inside
                    ? static_cast<unsigned char>(from.pixels[static_cast<std::size_t>(fy * from.width + fx)])
                    : 255U;
            const auto noise = static_cast<int>(random() % 24);
            to.pixels[static_cast<std::size_t>(y * to.width + x)] =
                static_cast<char>(std::clamp(static_cast<int>(level) * 9 / 10 + noise - 12, 0, 255));
        }
    return to;
}

// A file with one page that is this picture.
std::string scan_of(const Grey& picture) {
    const std::string content = "595 0 0 842 0 0 cm /I Do";
    const std::vector<std::string> objects{
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
        "<</Type/XObject/Subtype/Image/Width " + std::to_string(picture.width) + "/Height " +
            std::to_string(picture.height) + "/ColorSpace/DeviceGray/BitsPerComponent 8/Length " +
            std::to_string(picture.pixels.size()) + ">>stream\n" + picture.pixels + "\nendstream"};
    std::string file = "%PDF-1.4\n";
    for (std::size_t i = 0; i < objects.size(); ++i)
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    return file + "trailer<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R>>\n%%EOF\n";
}

std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(number >> shift & 0xFFU);
    return bytes;
}

std::string chunk(const std::string& kind, const std::string& data) {
    const auto body = kind + data;
    const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return big_endian(static_cast<std::uint32_t>(data.size())) + body +
           big_endian(static_cast<std::uint32_t>(sum));
}

// PNG, 8 bit of grey, without a word of its resolution.
std::string png_of(const Grey& picture) {
    std::string raw;
    for (int y = 0; y < picture.height; ++y) {
        raw += '\0';
        raw.append(picture.pixels, static_cast<std::size_t>(y * picture.width),
                   static_cast<std::size_t>(picture.width));
    }
    auto size = ::compressBound(raw.size());
    std::string packed(size, '\0');
    ::compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(raw.data()),
               raw.size());
    packed.resize(size);
    const auto head = big_endian(static_cast<std::uint32_t>(picture.width)) +
                      big_endian(static_cast<std::uint32_t>(picture.height)) + std::string("\x08\0\0\0\0", 5);
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", head) + chunk("IDAT", packed) + chunk("IEND", "");
}

std::string refusal_of(const std::string& file) {
    try {
        read_plan_grid(file);
    } catch (const UserError& error) {
        return error.message().key;
    }
    return {};
}

std::string ruled_page() {
    std::string page = "1 w\n";
    for (const int y : {800, 760, 720, 680}) page += stroke(50, y, 500, y);
    for (const int x : {50, 100, 300, 500}) page += stroke(x, 800, x, 680);
    return page + words(60, 775, "STT") + words(110, 775, "Nhi m v") + words(310, 775, "H n") +
           words(60, 735, "1") + words(110, 735, "Bao cao tong ket nam") + words(310, 735, "31/12/2023") +
           words(60, 695, "2") + words(110, 695, "Ra soat thu tuc") + words(310, 695, "30/9/2023");
}

TEST(Scan, ATurnedPageIsReadCellByCellAndEveryRowIsMarked) {
    if (!ScanReader::open()) GTEST_SKIP() << "there is no tesseract here, or no Vietnamese for it";
    const auto grid = read_plan_grid(scan_of(on_paper(drawn(pdf({ruled_page()}), 200), 1)));
    ASSERT_EQ(grid.tables.size(), 1U);
    const auto& rows = grid.tables[0].rows;
    ASSERT_EQ(rows.size(), 3U);
    ASSERT_EQ(rows[0].cells.size(), 3U);
    EXPECT_EQ(rows[1].cells[2].text(), "31/12/2023");
    EXPECT_EQ(rows[2].cells[2].text(), "30/9/2023");
    for (const auto& row : rows) {
        ASSERT_FALSE(row.doubts.empty());
        EXPECT_EQ(row.doubts[0].key, "row.from_scan");
    }
    ASSERT_FALSE(grid.problems.empty());
    EXPECT_EQ(grid.problems[0].key, "plan.scanned_pages");
}

#ifdef DONDOC_SCANS

// A page of a table that goes on: the header again, then tasks from `first` on, the one below the seal among
// them. The font has the few Vietnamese letters of Western Europe.
std::string page_of_plan(int first) {
    std::string page = "0.6 w\n";
    constexpr int top = 800, height = 70, rows = 9;
    for (int i = 0; i <= rows; ++i) page += stroke(50, top - i * height, 545, top - i * height);
    for (const int x : {50, 95, 300, 420, 545}) page += stroke(x, top, x, top - rows * height);
    const auto row = [&](int at, const std::vector<std::string>& cells) {
        constexpr std::array lefts{55, 100, 305, 425};
        for (std::size_t i = 0; i < cells.size(); ++i)
            page += "BT /F 12 Tf " + std::to_string(lefts[i]) + " " + std::to_string(top - at * height - 40) +
                    " Td (" + cells[i] + ") Tj ET\n";
    };
    row(0, {"STT", "T\\352n", "Ph\\342n c\\364ng", "Th\\341ng ho\\340n th\\340nh"});
    for (int i = 1; i < rows; ++i)
        row(i, {std::to_string(first + i - 1), "B\\341o c\\341o th\\341ng " + std::to_string(i),
                "C\\364ng an", "Th\\341ng " + std::to_string(i) + "/2024"});
    return page;
}

TEST(Scan, APlanFromTheOfficesScannerIsReadRowByRow) {
    if (!ScanReader::open()) GTEST_SKIP() << "there is no tesseract here, or no Vietnamese for it";
    tests::ScanGrade grade;
    grade.turned = 1;
    grade.blur = 1;
    grade.noise = 6;
    grade.quality = 75;
    grade.stamped = true;
    const auto read = read_plan(tests::scan_of(pdf({page_of_plan(1), page_of_plan(9)}), grade));
    ASSERT_EQ(read.rows.size(), 16U) << "a repeated header is no row";
    for (std::size_t i = 0; i < read.rows.size(); ++i) {
        const auto& row = read.rows[i];
        const auto month = std::to_string(i % 8 + 1);
        const bool named = row.doubts_size() > 1;  // besides that it was scanned
        EXPECT_EQ(row.number(), std::to_string(i + 1));
        EXPECT_TRUE(named || row.deadline_text() == "Tháng " + month + "/2024") << row.deadline_text();
        EXPECT_TRUE(named || row.lead_text() == "Công an") << row.lead_text();
        ASSERT_GT(row.doubts_size(), 0);
        EXPECT_EQ(row.doubts(0).key(), "row.from_scan");
    }
}

#endif

TEST(Scan, APictureIsReadAsAScannedPageIs) {
    if (!ScanReader::open()) GTEST_SKIP() << "there is no tesseract here, or no Vietnamese for it";
    const auto grid = read_plan_grid(png_of(on_paper(drawn(pdf({ruled_page()}), 200), 0.5)));
    ASSERT_EQ(grid.tables.size(), 1U);
    const auto& rows = grid.tables[0].rows;
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].cells[2].text(), "31/12/2023");
    ASSERT_FALSE(rows[1].doubts.empty());
    EXPECT_EQ(rows[1].doubts[0].key, "row.from_scan");
}

TEST(Scan, APictureThatIsBrokenOrHugeIsRefused) {
    if (!ScanReader::open()) GTEST_SKIP() << "there is no tesseract here, or no Vietnamese for it";
    const auto whole = png_of(drawn(pdf({ruled_page()}), 40));
    EXPECT_EQ(refusal_of(whole.substr(0, 30)), "plan.picture_unreadable");
    EXPECT_EQ(refusal_of("\xFF\xD8\xFF no picture"), "plan.picture_unreadable");
    EXPECT_EQ(refusal_of(std::string("II*\0\x08\0\0\0", 8)), "plan.picture_unreadable");
    auto huge = whole;
    huge.replace(16, 8, big_endian(60'000) + big_endian(60'000));
    huge.replace(29, 4,
                 big_endian(static_cast<std::uint32_t>(
                     ::crc32(0, reinterpret_cast<const Bytef*>(huge.data() + 12), 17))));
    EXPECT_EQ(refusal_of(huge), "plan.picture_large");
}

TEST(Scan, WithoutAReaderAScanIsRefusedWithWhatToInstall) {
    if (ScanReader::open()) GTEST_SKIP() << "there is a reader of scans here";
    try {
        read_plan_grid(scan_of(drawn(pdf({ruled_page()}), 100)));
        FAIL() << "a picture was read";
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "plan.pdf_scanned");
    }
}

}  // namespace
}  // namespace dondoc::plan
