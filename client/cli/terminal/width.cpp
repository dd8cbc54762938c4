// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/width.h"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

namespace dondoc::cli {
namespace {

constexpr std::string_view replacement = "\uFFFD";
constexpr std::string_view ellipsis = "…";

// The first code point of `text` and its length in bytes; -1 for a byte that is no UTF-8.
std::pair<utf8proc_int32_t, std::size_t> first_code_point(std::string_view text) {
    utf8proc_int32_t code = -1;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &code);
    return length > 0 ? std::pair{code, static_cast<std::size_t>(length)}
                      : std::pair{utf8proc_int32_t{-1}, std::size_t{1}};
}

// What a reader sees as one letter: a base and its marks.
struct Cluster {
    std::string_view bytes;
    std::size_t width;
};

std::vector<Cluster> clusters_of(std::string_view text) {
    std::vector<Cluster> clusters;
    utf8proc_int32_t previous = 0, state = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = first_code_point(text.substr(at));
        const auto width = code < 0 ? 1U : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
        const bool joins = !clusters.empty() && code >= 0 && previous >= 0 &&
                           !utf8proc_grapheme_break_stateful(previous, code, &state);
        if (joins) {
            auto& last = clusters.back();
            last.bytes = {last.bytes.data(), last.bytes.size() + length};
            last.width = std::max(last.width, width);
        } else {
            clusters.push_back({text.substr(at, length), width});
        }
        previous = code;
        at += length;
    }
    return clusters;
}

// Marks of direction turn what stands beside them around; what has no width makes two texts that differ look
// the same.
bool is_unseen(utf8proc_int32_t code) {
    return (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0x00AD || code == 0x061C || code == 0x180E ||
           code == 0xFEFF || (code >= 0xE0000 && code <= 0xE007F);
}

}  // namespace

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto [code, length] = first_code_point(text);
        const bool control = code >= 0 && (code < 0x20 || (code >= 0x7F && code < 0xA0));
        if (code == '\n' || code == '\t' || code == '\r' || code == 0x2028 || code == 0x2029) {
            result += ' ';
        } else if (code < 0 || control) {
            result += replacement;
        } else if (!is_unseen(code)) {
            result += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return result;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (const auto& cluster : clusters_of(text)) width += cluster.width;
    return width;
}

std::string cut(std::string_view text, std::size_t width) {
    const auto clusters = clusters_of(text);
    std::size_t total = 0;
    for (const auto& cluster : clusters) total += cluster.width;
    if (total <= width) return std::string(text);
    if (width == 0) return {};
    std::string result;
    std::size_t used = 0;
    for (const auto& cluster : clusters) {
        if (used + cluster.width > width - 1) break;
        result += cluster.bytes;
        used += cluster.width;
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    return result.append(ellipsis);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    width = std::max<std::size_t>(width, 1);
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    const auto break_line = [&] {
        lines.emplace_back();
        used = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = text.find_first_not_of(' ', at);
        if (begin == text.npos) break;
        const auto end = std::min(text.find(' ', begin), text.size());
        const auto word = text.substr(begin, end - begin);
        at = end;
        const auto word_width = display_width(word);
        if (used > 0 && used + 1 + word_width > width) break_line();
        if (used > 0) {
            lines.back() += ' ';
            ++used;
        }
        for (const auto& cluster : clusters_of(word)) {
            if (used + cluster.width > width && used > 0) break_line();
            lines.back() += cluster.bytes;
            used += cluster.width;
        }
    }
    return lines;
}

std::string pad_right(std::string text, std::size_t width) {
    const auto used = display_width(text);
    if (used < width) text.append(width - used, ' ');
    return text;
}

}  // namespace dondoc::cli
