// SPDX-License-Identifier: Apache-2.0
// What the configuration file says, with the defaults of what it does not say. Plain values.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/alert_policy.h"
#include "domain/civil.h"
#include "domain/clock_trust.h"
#include "domain/flow_rules.h"
#include "domain/report_counts.h"

namespace dondoc::config {

enum class ClockMode { System, Simulated };
enum class LogLevel { Debug, Info, Warning, Error };
enum class LogFormat {
    Auto,     // Journal under systemd, otherwise Text
    Text,     // lines with the time
    Journal,  // lines that journald gives the time and the priority
};

struct Listen {
    std::vector<std::string> sessions{"ipc:///run/dondoc/dondocd.sock", "tcp://127.0.0.1:7710"};
    std::vector<std::string> feed{"tcp://127.0.0.1:7711"};  // empty: no feed
    // What the profiles of other machines say, as behind a name or a firewall. Empty: not said.
    std::string public_sessions, public_feed;
    std::string public_web;  // address of dondoc-web, as in links that people are sent; empty: not said
    bool operator==(const Listen&) const = default;
};

struct ClockSettings {
    ClockMode mode = ClockMode::System;
    std::optional<sys_seconds> start;  // always there when simulated
    ClockRules trust;                  // of the machine's clock
    bool operator==(const ClockSettings&) const = default;
};

struct LogSettings {
    LogLevel level = LogLevel::Info;
    LogFormat format = LogFormat::Auto;
    bool operator==(const LogSettings&) const = default;
};

struct Limits {
    int max_message_mib = 32;
    int window = 64;         // unacknowledged events of one listener
    int connections = 4096;  // each takes a file descriptor
    int connections_per_key = 64;
    int sessions_per_key = 64;       // listeners connected at once
    int consumers_per_agency = 32;   // names of listeners that are remembered
    int requests_per_second = 200;   // of a key of role agency or office
    int replay_per_second = 20'000;  // events read from the log for one key
    int written_mib_per_day = 64;    // by commands of a key of role agency or office
    int stalled_minutes = 10;        // without progress a connection is cut
    int unread_replies = 1024;       // of one connection
    int unread_mib = 16;             // of one connection
    int unread_total_mib = 64;       // of all connections
    bool operator==(const Limits&) const = default;
};

struct BackupSettings {
    std::filesystem::path folder;                                    // empty: "backup" in the data folder
    std::optional<std::chrono::minutes> at = std::chrono::hours{2};  // of the day; nullopt: not scheduled
    int keep = 7;                                                    // scheduled ones
    int warn_after_days = 2;
    std::optional<std::chrono::seconds>
        every;                      // copies for a second machine are brought up to date; nullopt: none
    std::filesystem::path copy_to;  // their folder; empty: "live" in the folder of the backups
    bool operator==(const BackupSettings&) const = default;
};

struct StorageSettings {
    int low_space_mib = 512;
    bool operator==(const StorageSettings&) const = default;
};

// Urgent tasks are pressed more closely, government tasks are reminded earlier; the others 15, 7, 3 days and
// one day before. Nobody is escalated to.
std::vector<AlertPolicy> default_policies();

// Of dossiers: one working day before, on the day, one working day after, and then each week.
FlowRules default_flow_rules();

// An agency or, as "@name", a group that the policies name; whether there is one only the register can say.
struct AgencyMention {
    std::string name;
    std::string key;    // "policy.escalate_to"
    std::string place;  // "dondocd.toml:14"
    bool operator==(const AgencyMention&) const = default;
};

struct Settings {
    std::filesystem::path data_dir = "/var/lib/dondoc";
    std::string name = "dondoc";
    Listen listen;
    ClockSettings clock;
    LogSettings log;
    std::optional<std::vector<std::filesystem::path>> calendar_files;  // nullopt: those installed
    std::optional<std::vector<std::filesystem::path>> criteria_files;  // likewise
    int due_soon_days = 7;
    WaitingResults waiting = WaitingResults::Own;
    Limits limits;
    std::optional<int> retention_days;  // nullopt: everything is kept
    BackupSettings backup;
    StorageSettings storage;
    std::filesystem::path standby_from;  // folder of another daemon's copies, for --standby; empty: none
    std::string office;  // code of the monitoring office, which escalations go to; empty: none
    std::vector<AlertPolicy> policies = default_policies();
    FlowRules flow = default_flow_rules();
    std::optional<int> flow_days;  // for which dossiers that are done are kept; nullopt: for ever
    std::vector<AgencyMention> mentions;

    bool operator==(const Settings&) const = default;
};

}  // namespace dondoc::config
