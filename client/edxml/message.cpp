// SPDX-License-Identifier: GPL-3.0-or-later
// The child that may only read answers with a table of fields and values (plan/formats/grid.h), attachments
// in base64; what it says is checked like any input.
#include "edxml/message.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <pugixml.hpp>

#include "domain/message.h"
#include "domain/plain_text.h"
#include "edxml/base64.h"
#include "plan/formats/grid.h"
#include "plan/formats/sandbox.h"
#include "plan/formats/xml_part.h"

namespace dondoc::edxml {
namespace {

using plan::check_depth;
using plan::is;

constexpr std::size_t most_attachments = 50, most_references = 50, most_organs = 500;
constexpr std::size_t longest_text = 16 * 1024;

// The first element of that name below, however deep.
pugi::xml_node below(const pugi::xml_node& node, std::string_view name, int depth = 0) {
    check_depth(depth);
    for (const auto& one : node.children()) {
        if (is(one, name)) return one;
        if (const auto found = below(one, name, depth + 1)) return found;
    }
    return {};
}

using Nodes = std::vector<pugi::xml_node>;
void gather(const pugi::xml_node& node, std::string_view name, Nodes& into, int depth = 0) {
    check_depth(depth);
    for (const auto& one : node.children()) {
        if (is(one, name))
            into.push_back(one);
        else
            gather(one, name, into, depth + 1);
    }
}

std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const auto& one : node.children())
        if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) text += one.value();
    text = visible(text);
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    text = text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
    if (text.size() > longest_text) throw UserError("edxml.long_text", {std::to_string(longest_text)});
    return text;
}

std::string field(const pugi::xml_node& node, std::string_view name) {
    return text_of(plan::child(node, name));
}

// "2025/07/15", "2025-07-15", "15/07/2025", also with a time behind it. A day before 1990 stands for none,
// and so does the last that a program can count.
std::optional<local_days> day_of(const std::string& text) {
    auto date = text.substr(0, text.find_first_of(" T"));
    std::ranges::replace(date, '/', '-');
    if (date.size() > 4 && date[2] == '-') {  // the day first
        if (date.size() != 10) return std::nullopt;
        date = date.substr(6) + "-" + date.substr(3, 2) + "-" + date.substr(0, 2);
    }
    const auto day = parse_iso_day(date);
    const bool is_meant = day && *day >= civil(1990, 1, 1) && *day < civil(2100, 1, 1);
    return is_meant ? day : std::nullopt;
}

Reference reference_of(const pugi::xml_node& node) {
    Reference reference;
    reference.document_id = field(node, "DocumentId");
    reference.organ = field(node, "OrganId");
    if (reference.organ.empty()) reference.organ = field(plan::child(node, "From"), "OrganId");
    auto code = plan::child(node, "Code");
    auto number = field(code ? code : node, code ? "CodeNumber" : "Code");
    if (const auto notation = field(code ? code : node, "CodeNotation"); !notation.empty())
        number += "/" + notation;
    reference.number = number;
    const auto promulgation = plan::child(node, "PromulgationInfo");
    auto day = field(promulgation ? promulgation : node, "PromulgationDate");
    reference.issued = day_of(day);
    // "H56.01,2025/07/15,12/CT-UBND" says what the fields leave open.
    const auto first = reference.document_id.find(','), second = reference.document_id.find(',', first + 1);
    if (second == std::string::npos) return reference;
    if (reference.organ.empty()) reference.organ = reference.document_id.substr(0, first);
    if (!reference.issued)
        reference.issued = day_of(reference.document_id.substr(first + 1, second - first - 1));
    if (reference.number.empty()) reference.number = reference.document_id.substr(second + 1);
    return reference;
}

std::vector<Reference> references(const pugi::xml_node& root, std::string_view name) {
    Nodes nodes;
    gather(root, name, nodes);
    if (nodes.size() > most_references) throw UserError("edxml.too_many", {std::string{name}});
    std::vector<Reference> found;
    for (const auto& node : nodes) {
        auto reference = reference_of(node);
        if (!reference.document_id.empty() || !reference.number.empty())
            found.push_back(std::move(reference));
    }
    return found;
}

void read_attachments(const pugi::xml_node& root, Message& message) {
    Nodes nodes;
    gather(root, "Attachment", nodes);
    if (nodes.size() > most_attachments) throw UserError("edxml.too_many", {"Attachment"});
    for (const auto& node : nodes) {
        auto name = field(node, "AttachmentName");
        if (name.empty()) name = field(node, "ContentId");
        const auto data = below(node, "AttachmentEncoded") ? below(node, "AttachmentEncoded") : node;
        std::string encoded;
        for (const auto& one : data.children())
            if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) encoded += one.value();
        auto content = from_base64(encoded);
        if (!content) throw UserError("edxml.attachment", {name});
        message.attachments.push_back({std::move(name), std::move(*content)});
    }
}

Business business_of(const std::string& text) {
    if (text == "1" || text == "recall" || text == "revocation") return Business::Recall;
    if (text == "2" || text == "update") return Business::Update;
    if (text == "3" || text == "replacement") return Business::Replacement;
    return Business::New;
}

// The message is no file of an office program, and its sentences say so.
std::unique_ptr<plan::XmlPart> xml_of(std::string_view bytes) {
    try {
        return std::make_unique<plan::XmlPart>(std::string{bytes}, "edxml");
    } catch (const UserError& error) {
        const auto& [key, args] = error.message();
        if (key == "plan.broken_xml") throw UserError("edxml.broken", args);
        if (key == "plan.xml_doctype") throw UserError("edxml.doctype");
        throw;
    }
}

Message message_in(const pugi::xml_node& root) {
    const auto header = is(root, "MessageHeader") ? root : below(root, "MessageHeader");
    if (!header) throw UserError("edxml.no_header");
    Message message;
    message.document = reference_of(header);
    message.organ_name = field(plan::child(header, "From"), "OrganName");
    message.subject = field(header, "Subject");
    message.content = field(header, "Content");
    message.document_type = field(below(header, "DocumentType"), "TypeName");
    if (message.document_type.empty()) message.document_type = field(header, "DocumentType");
    Nodes receivers;
    gather(header, "To", receivers);
    if (receivers.size() > most_organs) throw UserError("edxml.too_many", {"To"});
    for (const auto& to : receivers) message.to.push_back(field(to, "OrganId"));
    const auto priority = text_of(below(header, "Priority"));
    std::from_chars(priority.data(), priority.data() + priority.size(), message.priority);
    message.priority = std::clamp(message.priority, 0, 3);
    message.due_text = text_of(below(header, "DueDate"));
    message.due = day_of(message.due_text);
    message.steering = text_of(below(header, "SteeringType"));
    message.business = business_of(text_of(below(root, "BussinessDocType")));
    message.reason = text_of(below(root, "BussinessDocReason"));
    message.response_for = references(header, "ResponseFor");
    message.replaces = references(root, "ReplacementInfo");
    if (below(root, "SignatureValue")) message.signature.verdict = signature::Verdict::NotChecked;
    read_attachments(root, message);
    if (message.document.document_id.empty() &&
        (message.document.number.empty() || !message.document.issued || message.document.organ.empty()))
        throw UserError("edxml.no_document");
    if (message.document.document_id.empty())
        message.document.document_id =
            message.document.organ + "," + iso_day(*message.document.issued) + "," + message.document.number;
    return message;
}

}  // namespace

Message read_message_here(std::string_view bytes) {
    if (bytes.size() > largest_message)
        throw UserError("edxml.too_big", {std::to_string(largest_message >> 20)});
    // Entities are never expanded, and a message needs none.
    if (bytes.find("<!DOCTYPE") != std::string_view::npos) throw UserError("edxml.doctype");
    const auto part = xml_of(bytes);
    // What follows would be left out without a word.
    for (auto next = part->root().next_sibling(); next; next = next.next_sibling())
        if (next.type() == pugi::node_element) throw UserError("edxml.several");
    return message_in(part->root());
}

namespace {

// Fields and values, in order: what goes through the pipe between the child and its parent.
using Fields = std::vector<std::pair<std::string, std::string>>;

void put_field(Fields& fields, const std::string& name, const std::string& value) {
    if (!value.empty()) fields.emplace_back(name, value);
}

void put_field(Fields& fields, const std::string& name, const Reference& reference) {
    fields.emplace_back(name, "reference");
    put_field(fields, "id", reference.document_id);
    put_field(fields, "organ", reference.organ);
    put_field(fields, "number", reference.number);
    if (reference.issued) put_field(fields, "issued", iso_day(*reference.issued));
}

Fields fields_of(const Message& message) {
    Fields fields;
    put_field(fields, "document", message.document);
    put_field(fields, "organ_name", message.organ_name);
    put_field(fields, "subject", message.subject);
    put_field(fields, "content", message.content);
    put_field(fields, "type", message.document_type);
    for (const auto& to : message.to) put_field(fields, "to", to);
    put_field(fields, "priority", std::to_string(message.priority));
    if (message.due) put_field(fields, "due", iso_day(*message.due));
    put_field(fields, "due_text", message.due_text);
    put_field(fields, "steering", message.steering);
    put_field(fields, "business", std::to_string(static_cast<int>(message.business)));
    put_field(fields, "reason", message.reason);
    put_field(fields, "signed", message.signature.verdict == signature::Verdict::None ? "" : "1");
    for (const auto& reference : message.response_for) put_field(fields, "response_for", reference);
    for (const auto& reference : message.replaces) put_field(fields, "replaces", reference);
    for (const auto& attachment : message.attachments) {
        fields.emplace_back("attachment", attachment.name);
        fields.emplace_back("bytes", to_base64(attachment.content));
    }
    return fields;
}

Message message_of(const Fields& fields) {
    Message message;
    auto* reference = &message.document;
    const std::map<std::string, std::string Message::*> texts{
        {"organ_name", &Message::organ_name}, {"subject", &Message::subject},
        {"content", &Message::content},       {"type", &Message::document_type},
        {"due_text", &Message::due_text},     {"steering", &Message::steering},
        {"reason", &Message::reason}};
    for (const auto& [name, value] : fields) {
        if (const auto text = texts.find(name); text != texts.end()) message.*text->second = value;
        if (name == "document") reference = &message.document;
        if (name == "response_for") reference = &message.response_for.emplace_back();
        if (name == "replaces") reference = &message.replaces.emplace_back();
        if (name == "id") reference->document_id = value;
        if (name == "organ") reference->organ = value;
        if (name == "number") reference->number = value;
        if (name == "issued") reference->issued = parse_iso_day(value);
        if (name == "to") message.to.push_back(value);
        if (name == "due") message.due = parse_iso_day(value);
        if (name == "signed") message.signature.verdict = signature::Verdict::NotChecked;
        if (name == "priority" && value.size() == 1) message.priority = std::clamp(value[0] - '0', 0, 3);
        if (name == "business" && value.size() == 1)
            message.business = static_cast<Business>(std::clamp(value[0] - '0', 0, 3));
        if (name == "attachment") message.attachments.push_back({value, {}});
        if (name == "bytes" && !message.attachments.empty())
            message.attachments.back().content = from_base64(value).value_or("");
    }
    return message;
}

}  // namespace

Message read_message(std::string_view bytes) {
    const auto grid = plan::read_in_sandbox(
        [&](const plan::Beat&) {
            plan::Grid answer;
            auto& rows = answer.tables.emplace_back().rows;
            for (auto& [name, value] : fields_of(read_message_here(bytes))) {
                auto& cells = rows.emplace_back().cells;
                cells.emplace_back().paragraphs = {name};
                cells.emplace_back().paragraphs = {value};
            }
            return answer;
        },
        "plan.reader_died");
    Fields fields;
    for (const auto& table : grid.tables)
        for (const auto& row : table.rows)
            if (row.cells.size() == 2 && !row.cells[0].empty())
                fields.emplace_back(row.cells[0].paragraphs.front(),
                                    row.cells[1].empty() ? std::string{} : row.cells[1].paragraphs.front());
    return message_of(fields);
}

}  // namespace dondoc::edxml
