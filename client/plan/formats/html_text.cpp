// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "language/readers.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_tag = 300;
constexpr std::size_t longest_entity = 10;

constexpr std::array<std::string_view, 24> inline_tags{
    "b",     "i",    "u",   "em",  "strong", "span", "font", "sup", "sub",    "a",   "s",     "code",
    "small", "mark", "del", "ins", "img",    "body", "html", "big", "strike", "col", "thead", "tbody"};
constexpr std::array<std::string_view, 16> block_tags{"p",  "li", "ul", "ol", "br", "div",   "tr", "td",
                                                      "th", "h1", "h2", "h3", "h4", "table", "hr", "dl"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> entities{{{"amp", "&"},
                                                                                 {"lt", "<"},
                                                                                 {"gt", ">"},
                                                                                 {"quot", "\""},
                                                                                 {"apos", "'"},
                                                                                 {"nbsp", " "},
                                                                                 {"ndash", "-"},
                                                                                 {"mdash", "-"}}};

enum class Tag { None, Inline, Block };

struct TagAt {
    Tag tag = Tag::None;
    std::size_t length = 0;
};

// The tag that begins at text[0] == '<'.
TagAt tag_at(std::string_view text) {
    const auto end = text.substr(0, longest_tag).find('>');
    if (end == std::string_view::npos) return {};
    std::string name;
    for (std::size_t i = text.size() > 1 && text[1] == '/' ? 2 : 1; i < end; ++i) {
        const char c = text[i];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter) break;
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (std::find(block_tags.begin(), block_tags.end(), name) != block_tags.end())
        return {Tag::Block, end + 1};
    if (std::find(inline_tags.begin(), inline_tags.end(), name) != inline_tags.end())
        return {Tag::Inline, end + 1};
    return {};
}

void append_utf8(std::string& text, unsigned c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

// Appends what the entity at text[0] == '&' means; its length, or 0: it is none.
std::size_t decode_entity(std::string_view text, std::string& decoded) {
    const auto end = text.substr(0, longest_entity).find(';');
    if (end == std::string_view::npos || end < 2) return 0;
    auto name = text.substr(1, end - 1);
    if (name[0] == '#') {
        name.remove_prefix(1);
        int base = 10;
        if (!name.empty() && (name[0] == 'x' || name[0] == 'X')) {
            name.remove_prefix(1);
            base = 16;
        }
        unsigned c = 0;
        const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), c, base);
        if (error != std::errc{} || stop != name.data() + name.size() || c < 0x20) return 0;
        append_utf8(decoded, c);
        return end + 1;
    }
    for (const auto& [entity, meaning] : entities)
        if (entity == name) {
            decoded += meaning;
            return end + 1;
        }
    return 0;
}

// "- ", "+ ", "• " before an item: the list's sign, not its text.
std::string_view without_bullet(std::string_view text) {
    for (const std::string_view bullet : {"- ", "+ ", "* ", "– ", "• ", "· ", "▪ ", "➢ "})
        if (text.starts_with(bullet)) return text.substr(bullet.size());
    return text;
}

}  // namespace

std::vector<std::string> paragraphs_of(std::string_view text) {
    std::vector<std::string> paragraphs;
    std::string current;
    const auto end_paragraph = [&] {
        auto clean = language::normalize(current);
        current.clear();
        // One bullet alone is not a list; the signs go where the items are paragraphs of their own.
        if (!clean.empty()) paragraphs.push_back(std::move(clean));
    };
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '<') {
            const auto [tag, length] = tag_at(text.substr(at));
            if (tag == Tag::Block) end_paragraph();
            if (tag != Tag::None) {
                at += length;
                continue;
            }
        } else if (c == '&') {
            if (const auto length = decode_entity(text.substr(at), current)) {
                at += length;
                continue;
            }
        } else if (c == '\n' || c == '\r') {
            end_paragraph();
            ++at;
            continue;
        } else if (c == '*' && text.substr(at, 2) == "**") {  // bold, as some scanners write it
            at += 2;
            continue;
        }
        current += c;
        ++at;
    }
    end_paragraph();
    if (paragraphs.size() > 1)
        for (auto& paragraph : paragraphs) paragraph = std::string(without_bullet(paragraph));
    std::erase_if(paragraphs, [](const std::string& paragraph) { return paragraph.empty(); });
    return paragraphs;
}

}  // namespace dondoc::plan
