#include "plan/xlsx_grid.h"

#include <map>

#include "domain/message.h"
#include "plan/xlsx_sheet.h"
#include "plan/xml_part.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t max_sheets = 200;

// Targets are relative to the workbook's folder, or begin at the archive's root.
std::string resolved(const std::string& folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    return folder + std::string(target);
}

struct Relation {
    std::string part;
    std::string type;
};

std::map<std::string, Relation> relations_of(ZipArchive& archive, const std::string& part) {
    const auto slash = part.find_last_of('/') + 1;
    const auto folder = part.substr(0, slash);
    const auto name = folder + "_rels/" + part.substr(slash) + ".rels";
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

std::vector<std::string> shared_strings(ZipArchive& archive, const std::string& part) {
    std::vector<std::string> strings;
    if (part.empty() || !archive.has(part)) return strings;
    const XmlPart xml(archive.read(part), part);
    for (const auto& item : xml.root().children())
        if (is(item, "si")) strings.push_back(rich_text(item));
    return strings;
}

}  // namespace

Grid read_xlsx_grid(ZipArchive& archive, const std::string& part, CellTexts texts) {
    const XmlPart workbook(archive.read(part), part);
    const auto relations = relations_of(archive, part);
    const auto shared = shared_strings(archive, part_of_type(relations, "sharedStrings"));
    XlsxFormats formats{texts};
    const bool from_1904 = is_on(attribute(child(workbook.root(), "workbookPr"), "date1904"));
    if (const auto styles = part_of_type(relations, "styles"); archive.has(styles))
        formats.read(XmlPart(archive.read(styles), styles).root(), from_1904);
    Grid grid;
    std::size_t budget = max_rows;
    for (const auto& sheet : child(workbook.root(), "sheets").children()) {
        if (attribute(sheet, "state").value_or("visible") != "visible") continue;
        const auto found = relations.find(std::string(attribute(sheet, "id").value_or("")));
        if (found == relations.end() || found->second.type != "worksheet") continue;
        if (grid.tables.size() == max_sheets) throw UserError("plan.archive_too_big", {});
        const auto& name = found->second.part;
        const XmlPart worksheet(archive.read(name), name);
        grid.tables.push_back(read_sheet(worksheet.root(), shared, formats, budget));
    }
    return grid;
}

}  // namespace dondoc::plan
