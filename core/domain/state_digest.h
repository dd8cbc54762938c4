// SPDX-License-Identifier: Apache-2.0
// A short name of a state, to see later whether it is still the same. No protection against forgery.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dondoc {

// FNV-1a over texts and numbers, each with its length, so that "ab","c" is not "a","bc".
class StateDigest {
  public:
    void add(std::string_view text) {
        add(static_cast<std::int64_t>(text.size()));
        for (const char c : text) byte(static_cast<unsigned char>(c));
    }
    void add(std::int64_t number) {
        for (int shift = 0; shift < 64; shift += 8)
            byte(static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> shift));
    }
    std::uint64_t value() const { return hash_; }
    std::string text() const { return text_of(hash_); }

    static std::string text_of(std::uint64_t value) {  // 16 hexadecimal digits
        static constexpr char digits[] = "0123456789abcdef";
        std::string text;
        for (int shift = 60; shift >= 0; shift -= 4) text += digits[(value >> shift) & 15];
        return text;
    }

  private:
    void byte(unsigned char value) {
        hash_ ^= value;
        hash_ *= 1099511628211ULL;
    }
    std::uint64_t hash_ = 14695981039346656037ULL;
};

}  // namespace dondoc
