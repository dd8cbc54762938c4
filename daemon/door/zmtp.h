// SPDX-License-Identifier: Apache-2.0
// The framing of ZMTP 3.0 (ZeroMQ RFC 23): pure, bytes in and bytes out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace dondoc::door {

inline constexpr std::size_t greeting_size = 64;

// Ours: version 3.0, CURVE, as a server.
std::string greeting();
// Whether what has come so far is, or may still become, the greeting of a CURVE client of version 3 or later.
bool may_be_greeting(std::string_view bytes);

struct FrameHeader {
    bool command = false;
    bool more = false;
    std::uint64_t size = 0;  // of the body
    std::size_t length = 0;  // of the header itself
    bool valid = true;       // false: reserved flags are set
};
// nullopt: more bytes are needed.
std::optional<FrameHeader> read_header(std::string_view bytes);
void put_header(std::string& out, bool command, std::size_t size);

// The content of a command, behind its name; nullopt: another command, or none.
std::optional<std::string_view> command_content(std::string_view body, std::string_view name);

// By name in lower case, for names mean the same in any case.
using Properties = std::map<std::string, std::string>;
// nullopt: cut short.
std::optional<Properties> read_properties(std::string_view bytes);
void put_property(std::string& out, std::string_view name, std::string_view value);

}  // namespace dondoc::door
