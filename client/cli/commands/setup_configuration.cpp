// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/setup_configuration.h"

#include <algorithm>
#include <fstream>
#include <string_view>

#include "cli/commands/setup_daemon.h"
#include "cli/frame/command.h"
#include "domain/key_name.h"
#include "domain/reasons.h"
#include "language/files/toml_file.h"
#include "lib/files.h"
#include "lib/laid_over.h"

namespace dondoc::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto usual_port = "7710";

std::string port_of(const std::string& endpoint) {
    return endpoint.substr(endpoint.rfind(':') + 1);
}

// "dondoc.tinh.vn" or "dondoc.tinh.vn:7710", also an address of IPv6 in brackets.
std::string public_endpoint(const std::string& address) {
    const auto colon = address.rfind(':');
    const bool has_port = colon != std::string::npos && address.find(']', colon) == std::string::npos;
    return "tcp://" + address + (has_port ? "" : std::string{":"} + usual_port);
}

// The local one takes the port on every interface instead of this machine's alone.
std::vector<std::string> reachable_sessions(const DaemonFacts& facts, const std::string& port) {
    std::vector<std::string> sessions;
    for (const auto& endpoint : facts.sessions)
        if (!endpoint.starts_with("tcp://") || port_of(endpoint) != port) sessions.push_back(endpoint);
    sessions.push_back("tcp://*:" + port);
    return sessions;
}

std::optional<std::string> content_if_there(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error)) return std::nullopt;
    return read_input(file.string());
}

void put(const fs::path& file, const std::optional<std::string>& content) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    try {
        if (content)
            client::write_file(file, *content, client::Replace::Yes);
        else
            fs::remove(file);
    } catch (const std::system_error& failed) {
        throw UserError("client.file.unwritable", {system_reason(failed.code())}, file.string());
    }
}

}  // namespace

std::string toml_text(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

// A key that is wrong is the daemon's to refuse.
DaemonFacts daemon_facts(const fs::path& config) {
    DaemonFacts facts{"/var/lib/dondoc",
                      {"ipc:///run/dondoc/dondocd.sock", std::string{"tcp://127.0.0.1:"} + usual_port}};
    language::TomlFile file{read_input(config.string()), config.string()};
    for (const auto& over : client::files_over(config))
        if (over != setup_file(config)) file.lay_over(read_input(over.string()), over.string());
    language::Section top{file, file.root(), ""};
    top.section("daemon", [&](language::Section& section) {
        if (const auto folder = section.text("data_dir")) facts.data_dir = config.parent_path() / *folder;
    });
    top.section("listen", [&](language::Section& section) {
        const auto sessions = section.texts("sessions");
        if (!sessions) return;
        facts.sessions.clear();
        for (const auto& one : *sessions) facts.sessions.push_back(one.value);
    });
    return facts;
}

fs::path setup_file(const fs::path& config) {
    return client::folder_over(config) / "50-setup.toml";
}

SetupAnswers earlier_answers(const fs::path& config) {
    SetupAnswers earlier;
    earlier.mail = earlier_mail(config);
    const auto name = setup_file(config);
    const auto text = content_if_there(name);
    if (!text) return earlier;
    language::TomlFile file{*text, name.string()};
    language::Section top{file, file.root(), ""};
    const auto take = [&](std::string_view section, std::string_view key, std::string& into) {
        top.section(section, [&](language::Section& one) { into = one.text(key).value_or(""); });
    };
    take("daemon", "name", earlier.province);
    take("office", "agency", earlier.office);
    take("alerts", "time", earlier.time);
    take("listen", "public", earlier.address);
    if (earlier.address.starts_with("tcp://")) earlier.address.erase(0, 6);
    return earlier;
}

std::string configuration_text(const SetupAnswers& answers, const DaemonFacts& facts) {
    std::string text{setup_heading};
    if (!answers.agencies.province.empty())
        text += "\n[daemon]\nname = " + toml_text(answers.agencies.province) + "\n";
    if (!answers.address.empty()) {
        const auto endpoint = public_endpoint(answers.address);
        text += "\n[listen]\nsessions = [";
        for (const auto& one : reachable_sessions(facts, port_of(endpoint)))
            text += (text.back() == '[' ? "" : ", ") + toml_text(one);
        text += "]\npublic = " + toml_text(endpoint) + "\n";
    }
    if (!answers.office.empty()) text += "\n[office]\nagency = " + toml_text(answers.office) + "\n";
    return text + "\n[alerts]\ntime = " + toml_text(answers.time) + "\n";
}

bool write_checked(const fs::path& file, const std::string& text, std::string_view refused,
                   const std::function<std::optional<std::string>()>& complaint) {
    const auto before = content_if_there(file);
    if (before == text) return false;
    put(file, text);
    if (const auto said = complaint()) {
        put(file, before);
        throw UserError(std::string{refused}, {*said});
    }
    return true;
}

bool write_configuration(const fs::path& config, const std::string& text) {
    return write_checked(setup_file(config), text, "cli.setup.refused",
                         [&] { return complaint_about("dondocd", config); });
}

}  // namespace dondoc::cli
