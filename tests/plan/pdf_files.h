// SPDX-License-Identifier: Apache-2.0
// Small PDF files made by the tests themselves.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace dondoc::tests {

// One page of 595 x 842 points; `content` is in PDF's drawing language.
inline std::string pdf(const std::vector<std::string>& pages) {
    std::vector<std::string> objects{
        "<</Type/Catalog/Pages 2 0 R>>", "",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
    std::string kids;
    for (const auto& content : pages) {
        const auto number = objects.size() + 1;
        kids += std::to_string(number) + " 0 R ";
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " +
                          std::to_string(number + 1) + " 0 R/Resources<</Font<</F 3 0 R>>>>>>");
        objects.push_back("<</Length " + std::to_string(content.size()) + ">>stream\n" + content +
                          "\nendstream");
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>";
    std::string file = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        offsets.push_back(file.size());
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto start = file.size();
    file += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const auto offset : offsets) {
        char line[32];
        std::snprintf(line, sizeof line, "%010zu 00000 n \n", offset);
        file += line;
    }
    return file + "trailer<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" +
           std::to_string(start) + "\n%%EOF\n";
}

// What a page may hold; the origin is below on the left.
namespace pdf_page {

inline std::string stroke(int x1, int y1, int x2, int y2) {
    return std::to_string(x1) + " " + std::to_string(y1) + " m " + std::to_string(x2) + " " +
           std::to_string(y2) + " l S\n";
}
inline std::string words(int x, int y, const std::string& text) {
    return "BT /F 10 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + text + ") Tj ET\n";
}

}  // namespace pdf_page
}  // namespace dondoc::tests
