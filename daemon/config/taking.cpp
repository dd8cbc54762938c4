// SPDX-License-Identifier: Apache-2.0
#include "config/taking.h"

#include <tuple>

namespace dondoc::config {
namespace {

// A whole section has no key.
std::string full(const std::string& section, const std::string& key) {
    return key.empty() ? section : section + "." + key;
}

}  // namespace

Taken take(const Settings& running, Settings& wanted) {
    Taken taken;
    // What sockets, files and threads were made by.
    const auto keep = [&](const char* section, const char* key, const auto& is, auto& shall_be) {
        if (is == shall_be) return;
        shall_be = is;
        taken.at_start.push_back(full(section, key));
    };
    keep("daemon", "data_dir", running.data_dir, wanted.data_dir);
    keep("listen", "sessions", running.listen.sessions, wanted.listen.sessions);
    keep("listen", "feed", running.listen.feed, wanted.listen.feed);
    keep("clock", "mode", running.clock.mode, wanted.clock.mode);
    keep("clock", "start", running.clock.start, wanted.clock.start);
    keep("log", "format", running.log.format, wanted.log.format);
    keep("limits", "max_message_mib", running.limits.max_message_mib, wanted.limits.max_message_mib);
    keep("limits", "window", running.limits.window, wanted.limits.window);
    keep("limits", "connections", running.limits.connections, wanted.limits.connections);
    keep("limits", "connections_per_key", running.limits.connections_per_key,
         wanted.limits.connections_per_key);

    const auto note = [&](const char* section, const char* key, const auto& is, const auto& shall_be) {
        if (!(is == shall_be)) taken.now.push_back(full(section, key));
    };
    note("daemon", "name", running.name, wanted.name);
    note("listen", "public", running.listen.public_sessions, wanted.listen.public_sessions);
    note("listen", "public_feed", running.listen.public_feed, wanted.listen.public_feed);
    note("listen", "public_web", running.listen.public_web, wanted.listen.public_web);
    note("clock", "", running.clock, wanted.clock);
    note("log", "level", running.log.level, wanted.log.level);
    note("calendar", "files", running.calendar_files, wanted.calendar_files);
    note("criteria", "files", running.criteria_files, wanted.criteria_files);
    note("status", "due_soon", running.due_soon_days, wanted.due_soon_days);
    note("status", "waiting", running.waiting, wanted.waiting);
    note("limits", "", running.limits, wanted.limits);
    note("retention", "days", running.retention_days, wanted.retention_days);
    note("backup", "", running.backup, wanted.backup);
    note("storage", "", running.storage, wanted.storage);
    note("office", "agency", running.office, wanted.office);
    note("policy", "", running.policies, wanted.policies);
    note("flow", "", std::tie(running.flow, running.flow_days), std::tie(wanted.flow, wanted.flow_days));
    return taken;
}

}  // namespace dondoc::config
