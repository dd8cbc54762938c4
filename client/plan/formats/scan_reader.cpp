// SPDX-License-Identifier: GPL-3.0-or-later
// The picture is set upright and made black and white; what runs straight for long is taken out of it as the
// lines of tables. Each cell between lines is read by itself, as a block of text; then what stands outside
// the tables.
#include "plan/formats/scan_reader.h"

#ifdef DONDOC_TESSERACT

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#endif

namespace dondoc::plan {

#ifdef DONDOC_TESSERACT

namespace {

constexpr int shortest_line = 60;  // pixels: longer than any stroke of a letter
constexpr int gap_in_line = 25;    // that noise and turning leave
constexpr int around_line = 5;     // what is taken away beside a line
constexpr int inset = 4;           // of a cell, where the line is not quite straight
constexpr int one_line = 60;       // pixels that letters of 10 to 14 points reach over, with their marks
constexpr int least_ink = 25;      // points in a cell, for it to have text
constexpr l_uint32 white = 255;
constexpr int darker_than_paper = 168;  // of 200, which the paper is made

struct Release {
    void operator()(PIX* pix) const { ::pixDestroy(&pix); }
};
using Pixels = std::unique_ptr<PIX, Release>;

Pixels pixels_of(const Picture& picture) {
    Pixels pix{::pixCreate(static_cast<l_int32>(picture.width), static_cast<l_int32>(picture.height), 8)};
    if (!pix) return nullptr;
    auto* const data = ::pixGetData(pix.get());
    const auto words_a_row = ::pixGetWpl(pix.get());
    for (std::size_t y = 0; y < picture.height; ++y) {
        auto* const row = data + static_cast<std::ptrdiff_t>(y) * words_a_row;
        for (std::size_t x = 0; x < picture.width; ++x)
            SET_DATA_BYTE(row, x, picture.grey[y * picture.width + x]);
    }
    return pix;
}

// Black on white, as ruled_tables() looks at a page.
Picture picture_of(PIX* black_and_white, double pixels_per_point) {
    Picture picture;
    picture.width = static_cast<std::size_t>(::pixGetWidth(black_and_white));
    picture.height = static_cast<std::size_t>(::pixGetHeight(black_and_white));
    picture.pixels_per_point = pixels_per_point;
    picture.grey.reserve(picture.width * picture.height);
    auto* const data = ::pixGetData(black_and_white);
    const auto words_a_row = ::pixGetWpl(black_and_white);
    for (std::size_t y = 0; y < picture.height; ++y) {
        auto* const row = data + static_cast<std::ptrdiff_t>(y) * words_a_row;
        for (std::size_t x = 0; x < picture.width; ++x)
            picture.grey.push_back(GET_DATA_BIT(row, x) ? 0 : 255);
    }
    return picture;
}

// What runs straight for long, its gaps closed.
Pixels lines_in(PIX* page) {
    const Pixels across{::pixOpenBrick(nullptr, page, shortest_line, 1)};
    const Pixels down{::pixOpenBrick(nullptr, page, 1, shortest_line)};
    if (!across || !down) return nullptr;
    const Pixels whole_across{::pixCloseSafeBrick(nullptr, across.get(), gap_in_line, 1)};
    const Pixels whole_down{::pixCloseSafeBrick(nullptr, down.get(), 1, gap_in_line)};
    if (!whole_across || !whole_down) return nullptr;
    return Pixels{::pixOr(nullptr, whole_across.get(), whole_down.get())};
}

class Tesseract final : public ScanReader {
  public:
    bool init() {
        ::setenv("OMP_THREAD_LIMIT", "1", 1);  // a page is read by one thread: others have the machine, too
        // English beside it reads numbers better than Vietnamese alone.
        if (api_.Init(nullptr, "vie+eng", tesseract::OEM_LSTM_ONLY) != 0) return false;
        std::vector<std::string> languages;
        api_.GetLoadedLanguagesAsVector(&languages);
        if (std::find(languages.begin(), languages.end(), "vie") == languages.end()) return false;
        api_.SetVariable("debug_file", "/dev/null");
        return true;
    }

    ScannedPage read(const Picture& picture, const Beat& beat) override {
        ScannedPage page;
        page.pixels_per_point = picture.pixels_per_point;
        const auto grey = pixels_of(picture);
        Pixels upright{grey ? ::pixDeskew(grey.get(), 0) : nullptr};
        // Thin lines are grey in a scan: what is darker than the paper counts, and the paper is made even
        // first.
        const Pixels even{upright ? ::pixBackgroundNormSimple(upright.get(), nullptr, nullptr) : nullptr};
        const Pixels ink{even ? ::pixThresholdToBinary(even.get(), darker_than_paper) : nullptr};
        const auto lines = ink ? lines_in(ink.get()) : nullptr;
        if (!lines) return page;
        page.tables = ruled_tables(picture_of(lines.get(), picture.pixels_per_point));
        const Pixels beside{::pixDilateBrick(nullptr, lines.get(), around_line, around_line)};
        const Pixels letters{::pixSubtract(nullptr, ink.get(), beside.get())};
        // Tesseract reads shades of grey better than what was made black and white.
        if (!letters || ::pixSetMasked(upright.get(), beside.get(), white) != 0) return page;
        read_cells(upright.get(), letters.get(), page, beat);
        read_outside(upright.get(), page, beat);
        return page;
    }

  private:
    void read_cells(PIX* shades, PIX* letters, ScannedPage& page, const Beat& beat) {
        api_.SetImage(shades);
        api_.SetSourceResolution(static_cast<int>(dots_per_inch));
        for (const auto& table : page.tables)
            for (const auto& cell : table.cells) {
                beat();
                auto box = box_of(cell);
                if (box.w <= 0 || box.h <= 0) continue;
                const auto height = height_of_ink(letters, box);
                if (height == 0) continue;
                api_.SetPageSegMode(height < one_line ? tesseract::PSM_SINGLE_LINE
                                                      : tesseract::PSM_SINGLE_BLOCK);
                api_.SetRectangle(box.x, box.y, box.w, box.h);
                take_words(page.words, beat);
            }
    }

    void read_outside(PIX* shades, ScannedPage& page, const Beat& beat) {
        const Pixels rest{::pixCopy(nullptr, shades)};
        if (!rest) return;
        for (const auto& table : page.tables)
            for (const auto& cell : table.cells) {
                auto box = box_of(cell);
                ::pixSetInRect(rest.get(), &box);  // white
            }
        api_.SetImage(rest.get());
        api_.SetSourceResolution(static_cast<int>(dots_per_inch));
        api_.SetPageSegMode(tesseract::PSM_AUTO);
        take_words(page.words, beat);
    }

    static BOX box_of(const RuledCell& cell) {
        BOX box{};
        box.x = static_cast<l_int32>(cell.left) + inset;
        box.y = static_cast<l_int32>(cell.top) + inset;
        box.w = static_cast<l_int32>(cell.right) - inset - box.x;
        box.h = static_cast<l_int32>(cell.bottom) - inset - box.y;
        return box;
    }

    // From its first to its last row; 0: there is next to none.
    static l_int32 height_of_ink(PIX* letters, BOX& box) {
        const Pixels part{::pixClipRectangle(letters, &box, nullptr)};
        l_int32 count = 0;
        if (!part || ::pixCountPixels(part.get(), &count, nullptr) != 0 || count < least_ink) return 0;
        BOX* found = nullptr;
        if (::pixClipToForeground(part.get(), nullptr, &found) != 0 || found == nullptr) return 0;
        const auto height = found->h;
        ::boxDestroy(&found);
        return height;
    }

    void take_words(std::vector<Word>& words, const Beat& beat) {
        tesseract::ETEXT_DESC monitor;
        monitor.cancel_this = const_cast<Beat*>(&beat);
        monitor.cancel = [](void* waiting, int) {
            (*static_cast<const Beat*>(waiting))();
            return false;
        };
        if (api_.Recognize(&monitor) != 0) return;
        const std::unique_ptr<tesseract::ResultIterator> found{api_.GetIterator()};
        if (!found) return;
        do {
            const std::unique_ptr<const char[]> text{found->GetUTF8Text(tesseract::RIL_WORD)};
            int left = 0, top = 0, right = 0, bottom = 0;
            if (!text || !found->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) continue;
            Word word{static_cast<double>(left), static_cast<double>(top), static_cast<double>(right),
                      static_cast<double>(bottom), text.get()};
            word.confidence = found->Confidence(tesseract::RIL_WORD);
            if (word.text.find_first_not_of(' ') != std::string::npos) words.push_back(std::move(word));
        } while (found->Next(tesseract::RIL_WORD));
    }

    tesseract::TessBaseAPI api_;
};

}  // namespace

std::unique_ptr<ScanReader> ScanReader::open() {
    ::setMsgSeverity(L_SEVERITY_NONE);
    auto reader = std::make_unique<Tesseract>();
    if (!reader->init()) return nullptr;
    return reader;
}

#else

std::unique_ptr<ScanReader> ScanReader::open() {
    return nullptr;
}

#endif

}  // namespace dondoc::plan
