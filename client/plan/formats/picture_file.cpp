// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/picture_file.h"

#include "domain/message.h"

#ifdef DONDOC_TESSERACT

#include <leptonica/allheaders.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>

#endif

namespace dondoc::plan {
namespace {

bool is_tiff(std::string_view bytes) {
    using namespace std::string_view_literals;
    return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv);
}

}  // namespace

bool is_picture_file(std::string_view bytes) {
    return bytes.starts_with("\x89PNG\r\n") || bytes.starts_with("\xFF\xD8\xFF") || is_tiff(bytes);
}

#ifdef DONDOC_TESSERACT

namespace {

constexpr std::int64_t most_points = 100'000'000;  // of one page: A3 at 600 dots an inch is 70 millions
constexpr int most_pages = 100;

struct DestroyPage {
    void operator()(PIX* page) const { ::pixDestroy(&page); }
    void operator()(PIXA* pages) const { ::pixaDestroy(&pages); }
};
using PageOfPicture = std::unique_ptr<PIX, DestroyPage>;
using PagesOfPicture = std::unique_ptr<PIXA, DestroyPage>;

const l_uint8* data_of(std::string_view bytes) {
    return reinterpret_cast<const l_uint8*>(bytes.data());
}

// Looked at before the points are unpacked.
void require_size(std::string_view bytes) {
    l_int32 format = 0, width = 0, height = 0;
    if (::pixReadHeaderMem(data_of(bytes), bytes.size(), &format, &width, &height, nullptr, nullptr,
                           nullptr) != 0)
        throw UserError("plan.picture_unreadable");
    if (std::int64_t{width} * height > most_points)
        throw UserError("plan.picture_large", {std::to_string(width), std::to_string(height)});
}

// Grey, and with the dots an inch that a sheet of A4 has where the file says none that can be.
void add_page(PIXA* pages, PageOfPicture page) {
    constexpr double narrow = 8.27, wide = 11.69;  // inches
    constexpr l_int32 least = 100, most = 1200;
    const PageOfPicture opaque{page ? ::pixRemoveAlpha(page.get()) : nullptr};
    PageOfPicture grey{opaque ? ::pixConvertTo8(opaque.get(), 0) : nullptr};
    if (!grey) throw UserError("plan.picture_unreadable");
    auto dots = ::pixGetXRes(page.get());
    const auto width = ::pixGetWidth(grey.get()), height = ::pixGetHeight(grey.get());
    if (dots < least || dots > most) dots = static_cast<l_int32>(width / (width > height ? wide : narrow));
    ::pixSetResolution(grey.get(), dots, dots);
    ::pixaAddPix(pages, grey.release(), L_INSERT);
}

PagesOfPicture pages_of(std::string_view bytes) {
    PagesOfPicture pages{::pixaCreate(1)};
    if (!is_tiff(bytes)) {
        require_size(bytes);
        add_page(pages.get(), PageOfPicture{::pixReadMem(data_of(bytes), bytes.size())});
        return pages;
    }
    std::size_t offset = 0;
    for (int count = 0; count < most_pages; ++count) {
        add_page(pages.get(),
                 PageOfPicture{::pixReadMemFromMultipageTiff(data_of(bytes), bytes.size(), &offset)});
        if (offset == 0) break;
    }
    return pages;
}

}  // namespace

std::string pdf_of_pictures(std::string_view bytes) {
    ::setMsgSeverity(L_SEVERITY_NONE);
    const auto pages = pages_of(bytes);
    l_uint8* data = nullptr;
    std::size_t size = 0;
    const auto failed =
        ::pixaConvertToPdfData(pages.get(), 0, 1.0F, L_FLATE_ENCODE, 0, nullptr, &data, &size) != 0;
    const std::unique_ptr<l_uint8, decltype(&std::free)> owned{data, &std::free};
    if (failed || data == nullptr) throw UserError("plan.picture_unreadable");
    return {reinterpret_cast<const char*>(data), size};
}

#else

std::string pdf_of_pictures(std::string_view) {
    throw UserError("plan.pdf_scanned");
}

#endif

}  // namespace dondoc::plan
