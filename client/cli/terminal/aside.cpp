// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/aside.h"

#include <fstream>
#include <system_error>
#include <utility>

#include "domain/message.h"
#include "domain/reasons.h"
#include "lib/files.h"
#include "lib/json.h"

namespace dondoc::cli {

Aside::Aside(std::filesystem::path file) : file_(std::move(file)) {
    if (!std::filesystem::exists(file_)) return;
    std::ifstream in{file_};
    if (!in) throw UserError("client.file.unreadable", {}, file_.string());
    for (std::string line; std::getline(in, line);) {
        v1::Event event;
        if (!client::from_json(line, event) || event.number() == 0)
            throw UserError("cli.aside.damaged", {std::to_string(events_.size() + 1)}, file_.string());
        events_.push_back(std::move(event));
    }
}

void Aside::add(const v1::Event& event, Clock::time_point now) {
    events_.push_back(event);
    write();
    retry_at_ = now + between_retries;
}

void Aside::retry(Clock::time_point now, const std::function<Tried(const v1::Event&)>& run) {
    if (events_.empty() || now < retry_at_) return;
    retry_at_ = now + between_retries;
    const auto begun = Clock::now();
    for (auto left = events_.size(); left > 0 && Clock::now() - begun < longest_round; --left) {
        if (next_ >= events_.size()) next_ = 0;
        const auto tried = run(events_[next_]);
        if (tried == Tried::Stopped) return;
        if (tried == Tried::Failed) {
            ++next_;
            continue;
        }
        // Taken away at once: it must not be run twice for another's sake.
        events_.erase(events_.begin() + static_cast<std::ptrdiff_t>(next_));
        write();
    }
}

void Aside::write() const {
    std::string lines;
    for (const auto& event : events_) lines += client::to_json_line(event) + "\n";
    try {
        client::write_private_file(file_, lines, client::Replace::Yes);
    } catch (const std::system_error& error) {
        throw UserError("client.file.unwritable", {system_reason(error.code())}, file_.string());
    }
}

}  // namespace dondoc::cli
