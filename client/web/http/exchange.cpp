// SPDX-License-Identifier: GPL-3.0-or-later
// libmicrohttpd takes apart the head and the forms; what is added here is what it lets through: bytes of
// zero, text that is no UTF-8, strokes that are hidden in a path.
#include "web/http/exchange.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <utility>

#include "language/words/unicode.h"

namespace dondoc::web {
namespace {

constexpr std::size_t most_fields = 2'000;  // of a form or a query
constexpr std::size_t form_buffer = 16 * 1024;

std::string lower(std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

bool is_text(std::string_view bytes) {
    return language::is_utf8(bytes) && bytes.find('\0') == std::string_view::npos;
}

struct Collected {
    Fields* fields;
    bool names_in_lower_case;
    bool is_text = true;
};

MHD_Result collect(void* cls, MHD_ValueKind, const char* key, size_t key_size, const char* value,
                   size_t value_size) {
    auto& collected = *static_cast<Collected*>(cls);
    const std::string_view name{key, key_size};
    const std::string_view text{value == nullptr ? "" : value, value == nullptr ? 0 : value_size};
    if (!is_text(name) || !is_text(text) || collected.fields->entries().size() >= most_fields) {
        collected.is_text = false;
        return MHD_NO;
    }
    collected.fields->add(collected.names_in_lower_case ? lower(name) : std::string{name}, std::string{text});
    return MHD_YES;
}

bool read_fields(MHD_Connection* connection, MHD_ValueKind kind, Fields& fields, bool in_lower_case = false) {
    Collected collected{&fields, in_lower_case};
    MHD_get_connection_values_n(connection, kind, collect, &collected);
    return collected.is_text;
}

// What hides a part of a path or ends it early: an encoded stroke or zero, or what must not stand in it as it
// is.
bool is_plain_target(std::string_view target) {
    if (!target.starts_with('/')) return false;
    const auto path = lower(target.substr(0, target.find('?')));
    for (const auto* hidden : {"%2f", "%5c", "%00", "\\"})
        if (path.find(hidden) != std::string::npos) return false;
    return std::ranges::none_of(target,
                                [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; });
}

// A browser says the name of a file, an old one its whole path.
std::string file_name(const char* said) {
    std::string name = said == nullptr ? "" : said;
    return name.substr(name.find_last_of("/\\") + 1);
}

MHD_Result take_field(void* cls, MHD_ValueKind, const char* key, const char* file, const char*, const char*,
                      const char* data, uint64_t offset, size_t size) {
    auto& exchange = *static_cast<Exchange*>(cls);
    auto& request = exchange.request;
    if (key == nullptr) return MHD_YES;
    const std::string_view piece{data == nullptr ? "" : data, size};
    if (file != nullptr) {
        if (offset == 0 || request.uploads.empty()) request.uploads.push_back({key, file_name(file), {}});
        request.uploads.back().content += piece;
    } else if (offset == 0) {
        request.form.add(key, std::string{piece});
    } else {
        request.form.append_to_last(piece);
    }
    const bool too_many = request.form.entries().size() + request.uploads.size() > most_fields;
    exchange.is_broken = exchange.is_broken || too_many;
    return too_many ? MHD_NO : MHD_YES;
}

}  // namespace

bool Exchange::read_head(MHD_Connection* connection, const char* url, const char* method) {
    request.method = std::string_view{method} == "HEAD" ? "GET" : method;
    request.path = url;
    return is_plain_target(request.target) && is_text(request.path) &&
           read_fields(connection, MHD_GET_ARGUMENT_KIND, request.query) &&
           read_fields(connection, MHD_HEADER_KIND, request.headers, true) &&
           read_fields(connection, MHD_COOKIE_KIND, request.cookies);
}

void Exchange::begin_form(MHD_Connection* connection) {
    const auto type = lower(request.headers["content-type"]);
    if (!type.starts_with(MHD_HTTP_POST_ENCODING_FORM_URLENCODED) &&
        !type.starts_with(MHD_HTTP_POST_ENCODING_MULTIPART_FORMDATA))
        return;
    form.reset(MHD_create_post_processor(connection, form_buffer, take_field, this));
    is_broken = form == nullptr;
}

void Exchange::take(std::string_view piece) {
    read += piece.size();
    if (is_broken) return;
    if (form == nullptr)
        request.body += piece;
    else if (MHD_post_process(form.get(), piece.data(), piece.size()) != MHD_YES)
        is_broken = true;
}

bool Exchange::is_whole() {
    if (form != nullptr && MHD_destroy_post_processor(form.release()) != MHD_YES) is_broken = true;
    if (is_broken || (form == nullptr && !is_text(request.body))) return false;
    const auto& fields = request.form.entries();
    return std::ranges::all_of(
               fields, [](const auto& field) { return is_text(field.first) && is_text(field.second); }) &&
           std::ranges::all_of(request.uploads, [](const auto& upload) {
               return is_text(upload.field) && is_text(upload.name);
           });
}

}  // namespace dondoc::web
