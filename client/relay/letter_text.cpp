// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>

#include "domain/limits.h"
#include "relay/letter.h"
#include "text/markup.h"

namespace dondoc::relay {
namespace {

std::string with_more(text::Lang lang, const std::string& text, std::size_t more) {
    return text::render(lang, dondoc::Message{"letter.short_more", {text, std::to_string(more)}});
}

constexpr std::string_view page_head =
    "<body style=\"margin:0;padding:12px;font:16px/1.5 sans-serif;color:#1b1b1b;background:#ffffff\">\n"
    "<div style=\"max-width:640px;margin:0 auto;overflow-wrap:anywhere\">\n";

}  // namespace

std::string plain_text(const Letter& letter) {
    std::string text = letter.greeting + "\n";
    for (const auto& section : letter.sections) {
        text += "\n" + section.heading + "\n";
        int number = 0;
        for (const auto& line : section.lines) {
            text += "  " + std::to_string(++number) + ". " + line.text + "\n";
            if (!line.details.empty()) text += "     " + line.details + "\n";
            if (!line.link.empty()) text += "     " + line.link + "\n";
        }
    }
    text += "\n";
    for (const auto& line : letter.closing) text += line + "\n";
    return text;
}

std::string html(const Letter& letter, text::Lang lang) {
    const bool is_english = lang == text::Lang::En;
    std::string page = "<!DOCTYPE html>\n<html lang=\"" + std::string{is_english ? "en" : "vi"} +
                       "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                       "content=\"width=device-width, initial-scale=1\"><title>" +
                       text::as_markup(letter.subject) + "</title></head>\n";
    page += page_head;
    page += "<p>" + text::as_markup(letter.greeting) + "</p>\n";
    for (const auto& section : letter.sections) {
        page += "<h2 style=\"font-size:18px;margin:20px 0 8px\">" + text::as_markup(section.heading) +
                "</h2>\n<ol style=\"padding-left:24px;margin:0\">\n";
        for (const auto& line : section.lines) {
            page += "<li style=\"margin:0 0 12px\">";
            page += line.link.empty() ? text::as_markup(line.text)
                                      : "<a href=\"" + text::as_markup(line.link) + "\">" +
                                            text::as_markup(line.text) + "</a>";
            if (!line.details.empty())
                page += "<br><span style=\"color:#555555;font-size:14px\">" + text::as_markup(line.details) +
                        "</span>";
            page += "</li>\n";
        }
        page += "</ol>\n";
    }
    page += "<hr style=\"border:0;border-top:1px solid #cccccc;margin:20px 0 8px\">\n";
    for (const auto& line : letter.closing)
        page += "<p style=\"color:#555555;font-size:14px;margin:4px 0\">" + text::as_markup(line) + "</p>\n";
    return page + "</div></body></html>\n";
}

std::string short_text(const Letter& letter, text::Lang lang, std::size_t limit) {
    std::string text = letter.subject;
    std::size_t lines = 0;
    for (const auto& section : letter.sections) lines += section.lines.size();
    if (!letter.sections.empty() && !letter.sections.front().lines.empty()) {
        const auto& first = letter.sections.front().lines.front();
        text += ": " + first.text + (first.details.empty() ? "" : "; " + first.details);
    }
    if (lines <= 1) return shortened(text, limit);
    // What there is more of is said even where the first is cut.
    const auto room = with_more(lang, "", lines - 1).size();
    constexpr std::size_t least = 8;
    return with_more(lang, shortened(text, limit > room + least ? limit - room : least), lines - 1);
}

}  // namespace dondoc::relay
