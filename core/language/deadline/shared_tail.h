// SPDX-License-Identifier: Apache-2.0
// Names that share what stands behind the last of them: "HĐND và UBND các xã, phường", "UBND, Công an phường
// Tích Lương".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

struct SharedTail {
    struct Range {
        std::size_t begin, end;  // tokens
    };
    std::vector<Range> heads;         // "HĐND", "UBND"
    Range tail;                       // "các xã, phường"; "phường Tích Lương"
    bool many = false;                // the tail names levels, and no place of them
    std::vector<std::string> levels;  // those of it: "cấp xã"
};

// Nothing: no such names stand at `at`. One head alone is given where its tail names many.
std::optional<SharedTail> read_shared_tail(const std::vector<Token>& tokens, std::size_t at);

}  // namespace dondoc::language
