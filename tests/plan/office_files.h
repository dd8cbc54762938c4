// SPDX-License-Identifier: Apache-2.0
// Small office files made by the tests themselves.
#pragma once

#include <zip.h>

#include <fstream>
#include <functional>
#include <initializer_list>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace dondoc::tests {

inline std::string zipped(const std::map<std::string, std::string>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    if (!archive) throw std::runtime_error("cannot make an archive");
    for (const auto& [name, content] : parts) {
        auto* part = zip_source_buffer(archive, content.data(), content.size(), 0);
        if (zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) < 0)
            throw std::runtime_error("cannot add " + name);
    }
    if (zip_close(archive) != 0) throw std::runtime_error("cannot write an archive");
    zip_stat_t stat;
    zip_source_stat(source, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(source);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

inline const std::string xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

// A document with `body` between its paragraphs; `numbering` and `styles` are the insides of those parts.
inline std::string docx(const std::string& body, const std::string& numbering = {},
                        const std::string& styles = {}) {
    const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    std::map<std::string, std::string> parts{
        {"word/document.xml",
         xml_head + "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"}};
    if (!numbering.empty())
        parts["word/numbering.xml"] = xml_head + "<w:numbering" + space + ">" + numbering + "</w:numbering>";
    if (!styles.empty())
        parts["word/styles.xml"] = xml_head + "<w:styles" + space + ">" + styles + "</w:styles>";
    return zipped(parts);
}
// A run of text; `look` is the inside of its properties.
inline std::string run(const std::string& text, const std::string& look = {}) {
    return "<w:r><w:rPr>" + look + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
inline std::string cell_of_runs(const std::string& runs, const std::string& paragraph_properties = {}) {
    return "<w:tc><w:tcPr/><w:p><w:pPr>" + paragraph_properties + "</w:pPr>" + runs + "</w:p></w:tc>";
}
inline std::string paragraph(const std::string& text, const std::string& properties = {}) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text +
           "</w:t></w:r></w:p>";
}
inline std::string cell(const std::string& text, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}
inline std::string word_row(std::initializer_list<const char*> texts) {
    std::string row = "<w:tr>";
    for (const auto* text : texts) row += cell(text);
    return row + "</w:tr>";
}
inline std::string word_table(const std::string& rows) {
    return "<w:tbl>" + rows + "</w:tbl>";
}

struct Sheet {
    std::string rows;    // inside of sheetData
    std::string merged;  // "A1:B2", separated by spaces
    std::string state = "visible";
    std::string columns = {};  // <cols> and what else stands before the rows
    std::string name = {};     // empty: "S1", "S2", ...
};

// `shared`: the shared strings as XML items; `styles`: the inside of styles.xml.
inline std::string xlsx(const std::vector<Sheet>& sheets, const std::string& shared = {},
                        const std::string& styles = {}) {
    const std::string main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    std::map<std::string, std::string> parts;
    std::string list;
    std::string relations;
    const auto relate = [&](const std::string& id, const std::string& type, const std::string& target) {
        relations +=
            "<Relationship Id=\"" + id + "\" Type=\"" + types + "/" + type + "\" Target=\"" + target + "\"/>";
    };
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto number = std::to_string(i + 1);
        list += "<sheet name=\"" + (sheets[i].name.empty() ? "S" + number : sheets[i].name) +
                "\" sheetId=\"" + number + "\" state=\"" + sheets[i].state + "\" r:id=\"rId" + number +
                "\"/>";
        relate("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        std::string merged;
        for (std::size_t at = 0; at < sheets[i].merged.size();) {
            const auto end = std::min(sheets[i].merged.find(' ', at), sheets[i].merged.size());
            merged += "<mergeCell ref=\"" + sheets[i].merged.substr(at, end - at) + "\"/>";
            at = end + 1;
        }
        parts["xl/worksheets/sheet" + number + ".xml"] =
            xml_head + "<worksheet" + main + ">" + sheets[i].columns + "<sheetData>" + sheets[i].rows +
            "</sheetData><mergeCells>" + merged + "</mergeCells></worksheet>";
    }
    relate("s", "sharedStrings", "sharedStrings.xml");
    relate("t", "styles", "/xl/styles.xml");
    parts["xl/sharedStrings.xml"] = xml_head + "<sst" + main + ">" + shared + "</sst>";
    parts["xl/styles.xml"] = xml_head + "<styleSheet" + main + ">" + styles + "</styleSheet>";
    parts["xl/workbook.xml"] =
        xml_head + "<workbook" + main + " xmlns:r=\"" + types + "\"><sheets>" + list + "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] = xml_head +
                                          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/"
                                          "2006/relationships\">" +
                                          relations + "</Relationships>";
    return zipped(parts);
}
// A row of texts; empty ones have no cell.
inline std::string sheet_row(int line, std::initializer_list<const char*> texts) {
    std::string row = "<row r=\"" + std::to_string(line) + "\">";
    char column = 'A';
    for (const auto* text : texts) {
        if (*text)
            row += "<c r=\"" + std::string(1, column) + std::to_string(line) + "\" t=\"inlineStr\"><is><t>" +
                   text + "</t></is></c>";
        ++column;
    }
    return row + "</row>";
}

}  // namespace dondoc::tests
