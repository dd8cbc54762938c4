#include "config/calendar_file.h"

#include <algorithm>
#include <system_error>

#include "config/toml_file.h"

namespace dondoc::config {
namespace {

namespace fs = std::filesystem;
using Kind = SpecialDay::Kind;

constexpr int earliest_year = 1976;
constexpr int latest_year = 2200;

bool is_weekend(local_days day) {
    const date::weekday weekday{day};
    return weekday == date::Saturday || weekday == date::Sunday;
}

class CalendarReader {
  public:
    explicit CalendarReader(TomlFile& file) : file_(file) {}

    CalendarFile read() {
        Section top{file_, file_.root(), ""};
        top.require({"year", "document"});
        result_.year = date::year{
            static_cast<int>(top.integer("year", earliest_year, latest_year).value_or(earliest_year))};
        result_.data.official = top.flag("official").value_or(false);
        result_.data.document = top.text("document").value_or("");
        top.sections("days", [this](Section& section) { read_day(section); });
        top.refuse_unknown();
        file_.throw_first();
        return std::move(result_);
    }

  private:
    void read_day(Section& section) {
        section.require({"date", "kind", "name"});
        const auto when = section.day("date");
        const auto kind = section.one_of("kind", {"holiday", "substitute", "swapped_off", "made_up"});
        const auto name = section.text("name");
        if (when && kind && name) add(section, *when, {static_cast<Kind>(*kind), *name});
    }

    void add(Section& section, const toml::date& when, SpecialDay special) {
        const auto day = civil(when.year, when.month, when.day);
        const auto spoken = spoken_day(day);
        if (when.year != int{result_.year})
            return section.refuse("date", "calendar.other_year", {spoken, std::to_string(int{result_.year})});
        if (special.kind == Kind::MadeUp && !is_weekend(day))
            return section.refuse("date", "calendar.made_up_weekday", {spoken});
        // A holiday may fall on a weekend; a day off in its place, or against a Saturday, may not.
        if ((special.kind == Kind::Substitute || special.kind == Kind::SwappedOff) && is_weekend(day))
            return section.refuse("date", "calendar.off_weekend", {spoken});
        if (!result_.data.days.emplace(day, std::move(special)).second)
            section.refuse("date", "calendar.day_twice", {spoken});
    }

    TomlFile& file_;
    CalendarFile result_{};
};

}  // namespace

CalendarFile parse_calendar(std::string_view text, const std::string& file_name) {
    TomlFile file{text, file_name};
    return CalendarReader{file}.read();
}

Calendar load_calendar(const std::vector<fs::path>& files) {
    Calendar calendar;
    for (const auto& path : files) {
        auto file = parse_calendar(read_file(path), path.string());
        if (calendar.find(file.year))
            throw UserError("calendar.year_twice", {std::to_string(int{file.year})}, path.string());
        calendar.set(file.year, std::move(file.data));
    }
    return calendar;
}

std::vector<fs::path> calendar_files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder, missing))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

}  // namespace dondoc::config
