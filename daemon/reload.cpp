// SPDX-License-Identifier: Apache-2.0
// SIGHUP: the configuration is read again and checked as --check-config does it. What is wrong changes
// nothing and is said in the log, to systemd and in the status; else the parts are told what holds from now
// on, between two of their pieces of work, and no connection notices. What only a start can change stays as
// it is, and is said.
#include <spdlog/spdlog.h>
#include <systemd/sd-daemon.h>

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "config/loader.h"
#include "config/mentions.h"
#include "config/taking.h"
#include "daemon.h"
#include "logging.h"
#include "portions.h"
#include "text/catalogue.h"

namespace dondoc {
namespace {

std::uint64_t monotonic_us() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000 +
           static_cast<std::uint64_t>(now.tv_nsec) / 1000;
}

std::string joined(const std::vector<std::string>& keys) {
    std::string list;
    for (const auto& key : keys) list.append(list.empty() ? "" : ",").append(key);
    return list;
}

// All that is wrong, so that it can be mended in one go.
std::vector<UserError> mistakes_in(const ConfigurationSource& source, engine::Engine& engine) {
    auto checked = config::check(source.file);
    if (!checked.mistakes.empty() || engine.store().agencies.count() == 0) return checked.mistakes;
    return config::unknown(checked.settings.mentions,
                           [&](const std::string& name) { return engine.directory().knows(name); });
}

}  // namespace

// Returns what an operator should know; nullopt: all of it holds now.
std::optional<Message> Daemon::take_configuration() {
    if (const auto mistakes = mistakes_in(source_, engine_); !mistakes.empty()) {
        for (const auto& mistake : mistakes)
            spdlog::error("event=reload_refused place={} code={} reason=\"{}\"", mistake.place(),
                          mistake.message().key, text::render(text::Lang::En, mistake.message()));
        return Message{"status.config_refused", {mistakes.front().place()}};
    }
    auto wanted = read_configuration(source_);
    const auto taken = config::take(settings_, wanted.settings);
    settings_ = wanted.settings;
    set_log_level(settings_.log.level);
    hub_->change(limits_of(settings_.limits));
    upkeep_.change(upkeep_of(settings_));
    engine_.change_rules(rules_of(std::move(wanted)));
    swept_.reset();  // more may have to be removed
    spdlog::info("event=reloaded changed={}", joined(taken.now));
    if (taken.at_start.empty()) return std::nullopt;
    spdlog::warn("event=reload_needs_restart keys={}", joined(taken.at_start));
    return Message{"status.config_at_start", {joined(taken.at_start)}};
}

void Daemon::reload() {
    reload_wanted_ = false;
    sd_notifyf(0, "RELOADING=1\nMONOTONIC_USEC=%llu", static_cast<unsigned long long>(monotonic_us()));
    std::optional<Message> warning;
    try {
        warning = take_configuration();
    } catch (const UserError& error) {  // a file that was changed between two looks at it
        spdlog::error("event=reload_refused place={} code={} reason=\"{}\"", error.place(),
                      error.message().key, text::render(text::Lang::En, error.message()));
        warning = Message{"status.config_refused", {error.place()}};
    }
    upkeep_.warn_of_configuration(warning);
    const auto status = warning ? text::render(text::Lang::En, *warning) : std::string{};
    sd_notifyf(0, "READY=1\nSTATUS=%s", status.c_str());
}

}  // namespace dondoc
