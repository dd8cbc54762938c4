// SPDX-License-Identifier: GPL-3.0-or-later
// A part is worked on in three steps. Merge fields become texts between « and », whatever runs they were made
// of. Then the row with fields of the list is copied for each entry. Then, paragraph by paragraph, each
// «name» is replaced: its first run gets the value, so the letters look as they did in the template.
#include "plan/formats/docx_template.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <sstream>

#include "domain/message.h"
#include "language/words/text_pattern.h"
#include "plan/formats/xml_part.h"
#include "plan/formats/zip_archive.h"

namespace dondoc::plan {
namespace {

using pugi::xml_node;

constexpr std::string_view opening = "«", closing = "»";
constexpr std::string_view main_part = "word/document.xml";
constexpr std::size_t longest_name = 200;  // bytes between « and »; what is longer is a quotation

// Elements of that name, outermost first, in the order of the document.
void collect(const xml_node& parent, std::string_view name, int depth, std::vector<xml_node>& found) {
    check_depth(depth);
    for (const auto& node : parent.children()) {
        if (is(node, name)) found.push_back(node);
        collect(node, name, depth + 1, found);
    }
}

std::vector<xml_node> elements(const xml_node& parent, std::string_view name) {
    std::vector<xml_node> found;
    collect(parent, name, 0, found);
    return found;
}

std::string own_text(const xml_node& node) {
    return node.text().get();
}

// " MERGEFIELD  Co_Quan  \* MERGEFORMAT " -> "Co_Quan"; nullopt: another kind of field.
std::optional<std::string> merge_name(const std::string& instruction) {
    std::istringstream words{instruction};
    std::string kind, name;
    words >> kind >> name;
    std::ranges::transform(kind, kind.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (kind != "MERGEFIELD" || name.empty()) return std::nullopt;
    if (name.front() == '"') {
        const auto begin = instruction.find('"') + 1;
        return instruction.substr(begin, instruction.find('"', begin) - begin);
    }
    return name;
}

void set_text(xml_node text, const std::string& value) {
    text.text().set(value.c_str());
    if (!text.attribute("xml:space")) text.append_attribute("xml:space");
    text.attribute("xml:space").set_value("preserve");
}

// The first text below the node says it, the others nothing; without any there is nowhere to say it.
void show_only(const std::vector<xml_node>& texts, const std::string& value) {
    for (std::size_t i = 0; i < texts.size(); ++i) set_text(texts[i], i == 0 ? value : "");
}

std::string in_marks(const std::string& name) {
    return std::string{opening} + name + std::string{closing};
}

// <w:fldSimple w:instr="MERGEFIELD name">runs</w:fldSimple> -> runs
void unwrap_simple_fields(const xml_node& root) {
    for (auto field : elements(root, "fldSimple")) {
        const auto name = merge_name(std::string{attribute(field, "instr").value_or("")});
        if (!name) continue;
        show_only(elements(field, "t"), in_marks(*name));
        auto parent = field.parent();
        while (auto child = field.first_child()) parent.insert_move_before(child, field);
        parent.remove_child(field);
    }
}

// Runs from "begin" to "end": the instruction's go, the first of the result stays.
class ComplexField {
  public:
    // False: the run is none of a field.
    bool take(const xml_node& run) {
        const auto mark = child(run, "fldChar");
        const auto kind = attribute(mark, "fldCharType").value_or("");
        if (kind == "begin") ++depth_;
        if (depth_ == 0) return false;
        runs_.push_back(run);
        if (depth_ == 1)
            for (const auto& text : elements(run, "instrText")) instruction_ += own_text(text);
        if (kind == "separate" && depth_ == 1) result_from_ = runs_.size();
        if (kind == "end") --depth_;
        return true;
    }
    bool is_whole() const { return depth_ == 0 && !runs_.empty(); }

    // Replaces the runs; of another kind than a merge field they stay.
    void replace() {
        if (const auto name = merge_name(instruction_)) replace_by(*name);
        *this = {};
    }

  private:
    void replace_by(const std::string& name) {
        std::optional<xml_node> kept;
        for (std::size_t i = result_from_; i < runs_.size() && !kept; ++i)
            if (!elements(runs_[i], "t").empty()) kept = runs_[i];
        if (!kept) {
            kept = runs_.back();
            const auto prefix = std::string{kept->name()}.substr(0, std::string{kept->name()}.find(':') + 1);
            kept->remove_child((prefix + "fldChar").c_str());
            kept->append_child((prefix + "t").c_str());
        }
        show_only(elements(*kept, "t"), in_marks(name));
        for (auto& run : runs_)
            if (run != *kept) run.parent().remove_child(run);
    }

    int depth_ = 0;  // fields stand in fields
    std::string instruction_;
    std::vector<xml_node> runs_;
    std::size_t result_from_ = 0;
};

void unwrap_complex_fields(const xml_node& root) {
    ComplexField field;
    for (const auto& run : elements(root, "r"))
        if (field.take(run) && field.is_whole()) field.replace();
}

struct FieldMark {
    std::size_t begin, end;  // of the whole mark
    std::string name;
};

std::optional<FieldMark> next_field(const std::string& text, std::size_t from) {
    for (auto begin = text.find(opening, from); begin != std::string::npos;
         begin = text.find(opening, begin + 1)) {
        const auto inside = begin + opening.size();
        const auto end = text.find(closing, inside);
        if (end == std::string::npos) return std::nullopt;
        if (end - inside <= longest_name)
            return FieldMark{begin, end + closing.size(), text.substr(inside, end - inside)};
    }
    return std::nullopt;
}

std::string shown_text(const xml_node& node) {
    std::string text;
    for (const auto& one : elements(node, "t")) text += own_text(one);
    return text;
}

std::set<std::string> fields_in(const xml_node& node) {
    std::set<std::string> names;
    const auto text = shown_text(node);
    for (auto found = next_field(text, 0); found; found = next_field(text, found->end))
        names.insert(docx_field(found->name));
    return names;
}

// Of a text with line breaks, one text element a line with a break between them.
void set_lines(xml_node text, const std::string& value) {
    auto run = text.parent();
    const std::string name = text.name();
    const auto prefix = name.substr(0, name.find(':') + 1);
    std::size_t begin = 0;
    for (;;) {
        const auto end = value.find('\n', begin);
        set_text(text, value.substr(begin, end - begin));
        if (end == std::string::npos) return;
        const auto pause = run.insert_child_after((prefix + "br").c_str(), text);
        text = run.insert_child_after(name.c_str(), pause);
        begin = end + 1;
    }
}

// The texts of a paragraph as one, in which a mark may begin in one and end in another.
void replace_in(const xml_node& paragraph, const Fields& fields) {
    for (std::size_t from = 0;;) {
        auto texts = elements(paragraph, "t");
        std::erase_if(texts,
                      [&](const xml_node& text) {  // of a text box within, which is a paragraph of its own
                          auto owner = text.parent();
                          while (owner && !is(owner, "p")) owner = owner.parent();
                          return owner != paragraph;
                      });
        std::string whole;
        std::vector<std::size_t> begins;
        for (const auto& text : texts) {
            begins.push_back(whole.size());
            whole += own_text(text);
        }
        const auto found = next_field(whole, from);
        if (!found) return;
        const auto value = fields.find(docx_field(found->name));
        if (value == fields.end()) {
            from = found->end;
            continue;
        }
        const auto owner =
            static_cast<std::size_t>(std::ranges::upper_bound(begins, found->begin) - begins.begin()) - 1;
        const auto last =
            static_cast<std::size_t>(std::ranges::lower_bound(begins, found->end) - begins.begin()) - 1;
        const auto tail = own_text(texts[last]).substr(found->end - begins[last]);
        const auto head = own_text(texts[owner]).substr(0, found->begin - begins[owner]);
        for (auto i = owner + 1; i < last; ++i) set_text(texts[i], "");
        if (last > owner) set_text(texts[last], tail);
        set_lines(texts[owner], head + value->second + (last > owner ? "" : tail));
        from = found->begin + value->second.size() -
               static_cast<std::size_t>(std::ranges::count(value->second, '\n'));
    }
}

void replace_all(const xml_node& node, const Fields& fields) {
    for (const auto& paragraph : elements(node, "p")) replace_in(paragraph, fields);
}

bool names_any(const std::set<std::string>& names, const std::vector<std::string>& of) {
    return std::ranges::any_of(of, [&](const auto& name) { return names.contains(name); });
}

// The innermost row with fields of the list; nullopt: the template has none.
std::optional<xml_node> row_of_list(const xml_node& root, const LetterContent& content) {
    std::optional<xml_node> found;
    for (const auto& row : elements(root, "tr")) {
        if (!names_any(fields_in(row), content.list_fields)) continue;
        const bool inner_has = std::ranges::any_of(elements(row, "tr"), [&](const auto& inner) {
            return names_any(fields_in(inner), content.list_fields);
        });
        if (inner_has) continue;
        if (found) throw UserError("letter.two_lists");
        found = row;
    }
    return found;
}

// Names of the list that stand where no row is repeated.
void require_within_row(const xml_node& root, const LetterContent& content) {
    for (const auto& name : fields_in(root))
        if (std::ranges::find(content.list_fields, name) != content.list_fields.end())
            throw UserError("letter.list_outside", {name});
}

// The row is taken out first: what the entries say is never looked through for fields.
void fill_in(const xml_node& root, const LetterContent& content) {
    auto row = row_of_list(root, content);
    pugi::xml_document taken_out;
    xml_node table, place;
    if (row) {
        taken_out.append_copy(*row);
        table = row->parent();
        place = table.insert_child_before("place", *row);
        table.remove_child(*row);
    }
    require_within_row(root, content);
    replace_all(root, content.fields);
    if (!row) return;
    for (const auto& entry : content.list) {
        auto fields = content.fields;
        for (const auto& [name, value] : entry) fields[name] = value;
        replace_all(table.insert_copy_before(taken_out.first_child(), place), fields);
    }
    table.remove_child(place);
}

void require_known(const xml_node& root, const LetterContent& content) {
    for (const auto& name : fields_in(root)) {
        if (content.fields.contains(name)) continue;
        if (std::ranges::find(content.list_fields, name) != content.list_fields.end()) continue;
        std::string known;
        for (const auto& [field, value] : content.fields) known += (known.empty() ? "" : ", ") + field;
        for (const auto& field : content.list_fields) known += ", " + field;
        throw UserError("letter.unknown_field", {name, known});
    }
}

std::string filled_part(std::string bytes, const std::string& name, const LetterContent& content) {
    const XmlPart part(std::move(bytes), name);
    const auto root = part.root();
    unwrap_simple_fields(root);
    unwrap_complex_fields(root);
    require_known(root, content);
    fill_in(root, content);
    std::ostringstream out;
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    root.print(out, "", pugi::format_raw);
    return out.str();
}

bool has_text_for_people(const std::string& name) {
    if (name == main_part) return true;
    return (name.starts_with("word/header") || name.starts_with("word/footer")) && name.ends_with(".xml");
}

// A copy of an archive in which parts are replaced.
class Rewriting {
  public:
    explicit Rewriting(std::string_view bytes) {
        source_ = zip_source_buffer_create(nullptr, 0, 0, nullptr);
        if (source_ == nullptr || zip_source_begin_write(source_) != 0 ||
            zip_source_write(source_, bytes.data(), bytes.size()) < 0 ||
            zip_source_commit_write(source_) != 0)
            throw UserError("letter.unwritten");
        zip_source_keep(source_);
        archive_ = zip_open_from_source(source_, 0, nullptr);
        if (archive_ == nullptr) throw UserError("letter.unwritten");
    }
    ~Rewriting() {
        if (archive_ != nullptr) zip_discard(archive_);
        if (source_ != nullptr) zip_source_free(source_);
    }
    Rewriting(const Rewriting&) = delete;
    Rewriting& operator=(const Rewriting&) = delete;

    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (zip_int64_t i = 0; i < zip_get_num_entries(archive_, 0); ++i)
            if (const auto* name = zip_get_name(archive_, static_cast<zip_uint64_t>(i), 0))
                names.emplace_back(name);
        return names;
    }
    // `content` must live until bytes().
    void replace(const std::string& name, const std::string& content) {
        auto* part = zip_source_buffer(archive_, content.data(), content.size(), 0);
        if (part == nullptr ||
            zip_file_add(archive_, name.c_str(), part, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8) < 0)
            throw UserError("letter.unwritten");
    }
    std::string bytes() {
        if (zip_close(archive_) != 0) throw UserError("letter.unwritten");
        archive_ = nullptr;
        zip_stat_t stat;
        if (zip_source_stat(source_, &stat) != 0 || zip_source_open(source_) != 0)
            throw UserError("letter.unwritten");
        std::string bytes(stat.size, '\0');
        const auto got = zip_source_read(source_, bytes.data(), bytes.size());
        zip_source_close(source_);
        if (got != static_cast<zip_int64_t>(bytes.size())) throw UserError("letter.unwritten");
        return bytes;
    }

  private:
    zip_source_t* source_ = nullptr;
    zip_t* archive_ = nullptr;
};

}  // namespace

std::string docx_field(std::string_view name) {
    auto bare = language::TextPattern{name}.bare();
    std::erase(bare, ' ');
    return bare;
}

std::string fill_docx(std::string_view document, const LetterContent& content) {
    if (!document.starts_with("PK\x03\x04")) throw UserError("letter.not_docx");
    ZipArchive archive(document);  // checks what unpacking would take
    if (!archive.has(std::string{main_part})) throw UserError("letter.not_docx");
    if (archive.has("word/vbaProject.bin")) throw UserError("letter.macros");
    Rewriting copy(document);
    std::map<std::string, std::string> parts;
    for (const auto& name : copy.names())
        if (has_text_for_people(name)) parts[name] = filled_part(archive.read(name), name, content);
    for (const auto& [name, bytes] : parts) copy.replace(name, bytes);
    return copy.bytes();
}

}  // namespace dondoc::plan
