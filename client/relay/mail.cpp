// SPDX-License-Identifier: GPL-3.0-or-later
// What a failure means depends on where it happened: what is said to RCPT and DATA is about this mail,
// everything before about the server. libcurl tells its caller the command and the answer as a log of the
// session.
#include "relay/mail.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iterator>
#include <regex>
#include <string_view>
#include <utility>
#include <vector>

namespace dondoc::relay {
namespace {

constexpr long connect_timeout_s = 20;

std::string with_network_lines(const std::string& text) {
    std::string lines;
    lines.reserve(text.size() + 64);
    for (const char c : text) {
        if (c == '\n') lines += '\r';
        lines += c;
    }
    return lines;
}

// The server's word without what could be an address: code and enhanced code (RFC 3463).
std::string code_of(const std::string& reply) {
    static const std::regex coded{R"(^(\d{3})[ -]?(\d\.\d{1,3}\.\d{1,3})?)"};
    std::smatch match;
    if (!std::regex_search(reply, match, coded)) return {};
    return match[2].matched ? match[1].str() + " " + match[2].str() : match[1].str();
}

struct Session {
    std::string command;  // the verb of the last one
    std::string reply;    // the last line of the last answer
    bool has_quit = false;

    static int listen(CURL*, curl_infotype type, char* data, std::size_t size, void* self) {
        const std::string_view text{data, size};
        auto& session = *static_cast<Session*>(self);
        session.has_quit |= type == CURLINFO_HEADER_OUT && text.starts_with("QUIT");
        if (session.has_quit) return 0;  // what failed was said before
        if (type == CURLINFO_HEADER_OUT) session.command = text.substr(0, text.find_first_of(" \r\n"));
        if (type == CURLINFO_HEADER_IN) session.reply = text.substr(0, text.find_first_of("\r\n"));
        return 0;
    }
    bool is_about_mail() const { return command == "RCPT" || command == "DATA"; }
};

class MailTry final : public Try {
  public:
    explicit MailTry(const MailSettings& settings) {
        auto* curl = handle_.get();
        curl_easy_setopt(curl, CURLOPT_URL, settings.server.c_str());
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        if (settings.tls) curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
        if (!settings.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings.ca_file.c_str());
        if (!settings.user.empty()) {
            curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.c_str());
            curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.c_str());
        }
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_timeout_s);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(settings.timeout.count()));
        curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
        curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, &Session::listen);
        curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &session_);
    }

    ~MailTry() override { handle_.reset(); }  // it speaks to the session until it is gone
    MailTry(const MailTry&) = delete;
    MailTry& operator=(const MailTry&) = delete;

    void say(const MailSettings& settings, const Outgoing& outgoing) {
        auto* curl = handle_.get();
        const auto from = "<" + settings.from.address + ">";
        curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
        append(to_, "<" + outgoing.person.email() + ">");
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to_.get());
        append(headers_, "Date: " + mail_date(outgoing.message.made_at));
        append(headers_, "From: " + named(settings.from));
        append(headers_, "To: " + named({outgoing.person.name(), outgoing.person.email()}));
        if (!settings.reply_to.empty()) append(headers_, "Reply-To: <" + settings.reply_to + ">");
        append(headers_, "Subject: " + encoded_header(outgoing.letter.subject));
        append(headers_, "Message-ID: " + message_id(outgoing.message.key, settings));
        append(headers_, "Auto-Submitted: auto-generated");
        append(headers_, "X-Auto-Response-Suppress: All");
        if (outgoing.letter.urgent) append(headers_, "Importance: high");
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers_.get());
        add_body(settings, outgoing);
        curl_easy_setopt(curl, CURLOPT_MIMEPOST, mime_.get());
    }

    // Says hello, logs in, and goes.
    void only_look() { curl_easy_setopt(handle_.get(), CURLOPT_CUSTOMREQUEST, "NOOP"); }

    Outcome outcome(CURLcode code) override {
        if (code == CURLE_OK) return {Outcome::Kind::Sent, ""};
        // After DATA the answer 354 is not the last word: the connection ended without one.
        const auto said = code_of(session_.reply);
        const bool is_refusal = !said.empty() && (said[0] == '4' || said[0] == '5');
        const auto reason = is_refusal ? "smtp " + said
                                       : "smtp " + word_of(code) +
                                             (session_.command.empty() ? "" : " after " + session_.command);
        if (!session_.is_about_mail()) return {Outcome::Kind::ServerDown, reason};
        // 552 says that a mailbox is full, or that there are too many recipients: it passes (RFC
        // 5321, 4.5.3.1.10). A mail larger than what is ever taken does not (RFC 3463, 5.3.4 and 5.2.3).
        const bool is_too_large = said == "552 5.3.4" || said == "552 5.2.3";
        const bool is_final = is_refusal && said[0] == '5' && (is_too_large || !said.starts_with("552"));
        return {is_final ? Outcome::Kind::Refused : Outcome::Kind::Later, reason};
    }

  private:
    static std::string named(const MailAddress& address) {
        if (address.name.empty()) return "<" + address.address + ">";
        const auto encoded = encoded_header(address.name);
        if (encoded != address.name) return encoded + " <" + address.address + ">";
        std::string quoted;
        for (const char c : address.name)
            quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
        return "\"" + quoted + "\" <" + address.address + ">";
    }

    void add_body(const MailSettings& settings, const Outgoing& outgoing) {
        const auto lang = text::parse_lang(outgoing.person.lang());
        mime_.reset(curl_mime_init(handle_.get()));
        auto* alternatives = curl_mime_init(handle_.get());
        add_text(alternatives, "text/plain; charset=utf-8", plain_text(outgoing.letter));
        add_text(alternatives, "text/html; charset=utf-8", html(outgoing.letter, lang));
        auto* part = curl_mime_addpart(mime_.get());
        curl_mime_subparts(part, alternatives);
        curl_mime_type(part, "multipart/alternative");
        for (const auto method : {ics::Method::Publish, ics::Method::Cancel})
            add_calendar(settings, method, outgoing.letter.terms);
    }

    // Attached, and no alternative: programs show an alternative instead of the text. A calendar has one
    // method for all that is in it.
    void add_calendar(const MailSettings& settings, ics::Method method,
                      const std::vector<ics::Entry>& terms) {
        const bool is_cancel = method == ics::Method::Cancel;
        std::vector<ics::Entry> entries;
        std::ranges::copy_if(terms, std::back_inserter(entries),
                             [&](const auto& term) { return term.is_cancelled == is_cancel; });
        if (entries.empty()) return;
        const auto text = ics::text_of(
            {method, settings.site + "." + domain_of(settings.from), {}, settings.from.address}, entries);
        auto* part = curl_mime_addpart(mime_.get());
        curl_mime_data(part, text.data(), text.size());
        curl_mime_type(part, is_cancel ? "text/calendar; charset=utf-8; method=CANCEL"
                                       : "text/calendar; charset=utf-8; method=PUBLISH");
        curl_mime_filename(part, is_cancel ? "thoi-han-rut.ics" : "thoi-han.ics");
        curl_mime_encoder(part, "base64");  // lines may be folded within a character
    }

    static void add_text(curl_mime* to, const char* type, const std::string& text) {
        auto* part = curl_mime_addpart(to);
        const auto lines = with_network_lines(text);
        curl_mime_data(part, lines.data(), lines.size());
        curl_mime_type(part, type);
        curl_mime_encoder(part, "quoted-printable");
    }

    Session session_;
    CurlList to_, headers_;
    CurlMime mime_;
};

class MailChannel final : public Channel {
  public:
    explicit MailChannel(MailSettings settings) : settings_(std::move(settings)) {}
    const std::string& name() const override { return name_; }
    int parallel() const override { return settings_.parallel; }

    std::unique_ptr<Try> prepare(const Outgoing& outgoing, std::string& why) override {
        const auto address = parse_mail_address(outgoing.person.email());
        if (!address || address->address != outgoing.person.email()) {
            why = "no address";
            return nullptr;
        }
        auto made = std::make_unique<MailTry>(settings_);
        made->say(settings_, outgoing);
        return made;
    }
    std::unique_ptr<Try> probe() override {
        auto made = std::make_unique<MailTry>(settings_);
        made->only_look();
        return made;
    }

  private:
    std::string name_ = "mail";
    MailSettings settings_;
};

}  // namespace

std::unique_ptr<Channel> make_mail_channel(MailSettings settings) {
    return std::make_unique<MailChannel>(std::move(settings));
}

}  // namespace dondoc::relay
