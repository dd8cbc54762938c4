// SPDX-License-Identifier: GPL-3.0-or-later
// As root the daemon runs as the owner of its folder, as it does as a service: what it makes is then its own.
#include "cli/commands/setup_daemon.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "cli/frame/command.h"
#include "domain/reasons.h"
#include "dondoc/v1/request.pb.h"
#include "lib/connection.h"
#include "lib/errors.h"
#include "lib/shipped_files.h"

namespace dondoc::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto service = "dondocd.service";
constexpr auto service_user = "dondoc";
constexpr std::chrono::milliseconds look_every{100};
constexpr std::chrono::seconds longest_start{60};

// Beside our own program, as it is installed or built; else PATH has it.
std::string path_of(const std::string& program) {
    std::error_code error;
    const auto folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const auto* beside : {"../sbin", ".", "../daemon"})
        if (const auto file = folder / beside / program; fs::exists(file, error))
            return file.lexically_normal();
    return program;
}

std::string file_text(const fs::path& file) {
    std::ifstream in{file};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// What a program prints goes into `log`.
std::vector<std::string> into(const fs::path& log, std::vector<std::string> words) {
    words.insert(words.begin(), {"/bin/sh", "-c", "exec \"$@\" >\"$0\" 2>&1", log.string()});
    return words;
}

fs::path new_log() {
    auto name = (fs::temp_directory_path() / "dondoc-setup.XXXXXX").string();
    const int made = ::mkstemp(name.data());
    if (made < 0)
        throw UserError("client.file.unwritable",
                        {system_reason(std::error_code{errno, std::generic_category()})}, name);
    ::close(made);
    return name;
}

int run_to_end(std::vector<std::string> words) {
    const program::Child child{std::move(words), program::environment_without("NOTIFY_SOCKET")};
    return child.collect();
}

bool systemd_runs() {
    std::error_code error;
    return fs::exists("/run/systemd/system", error);
}

struct Owner {
    uid_t user;
    gid_t group;
};
// Whose the folder is, where we are root and it is somebody else's.
std::optional<Owner> other_owner(const fs::path& folder) {
    struct stat facts {};
    if (::geteuid() != 0 || ::stat(folder.c_str(), &facts) != 0 || facts.st_uid == 0) return std::nullopt;
    return Owner{facts.st_uid, facts.st_gid};
}

void make_owned_folder(const fs::path& folder, const std::optional<Owner>& owner, mode_t mode) {
    std::error_code error;
    if (folder.empty() || fs::exists(folder, error)) return;
    fs::create_directories(folder, error);
    if (error) throw UserError("client.file.unwritable", {system_reason(error)}, folder.string());
    if (::chmod(folder.c_str(), mode) != 0 ||
        (owner && ::chown(folder.c_str(), owner->user, owner->group) != 0))
        throw UserError("client.file.unwritable",
                        {system_reason(std::error_code{errno, std::generic_category()})}, folder.string());
}

}  // namespace

std::optional<std::string> complaint_about(const std::string& program, const fs::path& config) {
    const auto log = new_log();
    std::vector<std::string> words{path_of(program), "--check-config", "--config", config.string()};
    const int code = run_to_end(into(log, std::move(words)));
    const auto said = file_text(log);
    fs::remove(log);
    return code == 0 ? std::nullopt : std::optional{said};
}

SetupDaemon::SetupDaemon(Session& session, fs::path config, const DaemonFacts& facts)
    : session_(session),
      config_(std::move(config)),
      facts_(facts),
      by_systemd_(systemd_runs() && config_ == client::installed_config()) {
    if (session_.options.profile.empty()) session_.options.profile = facts_.administrator().string();
}

SetupDaemon::~SetupDaemon() {
    stop_child();
}

void SetupDaemon::start() {
    if (by_systemd_) {
        if (run_to_end({"systemctl", "enable", "--now", service}) != 0)
            throw UserError("cli.setup.not_started", {"journalctl -u dondocd"});
        return wait_until_it_answers();
    }
    if (!answers()) start_child();
}

bool SetupDaemon::restart() {
    if (by_systemd_) {
        if (run_to_end({"systemctl", "restart", service}) != 0)
            throw UserError("cli.setup.not_started", {"journalctl -u dondocd"});
        wait_until_it_answers();
        return true;
    }
    if (!child_) return false;
    stop_child();
    start_child();
    return true;
}

// As systemd does it for the service: StateDirectory, RuntimeDirectory.
void SetupDaemon::make_folders() const {
    std::optional<Owner> owner;
    const auto* user =
        ::geteuid() == 0 && config_ == client::installed_config() ? ::getpwnam(service_user) : nullptr;
    if (user != nullptr) owner = Owner{user->pw_uid, user->pw_gid};
    make_owned_folder(facts_.data_dir, owner, S_IRWXU);
    const std::string local = "ipc://";
    for (const auto& endpoint : facts_.sessions)
        if (endpoint.starts_with(local))
            make_owned_folder(fs::path{endpoint.substr(local.size())}.parent_path(),
                              other_owner(facts_.data_dir), S_IRWXU | S_IRGRP | S_IXGRP);
}

void SetupDaemon::start_child() {
    make_folders();
    log_ = new_log();
    std::vector<std::string> words{path_of("dondocd"), "--config", config_.string()};
    if (const auto owner = other_owner(facts_.data_dir)) {
        words.insert(words.begin(), {"setpriv", "--reuid=" + std::to_string(owner->user),
                                     "--regid=" + std::to_string(owner->group), "--clear-groups"});
    }
    child_ = std::make_unique<program::Child>(into(log_, std::move(words)),
                                              program::environment_without("NOTIFY_SOCKET"));
    wait_until_it_answers();
}

void SetupDaemon::stop_child() {
    if (!child_) return;
    child_->end();
    child_.reset();
    std::error_code ignored;
    fs::remove(log_, ignored);
}

bool SetupDaemon::answers() const {
    std::error_code error;
    if (!fs::exists(session_.options.profile, error)) return false;
    try {
        client::Connection connection{client::read_profile(session_.options.profile)};
        v1::Request request;
        request.mutable_clock_show();
        connection.ask(std::move(request), std::chrono::seconds{2});
        return true;
    } catch (const client::Unreachable&) {
        return false;
    }
}

void SetupDaemon::wait_until_it_answers() {
    const auto until = std::chrono::steady_clock::now() + longest_start;
    while (!answers()) {
        const bool is_over = child_ != nullptr && child_->ends_within(0);
        if (is_over || std::chrono::steady_clock::now() > until)
            throw UserError("cli.setup.not_started", {by_systemd_ ? "journalctl -u dondocd" : last_words()});
        std::this_thread::sleep_for(look_every);
    }
}

std::string SetupDaemon::last_words() const {
    constexpr std::size_t most = 2000;
    auto said = file_text(log_);
    return said.size() > most ? said.substr(said.size() - most) : said;
}

}  // namespace dondoc::cli
