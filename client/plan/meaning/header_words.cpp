// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/header_words.h"

#include <algorithm>
#include <array>

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_heading = 300;  // bytes of one cell of a header
constexpr std::size_t longest_role = 60;      // "Sở/ngành chủ trì"

template <std::size_t N>
using Words = std::array<std::string_view, N>;

constexpr Words<14> number_words{"stt", "tt",     "số tt", "số thứ tự", "stt.", "tt.",    "số đơn",
                                 "số",  "thứ tự", "mã số", "số tt.",    "mã",   "mã đơn", "mã hồ sơ"};
constexpr Words<53> other_words{"thành phần",  "điểm",         "kinh phí",          "ghi chú",
                                "đơn vị tính", "đvt",          "địa điểm",          "căn cứ",
                                "nguồn",       "tài liệu",     "tham chiếu",        "lãnh đạo",
                                "số, ký hiệu", "số ký hiệu",   "số hiệu",           "số văn bản",
                                "số ngày",     "ngày giao",    "ngày ban hành",     "ngày ký",
                                "ngày, tháng", "ngày tháng",   "ngày văn bản",      "ngày nhận",
                                "ngày đến",    "ngày bắt đầu", "ngày họp",          "ngày cập nhật",
                                "ngày công",   "dự toán",      "số tiền",           "thành tiền",
                                "đơn giá",     "số lượng",     "chức vụ",           "điện thoại",
                                "cấp trình",   "nơi nhận",     "hiện trạng",        "tình hình",
                                "tình trạng",  "trạng thái",   "mức độ hoàn thành", "tỷ lệ hoàn thành",
                                "kết quả đến", "kết quả đã",   "kết quả năm",       "kết quả tính đến",
                                "tiến độ đến", "lý do",        "nguyên nhân",       "tổng mức đầu tư",
                                "lũy kế"};
constexpr Words<4> people_words{"họ và tên", "họ tên", "chức vụ", "điện thoại"};
constexpr Words<6> money_words{"thành tiền", "đơn giá", "nội dung chi", "khoản chi", "mức chi", "số tiền"};
constexpr Words<7> times_below{"bắt đầu", "kết thúc", "hoàn thành", "dự kiến", "từ", "đến", "thực hiện"};
// Below "Phân công": who leads, and who is beside.
constexpr Words<3> roles_below{"chính", "hỗ trợ", "tham gia"};
constexpr Words<13> changes_below{
    "cũ",      "mới",     "theo kế hoạch",  "điều chỉnh", "đã giao",     "gia hạn",         "được giao",
    "ban đầu", "thực tế", "sau điều chỉnh", "kế hoạch",   "xin gia hạn", "trước điều chỉnh"};
constexpr Words<32> deadline_words{"hoàn thành",
                                   "đến hạn",
                                   "đến ngày",
                                   "từ ngày",
                                   "kế hoạch hoàn thành",
                                   "yêu cầu về thời",
                                   "yêu cầu thời",
                                   "thời gian",
                                   "thời hạn",
                                   "tiến độ",
                                   "hạn hoàn thành",
                                   "hạn ",
                                   "ngày ",
                                   "thời điểm",
                                   "lộ trình",
                                   "hoàn thành trước",
                                   "mốc",
                                   "khung thời gian",
                                   "kỳ báo cáo",
                                   "kỳ hạn",
                                   "chậm nhất",
                                   "xong trước",
                                   "phải xong",
                                   "tháng thực hiện",
                                   "tháng hoàn thành",
                                   "quý hoàn thành",
                                   "năm hoàn thành",
                                   "thời kỳ",
                                   "bao giờ",
                                   "gia hạn lần",
                                   "gia hạn đến",
                                   "được gia hạn"};
constexpr Words<23> lead_words{
    "cơ quan",    "đơn vị",         "chủ trì",          "phân công",   "trách nhiệm",     "đầu mối",
    "người",      "tổ chức thực",   "bộ phận",          "các cơ quan", "các đơn vị",      "cấp thực hiện",
    "phòng, ban", "sở, ban, ngành", "chịu trách nhiệm", "địa phương",  "chủ đầu tư",      "nơi thực hiện",
    "giao cho",   "giao đơn vị",    "phụ trách",        "chủ thể",     "tổ chức, cá nhân"};
// What an agency of a column does besides carrying the task out.
constexpr Words<30> bystander_words{
    "hướng dẫn",  "thẩm định", "thẩm tra",  "trình",      "ban hành", "phê duyệt",  "góp ý",  "tiếp nhận",
    "nhận ",      "theo dõi",  "giám sát",  "kiểm tra",   "đôn đốc",  "quyết định", "ý kiến", "kiến nghị",
    "đề xuất",    "thụ hưởng", "giao việc", "ra văn bản", "đề nghị",  "ký",         "duyệt",  "thông qua",
    "nghiệm thu", "phản biện", "xác nhận",  "chủ quản",   "cấp trên", "chỉ đạo"};
constexpr Words<15> doer_words{"thực hiện", "chủ trì",   "soạn thảo", "tham mưu", "giải quyết",
                               "xử lý",     "lập",       "tháo gỡ",   "xây dựng", "chịu trách nhiệm",
                               "phụ trách", "được giao", "trả lời",   "đăng ký",  "ban chỉ đạo"};
// Beside a column of who leads these say who takes part; any other may be who leads, by another word.
constexpr Words<5> taking_part{"thực hiện", "triển khai", "địa phương", "các đơn vị", "các cơ quan"};
// Parts of a school, a hospital or an office, and persons: who leads where the title says that they do it.
constexpr Words<15> unit_words{"đồng chí", "đ/c ",      "khoa",      "phòng",     "tổ ",
                               "ban ",     "tiểu ban",  "bộ môn",    "nhóm ",     "nhân sự",
                               "cán bộ",   "công chức", "viên chức", "giáo viên", "thành viên"};
constexpr Words<9> person_words{"đồng chí",  "đ/c ",      "người",   "cán bộ",    "công chức",
                                "viên chức", "giáo viên", "nhân sự", "thành viên"};
constexpr Words<4> charge_words{"phụ trách", "thực hiện", "chịu trách nhiệm", "được giao"};
// "Đơn vị tham gia", "cơ quan hỗ trợ": beside who carries it out.
constexpr Words<5> joining_words{"tham gia", "hỗ trợ", "liên quan", "cộng tác", "cùng thực hiện"};
constexpr Words<3> receiver_words{"nhận nhiệm vụ", "nhận việc", "nhận công việc"};
constexpr Words<5> requirement_words{"yêu cầu", "mục tiêu", "kết quả", "sản phẩm", "chỉ tiêu"};
constexpr Words<13> title_words{"nội dung",     "nhiệm vụ",  "công việc", "lĩnh vực",  "tiêu chí",
                                "tên",          "hoạt động", "đề án",     "giải pháp", "vấn đề",
                                "chương trình", "văn bản",   "danh mục"};
// Too common in the rows themselves to be looked for anywhere but at the beginning.
constexpr Words<20> first_words_of_titles{
    "vướng mắc",    "khó khăn",      "tồn tại",  "hạn chế",   "kiến nghị", "dự án",          "công trình",
    "hạng mục",     "báo cáo",       "chỉ số",   "phần việc", "đầu việc",  "ý kiến chỉ đạo", "kết luận",
    "việc cần làm", "việc phải làm", "phản ánh", "mô tả",     "diễn giải", "việc "};
constexpr Words<9> new_words{"mới",      "điều chỉnh", "sửa đổi",    "gia hạn", "thay thế",
                             "hiện nay", "cập nhật",   "chính thức", "sau khi"};
constexpr Words<11> old_words{"cũ",        "đã giao", "ban đầu",         "theo kế hoạch",
                              "trước đây", "dự thảo", "trước khi",       "gốc",
                              "lần 1",     "lần đầu", "trước điều chỉnh"};

template <std::size_t N>
bool is_one_of(std::string_view text, const Words<N>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}
template <std::size_t N>
bool begins(std::string_view text, const Words<N>& words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}
bool has_word(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}
template <std::size_t N>
bool has_any_word(std::string_view text, const Words<N>& words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return has_word(text, word); });
}

// "Ngày 15/12": a day, and no header of days. What stands in brackets may have figures.
bool has_figures(std::string_view text) {
    text = text.substr(0, text.find('('));
    return text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_deadline(std::string_view text) {
    constexpr Words<6> also_in_rows{"ngày ", "chậm nhất", "xong trước", "hoàn thành", "mốc", "phải xong"};
    if (begins(text, also_in_rows) && has_figures(text)) return false;
    return begins(text, deadline_words) || text == "hoàn thành" || text == "kết thúc" || text == "hạn" ||
           text == "deadline" || text == "gia hạn" || text == "xong" || text == "tháng" || text == "quý" ||
           text == "tháng/năm" || text == "thứ, ngày" || text == "ngày, thứ";
}

bool stands_by(std::string text) {
    constexpr Words<7> others{"công trình", "chương trình", "quy trình", "lộ trình",
                              "tờ trình",   "giải trình",   "tiến trình"};  // have "trình" in them
    for (const auto word : others)
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
            text.erase(at, word.size());
    return has_any_word(text, bystander_words) || text.ends_with(" giao");
}

// "Đơn vị cùng thực hiện", "cơ quan hỗ trợ thực hiện"
bool joins_in_doing(std::string_view text) {
    return std::any_of(joining_words.begin(), joining_words.end(), [&](std::string_view word) {
        const auto at = text.find(word);
        return at != std::string_view::npos && word != "liên quan" &&
               (word.ends_with("thực hiện") || text.substr(at + word.size()).starts_with(" thực hiện"));
    });
}

bool is_lead(std::string_view text) {
    const bool in_charge = begins(text, unit_words) && has_any_word(text, charge_words);
    return begins(text, lead_words) ||
           ((in_charge || has_word(text, "chủ trì")) && text.size() <= longest_role) || text == "giao" ||
           text == "thực hiện" || text == "giao thực hiện" || text == "sở, ngành" || text == "bộ, ngành";
}

}  // namespace

std::size_t first_of(std::string_view text, std::span<const std::string_view> words) {
    auto first = std::string_view::npos;
    for (const auto word : words) first = std::min(first, text.find(word));
    return first;
}

std::string spelled_out(std::string text) {
    if (text.empty() || text.size() > longest_role) return text;
    struct Short {
        std::string_view written;
        std::string_view meant;
        std::string_view behind;  // only behind a word that ends so; empty: anywhere
    };
    constexpr std::array<Short, 17> shorts{{{"tg", "thời gian", ""},
                                            {"t.gian", "thời gian", ""},
                                            {"cq", "cơ quan", ""},
                                            {"đv", "đơn vị", ""},
                                            {"đ/v", "đơn vị", ""},
                                            {"cqct", "cơ quan chủ trì", ""},
                                            {"đvct", "đơn vị chủ trì", ""},
                                            {"cqph", "cơ quan phối hợp", ""},
                                            {"đvph", "đơn vị phối hợp", ""},
                                            {"cqth", "cơ quan thực hiện", ""},
                                            {"đvth", "đơn vị thực hiện", ""},
                                            {"nd", "nội dung", ""},
                                            {"nv", "nhiệm vụ", ""},
                                            {"ct", "chủ trì", "quan|vị"},
                                            {"ph", "phối hợp", "quan|vị"},
                                            {"th", "thực hiện", "quan|vị|gian"},
                                            {"ht", "hoàn thành", "gian|hạn"}}};
    std::string full;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        std::string_view word(text.data() + at, end - at);
        for (const auto& one : shorts) {
            if (word != one.written) continue;
            const auto space = full.rfind(' ');
            const auto last = std::string_view(full).substr(space == std::string::npos ? 0 : space + 1);
            const auto place = one.behind.find(last);
            if (one.behind.empty() || (!last.empty() && place != std::string_view::npos)) word = one.meant;
            break;
        }
        if (!full.empty()) full += ' ';
        full += word;
        at = end + 1;
    }
    return full;
}

std::optional<Column> column_of(std::string_view text) {
    constexpr std::string_view planned = "dự kiến ";
    if (text.starts_with(planned)) text.remove_prefix(planned.size());
    if (text.empty() || text.size() > longest_heading) return std::nullopt;
    if (names_number(text)) return Column::Number;
    if (has_any_word(text, receiver_words) && text.size() <= longest_role) return Column::Lead;
    if (names_other(text) || has_word(text, "thực tế")) return Column::Other;
    if (is_deadline(text)) return Column::Deadline;
    if (has_word(text, "phối hợp") && !has_word(text, "chủ trì")) return Column::Cooperating;
    if (is_lead(text)) {
        if (joins_in_doing(text)) return Column::Cooperating;
        if (has_any_word(text, doer_words)) return Column::Lead;
        if (stands_by(std::string(text))) return Column::Other;
        return has_any_word(text, joining_words) ? Column::Cooperating : Column::Lead;
    }
    const auto requirement = first_of(text, requirement_words);
    const auto title = begins(text, first_words_of_titles) ? 0 : first_of(text, title_words);
    if (requirement == std::string_view::npos && title == std::string_view::npos) return std::nullopt;
    return requirement < title ? Column::Requirement : Column::Title;
}

bool names_group(std::string_view text) {
    constexpr Words<6> groups{"nhóm", "lĩnh vực", "mảng", "trụ cột", "chuyên đề", "hợp phần"};
    return begins(text, groups) && !has_word(text, "/");  // "Lĩnh vực/Tiêu chí" is what its rows are
}
bool names_source(std::string_view text) {
    constexpr Words<3> sources{"văn bản giao", "văn bản chỉ đạo", "văn bản đến"};
    return begins(text, sources);
}
bool names_presenter(std::string_view text) {
    return begins(text, lead_words) && text.ends_with(" trình") && column_of(text) == Column::Other;
}
bool takes_part(std::string_view text) {
    return has_any_word(text, taking_part);
}
bool leads_aside(std::string_view text) {
    constexpr std::string_view leads = "chủ trì ";
    const auto at = text.find(leads);
    return at != std::string_view::npos && begins(text.substr(at + leads.size()), bystander_words);
}
bool names_person_in_charge(std::string_view text) {
    return begins(text, person_words) && !has_word(text, "chủ trì") && !has_word(text, "đơn vị") &&
           !has_word(text, "cơ quan");
}
bool names_number(std::string_view text) {
    constexpr Words<4> codes{"mã nhiệm vụ", "mã công việc", "mã việc", "mã đầu việc"};
    return is_one_of(text, number_words) || begins(text, codes);
}
bool names_other(std::string_view text) {
    return begins(text, other_words) && !text.starts_with("ngày đến hạn");
}
bool names_person(std::string_view text) {
    return begins(text, people_words);
}
bool names_money(std::string_view text) {
    return begins(text, money_words);
}
bool needs_cell_above(std::string_view text) {
    return begins(text, times_below) || begins(text, changes_below) || is_one_of(text, roles_below);
}
bool may_be_status(std::string_view text) {
    return text.starts_with("tiến độ") || text.starts_with("kết quả");
}
bool names_new(std::string_view text) {
    return has_any_word(text, new_words) && !has_word(text, "trước điều chỉnh");
}
bool names_renewal(std::string_view text) {
    return text.starts_with("gia hạn") || text.starts_with("được gia hạn");
}
bool names_old(std::string_view text) {
    return has_any_word(text, old_words);
}
bool names_only_start(std::string_view text) {
    constexpr Words<3> starts{"bắt đầu", "khởi công", "từ ngày"};
    constexpr Words<5> ends{"kết thúc", "hoàn thành", "đến", "xong", "-"};
    return has_any_word(text, starts) && !has_any_word(text, ends);
}
bool names_start(std::string_view text) {
    return text.starts_with("từ ngày") || has_word(text, "bắt đầu") || has_word(text, "triển khai") ||
           has_word(text, "khởi công") || text.ends_with(" từ") || text == "từ";
}

}  // namespace dondoc::plan
