// SPDX-License-Identifier: GPL-3.0-or-later
// The part of dondoc-relay's configuration that `dondoc setup` writes, where dondoc-relay is installed: the
// mail server and the sender, in a file of its own in dondoc-relay.d.
#pragma once

#include <filesystem>
#include <string>

#include "cli/frame/session.h"

namespace dondoc::cli {

struct MailAnswers {
    std::string server;  // "smtp://host:587"; empty: no mail is sent yet
    std::string from;    // "Name <address>" or the address alone
};

// The relay's configuration beside the daemon's. It need not be there.
std::filesystem::path relay_config(const std::filesystem::path& config);
bool is_relay_installed(const std::filesystem::path& config);

// dondoc-relay.d/50-setup.toml beside it.
std::filesystem::path mail_file(const std::filesystem::path& config);

// What an earlier setup wrote there; empty answers where there is none.
MailAnswers earlier_mail(const std::filesystem::path& config);

// "mail.tinh.vn", "mail.tinh.vn:25" or a URL as the relay takes it.
std::string server_url(const std::string& server);

// A server on this machine is spoken to in clear text.
std::string mail_text(const MailAnswers& answers);

// Writes the file and has dondoc-relay check the whole; where that refuses, what was there comes back, and
// UserError "cli.setup.mail_refused" has what it said. False: it was there already, word for word.
bool write_mail(const std::filesystem::path& config, const std::string& text);

}  // namespace dondoc::cli
