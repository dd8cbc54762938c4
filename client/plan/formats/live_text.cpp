// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/live_text.h"

#include <algorithm>
#include <array>

#include "plan/formats/cell_text.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_kept = 400;  // bytes of what was left out

bool is_blank_text(std::string_view text) {
    return text.find_first_not_of(" \n\t\r") == std::string_view::npos;
}

// "1", "(2)", "*", "a)": refers to a note. The 2 of "m2" does not.
bool is_raised_mark(std::string_view raised, std::string_view before) {
    constexpr std::size_t longest_mark = 6;
    if (raised.empty() || raised.size() > longest_mark || is_blank_text(raised)) return false;
    constexpr std::array<std::string_view, 8> units{"m", " km", " cm", " dm", " mm", " ha", "/m", "km"};
    const bool power = raised == "2" || raised == "3";
    if (power && std::any_of(units.begin(), units.end(), [&](auto unit) { return before.ends_with(unit); }))
        return false;
    return std::all_of(raised.begin(), raised.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               std::string_view("()[]*,; +").find(c) != std::string_view::npos;
    });
}

void quote(std::string& all, std::string_view text) {
    if (all.size() < most_kept) all += text;
}

}  // namespace

void LiveText::add(std::string_view text, const Look& look) {
    if (text.empty()) return;
    if (look.cannot_be_seen()) {
        if (!is_blank_text(text)) quote(hidden_, text);
        return;
    }
    const auto readable = decoded(text, look.encoding);
    if (look.encoding != OldEncoding::None && !is_of_symbols(look.encoding) && readable != text)
        encoding_ = look.encoding;
    if (look.struck) {
        if (is_blank_text(text))
            text_ += ' ';
        else
            quote(struck_, readable);
    } else if (look.raised && is_raised_mark(readable, text_)) {
        quote(note_marks_, readable);
    } else {
        // What parted the text from the one that is struck parts nothing any more.
        std::string_view rest = readable;
        if (!struck_.empty() && line_is_blank())
            rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(" ,;.")));
        text_ += rest;
    }
}

bool LiveText::line_is_blank() const {
    const auto line = text_.rfind('\n');
    return is_blank_text(std::string_view(text_).substr(line == std::string::npos ? 0 : line));
}

void LiveText::end_line() {
    text_ += '\n';
    for (auto* apart : {&struck_, &hidden_, &note_marks_})
        if (!apart->empty() && apart->back() != ' ') *apart += ' ';
}

std::vector<Message> LiveText::doubts() const {
    std::vector<Message> doubts;
    const auto say = [&](const char* key, const std::string& text) {
        if (!text.empty()) doubts.push_back({key, {in_quotes(text)}});
    };
    say("row.struck", struck_);
    say("row.hidden_text", hidden_);
    say("row.note_mark", note_marks_);
    if (encoding_ != OldEncoding::None) doubts.push_back({"row.old_font", {name_of(encoding_)}});
    if (changes_daily_) doubts.push_back({"row.changes_daily", {in_quotes(text_)}});
    return doubts;
}

}  // namespace dondoc::plan
