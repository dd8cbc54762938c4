// SPDX-License-Identifier: GPL-3.0-or-later
// The ruled lines of a scanned page, which may be faint, broken, and covered by a seal. Only where dondoc is
// built with tesseract, which brings leptonica.
#pragma once

#include <leptonica/allheaders.h>

#include <memory>

namespace dondoc::plan {

struct DestroyPixels {
    void operator()(PIX* pix) const { ::pixDestroy(&pix); }
};
using Pixels = std::unique_ptr<PIX, DestroyPixels>;

// `shades`: 8 bits a point, set upright, at 300 dots an inch. Black lines on white, their gaps closed;
// nullptr where there is no memory.
Pixels lines_in(PIX* shades);

}  // namespace dondoc::plan
