// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/grid_wire.h"

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "language/words/unicode.h"

namespace dondoc::plan {
namespace {

// Numbers are four bytes as this machine has them: both ends are one program. A text is its length and its
// bytes, a list its count and its items.
constexpr char grid_mark = 'G';
constexpr char error_mark = 'E';

class Writer {
  public:
    explicit Writer(char mark) : bytes_(1, mark) {}

    void number(std::size_t value) {
        const auto small = static_cast<std::uint32_t>(value);
        bytes_.append(reinterpret_cast<const char*>(&small), sizeof small);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    template <typename List, typename Put>
    void list(const List& items, Put put) {
        number(items.size());
        for (const auto& item : items) put(item);
    }
    void message(const Message& value) {
        text(value.key);
        list(value.args, [this](const auto& arg) { text(arg); });
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number() {
        std::uint32_t value = 0;
        const auto part = bytes(sizeof value);
        std::memcpy(&value, part.data(), sizeof value);
        return value;
    }
    std::string text() {
        const auto part = bytes(number());
        if (!language::is_utf8(part))
            throw std::runtime_error("the reader of files answered with bytes that are no text");
        return std::string(part);
    }
    template <typename Item, typename Take>
    std::vector<Item> list(Take take) {
        // Each item has some bytes, so a count beyond them is no list.
        const auto count = number();
        if (count > rest_.size())
            throw std::runtime_error("the reader of files answered with a list without end");
        std::vector<Item> items;
        items.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i) items.push_back(take());
        return items;
    }
    Message message() {
        auto key = text();
        return {std::move(key), list<std::string>([this] { return text(); })};
    }
    bool at_end() const { return rest_.empty(); }

  private:
    std::string_view bytes(std::size_t count) {
        if (count > rest_.size()) throw std::runtime_error("the answer of the reader of files is cut off");
        const auto part = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return part;
    }
    std::string_view rest_;
};

void put(Writer& out, const Cell& cell) {
    out.list(cell.paragraphs, [&](const auto& paragraph) { out.text(paragraph); });
    out.number(cell.continues_above ? 1 : 0);
    out.number(cell.span);
}
Cell cell_from(Reader& in) {
    Cell cell;
    cell.paragraphs = in.list<std::string>([&] { return in.text(); });
    cell.continues_above = in.number() != 0;
    cell.span = in.number();
    if (cell.span == 0 || cell.span > max_columns)
        throw std::runtime_error("a cell spans no columns of a table");
    return cell;
}

void put(Writer& out, const GridRow& row) {
    out.number(row.line);
    out.number(row.after_break ? 1 : 0);
    out.list(row.doubts, [&](const auto& doubt) { out.message(doubt); });
    out.list(row.cells, [&](const auto& cell) { put(out, cell); });
}
GridRow row_from(Reader& in) {
    GridRow row;
    row.line = in.number();
    row.after_break = in.number() != 0;
    row.doubts = in.list<Message>([&] { return in.message(); });
    row.cells = in.list<Cell>([&] { return cell_from(in); });
    return row;
}

void put(Writer& out, const Table& table) {
    out.text(table.name);
    out.number(table.merges_stated ? 1 : 0);
    out.number(table.prose_before);
    out.list(table.rows, [&](const auto& row) { put(out, row); });
}
Table table_from(Reader& in) {
    Table table;
    table.name = in.text();
    table.merges_stated = in.number() != 0;
    table.prose_before = in.number();
    table.rows = in.list<GridRow>([&] { return row_from(in); });
    return table;
}

void put(Writer& out, const ProseLine& line) {
    out.number(line.line);
    out.number(line.table);
    out.text(line.text);
}
ProseLine prose_from(Reader& in) {
    ProseLine line;
    line.line = in.number();
    line.table = in.number();
    line.text = in.text();
    return line;
}

}  // namespace

std::string bytes_of(const Grid& grid) {
    Writer out(grid_mark);
    out.list(grid.tables, [&](const auto& table) { put(out, table); });
    out.list(grid.prose, [&](const auto& line) { put(out, line); });
    out.list(grid.problems, [&](const auto& problem) { out.message(problem); });
    return out.take();
}

std::string bytes_of(const UserError& error) {
    Writer out(error_mark);
    out.message(error.message());
    out.text(error.place());
    return out.take();
}

Grid grid_of(std::string_view bytes) {
    if (bytes.empty()) throw std::runtime_error("the reader of files answered nothing");
    Reader in(bytes.substr(1));
    if (bytes.front() == error_mark) {
        auto message = in.message();
        throw UserError(message.key, message.args, in.text());
    }
    if (bytes.front() != grid_mark) throw std::runtime_error("the reader of files answered something else");
    Grid grid;
    grid.tables = in.list<Table>([&] { return table_from(in); });
    grid.prose = in.list<ProseLine>([&] { return prose_from(in); });
    grid.problems = in.list<Message>([&] { return in.message(); });
    std::size_t rows = 0;
    for (const auto& table : grid.tables) rows += table.rows.size();
    if (rows > max_rows) throw UserError("plan.too_long", {std::to_string(max_rows)});
    if (!in.at_end()) throw std::runtime_error("the reader of files answered too much");
    return grid;
}

}  // namespace dondoc::plan
