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

namespace dondoc::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto usual_port = "7710";

fs::path folder_over(const fs::path& config) {
    return fs::path{config}.replace_extension(".d");
}

std::vector<fs::path> files_over(const fs::path& config) {
    std::vector<fs::path> files;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder_over(config), missing))
        if (entry.path().extension() == ".toml" && entry.path() != setup_file(config))
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string toml_text(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

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

std::optional<std::string> content_of(const fs::path& file) {
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

// A key that is wrong is the daemon's to refuse.
DaemonFacts daemon_facts(const fs::path& config) {
    DaemonFacts facts{"/var/lib/dondoc",
                      {"ipc:///run/dondoc/dondocd.sock", std::string{"tcp://127.0.0.1:"} + usual_port}};
    language::TomlFile file{read_input(config.string()), config.string()};
    for (const auto& over : files_over(config)) file.lay_over(read_input(over.string()), over.string());
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
    return folder_over(config) / "50-setup.toml";
}

SetupAnswers earlier_answers(const fs::path& config) {
    SetupAnswers earlier;
    const auto name = setup_file(config);
    const auto text = content_of(name);
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
    std::string text =
        "# dondoc setup viết tệp này và viết lại khi chạy lại. Thay đổi của riêng mình: đặt ở một tệp khác "
        "trong thư mục này.\n"
        "# Written by dondoc setup, which writes it anew when it is run again. Put what is your own into "
        "another file here.\n";
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

bool write_configuration(const fs::path& config, const std::string& text) {
    const auto file = setup_file(config);
    const auto before = content_of(file);
    if (before == text) return false;
    put(file, text);
    if (const auto said = complaint_about(config)) {
        put(file, before);
        throw UserError("cli.setup.refused", {*said});
    }
    return true;
}

}  // namespace dondoc::cli
