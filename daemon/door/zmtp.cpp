// SPDX-License-Identifier: Apache-2.0
#include "door/zmtp.h"

#include <algorithm>

namespace dondoc::door {
namespace {

constexpr unsigned char more_flag = 1;
constexpr unsigned char long_flag = 2;
constexpr unsigned char command_flag = 4;
constexpr std::size_t short_header = 2;
constexpr std::size_t long_header = 9;
constexpr std::size_t longest_short_body = 255;
constexpr unsigned byte_bits = 8;
constexpr std::size_t value_length_size = 4;

constexpr std::size_t signature_size = 10;
constexpr unsigned char major_version = 3;
constexpr std::string_view mechanism = "CURVE";
constexpr std::size_t mechanism_at = signature_size + 2;
constexpr std::size_t mechanism_size = 20;
constexpr std::size_t as_server_at = mechanism_at + mechanism_size;

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) value = value << byte_bits | static_cast<unsigned char>(byte);
    return value;
}

void put_big_endian(std::string& out, std::uint64_t value, std::size_t bytes) {
    for (auto i = bytes; i > 0; --i) out += static_cast<char>(value >> (byte_bits * (i - 1)));
}

}  // namespace

std::string greeting() {
    std::string bytes(greeting_size, '\0');
    bytes[0] = '\xff';
    bytes[signature_size - 1] = '\x7f';
    bytes[signature_size] = static_cast<char>(major_version);
    bytes.replace(mechanism_at, mechanism.size(), mechanism);
    bytes[as_server_at] = 1;
    return bytes;
}

bool may_be_greeting(std::string_view bytes) {
    std::string padded{mechanism};
    padded.resize(mechanism_size);
    if (!bytes.empty() && bytes[0] != '\xff') return false;
    if (bytes.size() >= signature_size && bytes[signature_size - 1] != '\x7f') return false;
    if (bytes.size() > signature_size && byte_at(bytes, signature_size) < major_version) return false;
    if (bytes.size() <= mechanism_at) return true;
    const auto named = bytes.substr(mechanism_at, mechanism_size);
    return std::string_view{padded}.starts_with(named);
}

std::optional<FrameHeader> read_header(std::string_view bytes) {
    if (bytes.empty()) return std::nullopt;
    const auto flags = byte_at(bytes, 0);
    FrameHeader header;
    header.command = (flags & command_flag) != 0;
    header.more = (flags & more_flag) != 0;
    header.valid = (flags & ~(more_flag | long_flag | command_flag)) == 0;
    header.length = (flags & long_flag) != 0 ? long_header : short_header;
    if (!header.valid) return header;
    if (bytes.size() < header.length) return std::nullopt;
    header.size = big_endian(bytes.substr(1, header.length - 1));
    return header;
}

void put_header(std::string& out, bool command, std::size_t size) {
    const bool is_long = size > longest_short_body;
    out += static_cast<char>((command ? command_flag : 0) | (is_long ? long_flag : 0));
    put_big_endian(out, size, is_long ? long_header - 1 : 1);
}

std::optional<std::string_view> command_content(std::string_view body, std::string_view name) {
    if (body.empty() || byte_at(body, 0) != name.size() || body.substr(1, name.size()) != name)
        return std::nullopt;
    return body.substr(1 + name.size());
}

std::optional<Properties> read_properties(std::string_view bytes) {
    Properties properties;
    while (!bytes.empty()) {
        const std::size_t name_size = byte_at(bytes, 0);
        if (bytes.size() < 1 + name_size + value_length_size) return std::nullopt;
        std::string name{bytes.substr(1, name_size)};
        bytes.remove_prefix(1 + name_size);
        const auto value_size = big_endian(bytes.substr(0, value_length_size));
        bytes.remove_prefix(value_length_size);
        if (bytes.size() < value_size) return std::nullopt;
        std::ranges::transform(name, name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        properties.emplace(std::move(name), bytes.substr(0, value_size));
        bytes.remove_prefix(value_size);
    }
    return properties;
}

void put_property(std::string& out, std::string_view name, std::string_view value) {
    out += static_cast<char>(name.size());
    out += name;
    put_big_endian(out, value.size(), value_length_size);
    out += value;
}

}  // namespace dondoc::door
