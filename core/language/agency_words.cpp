#include "language/agency_words.h"

#include "language/role_words.h"

namespace dondoc::language {
namespace {

const Phrases people{"giám đốc",     "thủ trưởng",     "chủ tịch",       "chánh",          "lãnh đạo",
                     "cục trưởng",   "chi cục trưởng", "chỉ huy trưởng", "người đứng đầu", "trưởng",
                     "phó chủ tịch", "tổng biên tập",  "hiệu trưởng",    "đồng chí"};
// Names whose second word is written small.
const Phrases whole_heads{"công an tỉnh",       "công an các",        "công an huyện",    "công an thành phố",
                          "công an cấp",        "thanh tra tỉnh",     "bảo hiểm xã hội",  "ban quản lý",
                          "ban chỉ đạo",        "tỉnh đoàn",          "ủy ban nhân dân",  "ubnd",
                          "hội đồng nhân dân",  "ngân hàng nhà nước", "bưu điện tỉnh",    "bộ chỉ huy",
                          "cổng thông tin",     "trang thông tin",    "tòa án nhân dân",  "viện kiểm sát",
                          "liên đoàn lao động", "văn phòng hđnd",     "văn phòng tỉnh",   "văn phòng đoàn",
                          "cục thuế",           "cục thống kê",       "kho bạc nhà nước", "đài phát thanh",
                          "sở, ban, ngành",     "sở, ngành"};
// Names that go on with a capital: "Sở Nội vụ", but not "Ban hành", "Báo cáo", "Hội nghị".
const Phrases heads{"sở",        "ban",      "văn phòng", "thanh tra", "cục",     "chi cục",
                    "kho bạc",   "đài",      "báo",       "trung tâm", "hội",     "liên đoàn",
                    "bộ",        "phòng",    "trường",    "bệnh viện", "ủy ban",  "vp",
                    "ngân hàng", "hiệp hội", "viện",      "tổng cục",  "công ty", "quỹ"};
const Phrases plurals{"các", "những", "từng", "mỗi", "tất cả các", "toàn thể các", "các cấp"};
const Phrases plural_heads{
    "sở",     "ban",          "ngành",          "cơ quan",  "đơn vị",    "địa phương", "ubnd", "huyện",
    "phòng",  "xã",           "tổ chức",        "trường",   "cấp",       "chi cục",    "hội",  "bộ",
    "ủy ban", "doanh nghiệp", "thành viên ban", "đoàn thể", "ngân hàng", "trung tâm"};

// The verbs that duties begin with. They are written small: "Ban Tổ chức", "Ban Chỉ đạo" are names.
const Phrases verbs{"có trách nhiệm",
                    "có nhiệm vụ",
                    "chủ động",
                    "căn cứ",
                    "hướng dẫn",
                    "đôn đốc",
                    "kiểm tra",
                    "rà soát",
                    "xây dựng",
                    "tổ chức",
                    "tham mưu",
                    "triển khai",
                    "thực hiện",
                    "tăng cường",
                    "tích cực",
                    "thường xuyên",
                    "chỉ đạo",
                    "nghiên cứu",
                    "phổ biến",
                    "quán triệt",
                    "giám sát",
                    "tuyên truyền",
                    "cung cấp",
                    "bố trí",
                    "đẩy mạnh",
                    "tiếp tục",
                    "khẩn trương",
                    "thẩm định",
                    "trình",
                    "báo cáo",
                    "ban hành",
                    "hoàn thành",
                    "tổng hợp",
                    "theo dõi",
                    "chịu trách nhiệm",
                    "lập",
                    "cân đối",
                    "đưa tin",
                    "công khai",
                    "cập nhật",
                    "gửi",
                    "xác định",
                    "phân công",
                    "bảo đảm",
                    "đảm bảo",
                    "đánh giá",
                    "nâng cao",
                    "phê duyệt",
                    "đề xuất",
                    "tập trung",
                    "bám sát",
                    "nghiêm túc",
                    "phát huy",
                    "quản lý",
                    "số hóa",
                    "đào tạo",
                    "sắp xếp",
                    "công bố",
                    "thu thập",
                    "khảo sát",
                    "tiếp nhận",
                    "vận hành",
                    "kịp thời",
                    "là cơ quan",
                    "là đơn vị",
                    "chuẩn bị",
                    "tự",
                    "lựa chọn",
                    "đăng ký",
                    "đăng tải",
                    "phát động",
                    "tổng kết",
                    "sơ kết",
                    "ký kết",
                    "thành lập",
                    "kiện toàn",
                    "bổ sung",
                    "làm",
                    "hỗ trợ",
                    "đổi mới",
                    "cải thiện",
                    "khắc phục",
                    "duy trì",
                    "định kỳ"};
const Phrases narrowing{"được giao", "được phân công", "được kiểm tra", "được phân giao"};
// Behind "các sở được giao chủ trì ..." only these begin the duty itself.
const Phrases certain_verbs{"chủ động",    "có trách nhiệm", "căn cứ",    "khẩn trương", "tăng cường",
                            "có nhiệm vụ", "nghiêm túc",     "tập trung", "tiếp tục"};
const Phrases names_before{"ban", "đơn vị", "cơ quan", "bộ phận", "trung tâm"};

bool is_lead_word(const Role& role) {
    return role.kind == Role::Kind::Lead;
}

}  // namespace

std::size_t begins_agency(const std::vector<Token>& tokens, std::size_t at) {
    auto from = at;
    from += people.match(tokens, from);
    if (const auto plural = plurals.match(tokens, from)) {
        const auto head = plural_heads.match(tokens, from + plural);
        return head ? from + plural + head - at : 0;
    }
    if (const auto whole = whole_heads.match(tokens, from)) return from + whole - at;
    const auto head = heads.match(tokens, from);
    const auto next = from + head;
    return head && next < tokens.size() && tokens[next].is_word() && tokens[next].upper ? next + 1 - at : 0;
}

std::size_t end_of_agencies(const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
    bool narrowed = false;
    for (auto i = at; i < end; ++i) {
        if (tokens[i].is(':')) {
            // "Giám đốc các Sở: Nội vụ, Tư pháp" is a list of names.
            const bool listed = i + 1 < end && i > at && heads.match(tokens, i - 1) && tokens[i + 1].upper;
            if (!listed) return i;
            continue;
        }
        if (tokens[i].is('.') && (i + 1 >= end || tokens[i + 1].spaced)) return i;
        if (tokens[i].is('(')) {
            while (i < end && !tokens[i].is(')')) ++i;
            continue;
        }
        if (!tokens[i].is_word() || tokens[i].upper || i == at) continue;
        if (narrowing.match(tokens, i)) narrowed = true;
        if (narrowed) {
            if (certain_verbs.match(tokens, i)) return i;
            continue;
        }
        if (names_before.match(tokens, i - 1)) continue;
        if (verbs.match(tokens, i)) return i;
        if (const auto role = read_role_words(tokens, i);
            role && (is_lead_word(*role) || role->kind == Role::Kind::Cooperating))
            return i;
    }
    return end;
}

}  // namespace dondoc::language
