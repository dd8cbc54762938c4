// SPDX-License-Identifier: Apache-2.0
// A document as it comes from an office's scanner: its pages drawn, laid askew, blurred, noisy, stamped and
// packed as JPEG into a PDF without any text.
#pragma once

#include <leptonica/allheaders.h>
#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <numbers>
#include <stdexcept>
#include <string>

namespace dondoc::tests {

struct ScanGrade {
    int dots_per_inch = 300;
    double turned = 0;  // degrees, clockwise on odd pages and the other way round on even ones
    int blur = 0;       // points to each side
    double noise = 0;   // grey levels, as a standard deviation
    int quality = 85;   // of JPEG, per cent
    bool stamped = false;
    unsigned seed = 1;
};

namespace scanned {

struct Destroy {
    void operator()(PIX* pix) const { ::pixDestroy(&pix); }
    void operator()(PIXA* pages) const { ::pixaDestroy(&pages); }
};
using Pix = std::unique_ptr<PIX, Destroy>;

inline Pix drawn(const poppler::document& document, int page, double dots_per_inch) {
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
    const std::unique_ptr<poppler::page> source{document.create_page(page)};
    const auto image = renderer.render_page(source.get(), dots_per_inch, dots_per_inch);
    Pix pix{::pixCreate(image.width(), image.height(), 8)};
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ::pixSetPixel(pix.get(), x, y,
                          static_cast<unsigned char>(image.const_data()[y * image.bytes_per_row() + x]));
    return pix;
}

// A round red seal of 36 mm over the lower right of the page; black letters show through.
inline void stamp(PIX* pix, double dots_per_inch) {
    constexpr double radius_inch = 0.7, ring_inch = 0.05;
    const auto middle_x = ::pixGetWidth(pix) * 0.7, middle_y = ::pixGetHeight(pix) * 0.72;
    const auto radius = radius_inch * dots_per_inch;
    for (auto y = static_cast<int>(middle_y - radius); y <= static_cast<int>(middle_y + radius); ++y)
        for (auto x = static_cast<int>(middle_x - radius); x <= static_cast<int>(middle_x + radius); ++x) {
            const auto away = std::hypot(x - middle_x, y - middle_y);
            const bool on_ring = away <= radius && away >= radius - ring_inch * dots_per_inch;
            const bool on_inner = std::fabs(away - radius * 0.6) <= ring_inch * dots_per_inch / 3;
            l_int32 red = 0, green = 0, blue = 0;
            if ((on_ring || on_inner) && ::pixGetRGBPixel(pix, x, y, &red, &green, &blue) == 0)
                ::pixSetRGBPixel(pix, x, y, red * 210 / 255, green * 40 / 255, blue * 50 / 255);
        }
}

inline Pix spoiled(Pix pix, const ScanGrade& grade, int page) {
    if (grade.turned != 0) {
        const auto radians = grade.turned * std::numbers::pi / 180 * (page % 2 == 0 ? 1 : -1);
        pix.reset(
            ::pixRotate(pix.get(), static_cast<float>(radians), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
    }
    if (grade.blur > 0) pix.reset(::pixBlockconv(pix.get(), grade.blur, grade.blur));
    // Paper is not quite white, and ink not quite black.
    ::pixMultConstantGray(pix.get(), 0.82F);
    ::pixAddConstantGray(pix.get(), 25);
    if (grade.noise > 0) pix.reset(::pixAddGaussianNoise(pix.get(), static_cast<float>(grade.noise)));
    if (!grade.stamped) return pix;
    pix.reset(::pixConvertTo32(pix.get()));
    stamp(pix.get(), grade.dots_per_inch);
    return pix;
}

}  // namespace scanned

// Throws std::runtime_error for what is no PDF.
inline std::string scan_of(const std::string& pdf, const ScanGrade& grade) {
    using namespace scanned;
    const std::unique_ptr<poppler::document> document{
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size()))};
    if (!document) throw std::runtime_error("no PDF");
    std::srand(grade.seed);  // leptonica's noise takes rand()
    const std::unique_ptr<PIXA, Destroy> pages{::pixaCreate(document->pages())};
    for (int i = 0; i < document->pages(); ++i) {
        auto page = spoiled(drawn(*document, i, grade.dots_per_inch), grade, i);
        if (!page) throw std::runtime_error("a page cannot be drawn");
        ::pixSetResolution(page.get(), grade.dots_per_inch, grade.dots_per_inch);
        ::pixaAddPix(pages.get(), page.release(), L_INSERT);
    }
    l_uint8* data = nullptr;
    std::size_t size = 0;
    if (::pixaConvertToPdfData(pages.get(), grade.dots_per_inch, 1.0F, L_JPEG_ENCODE, grade.quality, nullptr,
                               &data, &size) != 0)
        throw std::runtime_error("the scan cannot be packed");
    const std::unique_ptr<l_uint8, decltype(&std::free)> owned{data, &std::free};
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace dondoc::tests
