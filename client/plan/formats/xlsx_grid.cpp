// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/xlsx_grid.h"

#include <charconv>
#include <map>
#include <string_view>
#include <vector>

#include "domain/message.h"
#include "plan/formats/cell_text.h"
#include "plan/formats/xlsx_sheet.h"
#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t max_sheets = 200;

// Targets are relative to the workbook's folder, or begin at the archive's root.
std::string resolved(std::string folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const auto parent = folder.size() < 2 ? std::string::npos : folder.rfind('/', folder.size() - 2);
        folder.resize(parent == std::string::npos ? 0 : parent + 1);
    }
    return folder + std::string(target);
}

// The texts below a node, apart from each other.
void add_words(const pugi::xml_node& node, int depth, std::string& words) {
    check_depth(depth);
    for (const auto& one : node.children()) {
        if (is(one, "t"))
            words += one.text().get();
        else
            add_words(one, depth + 1, words);
        if (is(one, "p") && !words.empty() && words.back() != ' ') words += ' ';
    }
}

struct Relation {
    std::string part;
    std::string type;
};

std::string name_of_relations(const std::string& part) {
    const auto slash = part.find_last_of('/') + 1;
    return part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
}
bool has_relations(const ZipArchive& archive, const std::string& part) {
    return archive.has(name_of_relations(part));
}

std::map<std::string, Relation> relations_of(ZipArchive& archive, const std::string& part) {
    const auto folder = part.substr(0, part.find_last_of('/') + 1);
    const auto name = name_of_relations(part);
    std::map<std::string, Relation> relations;
    const XmlPart xml(archive.read(name), name);
    for (const auto& node : xml.root().children()) {
        const std::string type(attribute(node, "Type").value_or(""));
        relations[std::string(attribute(node, "Id").value_or(""))] = {
            resolved(folder, attribute(node, "Target").value_or("")),
            type.substr(type.find_last_of('/') + 1)};
    }
    return relations;
}

std::string part_of_type(const std::map<std::string, Relation>& relations, std::string_view type) {
    for (const auto& [id, relation] : relations)
        if (relation.type == type) return relation.part;
    return {};
}

std::vector<RichText> shared_strings(ZipArchive& archive, const std::string& part,
                                     const XlsxColours& colours) {
    std::vector<RichText> strings;
    if (part.empty() || !archive.has(part)) return strings;
    const XmlPart xml(archive.read(part), part);
    for (const auto& item : xml.root().children())
        if (is(item, "si")) strings.push_back(rich_text(item, colours));
    return strings;
}

// What a sheet holds besides its cells.
struct SheetBesides {
    std::size_t comments = 0, pictures = 0, embedded = 0;
    std::vector<std::string> text_boxes;
};

void add_drawing(const pugi::xml_node& node, int depth, SheetBesides& besides) {
    check_depth(depth);
    constexpr long large_emu = 1'800'000;  // 5 cm; a coat of arms or a signature is smaller
    for (const auto& one : node.children()) {
        const auto name = local_name(one);
        if (name == "txBody") {
            std::string words;
            add_words(one, depth + 1, words);
            if (!words.empty()) besides.text_boxes.push_back(std::move(words));
        } else if (name == "pic") {
            const auto size = child(child(child(one, "spPr"), "xfrm"), "ext");
            const bool small = number_attribute(size, "cx", large_emu) < large_emu ||
                               number_attribute(size, "cy", large_emu) < large_emu;
            besides.pictures += small ? 0 : 1;
        } else {
            add_drawing(one, depth + 1, besides);
        }
    }
}

void look_besides(ZipArchive& archive, const std::string& sheet, SheetBesides& besides) {
    if (!has_relations(archive, sheet)) return;
    for (const auto& [id, relation] : relations_of(archive, sheet)) {
        if (!archive.has(relation.part)) continue;
        if (relation.type == "oleObject" || relation.type == "package") ++besides.embedded;
        if (relation.type == "comments") {
            const XmlPart comments(archive.read(relation.part), relation.part);
            for (const auto& one : child(comments.root(), "commentList").children())
                besides.comments += is(one, "comment") ? 1 : 0;
        }
        if (relation.type == "drawing")
            add_drawing(XmlPart(archive.read(relation.part), relation.part).root(), 0, besides);
    }
}

// The first lines of the sheet's tables, whose style may put white letters on any colour.
std::vector<long> painted_lines(ZipArchive& archive, const std::string& sheet) {
    std::vector<long> lines;
    if (!has_relations(archive, sheet)) return lines;
    for (const auto& [id, relation] : relations_of(archive, sheet)) {
        if (relation.type != "table" || !archive.has(relation.part)) continue;
        const XmlPart table(archive.read(relation.part), relation.part);
        const auto area = attribute(table.root(), "ref").value_or("");
        long line = 0;
        if (const auto digits = area.find_first_of("123456789"); digits != std::string_view::npos)
            std::from_chars(area.data() + digits, area.data() + area.size(), line);
        if (child(table.root(), "tableStyleInfo")) lines.push_back(line);
    }
    return lines;
}

void report(const SheetBesides& besides, Grid& grid) {
    const auto say = [&](const char* key, std::size_t count) {
        if (count > 0) grid.problems.push_back({key, {std::to_string(count)}});
    };
    for (const auto& words : besides.text_boxes)
        grid.problems.push_back({"plan.text_box", {in_quotes(words)}});
    say("plan.comments", besides.comments);
    say("plan.pictures", besides.pictures);
    say("plan.embedded", besides.embedded);
}

}  // namespace

Grid read_xlsx_grid(ZipArchive& archive, const std::string& part, CellTexts texts) {
    const XmlPart workbook(archive.read(part), part);
    const auto relations = relations_of(archive, part);
    XlsxFormats formats{texts};
    const bool from_1904 = is_on(attribute(child(workbook.root(), "workbookPr"), "date1904"));
    if (const auto theme = part_of_type(relations, "theme"); archive.has(theme))
        formats.read_theme(XmlPart(archive.read(theme), theme).root());
    if (const auto styles = part_of_type(relations, "styles"); archive.has(styles))
        formats.read(XmlPart(archive.read(styles), styles).root(), from_1904);
    const auto shared = shared_strings(archive, part_of_type(relations, "sharedStrings"), formats.colours());
    Grid grid;
    SheetBesides besides;
    std::size_t budget = max_rows;
    for (const auto& sheet : child(workbook.root(), "sheets").children()) {
        const std::string name(attribute(sheet, "name").value_or(""));
        if (attribute(sheet, "state").value_or("visible") != "visible") {
            grid.problems.push_back({"plan.sheet_hidden", {name}});
            continue;
        }
        const auto found = relations.find(std::string(attribute(sheet, "id").value_or("")));
        if (found == relations.end() || found->second.type != "worksheet") {
            grid.problems.push_back({"plan.sheet_other", {name}});
            continue;
        }
        if (grid.tables.size() == max_sheets) throw UserError("plan.archive_too_big", {});
        const auto& sheet_part = found->second.part;
        const XmlPart worksheet(archive.read(sheet_part), sheet_part);
        auto read = read_sheet(worksheet.root(), shared, formats, painted_lines(archive, sheet_part),
                               grid.tables.size() + 1, budget);
        read.table.name = name;
        read.table.merges_stated = true;
        grid.tables.push_back(std::move(read.table));
        for (auto& problem : read.problems) grid.problems.push_back(std::move(problem));
        if (texts == CellTexts::Tidied) look_besides(archive, sheet_part, besides);
    }
    report(besides, grid);
    return grid;
}

}  // namespace dondoc::plan
