// SPDX-License-Identifier: Apache-2.0
#include "language/files/calendar_file.h"

#include <optional>

#include "language/files/toml_file.h"

namespace dondoc::language {
namespace {

using Kind = SpecialDay::Kind;

constexpr int first_year = 1976;
constexpr int last_year = 2200;

class CalendarReader {
  public:
    explicit CalendarReader(TomlFile& file) : file_(file) {}

    CalendarFile read() {
        Section top{file_, file_.root(), ""};
        top.require({"year", "document"});
        year_ = top.integer("year", first_year, last_year);
        result_.year = date::year{static_cast<int>(year_.value_or(first_year))};
        result_.data.official = top.flag("official").value_or(false);
        result_.data.document = top.text("document").value_or("");
        top.sections("days", [this](Section& section) { read_day(section); });
        top.refuse_unknown();
        return std::move(result_);
    }

  private:
    void read_day(Section& section) {
        section.require({"date", "kind", "name"});
        const auto when = section.day("date");
        const auto kind = section.one_of("kind", {name_of(Kind::Holiday), name_of(Kind::Substitute),
                                                  name_of(Kind::SwappedOff), name_of(Kind::MadeUp)});
        const auto name = section.text("name");
        const auto document = section.text("document").value_or("");
        if (when && kind && name) add(section, *when, {static_cast<Kind>(*kind), *name, document});
    }

    void add(Section& section, const toml::date& when, SpecialDay special) {
        const auto day = civil(when.year, when.month, when.day);
        const auto spoken = spoken_day(day);
        if (year_ && when.year != *year_)
            return section.refuse("date", "calendar.other_year", {spoken, std::to_string(*year_)});
        if (special.kind == Kind::MadeUp && !is_weekend(day))
            return section.refuse("date", "calendar.made_up_weekday", {spoken});
        // A holiday may fall on a weekend; a day off in its place, or against a Saturday, may not.
        if ((special.kind == Kind::Substitute || special.kind == Kind::SwappedOff) && is_weekend(day))
            return section.refuse("date", "calendar.off_weekend", {spoken});
        if (!result_.data.days.emplace(day, std::move(special)).second)
            return section.refuse("date", "calendar.day_twice", {spoken});
        result_.lines.emplace(day, section.line());
    }

    TomlFile& file_;
    CalendarFile result_{};
    std::optional<std::int64_t> year_;
};

}  // namespace

CalendarReading read_calendar(std::string_view text, const std::string& file_name) {
    CalendarReading reading;
    try {
        TomlFile file{text, file_name};
        reading.file = CalendarReader{file}.read();
        reading.errors = file.errors();
    } catch (const UserError& error) {  // no TOML at all
        reading.errors.push_back(error);
    }
    reading.file.name = file_name;
    return reading;
}

CalendarFile parse_calendar(std::string_view text, const std::string& file_name) {
    auto reading = read_calendar(text, file_name);
    if (!reading.errors.empty()) throw UserError{reading.errors.front()};
    return std::move(reading.file);
}

Calendar calendar_of(const std::vector<CalendarFile>& files) {
    Calendar calendar;
    for (const auto& file : files) {
        if (calendar.find(file.year))
            throw UserError("calendar.year_twice", {std::to_string(int{file.year})}, file.name);
        calendar.set(file.year, file.data);
    }
    return calendar;
}

}  // namespace dondoc::language
