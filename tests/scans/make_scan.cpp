// SPDX-License-Identifier: Apache-2.0
// A PDF -> the same as it comes from an office's scanner. tests/scans/grades.py runs it.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "support/scanned_pages.h"

int main(int argc, char** argv) {
    CLI::App app{"make_scan: a PDF as it comes from an office's scanner"};
    std::string from, to;
    dondoc::tests::ScanGrade grade;
    app.add_option("FROM", from, "PDF with text")->required();
    app.add_option("TO", to, "PDF of pictures")->required();
    app.add_option("--dpi", grade.dots_per_inch, "dots an inch")->capture_default_str();
    app.add_option("--turned", grade.turned, "degrees that the pages lie askew")->capture_default_str();
    app.add_option("--blur", grade.blur, "points to each side")->capture_default_str();
    app.add_option("--noise", grade.noise, "grey levels")->capture_default_str();
    app.add_option("--quality", grade.quality, "of JPEG, per cent")->capture_default_str();
    app.add_flag("--stamped", grade.stamped, "a seal over each page");
    app.add_option("--seed", grade.seed, "of the noise")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    std::ifstream in(from, std::ios::binary);
    const std::string pdf{std::istreambuf_iterator<char>(in), {}};
    try {
        std::ofstream out(to, std::ios::binary);
        out << dondoc::tests::scan_of(pdf, grade);
        out.close();
        return out ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", from.c_str(), error.what());
        return 1;
    }
}
