// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a report, from the catalogue, and values of the wire as values of a page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dondoc/v1/report.pb.h"
#include "report/page.h"

namespace dondoc::report {

class Words {
  public:
    explicit Words(text::Lang lang) : lang_(lang) {}

    text::Lang lang() const { return lang_; }
    std::string operator()(std::string_view key, const std::vector<std::string>& args = {}) const {
        return text::render(lang_, key, args);
    }
    std::string level(const std::string& name) const { return text::render(lang_, "cli.level." + name); }
    std::string state(const std::string& name) const { return text::render(lang_, "cli.workflow." + name); }
    std::string standing(const std::string& name) const {
        return text::render(lang_, "cli.timeliness." + name);
    }
    // "1.2750" as it is written in the language.
    std::string decimal(std::string text) const;
    std::string ratio(const std::string& name) const {
        return text::render(lang_, "cli.report.ratio." + name);
    }

  private:
    text::Lang lang_;
};

std::string number(std::uint64_t value);
Cell day_cell(const std::string& iso);      // empty: an empty cell
Cell percent_cell(const v1::Ratio& ratio);  // nothing to divide by: "–"
Cell percent_cell(std::uint64_t part, std::uint64_t whole);
const v1::Ratio& ratio_of(const v1::ReportCounts& counts, std::string_view name);
std::string spoken(const std::string& iso);
// "98,63 % (16051/16274)"
std::string ratio_text(const v1::Ratio& ratio, text::Lang lang);

}  // namespace dondoc::report
