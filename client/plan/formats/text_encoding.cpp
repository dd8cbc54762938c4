// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/text_encoding.h"

#include <iconv.h>

#include <algorithm>
#include <optional>

#include "language/words/unicode.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t sampled_bytes = 2'000;  // bytes, to tell UTF-16 without a mark

class Converter {
  public:
    explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
    ~Converter() {
        if (is_open()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    // Nothing where some byte means nothing in the encoding.
    std::optional<std::string> convert(std::string_view bytes) {
        if (!is_open()) return std::nullopt;
        std::string text(bytes.size() * 4 + 16, '\0');  // no encoding read here takes more
        auto* in = const_cast<char*>(bytes.data());     // iconv does not write to it
        auto* out = text.data();
        std::size_t in_left = bytes.size();
        std::size_t out_left = text.size();
        if (iconv(handle_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1) || in_left)
            return std::nullopt;
        iconv(handle_, nullptr, nullptr, &out, &out_left);  // a letter that waited for its tone mark
        text.resize(text.size() - out_left);
        return text;
    }

  private:
    // iconv_open's sign of failure is a pointer made of -1.
    bool is_open() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }
    iconv_t handle_;
};

// Letters of both alphabets in use here have a zero, or a small number, as their high byte.
const char* utf16_without_mark(std::string_view bytes) {
    const auto head = bytes.substr(0, sampled_bytes & ~std::size_t{1});
    if (head.size() < 4) return nullptr;
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0') ++(i % 2 ? odd : even);
    const auto half = head.size() / 2;
    if (odd * 2 > half && even * 20 < half) return "UTF-16LE";
    if (even * 2 > half && odd * 20 < half) return "UTF-16BE";
    return nullptr;
}

bool has_control_characters(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x09 || (byte > 0x0D && byte < 0x20) || byte == 0x7F;
    });
}

}  // namespace

std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

std::string western_text(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text += c;
        } else {
            text += static_cast<char>(0xC0 | (byte >> 6));
            text += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return text;
}

DecodedText decode_text(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const char* utf16 = nullptr;
    if (bytes.starts_with("\xFF\xFE")) utf16 = "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF")) utf16 = "UTF-16BE";
    if (utf16)
        bytes.remove_prefix(2);
    else
        utf16 = utf16_without_mark(bytes);
    if (utf16) {
        if (bytes.size() % 2) bytes.remove_suffix(1);
        if (auto text = Converter(utf16).convert(bytes)) return {std::move(*text), Encoding::Utf16};
    } else if (language::is_utf8(bytes)) {
        return {std::string(bytes), Encoding::Utf8};
    } else if (!has_control_characters(bytes)) {
        if (auto text = Converter("CP1258").convert(bytes)) return {std::move(*text), Encoding::Windows1258};
    }
    return {std::string(bytes), Encoding::Unknown};
}

}  // namespace dondoc::plan
