// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/labelled_lines.h"

#include <array>
#include <optional>
#include <utility>

#include "language/readers.h"

namespace dondoc::plan {
namespace {

using Kind = Label::Kind;
constexpr std::array<std::pair<std::string_view, Kind>, 53> labels{
    {{"chủ trì", Kind::Lead},
     {"cơ quan chủ trì", Kind::Lead},
     {"đơn vị chủ trì", Kind::Lead},
     {"chủ trì thực hiện", Kind::Lead},
     {"cơ quan chủ trì thực hiện", Kind::Lead},
     {"đơn vị chủ trì thực hiện", Kind::Lead},
     {"cơ quan, đơn vị chủ trì", Kind::Lead},
     {"cơ quan thực hiện", Kind::Lead},
     {"đơn vị thực hiện", Kind::Lead},
     {"cơ quan, đơn vị thực hiện", Kind::Lead},
     {"cơ quan chủ trì tham mưu", Kind::Lead},
     {"cơ quan tham mưu", Kind::Lead},
     {"đơn vị tham mưu", Kind::Lead},
     {"cơ quan được giao", Kind::Lead},
     {"cơ quan đầu mối", Kind::Lead},
     {"đơn vị đầu mối", Kind::Lead},
     {"phân công thực hiện", Kind::Lead},
     {"phân công", Kind::Lead},
     {"trách nhiệm thực hiện", Kind::Lead},
     {"đơn vị phụ trách", Kind::Lead},
     {"phối hợp", Kind::Cooperating},
     {"cơ quan phối hợp", Kind::Cooperating},
     {"đơn vị phối hợp", Kind::Cooperating},
     {"phối hợp thực hiện", Kind::Cooperating},
     {"cơ quan phối hợp thực hiện", Kind::Cooperating},
     {"đơn vị phối hợp thực hiện", Kind::Cooperating},
     {"cơ quan, đơn vị phối hợp", Kind::Cooperating},
     {"các cơ quan phối hợp", Kind::Cooperating},
     {"các đơn vị phối hợp", Kind::Cooperating},
     {"thời gian", Kind::Term},
     {"thời hạn", Kind::Term},
     {"thời gian thực hiện", Kind::Term},
     {"thời gian hoàn thành", Kind::Term},
     {"thời hạn thực hiện", Kind::Term},
     {"thời hạn hoàn thành", Kind::Term},
     {"thời gian tổ chức", Kind::Term},
     {"thời gian triển khai", Kind::Term},
     {"tiến độ", Kind::Term},
     {"tiến độ thực hiện", Kind::Term},
     {"tiến độ hoàn thành", Kind::Term},
     {"hạn hoàn thành", Kind::Term},
     {"hoàn thành", Kind::Term},
     {"nội dung", Kind::Other},
     {"địa điểm", Kind::Other},
     {"thành phần", Kind::Other},
     {"thành phần tham dự", Kind::Other},
     {"đối tượng", Kind::Other},
     {"số lượng", Kind::Other},
     {"quy mô", Kind::Other},
     {"hình thức", Kind::Other},
     {"sản phẩm", Kind::Other},
     {"kinh phí", Kind::Other},
     {"nguồn kinh phí", Kind::Other}}};

struct Opening {
    Kind kind;
    std::size_t text;  // where what it labels begins
};

// A label and its colon, at the beginning of `text`.
std::optional<Opening> opening_of(std::string_view text) {
    constexpr std::size_t longest_label = 60;  // bytes
    const auto begin = text.find_first_not_of(" -+•*");
    const auto colon = text.substr(0, begin == std::string_view::npos ? 0 : begin + longest_label).find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto said = language::fold(text.substr(begin, colon - begin));
    for (const auto& [label, kind] : labels)
        if (said == label) return Opening{kind, colon + 1};
    return std::nullopt;
}

std::string_view without_marks(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" .;,/-") + 1 - begin);
}

// Where the next label of the line begins; its end: there is none.
std::size_t next_label(std::string_view line, std::size_t from) {
    for (auto at = line.find_first_of(".;,", from); at != std::string_view::npos;
         at = line.find_first_of(".;,", at + 1))
        if (opening_of(line.substr(at + 1))) return at;
    return line.size();
}

}  // namespace

std::vector<Label> labels_of(std::string_view line) {
    constexpr std::size_t longest_line = 4000;  // bytes
    std::vector<Label> found;
    if (line.size() > longest_line) return found;
    for (std::size_t at = 0; at < line.size();) {
        const auto opening = opening_of(line.substr(at));
        if (!opening) break;
        const auto text = at + opening->text;
        const auto end = next_label(line, text);
        found.push_back({opening->kind, std::string(without_marks(line.substr(text, end - text)))});
        at = end + 1;
    }
    return found;
}

bool is_labelled(std::string_view line) {
    const auto labels = labels_of(line);
    return !labels.empty() && !labels.front().text.empty();
}

}  // namespace dondoc::plan
