// SPDX-License-Identifier: Apache-2.0
#include "language/files/scoring_file.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>

#include "language/files/toml_file.h"

namespace dondoc::language {
namespace {

using CriterionRule = ScoredCriterion::Rule;

constexpr std::size_t most_criteria = 500;
constexpr int first_year_of_scoring = 2012;  // the first table of the index: QĐ 1294/QĐ-BNV
constexpr int last_year_of_scoring = 2200;
constexpr std::int64_t most_points_of_one = 1000 * criterion_one;

class ScoringReader {
  public:
    explicit ScoringReader(TomlFile& file) : top_(file, file.root(), "") {}

    ScoringTable read() {
        top_.require({"title", "source", "year", "criteria"});
        ScoringTable table;
        table.title = top_.text("title").value_or("");
        table.source = top_.text("source").value_or("");
        table.year = static_cast<int>(top_.integer("year", first_year_of_scoring, last_year_of_scoring)
                                          .value_or(first_year_of_scoring));
        top_.sections("criteria", {most_criteria, "number", "scoring.too_many"},
                      [&](Section& section) { table.criteria.push_back(criterion(section)); });
        top_.refuse_unknown();
        return table;
    }

  private:
    ScoredCriterion criterion(Section& section) {
        section.require({"number", "name", "max", "rule"});
        ScoredCriterion result;
        result.number = section.text("number").value_or("");
        result.section = section.text("section").value_or("");
        result.name = section.text("name").value_or("");
        result.max = section.decimal("max", criterion_decimals, 1, most_points_of_one).value_or(1);
        result.note = section.text("note").value_or("");
        result.rule = static_cast<CriterionRule>(
            section.one_of("rule", {"all", "all_on_time", "share", "table", "by_hand"}).value_or(0));
        if (!seen_.insert({result.number, result.section}).second)
            section.refuse("number", "scoring.twice", {result.number});
        if (result.rule == CriterionRule::Share)
            result.floor_percent =
                section.decimal("floor_percent", criterion_decimals, 0, 100 * criterion_one).value_or(0);
        if (result.rule == CriterionRule::Table) {
            section.require({"table"});
            result.table = section.text("table").value_or("");
        }
        if (result.rule == CriterionRule::ByHand && section.has("points")) {
            result.points = section.decimal("points", criterion_decimals, 0, most_points_of_one);
            if (result.points && *result.points > result.max) section.refuse("points", "scoring.above_max");
        }
        return result;
    }

    Section top_;
    std::set<std::pair<std::string, std::string>> seen_;
};

}  // namespace

ScoringTable parse_scoring_table(std::string_view text, const std::string& file_name) {
    TomlFile file{text, file_name};
    auto table = ScoringReader{file}.read();
    file.throw_first();
    return table;
}

}  // namespace dondoc::language
