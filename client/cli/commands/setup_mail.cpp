// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/setup_mail.h"

#include <string_view>
#include <system_error>

#include "cli/commands/setup_configuration.h"
#include "cli/commands/setup_daemon.h"
#include "cli/frame/command.h"
#include "language/files/toml_file.h"
#include "lib/laid_over.h"

namespace dondoc::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto submission_port = "587";

bool is_this_machine(const std::string& url) {
    for (const std::string_view host : {"localhost", "127.0.0.1", "[::1]"})
        for (const std::string_view scheme : {"smtp://", "smtps://"}) {
            const auto begin = std::string{scheme} + std::string{host};
            if (url == begin || url.starts_with(begin + ":")) return true;
        }
    return false;
}

}  // namespace

fs::path relay_config(const fs::path& config) {
    return fs::path{config}.replace_filename("dondoc-relay.toml");
}

bool is_relay_installed(const fs::path& config) {
    std::error_code ignored;
    return fs::exists(relay_config(config), ignored);
}

fs::path mail_file(const fs::path& config) {
    return client::folder_over(relay_config(config)) / "50-setup.toml";
}

MailAnswers earlier_mail(const fs::path& config) {
    MailAnswers earlier;
    std::error_code error;
    const auto name = mail_file(config);
    if (!fs::exists(name, error)) return earlier;
    language::TomlFile file{read_input(name.string()), name.string()};
    language::Section top{file, file.root(), ""};
    top.section("mail", [&](language::Section& mail) {
        earlier.server = mail.text("server").value_or("");
        earlier.from = mail.text("from").value_or("");
    });
    return earlier;
}

std::string server_url(const std::string& server) {
    if (server.empty() || server.find("://") != std::string::npos) return server;
    const auto colon = server.rfind(':');
    const bool has_port = colon != std::string::npos && server.find(']', colon) == std::string::npos;
    return "smtp://" + server + (has_port ? "" : std::string{":"} + submission_port);
}

std::string mail_text(const MailAnswers& answers) {
    const bool is_clear = is_this_machine(answers.server) && !answers.server.starts_with("smtps://");
    return std::string{setup_heading} + "\n[mail]\nserver = " + toml_text(answers.server) +
           "\nfrom = " + toml_text(answers.from) + (is_clear ? "\ntls = \"off\"\n" : "\n");
}

bool write_mail(const fs::path& config, const std::string& text) {
    const auto file = mail_file(config);
    return write_checked(file, text, "cli.setup.mail_refused",
                         [&] { return complaint_about("dondoc-relay", relay_config(config)); });
}

}  // namespace dondoc::cli
