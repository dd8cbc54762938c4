// SPDX-License-Identifier: GPL-3.0-or-later
// Mail by SMTP: one transaction for each recipient, plain text and HTML.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "relay/channel.h"

namespace dondoc::relay {

struct MailAddress {
    std::string name;  // empty: none
    std::string address;
};

struct MailSettings {
    std::string server;             // "smtp://host:587", "smtps://host"
    bool tls = true;                // of smtp://: STARTTLS or nothing is sent; false: in clear text
    std::filesystem::path ca_file;  // empty: the system's
    std::string user, password;     // empty: without login
    MailAddress from;
    std::string reply_to;  // address; empty: none
    int parallel = 4;
    std::chrono::seconds timeout{60};  // of one mail
    std::string site;                  // in Message-ID, "<key>.<site>@<domain of from>"
};

std::unique_ptr<Channel> make_mail_channel(MailSettings settings);

// As a header says it (RFC 2047): what is not ASCII in encoded words.
std::string encoded_header(const std::string& text);
std::string domain_of(const MailAddress& address);
std::string message_id(const std::string& key, const MailSettings& settings);
std::string mail_date(sys_seconds at);  // RFC 5322, in Vietnamese time

// Takes "Name <address>" or "address". nullopt: it is neither, or not one line of ASCII in the address.
std::optional<MailAddress> parse_mail_address(const std::string& text);

}  // namespace dondoc::relay
