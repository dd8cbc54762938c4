// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/pdf_layers.h"

#include <zlib.h>

#include <algorithm>
#include <string>

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_dictionary =
    2'000;                                     // bytes before "stream" in which its dictionary is looked for
constexpr std::size_t most_of_one = 4u << 20;  // unpacked bytes of one drawing that are looked at
constexpr std::size_t most_of_all = 64u << 20;

std::string unpacked(std::string_view packed, std::size_t most) {
    z_stream stream{};
    if (::inflateInit(&stream) != Z_OK) return {};
    std::string text(most, '\0');
    stream.next_in =
        const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));  // zlib does not write to it
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    (void)::inflate(&stream, Z_FINISH);  // what came out before a damaged place counts
    text.resize(stream.total_out);
    ::inflateEnd(&stream);
    return text;
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// The operator "3 Tr" outside of words.
bool sets_invisible(std::string_view drawing) {
    for (auto at = drawing.find("Tr"); at != std::string_view::npos; at = drawing.find("Tr", at + 1)) {
        const bool ends = at + 2 == drawing.size() || is_space(drawing[at + 2]) || drawing[at + 2] == '[' ||
                          drawing[at + 2] == '(' || drawing[at + 2] == '<';
        auto mode = at;
        while (mode > 0 && is_space(drawing[mode - 1])) --mode;
        const bool three =
            mode < at && mode > 0 && drawing[mode - 1] == '3' && (mode == 1 || is_space(drawing[mode - 2]));
        if (ends && three) return true;
    }
    return false;
}

bool has_mark(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

}  // namespace

bool has_invisible_text(std::string_view bytes) {
    std::size_t budget = most_of_all;
    for (auto at = bytes.find("stream"); at != std::string_view::npos && budget > 0;
         at = bytes.find("stream", at)) {
        const auto begin = at;
        at += std::string_view("stream").size();
        if (begin >= 3 && bytes.substr(begin - 3, 3) == "end") continue;
        auto dictionary =
            bytes.substr(begin - std::min(begin, longest_dictionary), std::min(begin, longest_dictionary));
        if (const auto object = dictionary.rfind(" obj"); object != std::string_view::npos)
            dictionary.remove_prefix(object);
        const auto end = bytes.find("endstream", at);
        if (end == std::string_view::npos) return false;
        auto content = bytes.substr(at, end - at);
        at = end;
        if (has_mark(dictionary, "/Image") || has_mark(dictionary, "/FontFile") ||
            has_mark(dictionary, "/Length1"))
            continue;
        while (!content.empty() && (content.front() == '\r' || content.front() == '\n'))
            content.remove_prefix(1);
        const bool packed = has_mark(dictionary, "/FlateDecode") || has_mark(dictionary, "/Fl ");
        const auto drawing = packed ? unpacked(content, std::min(most_of_one, budget))
                                    : std::string(content.substr(0, most_of_one));
        budget -= std::min(budget, drawing.size());
        if (has_mark(drawing, "BT") && sets_invisible(drawing)) return true;
    }
    return false;
}

}  // namespace dondoc::plan
