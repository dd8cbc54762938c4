// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the daemon's configuration that `dondoc setup` writes: a file of its own in dondocd.d, so that
// the administrator's file stays as it is.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/setup_answers.h"

namespace dondoc::cli {

// At the top of each file that setup writes.
inline constexpr std::string_view setup_heading =
    "# dondoc setup viết tệp này và viết lại khi chạy lại. Thay đổi của riêng mình: đặt ở một tệp khác "
    "trong thư mục này.\n"
    "# Written by dondoc setup, which writes it anew when it is run again. Put what is your own into "
    "another file here.\n";

// As a string of TOML.
std::string toml_text(const std::string& text);

// Writes the file; where there is a complaint about it then, what was there comes back, and UserError
// `refused` has the complaint. False: it was there already, word for word.
bool write_checked(const std::filesystem::path& file, const std::string& text, std::string_view refused,
                   const std::function<std::optional<std::string>()>& complaint);

// What the daemon's configuration says of its folder and its endpoints.
struct DaemonFacts {
    std::filesystem::path data_dir;
    std::vector<std::string> sessions;
    std::filesystem::path administrator() const { return data_dir / "admin.toml"; }
};
// Throws UserError for a file that cannot be read.
DaemonFacts daemon_facts(const std::filesystem::path& config);

// dondocd.d/50-setup.toml beside dondocd.toml.
std::filesystem::path setup_file(const std::filesystem::path& config);

// What an earlier setup wrote there; empty answers where there is none.
SetupAnswers earlier_answers(const std::filesystem::path& config);

// Agencies that connect from other machines need an endpoint that they reach, and its name.
std::string configuration_text(const SetupAnswers& answers, const DaemonFacts& facts);

// The daemon's program checks the whole, as in write_checked; "cli.setup.refused".
bool write_configuration(const std::filesystem::path& config, const std::string& text);

}  // namespace dondoc::cli
