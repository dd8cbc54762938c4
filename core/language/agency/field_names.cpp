// SPDX-License-Identifier: Apache-2.0
// The fields that ministries and departments are named after.
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/agency/name_shape.h"

namespace dondoc::language {
namespace {

const std::string& joint_key() {
    static const std::string key = split_words("và").tokens.front().key;
    return key;
}

bool joins_fields(const Token& token) {
    return token.is(',') || token.is('-') || token.is('&') || token.key == joint_key();
}

// Keyed by the first word; the words between which marks and "và" are left out.
class Fields {
  public:
    Fields(std::string_view list) {
        for (std::size_t at = 0; at < list.size();) {
            const auto end = std::min(list.find('|', at), list.size());
            std::vector<std::string> keys;
            for (auto& token : split_words(list.substr(at, end - at)).tokens)
                if (!joins_fields(token)) keys.push_back(std::move(token.key));
            fields_[keys.front()].push_back(std::move(keys));
            at = end + 1;
        }
    }

    std::size_t match(const std::vector<Token>& tokens, std::size_t at) const {
        if (at >= tokens.size()) return 0;
        const auto same_first = fields_.find(tokens[at].key);
        if (same_first == fields_.end()) return 0;
        std::size_t longest = 0;
        for (const auto& keys : same_first->second) {
            auto i = at;
            std::size_t found = 0;
            for (; i < tokens.size() && found < keys.size(); ++i) {
                if (tokens[i].key == keys[found])
                    ++found;
                else if (!joins_fields(tokens[i]))
                    break;
            }
            if (found == keys.size()) longest = std::max(longest, i - at);
        }
        return longest;
    }

  private:
    std::unordered_map<std::string, std::vector<std::vector<std::string>>> fields_;
};

// Ministries of the Government since 2016 and the departments under them: Nghị quyết 176/2025/QH15 and its
// predecessors, Nghị định 150/2025/NĐ-CP; offices of communes: Nghị định 150/2025/NĐ-CP.
const Fields fields{
    "Nội vụ | Tư pháp | Tài chính | Công Thương | Xây dựng | Y tế | Giáo dục và Đào tạo | "
    "Khoa học và Công nghệ | Nông nghiệp và Môi trường | Văn hóa, Thể thao và Du lịch | "
    "Văn hóa và Thể thao | Du lịch | Dân tộc và Tôn giáo | Ngoại giao | Ngoại vụ | Quốc phòng | "
    "Công an | Kế hoạch và Đầu tư | Thông tin và Truyền thông | Tài nguyên và Môi trường | "
    "Giao thông vận tải | Nông nghiệp và Phát triển nông thôn | Nông nghiệp và PTNT | "
    "Lao động, Thương binh và Xã hội | Lao động - TBXH | Quy hoạch - Kiến trúc | An toàn thực phẩm | "
    "Kinh tế, Hạ tầng và Đô thị | Kinh tế và Hạ tầng | Kinh tế | Văn hóa - Xã hội | "
    "Tài chính - Kế hoạch | Văn hóa và Thông tin | Quản lý đô thị | Dân tộc"};

}  // namespace

std::size_t field_words(const std::vector<Token>& tokens, std::size_t at) {
    return fields.match(tokens, at);
}

}  // namespace dondoc::language
