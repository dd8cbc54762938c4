// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/gaps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "plan/meaning/header.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_header_lines = 4;
// In heights of a line.
constexpr double column_gap = 0.8;  // between words of two columns of a header; a space is about a quarter
constexpr std::array narrow_gaps{0.55, 0.4};  // where the words of the header say so, too
constexpr double word_gap = 0.5;  // words closer than this are one text, unless a column begins between them
constexpr double row_gap = 1.4;   // between rows that no number begins, beside the usual distance of lines
constexpr double table_gap = 5;   // nothing of the table stands below such a gap
// Between the rows of a table whose numbers stand in the middle of them, and in distances of its lines.
constexpr double clear_gap = 1.25;
constexpr double clearer = 1.2;         // than the gap above the number's own line
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

// The lines as one row, its cells parted where none of them has a word for `least_gap`.
FoundHeader header_of(const std::vector<Line>& lines, std::size_t first, std::size_t count,
                      double least_gap) {
    std::vector<const Word*> words;
    for (auto i = first; i < first + count; ++i)
        words.insert(words.end(), lines[i].words.begin(), lines[i].words.end());
    std::sort(words.begin(), words.end(), [](const Word* a, const Word* b) { return a->left < b->left; });
    FoundHeader header{first, count, {}, 0, 0};
    for (const auto* word : words) {
        const auto gap = least_gap * (word->bottom - word->top);
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
            auto header = header_of(lines, first, count, column_gap);
            if (header.known > best.known) best = std::move(header);
            for (const auto gap : narrow_gaps) {
                auto narrow = header_of(lines, first, count, gap);
                // Spaces within a text are as wide in some lines: nearly all of the columns have to be known.
                if (narrow.known > best.known && narrow.known * 4 >= narrow.columns.size() * 3)
                    best = std::move(narrow);
            }
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

// The columns of a table: where they are parted, and where most of the texts of each begin.
struct GapColumns {
    std::vector<double> edges;
    std::vector<std::optional<double>> lefts;  // by edge; nothing: they begin anywhere
    std::size_t number = 0;                    // the one of numbers; as many as there are: none

    std::size_t count() const { return edges.size() - 1; }
    bool has_numbers() const { return number < count(); }
    bool has_word(const Line& line, std::size_t column) const {
        return std::any_of(line.words.begin(), line.words.end(), [&](const Word* word) {
            const auto x = (word->left + word->right) / 2;
            return x >= edges[column] && x < edges[column + 1];
        });
    }
    bool is_numbered(const Line& line) const { return has_numbers() && has_word(line, number); }
};

GapColumns columns_between(std::vector<double> edges, std::size_t number, const std::vector<Line>& lines,
                           std::size_t from) {
    constexpr std::size_t least_lines = 3;
    GapColumns columns{std::move(edges), {}, number};
    columns.lefts.resize(columns.edges.size());
    for (std::size_t edge = 1; edge + 1 < columns.edges.size(); ++edge) {
        std::map<long, std::size_t> begins;  // how many lines begin at each place
        for (auto i = from; i < lines.size(); ++i)
            for (const auto* word : lines[i].words) {
                if (word->left < columns.edges[edge]) continue;
                if (word->left < columns.edges[edge + 1]) ++begins[std::lround(word->left)];
                break;
            }
        const auto most = std::max_element(begins.begin(), begins.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most != begins.end() && most->second >= least_lines)
            columns.lefts[edge] = static_cast<double>(most->first);
    }
    return columns;
}

enum class Meets { Apart, Close, Across };

// How the words on both sides of an edge stand to each other. Close: as words of one text do, though a column
// begins between them.
Meets meeting_at(const Line& line, const GapColumns& columns, std::size_t at) {
    constexpr double same_place = 1.5;  // pixels
    const auto edge = columns.edges[at];
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const auto& word = *line.words[i];
        if (word.left < edge && word.right > edge) return Meets::Across;
        if (i == 0 || line.words[i - 1]->right > edge || word.left < edge) continue;
        if (word.left - line.words[i - 1]->right >= word_gap * height_of(line)) continue;
        const auto& begins = columns.lefts[at];
        return begins && std::fabs(word.left - *begins) <= same_place ? Meets::Close : Meets::Across;
    }
    return Meets::Apart;
}

std::size_t crossed(const Line& line, const GapColumns& columns) {
    std::size_t count = 0;
    for (std::size_t at = 1; at + 1 < columns.edges.size(); ++at)
        count += meeting_at(line, columns, at) == Meets::Across ? 1 : 0;
    return count;
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

// Whether a line of a row may be parted otherwise, or begin a row of its own.
bool is_doubtful(const Line& line, const GapColumns& columns, bool heading, bool first) {
    bool in_all = !columns.has_numbers() && !first;
    for (std::size_t column = 0; in_all && column < columns.count(); ++column)
        in_all = columns.has_word(line, column);
    if (in_all) return true;
    for (std::size_t at = 1; at < columns.count(); ++at) {
        const auto meets = meeting_at(line, columns, at);
        if (heading ? !first && meets == Meets::Across : meets != Meets::Apart) return true;
    }
    return false;
}

// The cells of a row whose lines are [from, to).
void add_row_of_gaps(RuledTable& table, std::size_t row, const GapColumns& columns,
                     const std::vector<Line>& lines, std::size_t from, std::size_t to) {
    constexpr std::size_t most_lines_of_heading = 2;
    const auto& edges = columns.edges;
    const auto top = top_of(lines[from]) - 1;
    const auto bottom =
        to < lines.size() ? top_of(lines[to]) - 1 : top_of(lines[to - 1]) + 2 * height_of(lines[to - 1]);
    // A heading runs over the columns of duties; longer texts are those of a column that is too narrow.
    const bool may_be_heading = to - from <= most_lines_of_heading;
    const bool runs_across = may_be_heading && crossed(lines[from], columns) > 0;
    for (std::size_t column = 0; column < table.columns;) {
        RuledCell cell{edges[column], top, 0, bottom, row, column, 1, 1};
        while (runs_across && column + cell.columns < table.columns &&
               meeting_at(lines[from], columns, column + cell.columns) != Meets::Apart)
            ++cell.columns;
        column += cell.columns;
        cell.right = edges[column];
        table.cells.push_back(cell);
    }
    for (auto line = from; line < to; ++line)
        if (is_doubtful(lines[line], columns, runs_across, line == from)) {
            table.doubtful.push_back(row);
            return;
        }
}

// The line from which on the row of the number in line `numbered` stands, below line `before`: where numbers
// stand in the middle of their rows, a wider gap above the texts beside them says so.
std::size_t begin_of_row(const std::vector<Line>& lines, std::size_t before, std::size_t numbered,
                         double usual) {
    const auto distance = [&](std::size_t line) { return top_of(lines[line]) - top_of(lines[line - 1]); };
    auto begin = numbered;
    for (auto line = before + 1; line < numbered; ++line)
        if (distance(line) >= clear_gap * usual && distance(line) >= clearer * distance(begin)) begin = line;
    return begin;
}

// The line behind the last one of the table whose first row below the header is in line `first`.
std::size_t end_of_table(const std::vector<Line>& lines, const GapColumns& columns, std::size_t first) {
    auto end = first;
    for (; end < lines.size(); ++end) {
        const auto& line = lines[end];
        const auto distance = end == 0 ? 0.0 : top_of(line) - top_of(lines[end - 1]);
        if (end > first && distance > table_gap * height_of(line)) break;
        if (columns.count() > 2 && crossed(line, columns) + 1 == columns.count())
            break;  // prose over the whole width
        if (end + 1 == lines.size() && is_page_number(line)) break;
    }
    return end;
}

// The lines of [first, end) that begin a row. `header`: some lines of a header stand above them, and those up
// to the first number go on with it.
std::set<std::size_t> rows_of(const std::vector<Line>& lines, const GapColumns& columns, std::size_t first,
                              std::size_t end, bool header) {
    const auto usual = usual_distance(lines, first);
    std::set<std::size_t> starts;
    if (!header || !columns.has_numbers()) starts.insert(first);
    auto before = header ? first - 1 : first;
    for (auto line = first; line < end; ++line) {
        const auto distance = line == 0 ? 0.0 : top_of(lines[line]) - top_of(lines[line - 1]);
        if (columns.is_numbered(lines[line])) {
            starts.insert(line > before ? begin_of_row(lines, before, line, usual) : line);
            before = line;
        } else if (!starts.empty() && distance > (columns.has_numbers() ? 2 : 1) * row_gap * usual) {
            starts.insert(line);
        }
    }
    return starts;
}

}  // namespace

std::optional<RuledTable> GapTables::table_of(const std::vector<Word>& words) {
    std::vector<const Word*> all;
    for (const auto& word : words)
        if (word.bottom > word.top && word.right > word.left) all.push_back(&word);
    const auto lines = lines_of(std::move(all));
    const auto header = best_header(lines);
    const bool starts_here = header.known > 0;
    std::size_t first = header.line + header.lines;  // of the body
    if (starts_here) {
        number_column_ = header.number_column;
        edges_.assign(1, 0.0);
        for (std::size_t i = 1; i < header.columns.size(); ++i)
            edges_.push_back(edge_between(header.columns[i - 1], header.columns[i], lines, header.line));
        edges_.push_back(widest_page);
    } else {
        if (edges_.empty()) return std::nullopt;
        first = 0;
        while (first < lines.size() && is_page_number(lines[first])) ++first;
    }
    const auto columns = columns_between(edges_, number_column_, lines, first);
    const auto end = end_of_table(lines, columns, first);
    if (end == first) {
        edges_.clear();
        return std::nullopt;
    }
    const auto found = rows_of(lines, columns, first, end, starts_here);
    std::vector<std::size_t> starts(found.begin(), found.end());
    if (starts_here) starts.insert(starts.begin(), header.line);
    RuledTable table{starts.size(), columns.count(), {}};
    for (std::size_t row = 0; row < starts.size(); ++row)
        add_row_of_gaps(table, row, columns, lines, starts[row],
                        row + 1 < starts.size() ? starts[row + 1] : end);
    if (starts_here) std::erase(table.doubtful, std::size_t{0});  // its words are known
    const bool ended = end < lines.size() && !is_page_number(lines[end]);
    if (ended) edges_.clear();
    return table;
}

}  // namespace dondoc::plan
