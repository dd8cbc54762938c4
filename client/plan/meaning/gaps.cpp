// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/gaps.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "plan/meaning/header.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_header_lines = 4;
// In heights of a line.
constexpr double column_gap = 0.8;  // between words of two columns of a header; a space is about a quarter
constexpr double word_gap = 0.5;    // words closer than this are one text, whatever column they reach into
constexpr double row_gap = 1.4;     // between rows that no number begins, beside the usual distance of lines
constexpr double table_gap = 5;     // nothing of the table stands below such a gap
constexpr double widest_page = 20'000;  // pixels

struct Span {
    double left, right;
};

double height_of(const Line& line) {
    return line.words.front()->bottom - line.words.front()->top;
}
double top_of(const Line& line) {
    return line.words.front()->top;
}

struct FoundHeader {
    std::size_t line = 0, lines = 0;
    std::vector<Span> columns;
    std::size_t number_column = 0;
    std::size_t known = 0;
};

// The lines as one row, its cells parted where none of them has a word.
FoundHeader header_of(const std::vector<Line>& lines, std::size_t first, std::size_t count) {
    std::vector<const Word*> words;
    for (auto i = first; i < first + count; ++i)
        words.insert(words.end(), lines[i].words.begin(), lines[i].words.end());
    std::sort(words.begin(), words.end(), [](const Word* a, const Word* b) { return a->left < b->left; });
    FoundHeader header{first, count, {}, 0, 0};
    for (const auto* word : words) {
        const auto gap = column_gap * (word->bottom - word->top);
        if (header.columns.empty() || word->left > header.columns.back().right + gap)
            header.columns.push_back({word->left, word->right});
        header.columns.back().right = std::max(header.columns.back().right, word->right);
    }
    if (header.columns.size() < 3 || header.columns.size() > max_columns) return header;
    Table table;
    table.rows.resize(1);
    table.rows[0].cells.resize(header.columns.size());
    for (auto i = first; i < first + count; ++i)
        for (const auto* word : lines[i].words)
            for (std::size_t column = 0; column < header.columns.size(); ++column)
                if (word->left >= header.columns[column].left &&
                    word->right <= header.columns[column].right) {
                    auto& paragraphs = table.rows[0].cells[column].paragraphs;
                    if (paragraphs.empty())
                        paragraphs.push_back(word->text);
                    else
                        paragraphs[0] += " " + word->text;
                    break;
                }
    const auto found = header_at(table, 0);
    if (!found) return header;
    for (std::size_t column = 0; column < found->columns.size(); ++column) {
        if (found->columns[column] != Column::Other) ++header.known;
        if (found->columns[column] == Column::Number) header.number_column = column;
    }
    if (found->columns[header.number_column] != Column::Number) header.number_column = found->columns.size();
    return header;
}

FoundHeader best_header(const std::vector<Line>& lines) {
    FoundHeader best;
    for (std::size_t first = 0; first < lines.size(); ++first)
        for (std::size_t count = 1; count <= most_header_lines && first + count <= lines.size(); ++count) {
            auto header = header_of(lines, first, count);
            if (header.known > best.known) best = std::move(header);
        }
    return best;
}

// Between two columns: the widest stretch in which the fewest words of the table stand.
double edge_between(const Span& left, const Span& right, const std::vector<Line>& lines, std::size_t from) {
    const auto begin = std::max(0.0, (left.left + left.right) / 2);
    const auto end = std::min(widest_page, (right.left + right.right) / 2);
    if (end <= begin + 1) return (left.right + right.left) / 2;
    std::vector<int> covered(static_cast<std::size_t>(end - begin) + 1);
    for (auto i = from; i < lines.size(); ++i)
        for (const auto* word : lines[i].words)
            for (auto x = std::max(begin, std::floor(word->left)); x < std::min(end, word->right); ++x)
                ++covered[static_cast<std::size_t>(x - begin)];
    const auto least = *std::min_element(covered.begin(), covered.end());
    std::size_t best = 0;
    std::size_t widest = 0;
    for (std::size_t i = 0; i < covered.size();) {
        auto stop = i;
        while (stop < covered.size() && covered[stop] == least) ++stop;
        if (stop - i > widest) {
            widest = stop - i;
            best = i + widest / 2;
        }
        i = std::max(stop, i + 1);
    }
    return begin + static_cast<double>(best);
}

// A word, or two that belong together, on both sides of the edge.
bool crosses(const Line& line, double edge) {
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const auto& word = *line.words[i];
        if (word.left < edge && word.right > edge) return true;
        if (i > 0 && line.words[i - 1]->right <= edge && word.left >= edge &&
            word.left - line.words[i - 1]->right < word_gap * height_of(line))
            return true;
    }
    return false;
}

std::size_t crossed(const Line& line, const std::vector<double>& edges) {
    return static_cast<std::size_t>(
        std::count_if(edges.begin() + 1, edges.end() - 1, [&](double edge) { return crosses(line, edge); }));
}

double usual_distance(const std::vector<Line>& lines, std::size_t from) {
    std::vector<double> distances;
    for (auto i = from + 1; i < lines.size(); ++i)
        distances.push_back(top_of(lines[i]) - top_of(lines[i - 1]));
    if (distances.empty()) return 0;
    const auto quarter = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 4);
    std::nth_element(distances.begin(), quarter, distances.end());
    return *quarter;
}

bool is_page_number(const Line& line) {
    return line.words.size() == 1 &&
           line.words.front()->text.find_first_not_of("0123456789-/") == std::string::npos;
}

// The cells of a row whose lines are [from, to).
void add_row_of_gaps(RuledTable& table, std::size_t row, const std::vector<double>& edges,
                     const std::vector<Line>& lines, std::size_t from, std::size_t to) {
    const auto top = top_of(lines[from]) - 1;
    const auto bottom =
        to < lines.size() ? top_of(lines[to]) - 1 : top_of(lines[to - 1]) + 2 * height_of(lines[to - 1]);
    for (std::size_t column = 0; column < table.columns;) {
        RuledCell cell{edges[column], top, 0, bottom, row, column, 1, 1};
        // A heading runs over the columns of duties; longer texts are those of a column that is too
        // narrow.
        while (to - from <= 2 && column + cell.columns < table.columns &&
               crosses(lines[from], edges[column + cell.columns]))
            ++cell.columns;
        column += cell.columns;
        cell.right = edges[column];
        table.cells.push_back(cell);
    }
}

}  // namespace

std::optional<RuledTable> GapTables::table_of(const std::vector<Word>& words) {
    std::vector<const Word*> all;
    for (const auto& word : words)
        if (word.bottom > word.top && word.right > word.left) all.push_back(&word);
    const auto lines = lines_of(std::move(all));
    auto header = best_header(lines);
    std::size_t first = header.line + header.lines;  // of the body
    std::vector<std::size_t> starts;                 // lines that begin a row
    if (header.known > 0) {
        number_column_ = header.number_column;
        edges_.assign(1, 0.0);
        for (std::size_t i = 1; i < header.columns.size(); ++i)
            edges_.push_back(edge_between(header.columns[i - 1], header.columns[i], lines, header.line));
        edges_.push_back(widest_page);
        starts.push_back(header.line);
    } else {
        if (edges_.empty()) return std::nullopt;
        first = 0;
        while (first < lines.size() && is_page_number(lines[first])) ++first;
    }
    const auto in_number_column = [&](const Line& line) {
        if (number_column_ + 1 >= edges_.size()) return false;
        return std::any_of(line.words.begin(), line.words.end(), [&](const Word* word) {
            const auto x = (word->left + word->right) / 2;
            return x >= edges_[number_column_] && x < edges_[number_column_ + 1];
        });
    };
    const bool numbered = number_column_ + 1 < edges_.size();
    const auto usual = usual_distance(lines, first);
    auto end = first;
    for (; end < lines.size(); ++end) {
        const auto& line = lines[end];
        const auto distance = end == 0 ? 0.0 : top_of(line) - top_of(lines[end - 1]);
        if (end > first && distance > table_gap * height_of(line)) break;
        if (crossed(line, edges_) + 2 == edges_.size() && edges_.size() > 3)
            break;  // prose over the whole width
        if (end + 1 == lines.size() && is_page_number(line)) break;
        const bool header_goes_on =
            numbered && starts.size() == 1 && header.known > 0 && !in_number_column(line);
        if (end == first && !header_goes_on)
            starts.push_back(end);
        else if (numbered ? in_number_column(line) || (!header_goes_on && distance > 2 * row_gap * usual)
                          : distance > row_gap * usual)
            starts.push_back(end);
    }
    if (starts.empty() || end == first) {
        edges_.clear();
        return std::nullopt;
    }
    RuledTable table{starts.size(), edges_.size() - 1, {}};
    for (std::size_t row = 0; row < starts.size(); ++row)
        add_row_of_gaps(table, row, edges_, lines, starts[row],
                        row + 1 < starts.size() ? starts[row + 1] : end);
    const bool ended = end < lines.size() && !is_page_number(lines[end]);
    if (ended) edges_.clear();
    return table;
}

}  // namespace dondoc::plan
