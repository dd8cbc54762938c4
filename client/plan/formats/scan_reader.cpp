// SPDX-License-Identifier: GPL-3.0-or-later
// The picture is set upright and made black and white; what runs straight for long is taken out of it as the
// lines of tables. Each cell between lines is read by itself, as a block of text; then what stands outside
// the tables.
#include "plan/formats/scan_reader.h"

#ifdef DONDOC_TESSERACT

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>
#include <numbers>
#include <string>
#include <string_view>
#include <utility>

#include "plan/formats/scan_lines.h"

#endif

namespace dondoc::plan {

#ifdef DONDOC_TESSERACT

namespace {

constexpr int around_line = 5;    // what is taken away beside a line
constexpr int inset = 4;          // of a cell, where the line is not quite straight
constexpr int one_line = 60;      // pixels that letters of 10 to 14 points reach over, with their marks
constexpr int least_ink = 25;     // points in a cell, for it to have text
constexpr float little_less = 5;  // sure, per cent
constexpr l_uint32 white = 255;
constexpr int darker_than_paper = 168;  // of 200, which the paper is made

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

// 0: it is upright, or nobody can tell.
float degrees_askew(PIX* shades) {
    constexpr l_int32 ink = 130;
    constexpr float least_angle = 0.05F, least_certain = 3;
    const Pixels dark{::pixThresholdToBinary(shades, ink)};
    float angle = 0, certain = 0;
    if (!dark || ::pixFindSkew(dark.get(), &angle, &certain) != 0) return 0;
    return std::fabs(angle) < least_angle || certain < least_certain ? 0 : angle;
}

Pixels turned(PIX* shades, float degrees) {
    const auto radians = degrees * std::numbers::pi_v<float> / 180;
    return Pixels{::pixRotate(shades, radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0)};
}

// Black on white, as ruled_tables() looks at a page.
Picture grey_picture(PIX* black_and_white, double pixels_per_point) {
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

// Pages are read side by side; tesseract would begin four threads for each of them, which wait for each other
// busily. Its OpenMP looks at the environment before main() begins, so it has to be told; which one it is,
// and whether it has one, is known when it is loaded.
void read_by_one_thread() {
    using SetLevels = void (*)(int);
    if (const auto set_levels =
            reinterpret_cast<SetLevels>(::dlsym(RTLD_DEFAULT, "omp_set_max_active_levels")))
        set_levels(0);  // of the thread that calls
}

// The first byte of a Vietnamese letter with a mark; quotation marks and dashes begin with another.
bool starts_letter(unsigned char c) {
    constexpr unsigned char first = 0xC3, of_signs = 0xE2;
    return c >= first && c != of_signs;
}

bool has_letters(std::string_view word) {
    return std::any_of(word.begin(), word.end(),
                       [](unsigned char c) { return std::isalpha(c) || starts_letter(c); });
}

// Neither letter, figure nor a sign that stands alone: what dirt and the rest of a seal are taken for.
bool is_speck(std::string_view word) {
    constexpr std::array<std::string_view, 7> signs{"-", "+", "*", "–", "•", "%", "&"};
    return std::none_of(word.begin(), word.end(),
                        [](unsigned char c) { return std::isalnum(c) || starts_letter(c); }) &&
           std::find(signs.begin(), signs.end(), word) == signs.end();
}

// "31/12/2023", "2023", "III"; not "3.1.2", which numbers a row.
bool is_figure_word(const Word& word) {
    constexpr std::size_t shortest_day = 8;  // "31.3.2026"
    const auto& text = word.text;
    const bool numbers_a_row = text.size() < shortest_day && text.find('.') != std::string::npos;
    return (text.find_first_of("0123456789") != std::string::npos && !numbers_a_row) ||
           text.find_first_not_of("IVX.,;") == std::string::npos;
}

void doubt_figures(std::vector<Word>& words, const std::vector<Word>& other) {
    for (auto& word : words)
        if (is_figure_word(word) && std::none_of(other.begin(), other.end(),
                                                 [&](const Word& same) { return same.text == word.text; }))
            word.confidence = 0;
}

class Tesseract final : public ScanReader {
  public:
    bool init() {
        read_by_one_thread();
        if (vietnamese_.Init(nullptr, "vie", tesseract::OEM_LSTM_ONLY) != 0) return false;
        std::vector<std::string> languages;
        vietnamese_.GetAvailableLanguagesAsVector(&languages);
        // Asked for first: Init() writes into the terminal what it misses.
        if (std::find(languages.begin(), languages.end(), "eng") == languages.end()) return false;
        if (both_.Init(nullptr, "vie+eng", tesseract::OEM_LSTM_ONLY) != 0) return false;
        for (auto* api : {&both_, &vietnamese_}) api->SetVariable("debug_file", "/dev/null");
        return true;
    }

    ScannedPage read(const Picture& all_ink, const Picture& black_ink, const Beat& beat) override {
        ScannedPage page;
        page.pixels_per_point = all_ink.pixels_per_point;
        const auto askew = pixels_of(all_ink), black_askew = pixels_of(black_ink);
        if (!askew || !black_askew) return page;
        beat(Sign::Works);  // each of these steps takes a part of a second, and longer where others work, too
        const auto angle = degrees_askew(askew.get());
        const auto all = turned(askew.get(), angle), shades = turned(black_askew.get(), angle);
        beat(Sign::Works);
        const auto lines = all ? lines_in(all.get()) : nullptr;
        beat(Sign::Works);
        // What is darker than the paper counts, and the paper is made even first.
        const Pixels even{shades ? ::pixBackgroundNormSimple(shades.get(), nullptr, nullptr) : nullptr};
        const Pixels ink{even ? ::pixThresholdToBinary(even.get(), darker_than_paper) : nullptr};
        if (!lines || !ink) return page;
        page.tables = ruled_tables(grey_picture(lines.get(), page.pixels_per_point));
        beat(Sign::Works);
        const Pixels beside{::pixDilateBrick(nullptr, lines.get(), around_line, around_line)};
        const Pixels letters{::pixSubtract(nullptr, ink.get(), beside.get())};
        // Tesseract reads shades of grey better than what was made black and white.
        if (!letters || ::pixSetMasked(shades.get(), beside.get(), white) != 0) return page;
        read_cells(shades.get(), letters.get(), page, beat);
        read_outside(shades.get(), letters.get(), page, beat);
        return page;
    }

  private:
    void read_cells(PIX* shades, PIX* letters, ScannedPage& page, const Beat& beat) {
        show(shades);
        for (const auto& table : page.tables)
            for (const auto& cell : table.cells) {
                beat(Sign::Works);
                auto box = box_of(cell);
                if (box.w <= 0 || box.h <= 0) continue;
                const auto height = height_of_ink(letters, box);
                if (height == 0) continue;
                set_mode(height < one_line ? tesseract::PSM_SINGLE_LINE : tesseract::PSM_SINGLE_BLOCK);
                for (auto* api : {&both_, &vietnamese_}) api->SetRectangle(box.x, box.y, box.w, box.h);
                take_words(page.words, beat);
            }
    }

    // What is nowhere near a letter is made white: of the noise of an empty page tesseract makes thousands of
    // blots, and takes a minute to sort them.
    void read_outside(PIX* shades, PIX* letters, ScannedPage& page, const Beat& beat) {
        constexpr l_int32 least_letter = 8, around_letter = 25;
        const Pixels rest{::pixCopy(nullptr, shades)};
        const Pixels large{::pixSelectBySize(letters, least_letter, least_letter, 8, L_SELECT_IF_EITHER,
                                             L_SELECT_IF_GTE, nullptr)};
        const Pixels near{large ? ::pixDilateBrick(nullptr, large.get(), around_letter, around_letter)
                                : nullptr};
        const Pixels far{near ? ::pixInvert(nullptr, near.get()) : nullptr};
        if (!rest || !far || ::pixSetMasked(rest.get(), far.get(), white) != 0) return;
        for (const auto& table : page.tables)
            for (const auto& cell : table.cells) {
                auto box = box_of(cell);
                ::pixSetInRect(rest.get(), &box);  // white
            }
        show(rest.get());
        set_mode(tesseract::PSM_AUTO);
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

    // English beside Vietnamese reads figures better, and takes Vietnamese words without their marks for its
    // own: what has such words is read once more by Vietnamese alone. So is a short text with figures, a term
    // most of the time: a figure that both do not see alike is doubtful.
    void take_words(std::vector<Word>& words, const Beat& beat) {
        constexpr std::size_t longest_term = 12;  // words
        auto read = recognised(both_, beat);
        const bool may_be_term = read.words.size() <= longest_term &&
                                 std::any_of(read.words.begin(), read.words.end(),
                                             [](const Word& word) { return is_figure_word(word); });
        if (read.has_english || may_be_term) {
            auto other = recognised(vietnamese_, beat);
            if (read.has_english && other.confidence + little_less >= read.confidence) std::swap(read, other);
            doubt_figures(read.words, other.words);
        }
        words.insert(words.end(), std::make_move_iterator(read.words.begin()),
                     std::make_move_iterator(read.words.end()));
    }

    struct Recognised {
        std::vector<Word> words;
        float confidence = 0;  // the mean
        bool has_english = false;
    };

    static Recognised recognised(tesseract::TessBaseAPI& api, const Beat& beat) {
        Recognised result;
        tesseract::ETEXT_DESC monitor;
        monitor.cancel_this = const_cast<Beat*>(&beat);
        monitor.cancel = [](void* waiting, int) {
            (*static_cast<const Beat*>(waiting))(Sign::Works);
            return false;
        };
        if (api.Recognize(&monitor) != 0) return result;
        const std::unique_ptr<tesseract::ResultIterator> found{api.GetIterator()};
        if (!found) return result;
        do {
            const std::unique_ptr<const char[]> text{found->GetUTF8Text(tesseract::RIL_WORD)};
            int left = 0, top = 0, right = 0, bottom = 0;
            if (!text || !found->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) continue;
            Word word{static_cast<double>(left), static_cast<double>(top), static_cast<double>(right),
                      static_cast<double>(bottom), text.get()};
            word.confidence = found->Confidence(tesseract::RIL_WORD);
            if (is_speck(word.text)) continue;
            const auto* const language = found->WordRecognitionLanguage();
            result.has_english = result.has_english ||
                                 (language && std::string_view(language) == "eng" && has_letters(word.text));
            result.confidence += word.confidence;
            result.words.push_back(std::move(word));
        } while (found->Next(tesseract::RIL_WORD));
        if (!result.words.empty()) result.confidence /= static_cast<float>(result.words.size());
        return result;
    }

    // To both readers.
    void show(PIX* picture) {
        for (auto* api : {&both_, &vietnamese_}) {
            api->SetImage(picture);
            api->SetSourceResolution(static_cast<int>(dots_per_inch));
        }
    }
    void set_mode(tesseract::PageSegMode mode) {
        for (auto* api : {&both_, &vietnamese_}) api->SetPageSegMode(mode);
    }

    tesseract::TessBaseAPI both_, vietnamese_;
};

}  // namespace

std::unique_ptr<ScanReader> ScanReader::open() {
    static const auto was_told = ::setMsgSeverity(L_SEVERITY_NONE);  // of the process: once
    (void)was_told;
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
