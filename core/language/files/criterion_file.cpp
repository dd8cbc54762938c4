// SPDX-License-Identifier: Apache-2.0
#include "language/files/criterion_file.h"

#include <cstdint>

#include "domain/decimal.h"
#include "domain/document_level.h"
#include "language/files/toml_file.h"

namespace dondoc::language {
namespace {

constexpr int earliest_year = 2012;  // the first table of the index: QĐ 1294/QĐ-BNV
constexpr int latest_year = 2200;
constexpr std::int64_t most_points = 1000 * criterion_one;
constexpr std::int64_t whole_percent = 100 * criterion_one;

class CriterionReader {
  public:
    explicit CriterionReader(TomlFile& file) : top_(file, file.root(), "") {}

    Criterion read() {
        top_.require({"id", "name", "years", "max", "on_time", "late", "overdue", "denominator", "source"});
        Criterion result;
        result.id = top_.text("id").value_or("");
        result.name = top_.text("name").value_or("");
        read_years(result);
        read_levels(result);
        result.max = decimal("max", 1, most_points);
        result.on_time = decimal("on_time", 0, criterion_one);
        result.late = decimal("late", 0, criterion_one);
        result.overdue = decimal("overdue", 0, criterion_one);
        if (result.on_time < result.late) top_.refuse("late", "criterion.late_above_on_time");
        result.base =
            static_cast<Criterion::Base>(top_.one_of("denominator", {"due", "assigned"}).value_or(0));
        result.term = static_cast<Criterion::Term>(top_.one_of("term", {"current", "original"}).value_or(0));
        result.floor_percent = decimal("floor_percent", 0, whole_percent);
        result.decimals =
            static_cast<int>(top_.integer("decimals", 0, criterion_decimals).value_or(criterion_decimals));
        result.source = top_.text("source").value_or("");
        result.note = top_.text("note").value_or("");
        top_.refuse_unknown();
        return result;
    }

  private:
    std::int64_t decimal(std::string_view key, std::int64_t lowest, std::int64_t highest) {
        return top_.decimal(key, criterion_decimals, lowest, highest).value_or(lowest);
    }

    void read_years(Criterion& result) {
        top_.section("years", [&](Section& years) {
            years.require({"first", "last"});
            result.first_year =
                static_cast<int>(years.integer("first", earliest_year, latest_year).value_or(earliest_year));
            result.last_year =
                static_cast<int>(years.integer("last", earliest_year, latest_year).value_or(latest_year));
            if (result.last_year < result.first_year) years.refuse("last", "criterion.years_backwards");
        });
    }

    void read_levels(Criterion& result) {
        const auto levels = top_.texts("levels");
        if (!levels) {
            result.levels = {"government"};
            return;
        }
        for (const auto& level : *levels) {
            if (!is_document_level(level.value))
                top_.refuse("levels", *level.node, "criterion.bad_level", {level.value});
            result.levels.push_back(level.value);
        }
        if (levels->empty()) top_.refuse("levels", "config.empty");
    }

    Section top_;
};

}  // namespace

Criterion parse_criterion(std::string_view text, const std::string& file_name) {
    TomlFile file{text, file_name};
    auto criterion = CriterionReader{file}.read();
    file.throw_first();
    criterion.file = file_name;
    return criterion;
}

void require_one_for_each_year(const std::vector<Criterion>& criteria) {
    for (std::size_t i = 0; i < criteria.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto& later = criteria[i];
            const auto& earlier = criteria[j];
            if (later.id == earlier.id && later.first_year <= earlier.last_year &&
                earlier.first_year <= later.last_year)
                throw UserError("criterion.years_cross", {later.id, earlier.file}, later.file);
        }
}

}  // namespace dondoc::language
