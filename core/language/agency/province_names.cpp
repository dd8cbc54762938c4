// SPDX-License-Identifier: Apache-2.0
#include "language/agency/province_names.h"

#include <algorithm>

#include "language/agency/agency_index.h"

namespace dondoc::language {
namespace {

const Phrases committees{"ubnd tỉnh", "ubnd thành phố"};

bool stands_at(const std::vector<Token>& tokens, std::size_t at, const std::vector<std::string>& keys) {
    if (at + keys.size() > tokens.size()) return false;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (tokens[at + i].key != keys[i]) return false;
    return true;
}

// Without the marks, so that "Bà Rịa - Vũng Tàu" is found however it is written.
std::vector<Token> words_only(std::vector<Token> tokens) {
    std::erase_if(tokens, [](const Token& token) { return !token.is_word() && !token.is_number(); });
    return tokens;
}

}  // namespace

ProvinceNames::ProvinceNames(const Register& agencies) {
    const auto add = [&](const std::string& name) {
        const auto words = split_names(name);
        const auto head = committees.match(words.tokens, 0);
        if (!head || head == words.tokens.size()) return false;
        Province province{std::string(words.slice(1, words.tokens.size())), {}, head - 1};
        for (const auto& token : words_only(words.tokens)) province.keys.push_back(token.key);
        province.keys.erase(province.keys.begin(), province.keys.begin() + static_cast<std::ptrdiff_t>(head));
        const bool known = std::any_of(provinces_.begin(), provinces_.end(),
                                       [&](const Province& other) { return other.keys == province.keys; });
        if (!known) provinces_.push_back(std::move(province));
        return true;
    };
    std::size_t committees_by_name = 0;
    for (const auto& agency : agencies.agencies) {
        if (agency.level == "district" || agency.level == "commune") continue;
        committees_by_name += add(agency.name) ? 1 : 0;
        for (const auto& alias : agency.aliases) add(alias);
    }
    several_ = committees_by_name > 1;
}

std::string ProvinceNames::named_in(std::string_view text) const {
    const auto tokens = words_only(split_names(text).tokens);
    const Province* found = nullptr;
    for (std::size_t at = 0; at < tokens.size(); ++at)
        for (const auto& province : provinces_)
            if (stands_at(tokens, at, province.keys))
                found = &province;  // the last: "xã Tân Kỳ, tỉnh Nghệ An"
    return found ? found->name : "";
}

std::optional<ProvinceNames::Split> ProvinceNames::split(std::string_view name) const {
    const auto words = split_names(name);
    const auto tokens = words_only(words.tokens);
    if (const auto head = committees.match(tokens, 0); head && head + match(tokens, head) == tokens.size())
        return head == tokens.size()
                   ? std::nullopt
                   : std::optional<Split>{{{std::string(words.slice(0, head))}, named_in(name)}};
    for (const auto& province : provinces_) {
        if (tokens.size() <= province.keys.size()) continue;
        const auto at = tokens.size() - province.keys.size();
        if (!stands_at(tokens, at, province.keys)) continue;
        Split split{{}, province.name};
        const auto before = [&](std::size_t end) { return words.text.substr(0, tokens[end - 1].end); };
        split.bases.push_back(before(at));
        static const Phrases level{"tỉnh", "thành phố"};
        if (at > province.level_words &&
            level.match(tokens, at - province.level_words) == province.level_words)
            split.bases.push_back(before(at - province.level_words));
        return split;
    }
    return std::nullopt;
}

std::size_t ProvinceNames::match(const std::vector<Token>& tokens, std::size_t at) const {
    std::size_t longest = 0;
    for (const auto& province : provinces_)
        if (stands_at(tokens, at, province.keys)) longest = std::max(longest, province.keys.size());
    return longest;
}

}  // namespace dondoc::language
