// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/prose.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "domain/message.h"
#include "language/readers.h"
#include "plan/formats/html_text.h"
#include "plan/formats/numbering.h"
#include "plan/meaning/labelled_lines.h"
#include "plan/meaning/outline.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t shortest_full_line = 60;  // bytes; a shorter line was not broken by the page's width
constexpr std::size_t longest_prose_heading = 260;  // bytes
constexpr std::size_t most_headings = 12;           // one below the other; no plan nests so deep
constexpr std::size_t longest_paragraph = 8000;     // bytes; what is longer is not put together any further

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](auto end) { return text.ends_with(end); });
}

bool begins_small(const std::string& text) {
    const auto first = text.substr(0, 4);
    const auto c = static_cast<unsigned char>(text[0]);
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return c >= 0xC3 && c <= 0xE1 && language::fold(first) == language::normalize(first);
}

struct Start {
    std::string number;
    std::string text;
};

// "Một là, ...", "Thứ hai: ..."
std::optional<Start> counted_in_words(const std::string& line) {
    constexpr std::size_t longest = 40;  // bytes
    const auto mark = line.substr(0, longest).find_first_of(",:");
    if (mark == std::string::npos) return std::nullopt;
    const auto said = language::fold(line.substr(0, mark));
    for (const std::string_view word :
         {"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nhất", "tư"})
        if (said == std::string(word) + " là" || said == "thứ " + std::string(word))
            return Start{line.substr(0, mark), language::normalize(line.substr(mark + 1))};
    return std::nullopt;
}

// "- ", "+ ", "•", "3.", "a)", "Một là," and what stands behind them.
Start line_start(const std::string& line) {
    for (const std::string_view bullet : {"-", "–", "+", "*", "•"}) {
        if (!line.starts_with(bullet) || line.size() < bullet.size() + 2) continue;
        auto text = language::normalize(line.substr(bullet.size()));
        const bool range = text.empty() || (text[0] >= '0' && text[0] <= '9');  // "- 2025" ends a range
        if (!range && !line.substr(bullet.size()).starts_with(bullet))
            return {bullet == "–" ? "-" : std::string(bullet), std::move(text)};
    }
    if (auto counted = counted_in_words(line)) return std::move(*counted);
    auto [number, title] = split_number(line);
    return {std::move(number), std::move(title)};
}

// Emphasis that scanners write with stars, and the mark that ends a document.
std::string plain(std::string text) {
    while (text.starts_with("**")) text.erase(0, 2);
    while (text.ends_with("**")) text.erase(text.size() - 2);
    if (text.ends_with("./.")) text.erase(text.size() - 2);
    return text;
}

class LineJoiner {
  public:
    void add(const ProseLine& line) {
        for (const auto& html_free : paragraphs_of(line.text)) {
            const auto text = plain(language::normalize(html_free));
            if (text.empty()) {
                gap_ = true;
                continue;
            }
            auto start = line_start(text);
            const bool goes_on = start.number.empty() && !paragraphs_.empty() && continues(text);
            if (goes_on)
                paragraphs_.back().text += " " + text;
            else
                paragraphs_.push_back(
                    {line.line, start.number, start.number.empty() ? text : start.text, false, {}});
            gap_ = false;
            last_size_ = text.size();
        }
        if (line.text.empty()) gap_ = true;
    }

    std::vector<Paragraph> take() { return std::move(paragraphs_); }

  private:
    // A line without a number of its own goes on with the one before it, also over the end of a page.
    bool continues(const std::string& text) const {
        const auto& last = paragraphs_.back().text;
        if (last.size() > longest_paragraph) return false;
        if (ends_with_any(last, {".", ";", ":", "!"})) return false;
        if (begins_small(text) || ends_with_any(last, {",", " và", " của", " với"})) return true;
        return !gap_ && last_size_ >= shortest_full_line;
    }

    std::vector<Paragraph> paragraphs_;
    bool gap_ = false;           // an empty line stands before this one
    std::size_t last_size_ = 0;  // of the line before it
};

// A numbered line that ends like a title, or announces what follows. One that says what somebody has to do,
// or by when, is a duty whose full stop was forgotten.
bool is_heading(const Paragraph& paragraph) {
    if (parse_numbering(paragraph.number).style == Numbering::Style::None) return false;
    if (paragraph.text.size() > longest_prose_heading || is_labelled(paragraph.text)) return false;
    if (paragraph.text.ends_with(":")) return true;
    if (ends_with_any(paragraph.text, {".", ";", ","})) return false;
    if (language::sets_term(paragraph.text)) return false;
    const auto named = language::begins_with_agencies(paragraph.text);
    return !named || named->rest.empty();
}

// From "Nơi nhận:" to the next appendix stands who gets the document, and who signs it.
bool begins_addressees(const std::string& folded) {
    return folded.starts_with("nơi nhận") || folded.starts_with("nơi gửi");
}
bool begins_appendix(const std::string& folded) {
    return folded.starts_with("phụ lục") || folded.starts_with("biểu");
}

}  // namespace

std::vector<Paragraph> paragraphs_of_prose(const std::vector<ProseLine>& lines) {
    LineJoiner joiner;
    for (const auto& line : lines) joiner.add(line);
    std::vector<Paragraph> shown;
    Outline outline;
    bool addressees = false;
    for (auto& paragraph : joiner.take()) {
        const auto folded = language::fold(paragraph.text.substr(0, 40));
        if (begins_appendix(folded) && paragraph.number.empty()) {
            addressees = false;
            outline.clear();
        }
        addressees = addressees || begins_addressees(folded);
        if (addressees || paragraph.text.empty()) continue;
        if (shown.size() == max_rows) throw UserError("plan.too_long", {std::to_string(max_rows)});
        const auto number = parse_numbering(paragraph.number);
        paragraph.heading = is_heading(paragraph);
        if (paragraph.heading) {
            auto title = paragraph.text;
            while (!title.empty() && (title.back() == ':' || title.back() == ' ')) title.pop_back();
            if (outline.titles().size() == most_headings) outline.clear();
            outline.enter(number, std::move(title));
        } else if (number.style != Numbering::Style::None) {
            outline.place_task(number);
        }
        paragraph.headings = outline.titles();
        shown.push_back(std::move(paragraph));
    }
    return shown;
}

}  // namespace dondoc::plan
