// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/http.h"

#include <google/protobuf/struct.pb.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "lib/json.h"
#include "relay/http_try.h"
#include "relay/token.h"

namespace dondoc::relay {
namespace {

std::string unescaped(const std::string& text) {
    return text;
}

// In a header a line break would be another header.
std::string one_line(const std::string& text) {
    std::string line;
    for (const char c : text) line += c == '\r' || c == '\n' ? ' ' : c;
    return line;
}

// "0912345678", "+84912345678" or "84912345678", as the gateway wants it.
std::string number_for(std::string phone, bool international) {
    if (phone.starts_with("+")) phone.erase(0, 1);
    if (international && phone.starts_with("0")) return "84" + phone.substr(1);
    if (!international && phone.starts_with("84")) return "0" + phone.substr(2);
    return phone;
}

// "error" or "result.code" of a JSON answer as text; empty: it has none.
std::string result_in(const std::string& body, const std::string& path) {
    google::protobuf::Struct json;
    if (!client::from_json(body, json)) return {};
    const auto* within = &json;
    for (std::size_t at = 0;;) {
        const auto dot = path.find('.', at);
        const auto found = within->fields().find(path.substr(at, dot - at));
        if (found == within->fields().end()) return {};
        const auto& value = found->second;
        if (dot != path.npos) {
            if (!value.has_struct_value()) return {};
            within = &value.struct_value();
            at = dot + 1;
            continue;
        }
        if (value.has_string_value()) return value.string_value();
        if (value.has_bool_value()) return value.bool_value() ? "true" : "false";
        if (value.has_number_value()) return std::to_string(std::llround(value.number_value()));
        return {};
    }
}

bool holds(const std::vector<std::string>& values, const std::string& value) {
    return std::ranges::find(values, value) != values.end();
}

class HttpChannel final : public Channel {
  public:
    explicit HttpChannel(HttpSettings settings) : settings_(std::move(settings)) {
        if (settings_.token) token_ = std::make_unique<Token>(*settings_.token, settings_.set);
    }
    const std::string& name() const override { return settings_.name; }
    int parallel() const override { return settings_.parallel; }

    std::unique_ptr<Try> prepare(const Outgoing& outgoing, std::string& why) override {
        auto values = settings_.set;
        if (!add_address(outgoing.person, values)) {
            why = "no address";
            return nullptr;
        }
        const auto lang = text::parse_lang(outgoing.person.lang());
        values["subject"] = outgoing.letter.subject;
        values["text"] = short_text(outgoing.letter, lang, settings_.most_bytes);
        values["link"] = outgoing.letter.link;
        values["id"] = outgoing.message.key;
        values["priority"] = outgoing.letter.urgent ? "5" : "3";
        if (token_) values["access_token"] = token_->get();
        auto escape = settings_.escape == HttpSettings::Escape::Json ? json_escaped : url_escaped;
        std::map<std::string, std::string> headers;
        for (const auto& [name, value] : settings_.headers)
            headers[name] = one_line(filled(value, values, unescaped));
        // What the configuration sets may be an address; what a message says is a part of one.
        const auto url = filled(filled(settings_.url, settings_.set, unescaped), values, url_escaped);
        return std::make_unique<HttpTry>(url, settings_.method, filled(settings_.body, values, escape),
                                         headers, settings_.timeout,
                                         [this](const HttpAnswer& answer) { return judge(answer); });
    }

  private:
    bool add_address(const v1::Person& person, std::map<std::string, std::string>& values) const {
        switch (settings_.address) {
            case HttpSettings::Address::Phone:
                values["phone"] = number_for(person.phone(), settings_.international);
                return !person.phone().empty();
            case HttpSettings::Address::Email:
                values["email"] = person.email();
                return !person.email().empty();
            case HttpSettings::Address::Nobody:
                return true;
        }
        return false;
    }

    // Some say that something went wrong with the status 200.
    Outcome judge(const HttpAnswer& answer) {
        if (token_ && answer.status == 401) token_->end();
        auto by_status = judged_by_status(answer);
        if (settings_.result_field.empty() || by_status.kind != Outcome::Kind::Sent) return by_status;
        const auto result = result_in(answer.body, settings_.result_field);
        const auto reason =
            settings_.result_field + " " + (result.empty() ? "missing" : result.substr(0, 40));
        if (holds(settings_.good, result)) return {Outcome::Kind::Sent, ""};
        if (token_ && holds(settings_.renew, result)) {
            token_->end();
            return {Outcome::Kind::ServerDown, reason};
        }
        if (result.empty()) return {Outcome::Kind::Later, reason};
        return {holds(settings_.later, result) ? Outcome::Kind::Later : Outcome::Kind::Refused, reason};
    }

    HttpSettings settings_;
    std::unique_ptr<Token> token_;
};

}  // namespace

std::unique_ptr<Channel> make_http_channel(HttpSettings settings) {
    return std::make_unique<HttpChannel>(std::move(settings));
}

std::string filled(const std::string& text, const std::map<std::string, std::string>& values,
                   std::string (*escape)(const std::string&)) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text[at] == '{' ? text.find('}', at) : text.npos;
        const auto found = end == text.npos ? values.end() : values.find(text.substr(at + 1, end - at - 1));
        if (found == values.end()) {
            result += text[at++];
            continue;
        }
        result += escape(found->second);
        at = end + 1;
    }
    return result;
}

std::string json_escaped(const std::string& text) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            result += std::string{'\\', c};
        else if (c == '\n')
            result += "\\n";
        else if (byte < 0x20)
            result += std::string{"\\u00"} + digits[byte >> 4U] + digits[byte & 15U];
        else
            result += c;
    }
    return result;
}

std::string url_escaped(const std::string& text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              c == '-' || c == '.' || c == '_' || c == '~';
        if (is_plain)
            result += c;
        else
            result += std::string{'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return result;
}

}  // namespace dondoc::relay
