// SPDX-License-Identifier: Apache-2.0
#include "door/curve.h"

#include <sodium.h>

#include "door/zmtp.h"

namespace dondoc::door {
namespace {

using Nonce = std::array<unsigned char, crypto_box_NONCEBYTES>;

constexpr std::size_t key_size = crypto_box_PUBLICKEYBYTES;
constexpr std::size_t mac_size = crypto_box_MACBYTES;
constexpr std::size_t short_nonce = 8;
constexpr std::size_t long_nonce = 16;
constexpr std::size_t version_size = 2;
constexpr std::size_t padding_size = 72;  // so that a HELLO is larger than its answer
constexpr std::size_t hello_signature_size = 64;
constexpr std::size_t hello_size =
    version_size + padding_size + key_size + short_nonce + hello_signature_size + mac_size;
constexpr std::size_t cookie_size = 96;
constexpr std::size_t vouch_size = 2 * key_size + mac_size;
constexpr std::size_t introduction_size = key_size + long_nonce + vouch_size;
constexpr unsigned bits_of_byte = 8;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text, std::size_t at = 0) {
    return reinterpret_cast<unsigned char*>(text.data()) + at;
}

Nonce nonce_of(std::string_view prefix, std::string_view rest) {
    Nonce nonce{};
    prefix.copy(reinterpret_cast<char*>(nonce.data()), prefix.size());
    rest.copy(reinterpret_cast<char*>(nonce.data()) + prefix.size(), nonce.size() - prefix.size());
    return nonce;
}

std::string number_of(std::uint64_t value) {
    std::string bytes(short_nonce, '\0');
    for (auto i = short_nonce; i > 0; --i, value >>= bits_of_byte) bytes[i - 1] = static_cast<char>(value);
    return bytes;
}

std::uint64_t number_in(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) value = value << bits_of_byte | static_cast<unsigned char>(byte);
    return value;
}

Key key_in(std::string_view bytes) {
    Key key{};
    bytes.copy(reinterpret_cast<char*>(key.data()), key.size());
    return key;
}

std::string random_bytes(std::size_t size) {
    std::string bytes(size, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string box(std::string_view content, const Nonce& nonce, const Key& shared) {
    std::string sealed(content.size() + mac_size, '\0');
    crypto_box_easy_afternm(bytes_of(sealed), bytes_of(content), content.size(), nonce.data(), shared.data());
    return sealed;
}

std::optional<std::string> unbox(std::string_view sealed, const Nonce& nonce, const Key& shared) {
    if (sealed.size() < mac_size) return std::nullopt;
    std::string content(sealed.size() - mac_size, '\0');
    if (crypto_box_open_easy_afternm(bytes_of(content), bytes_of(sealed), sealed.size(), nonce.data(),
                                     shared.data()) != 0)
        return std::nullopt;
    return content;
}

std::string command(std::string_view name, std::string_view content) {
    std::string body;
    body += static_cast<char>(name.size());
    body += name;
    body += content;
    return body;
}

}  // namespace

ServerKey::~ServerKey() {
    sodium_memzero(secret_key.data(), secret_key.size());
}

Curve::~Curve() {
    sodium_memzero(own_once_.data(), own_once_.size());
    sodium_memzero(shared_.data(), shared_.size());
}

std::optional<std::string> Curve::welcome(std::string_view hello) {
    const auto content = command_content(hello, "HELLO");
    if (!content || content->size() != hello_size || (*content)[0] != 1 || (*content)[1] != 0)
        return std::nullopt;
    constexpr auto key_at = version_size + padding_size;
    client_once_ = key_in(content->substr(key_at, key_size));
    const auto nonce = nonce_of("CurveZMQHELLO---", content->substr(key_at + key_size, short_nonce));
    Key shared{};  // of the client's key of this connection and our lasting one
    if (crypto_box_beforenm(shared.data(), client_once_.data(), server_.secret_key.data()) != 0)
        return std::nullopt;
    if (!unbox(content->substr(key_at + key_size + short_nonce), nonce, shared)) return std::nullopt;

    Key public_once{};
    crypto_box_keypair(public_once.data(), own_once_.data());
    cookie_ = random_bytes(cookie_size);  // we remember the connection: it need not carry anything
    const auto long_part = random_bytes(long_nonce);
    std::string inner{reinterpret_cast<const char*>(public_once.data()), public_once.size()};
    inner += cookie_;
    auto answer = command("WELCOME", long_part + box(inner, nonce_of("WELCOME-", long_part), shared));
    sodium_memzero(shared.data(), shared.size());
    return answer;
}

std::optional<Curve::Introduction> Curve::introduction(std::string_view initiate) {
    const auto content = command_content(initiate, "INITIATE");
    if (!content || content->size() < cookie_size + short_nonce + introduction_size + mac_size)
        return std::nullopt;
    if (sodium_memcmp(content->data(), cookie_.data(), cookie_size) != 0) return std::nullopt;
    if (crypto_box_beforenm(shared_.data(), client_once_.data(), own_once_.data()) != 0) return std::nullopt;
    const auto number = content->substr(cookie_size, short_nonce);
    const auto inner =
        unbox(content->substr(cookie_size + short_nonce), nonce_of("CurveZMQINITIATE", number), shared_);
    if (!inner) return std::nullopt;

    // The vouch proves that the owner of the lasting key made the key of this connection, for us.
    const std::string_view view{*inner};
    const auto client = key_in(view);
    const auto vouch_nonce = nonce_of("VOUCH---", view.substr(key_size, long_nonce));
    Key lasting{};
    if (crypto_box_beforenm(lasting.data(), client.data(), own_once_.data()) != 0) return std::nullopt;
    const auto vouch = unbox(view.substr(key_size + long_nonce, vouch_size), vouch_nonce, lasting);
    sodium_memzero(lasting.data(), lasting.size());
    if (!vouch || sodium_memcmp(vouch->data(), client_once_.data(), key_size) != 0 ||
        sodium_memcmp(vouch->data() + key_size, server_.public_key.data(), key_size) != 0)
        return std::nullopt;
    last_heard_ = number_in(number);
    return Introduction{client, inner->substr(introduction_size)};
}

std::string Curve::ready(std::string_view metadata) {
    const auto number = number_of(++last_said_);
    return command("READY", number + box(metadata, nonce_of("CurveZMQREADY---", number), shared_));
}

std::optional<Curve::Opened> Curve::open(std::string_view message) {
    const auto content = command_content(message, "MESSAGE");
    if (!content || content->size() < short_nonce + mac_size + 1) return std::nullopt;
    const auto number = number_in(content->substr(0, short_nonce));
    if (number <= last_heard_) return std::nullopt;
    last_heard_ = number;
    auto opened = unbox(content->substr(short_nonce),
                        nonce_of("CurveZMQMESSAGEC", content->substr(0, short_nonce)), shared_);
    if (!opened) return std::nullopt;
    const auto flags = static_cast<unsigned char>(opened->front());
    opened->erase(0, 1);
    return Opened{flags, std::move(*opened)};
}

void Curve::seal(std::string& out, unsigned char flags, std::string_view content) {
    const auto number = number_of(++last_said_);
    put_header(out, false, content.size() + message_overhead);
    out += "\7MESSAGE";
    out += number;
    const auto box_at = out.size();
    out.append(mac_size, '\0');
    out += static_cast<char>(flags);
    out += content;
    const auto nonce = nonce_of("CurveZMQMESSAGES", number);
    crypto_box_easy_afternm(bytes_of(out, box_at), bytes_of(out, box_at + mac_size), content.size() + 1,
                            nonce.data(), shared_.data());
}

}  // namespace dondoc::door
