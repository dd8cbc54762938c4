// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/values.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <span>

namespace dondoc::cli {
namespace {

struct Word {
    std::string_view wire;
    std::vector<std::string_view> spoken;  // in Vietnamese, as folded() gives it
};

const std::vector<Word>& levels() {
    static const std::vector<Word> words{{"government", {"chinh phu", "cp"}},
                                         {"ministry", {"bo", "bo nganh", "cap bo"}},
                                         {"province", {"tinh", "cap tinh"}},
                                         {"district", {"huyen", "cap huyen"}},
                                         {"commune", {"xa", "cap xa", "phuong"}}};
    return words;
}

const std::vector<Word>& states() {
    static const std::vector<Word> words{
        {"open", {"dang mo", "chua xong", "chua hoan thanh"}},
        {"completed", {"hoan thanh", "da hoan thanh", "xong"}},
        {"no_deadline", {"khong co thoi han", "khong thoi han"}},
        {"in_time", {"trong han"}},
        {"due_soon", {"sap den han", "sap han"}},
        {"due_today", {"den han hom nay", "hom nay"}},
        {"overdue", {"qua han"}},
        {"completed_on_time", {"hoan thanh dung han", "dung han"}},
        {"completed_late", {"hoan thanh qua han"}},
        {"completed_no_deadline", {"hoan thanh khong co thoi han", "hoan thanh khong thoi han"}},
        {"withdrawn", {"khong con tinh"}}};
    return words;
}

const std::vector<Word>& priorities() {
    // The degrees of urgency of documents (Nghị định 30/2020/NĐ-CP); tasks know one.
    static const std::vector<Word> words{{"urgent", {"khan", "thuong khan", "hoa toc", "hoa toc hen gio"}},
                                         {"normal", {"thuong", "binh thuong"}}};
    return words;
}

const std::vector<Word>& roles() {
    static const std::vector<Word> words{{"agency", {"co quan"}},
                                         {"office", {"van phong"}},
                                         {"operator", {"nguoi van hanh", "van hanh"}},
                                         {"administrator", {"quan tri", "nguoi quan tri"}},
                                         {"gateway", {"cong"}}};
    return words;
}

// Of events.
const std::vector<Word>& kinds() {
    static const std::vector<Word> words{{"assigned", {"giao viec"}},
                                         {"reminder", {"nhac viec", "nhac"}},
                                         {"overdue", {"bao qua han", "qua han"}},
                                         {"escalation", {"bao cao cap tren", "bao cap tren"}},
                                         {"changed", {"thay doi"}},
                                         {"pressed", {"don doc"}},
                                         {"undelivered", {"khong gui duoc"}},
                                         {"flow", {"ho so"}}};
    return words;
}

const std::vector<Word>& successions() {
    static const std::vector<Word> words{{"merge", {"sap nhap", "hop nhat"}},
                                         {"split", {"chia tach", "tach"}},
                                         {"rename", {"doi ten"}},
                                         {"dissolve", {"giai the"}}};
    return words;
}

// How the office presses.
const std::vector<Word>& ways() {
    static const std::vector<Word> words{
        {"letter", {"cong van"}}, {"phone", {"dien thoai"}}, {"mail", {"thu dien tu", "thu", "email"}}};
    return words;
}

const std::vector<Word>& dossier_states() {
    static const std::vector<Word> words{{"in_time", {"con han", "trong han"}},
                                         {"overdue", {"qua han"}},
                                         {"paused", {"tam dung"}},
                                         {"on_time", {"dung han", "xong dung han"}},
                                         {"late", {"muon", "xong muon"}},
                                         {"refused", {"tu choi", "bi tu choi"}}};
    return words;
}

const std::vector<Word>& rankings() {
    static const std::vector<Word> words{{"on_time", {"dung han", "ty le dung han"}},
                                         {"completion", {"hoan thanh", "ty le hoan thanh"}}};
    return words;
}

const std::vector<Word>& dossier_rows() {
    static const std::vector<Word> words{{"agency", {"co quan"}}, {"procedure", {"thu tuc"}}};
    return words;
}

const std::vector<Word>& orders() {
    static const std::vector<Word> words{{"due", {"thoi han", "han"}},     {"updated", {"cap nhat"}},
                                         {"given", {"ngay giao", "giao"}}, {"agency", {"co quan"}},
                                         {"document", {"van ban"}},        {"progress", {"tien do"}}};
    return words;
}

std::span<const Word> words_of(std::string_view what) {
    if (what == "LEVEL") return levels();
    if (what == "STATE") return states();
    if (what == "PRIORITY") return priorities();
    if (what == "ROLE") return roles();
    if (what == "KIND") return kinds();
    if (what == "SUCCESSION") return successions();
    if (what == "WAY") return ways();
    if (what == "ORDER") return orders();
    if (what == "DOSSIER_STATE") return dossier_states();
    if (what == "RANKING") return rankings();
    if (what == "DOSSIER_ROW") return dossier_rows();
    return {};
}

}  // namespace

std::string folded(std::string_view typed) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(typed.data()),
                                     static_cast<utf8proc_ssize_t>(typed.size()), &mapped,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_CASEFOLD |
                                                                    UTF8PROC_STRIPMARK | UTF8PROC_DECOMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned{mapped, std::free};
    if (length < 0) return std::string{typed};
    std::string words;
    for (std::string_view rest{reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
         !rest.empty();) {
        static constexpr std::string_view d_with_stroke = "đ";
        const bool is_d = rest.starts_with(d_with_stroke);
        const char c = is_d ? 'd' : rest.front();
        rest.remove_prefix(is_d ? d_with_stroke.size() : 1);
        const char plain = c == ',' || c == '_' ? ' ' : c;
        if (plain != ' ' || (!words.empty() && words.back() != ' ')) words += plain;
    }
    while (words.ends_with(' ')) words.pop_back();
    return words;
}

std::string value_for_wire(std::string_view what, const std::string& typed) {
    const auto known = words_of(what);
    if (known.empty()) return typed;
    if (what == "ORDER" && typed.starts_with('-')) return "-" + value_for_wire(what, typed.substr(1));
    const auto word = folded(typed);
    for (const auto& [wire, spoken] : known)
        if (word == folded(wire) || std::ranges::find(spoken, word) != spoken.end()) return std::string{wire};
    return typed;
}

std::vector<std::string> values_of(std::string_view what) {
    std::vector<std::string> values;
    for (const auto& word : words_of(what)) values.emplace_back(word.wire);
    return values;
}

}  // namespace dondoc::cli
