// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "domain/message.h"
#include "domain/public_holidays.h"
#include "language/files/calendar_file.h"
#include "lib/shipped_files.h"
#include "text/catalogue.h"
#include "web/pages/calendar_page.h"

namespace dondoc::web::pages {
namespace {

// Days that the law gives, of a year that no file declares. Which day is chosen where there is a choice is
// not known.
CalendarYear by_law(date::year year) {
    CalendarYear result;
    for (const auto& holiday : public_holidays(year))
        for (const auto day : holiday.days)
            result.days[day] = {
                SpecialDay::Kind::Holiday, text::render(text::Lang::Vi, word_key(holiday.which)), {}};
    return result;
}

Calendar read_shipped() {
    std::vector<language::CalendarFile> files;
    std::error_code error;
    if (const auto folder = client::find_shipped("calendar"))
        for (const auto& entry : std::filesystem::directory_iterator(*folder, error)) {
            if (entry.path().extension() != ".toml") continue;
            std::ifstream file(entry.path());
            const std::string content{std::istreambuf_iterator<char>{file}, {}};
            auto reading = language::read_calendar(content, entry.path().string());
            if (reading.errors.empty()) files.push_back(std::move(reading.file));
        }
    auto calendar = language::calendar_of(files);
    for (int year = first_law_year; year <= last_law_year; ++year)
        if (calendar.find(date::year{year}) == nullptr)
            calendar.set(date::year{year}, by_law(date::year{year}));
    return calendar;
}

}  // namespace

const Calendar& working_calendar() {
    static const auto calendar = read_shipped();
    return calendar;
}

}  // namespace dondoc::web::pages
