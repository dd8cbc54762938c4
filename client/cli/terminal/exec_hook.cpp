// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/exec_hook.h"

#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <vector>

#include "cli/frame/dates.h"
#include "lib/files.h"
#include "lib/json.h"
#include "program/child.h"
#include "wire/time.h"

namespace dondoc::cli {
namespace {

constexpr int longest_pause_ms = 60'000;
constexpr int exec_grace_ms = 5'000;  // for a running command when we are told to end

// A file without a name: the command may read as little of it as it likes, and we never block.
client::Descriptor as_file(const std::string& content) {
    client::Descriptor fd(::memfd_create("dondoc-event", MFD_CLOEXEC));
    if (!fd) throw std::system_error(errno, std::generic_category(), "memfd_create");
    client::write_all(fd.get(), content);
    ::lseek(fd.get(), 0, SEEK_SET);
    return fd;
}

std::vector<std::string> environment_of(const v1::Event& event) {
    auto variables = program::environment_without("DONDOC_");
    variables.push_back("DONDOC_AGENCY=" + event.agency());
    variables.push_back("DONDOC_NUMBER=" + std::to_string(event.number()));
    variables.push_back("DONDOC_EVENT=" + std::to_string(event.id()));
    variables.push_back("DONDOC_KIND=" + v1::EventKind::Kind_Name(event.kind()));
    variables.push_back("DONDOC_TIME=" + iso_instant(wire::to_instant(event.time())));
    variables.push_back("DONDOC_ITEMS=" + std::to_string(event.digest().items_size()));
    return variables;
}

}  // namespace

ExecHook::ExecHook(std::string command, int stop_fd, Notice notice, Aside* aside, ExecPatience patience)
    : command_(std::move(command)),
      stop_fd_(stop_fd),
      notice_(std::move(notice)),
      aside_(aside),
      patience_(patience) {}

bool ExecHook::run(const v1::Event& event) {
    int tries = 0;
    for (int pause = patience_.first_pause_ms;; pause = std::min(pause * 2, longest_pause_ms)) {
        const int code = run_once(event);
        if (code == 0) return true;
        if (code < 0) return false;
        if (++tries >= patience_.tries && aside_ != nullptr && !aside_->is_full()) {
            aside_->add(event, Aside::Clock::now());
            notice_({"cli.aside.put",
                     {std::to_string(event.number()), std::to_string(code), aside_->file().string()}});
            return true;
        }
        notice_({"cli.listen.exec_failed",
                 {std::to_string(event.number()), std::to_string(code), std::to_string(pause / 1000)}});
        if (wait_for_stop(pause)) return false;
    }
}

void ExecHook::retry_aside() {
    if (aside_ == nullptr) return;
    aside_->retry(Aside::Clock::now(), [this](const v1::Event& event) {
        const int code = run_once(event);
        if (code < 0) return Aside::Tried::Stopped;
        if (code > 0) return Aside::Tried::Failed;
        notice_({"cli.aside.done", {std::to_string(event.number())}});
        return Aside::Tried::Succeeded;
    });
}

int ExecHook::run_once(const v1::Event& event) {
    const auto input = as_file(client::to_json_line(event) + "\n");
    const program::Child command({"/bin/sh", "-c", command_}, environment_of(event), input.get());
    if (command.ends_within(-1, stop_fd_) || command.ends_within(exec_grace_ms)) return command.collect();
    command.end();
    return -1;
}

bool ExecHook::wait_for_stop(int milliseconds) const {
    pollfd stop{stop_fd_, POLLIN, 0};
    return ::poll(&stop, 1, milliseconds) > 0;
}

}  // namespace dondoc::cli
