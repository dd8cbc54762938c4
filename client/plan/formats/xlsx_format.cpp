// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/xlsx_format.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <string_view>

#include "domain/civil.h"
#include "plan/formats/xlsx_text.h"
#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

constexpr double last_day = 2'958'465;  // 31/12/9999
constexpr std::size_t longest_format = 255;
constexpr int most_shown_decimals = 10;

// Formats that every file has without writing them (ECMA-376 part 1, 18.8.30); 14 is the short date, which in
// Vietnam begins with the day.
std::string built_in(long id) {
    switch (id) {
        case 1:
            return "0";
        case 2:
            return "0.00";
        case 3:
            return "#,##0";
        case 4:
            return "#,##0.00";
        case 9:
            return "0%";
        case 10:
            return "0.00%";
        case 14:
            return "dd/mm/yyyy";
        case 15:
            return "d-mmm-yy";
        case 16:
            return "d-mmm";
        case 17:
            return "mmm-yy";
        case 18:
            return "h:mm AM/PM";
        case 19:
            return "h:mm:ss AM/PM";
        case 20:
            return "h:mm";
        case 21:
            return "h:mm:ss";
        case 22:
            return "dd/mm/yyyy h:mm";
        default:
            return "";
    }
}

// The section for positive numbers, without what is in quotes, escapes, colours and locales.
std::string bare(std::string_view format) {
    std::string text;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == ';') break;
        if (c == '"' || c == '[') {
            const auto end = format.find(c == '"' ? '"' : ']', i + 1);
            if (end == std::string_view::npos) break;
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return text;
}

bool is_date(const std::string& bare_format) {
    if (bare_format.find("general") != std::string::npos) return false;
    return bare_format.find_first_of("dy") != std::string::npos ||
           (bare_format.find('m') != std::string::npos &&
            bare_format.find_first_of("0#") == std::string::npos);
}

bool is_time_only(const std::string& bare_format) {
    return bare_format.find_first_of("dy") == std::string::npos &&
           bare_format.find_first_of("hs") != std::string::npos;
}

// Letters in quotes within the section for positive numbers.
bool has_words(std::string_view format) {
    format = format.substr(0, format.find(';'));
    bool quoted = false;
    return std::any_of(format.begin(), format.end(), [&](char c) {
        if (c == '"') quoted = !quoted;
        return quoted &&
               (static_cast<unsigned char>(c) >= 0x80 || std::isalpha(static_cast<unsigned char>(c)));
    });
}

// ";;;": nothing for positive and negative numbers, zero, and text.
bool shows_nothing(std::string_view format) {
    constexpr std::size_t sections = 3;  // their separators
    return format.size() >= sections && format.find_first_not_of("; ") == std::string_view::npos;
}

// "[White]0": whatever the font's colour is.
bool shows_in_white(std::string_view format) {
    constexpr std::string_view colour = "[white]";
    format = format.substr(0, format.find(';'));
    return std::search(format.begin(), format.end(), colour.begin(), colour.end(), [](char a, char b) {
               return std::tolower(static_cast<unsigned char>(a)) == b;
           }) != format.end();
}

// "d" of "dd": how often a letter stands side by side, from `at`.
std::size_t run_at(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() && std::tolower(static_cast<unsigned char>(text[at + length])) ==
                                            std::tolower(static_cast<unsigned char>(text[at])))
        ++length;
    return length;
}

std::string padded(unsigned value, std::size_t width) {
    auto text = std::to_string(value);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

// Which parts of a date a format shows.
struct Shown {
    bool day = false, month = false, year = false, hour = false, minute = false, second = false;
};

Shown shown_by(const std::string& bare_format) {
    Shown shown;
    bool after_hour = false;
    for (std::size_t i = 0; i < bare_format.size();) {
        const char c = bare_format[i];
        const auto length = run_at(bare_format, i);
        const auto rest = std::string_view(bare_format).substr(i + length);
        if (c == 'd') shown.day = shown.day || length <= 2;  // "ddd" is the weekday
        if (c == 'm') (after_hour || rest.starts_with(":s") ? shown.minute : shown.month) = true;
        if (c == 'y') shown.year = true;
        if (c == 'h') shown.hour = true;
        if (c == 's') shown.second = true;
        if (c == 'h')
            after_hour = true;
        else if (c == 'd' || c == 'm' || c == 'y' || c == 's')
            after_hour = false;
        i += length;
    }
    return shown;
}

struct DateAndTime {
    date::year_month_day day;
    unsigned seconds;  // of the day
};
DateAndTime moment_of(double value, bool from_1904) {
    const double whole = std::floor(value);
    auto serial = static_cast<int>(whole);
    if (!from_1904 && serial < 60) ++serial;  // the format counts a 29 February 1900 that never was
    const auto base = from_1904 ? civil(1904, 1, 1) : civil(1899, 12, 30);
    return {date::year_month_day{base + date::days{serial}},
            static_cast<unsigned>(std::min(86'399.0, std::round((value - whole) * 86'400)))};
}

// "Ngày 31 tháng 12": the format's own words say which part is which.
std::string show_worded_date(double value, const std::string& format, bool from_1904) {
    const auto [day, seconds] = moment_of(value, from_1904);
    std::string text;
    bool after_hour = false;
    for (std::size_t i = 0; i < format.size() && format[i] != ';';) {
        const char c = static_cast<char>(std::tolower(static_cast<unsigned char>(format[i])));
        if (c == '"' || c == '[') {
            const auto end = format.find(c == '"' ? '"' : ']', i + 1);
            if (end == std::string::npos) break;
            if (c == '"') text += format.substr(i + 1, end - i - 1);
            i = end + 1;
            continue;
        }
        if (c == '\\') {
            if (i + 1 < format.size()) text += format[i + 1];
            i += 2;
            continue;
        }
        if (c == '_' || c == '*') {
            i += 2;
            continue;
        }
        if (format.compare(i, 5, "AM/PM") == 0 || format.compare(i, 5, "am/pm") == 0) {
            i += 5;
            continue;
        }
        const auto length = run_at(format, i);
        const auto rest = std::string_view(format).substr(std::min(format.size(), i + length));
        const bool before_seconds = rest.starts_with(":s") || rest.starts_with(":S");
        if (c == 'd') {
            if (length <= 2) text += padded(static_cast<unsigned>(day.day()), length);
        } else if (c == 'm' && (after_hour || before_seconds)) {
            text += padded(seconds / 60 % 60, length);
        } else if (c == 'm') {
            text += padded(static_cast<unsigned>(day.month()), std::min<std::size_t>(length, 2));
        } else if (c == 'y') {
            text += std::to_string(static_cast<int>(day.year()));  // "yy" too: 2 digits of a year are no year
        } else if (c == 'h') {
            text += padded(seconds / 3600, length);
        } else if (c == 's') {
            text += padded(seconds % 60, length);
        } else {
            text.append(format, i, length);
        }
        if (c == 'h')
            after_hour = true;
        else if (c == 'd' || c == 'm' || c == 'y' || c == 's')
            after_hour = false;
        i += length;
    }
    return text;
}

// Day, month, year as they are written here: of "m/d/yyyy" the month comes first, which nobody could tell.
std::string show_date(double value, const std::string& bare_format, bool from_1904) {
    const auto [day, seconds] = moment_of(value, from_1904);
    const auto shown = shown_by(bare_format);
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "/") + part; };
    if (shown.day) add(padded(static_cast<unsigned>(day.day()), 2));
    if (shown.month) add(padded(static_cast<unsigned>(day.month()), 2));
    if (shown.year) add(std::to_string(static_cast<int>(day.year())));
    const bool has_day = !text.empty();
    if (has_day && seconds == 0) return text;  // midnight is the date without an hour
    std::string hour;
    if (shown.hour) hour = padded(seconds / 3600, 2);
    if (shown.minute) hour += (hour.empty() ? "" : ":") + padded(seconds / 60 % 60, 2);
    if (shown.second) hour += (hour.empty() ? "" : ":") + padded(seconds % 60, 2);
    return text + (has_day && !hour.empty() ? " " : "") + hour;
}

std::string iso_of(double value, bool from_1904) {
    const auto text = show_date(std::floor(value), "dd/mm/yyyy", from_1904);
    return text.substr(6) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2);
}

std::string general(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.11g", value);  // as many digits as a cell shows
    return text;
}

std::string show_number(double value, const std::string& bare_format) {
    const bool percent = bare_format.find('%') != std::string::npos;
    const auto first = bare_format.find_first_of("0#?");
    if (first == std::string::npos || bare_format.find('e') != std::string::npos) return general(value);
    int decimals = 0;
    if (const auto point = bare_format.find('.'); point != std::string::npos)
        for (auto i = point + 1; i < bare_format.size() && (bare_format[i] == '0' || bare_format[i] == '#');
             ++i)
            ++decimals;
    const bool groups = bare_format.find(',') < bare_format.find_last_of("0#");
    char digits[400];
    std::snprintf(digits, sizeof digits, "%.*f", std::min(decimals, most_shown_decimals),
                  percent ? value * 100 : value);
    std::string text = digits;
    if (bare_format.ends_with('#') && decimals > 0)
        while (text.back() == '0' || text.back() == '.') {
            const bool point = text.back() == '.';
            text.pop_back();
            if (point) break;
        }
    auto end = std::min(text.find('.'), text.size());
    // As it is written in Vietnam; but "1.10" in a column of numbers counts a task and is no fraction.
    if (end < text.size() && (groups || percent)) text[end] = ',';
    const std::size_t begin = value < 0 ? 1 : 0;
    if (groups)
        while (end > begin + 3) text.insert(end -= 3, 1, '.');
    // "00": numbers with leading zeros
    std::size_t zeros = 0;
    for (auto i = first; i < bare_format.size() && bare_format[i] == '0'; ++i) ++zeros;
    const auto whole = std::min(text.find_first_of(".,"), text.size()) - begin;
    if (!groups && whole < zeros) text.insert(begin, std::min(zeros - whole, std::size_t{15}), '0');
    return percent ? text + "%" : text;
}

// The words of `"Tháng "0"/2026"` around its number, which is all that `number` is.
std::string with_words(const std::string& number, std::string_view format) {
    constexpr std::string_view figures = "0#?.,%";
    std::string before, after;
    bool seen = false;
    for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
        const char c = format[i];
        auto& words = seen ? after : before;
        if (c == '"' || c == '[') {
            const auto end = std::min(format.find(c == '"' ? '"' : ']', i + 1), format.size());
            if (c == '"') words += format.substr(i + 1, end - i - 1);
            i = end;
        } else if (c == '\\') {
            if (++i < format.size()) words += format[i];
        } else if (c == '_' || c == '*') {
            ++i;
        } else if (figures.find(c) != std::string_view::npos || c == 'G') {
            seen = true;
            if (c == 'G') i += std::string_view("eneral").size();
        } else {
            words += c;
        }
    }
    return before + number + after;
}

}  // namespace

void XlsxFormats::read(const pugi::xml_node& styles, bool from_1904) {
    from_1904_ = from_1904;
    std::map<long, std::string> own;
    for (const auto& node : child(styles, "numFmts").children())
        own[number_attribute(node, "numFmtId", -1)] =
            std::string(attribute(node, "formatCode").value_or("").substr(0, longest_format));
    colours_.read_palette(styles);
    std::vector<Look> fonts;
    for (const auto& node : child(styles, "fonts").children())
        if (is(node, "font")) fonts.push_back(look_of_font(node, colours_));
    std::vector<std::optional<Colour>> papers;
    for (const auto& node : child(styles, "fills").children())
        if (is(node, "fill")) papers.push_back(colours_.paper(node));
    for (const auto& node : child(styles, "cellXfs").children()) {
        const auto id = number_attribute(node, "numFmtId", 0);
        const auto found = own.find(id);
        by_style_.push_back(found == own.end() ? built_in(id) : found->second);
        const auto font = static_cast<std::size_t>(std::max(0L, number_attribute(node, "fontId", 0)));
        looks_.push_back(font < fonts.size() ? fonts[font] : Look{});
        looks_.back().hidden = shows_nothing(by_style_.back());
        if (shows_in_white(by_style_.back())) looks_.back().ink = white_paper;
        const auto fill = static_cast<std::size_t>(std::max(0L, number_attribute(node, "fillId", 0)));
        if (fill < papers.size()) looks_.back().paper = papers[fill];
    }
    read_conditional(styles);
}

void XlsxFormats::read_conditional(const pugi::xml_node& styles) {
    for (const auto& node : child(styles, "dxfs").children()) {
        if (!is(node, "dxf")) continue;
        auto look = look_of_font(child(node, "font"), colours_);
        if (const auto pattern = child(child(node, "fill"), "patternFill"))
            look.paper = colours_.colour(child(pattern, "bgColor"));
        const auto format = attribute(child(node, "numFmt"), "formatCode").value_or("");
        taking_back_.push_back(look.struck || look.cannot_be_seen() || shows_nothing(format));
    }
}

bool XlsxFormats::shows_day(std::size_t style) const {
    return style < by_style_.size() && is_date(bare(by_style_[style]));
}

bool XlsxFormats::takes_back(long conditional) const {
    const auto number = static_cast<std::size_t>(conditional);
    return conditional >= 0 && number < taking_back_.size() && taking_back_[number];
}

Look XlsxFormats::look(std::size_t style) const {
    return style < looks_.size() ? looks_[style] : Look{};
}

std::string XlsxFormats::show(double value, std::size_t style) const {
    if (!std::isfinite(value) || std::fabs(value) > 1e15) return general(value);
    const auto& format = style < by_style_.size() ? by_style_[style] : std::string{};
    const auto plain = bare(format);
    const auto with_its_words = [&](const std::string& number) {
        return texts_ == CellTexts::Tidied && value >= 0 && has_words(format) ? with_words(number, format)
                                                                              : number;
    };
    if (plain.empty() || plain == "@" || plain.find("general") != std::string::npos)
        return with_its_words(general(value));
    if (texts_ == CellTexts::AsWritten && is_date(plain) && value >= 1 && value < last_day)
        return iso_of(value, from_1904_);
    if ((is_date(plain) || is_time_only(plain)) && value >= 0 && value < last_day)
        return has_words(format) ? show_worded_date(value, format, from_1904_)
                                 : show_date(value, plain, from_1904_);
    return with_its_words(show_number(value, plain));
}

}  // namespace dondoc::plan
