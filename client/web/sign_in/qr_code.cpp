// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/sign_in/qr_code.h"

#include <qrencode.h>

#include <memory>

#include "text/markup.h"

namespace dondoc::web {

std::string qr_code(const std::string& text, std::string_view title) {
    constexpr int quiet = 4;  // modules around it, by the standard
    constexpr int pixels_of_a_module = 4;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free};
    if (!code) return {};
    // One path of horizontal runs.
    std::string path;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width;) {
            const auto is_dark = [&](int at) { return (code->data[y * code->width + at] & 1U) != 0; };
            int end = x;
            while (end < code->width && is_dark(end)) ++end;
            if (end > x)
                path += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h" +
                        std::to_string(end - x) + "v1H" + std::to_string(x + quiet) + "z";
            x = end + 1;
        }
    const auto modules = std::to_string(code->width + 2 * quiet);
    const auto pixels = std::to_string((code->width + 2 * quiet) * pixels_of_a_module);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + pixels + "\" height=\"" +
           pixels + "\" viewBox=\"0 0 " + modules + " " + modules +
           "\" shape-rendering=\"crispEdges\"><title>" + text::as_markup(title) + "</title><rect width=\"" +
           modules + "\" height=\"" + modules + "\" fill=\"#ffffff\"/><path d=\"" + path +
           "\" fill=\"#000000\"/></svg>";
}

}  // namespace dondoc::web
