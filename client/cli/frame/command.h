// SPDX-License-Identifier: GPL-3.0-or-later
// How commands are declared: a name, sentences from the catalogue, examples, options, and what to do.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cli/frame/session.h"
#include "cli/frame/values.h"
#include "domain/civil.h"
#include "domain/message.h"

namespace dondoc::cli {

// The command line was wrong in a way that CLI11 does not see. Exit code 2.
class UsageError : public UserError {
  public:
    using UserError::UserError;
};

// A group of commands ("plan"), or a command of a group or of dondoc itself. `examples`: one command a line.
inline CLI::App* add_command(CLI::App& parent, const Session& session, std::string name,
                             std::string_view about, std::string examples = {}) {
    auto* command = parent.add_subcommand(std::move(name), session.say(about));
    command->footer(std::move(examples));
    return command;
}

inline CLI::App* add_group(CLI::App& parent, const Session& session, std::string name,
                           std::string_view about) {
    auto* group = add_command(parent, session, std::move(name), about);
    group->require_subcommand(1);
    return group;
}

// Throws UsageError that names the option, where `typed` is not digits alone, or a number past `most`.
void require_count(const std::string& option, const std::string& typed, std::uint64_t most);

template <typename Value>
struct CountOf {
    using Type = Value;
};
template <typename Value>
struct CountOf<std::optional<Value>> {
    using Type = Value;
};

// `what` is shown in the usage: FILE, DATE, CODE, N. CLI11 by itself would take "-1" for 2^64 - 1 and "010"
// for 8 where an id or a count is meant. The words of a LEVEL, STATE and the like may be Vietnamese:
// values.h.
template <typename Value>
CLI::Option* add_option(CLI::App* command, const Session& session, std::string name, Value& value,
                        std::string what, std::string_view about) {
    const auto kind = what.empty() ? name : what;
    auto* option = command->add_option(name, value, session.say(about))->type_name(std::move(what));
    if (!values_of(kind).empty())
        option->transform([kind](const std::string& typed) { return value_for_wire(kind, typed); });
    using Count = typename CountOf<Value>::Type;
    if constexpr (std::unsigned_integral<Count>) {
        constexpr std::uint64_t most = std::min<std::uint64_t>(std::numeric_limits<Count>::max(),
                                                               std::numeric_limits<std::int64_t>::max());
        option->check([name = std::move(name)](const std::string& typed) {
            require_count(name, typed, most);
            return std::string{};
        });
    }
    return option;
}

inline CLI::Option* add_flag(CLI::App* command, const Session& session, std::string name, bool& value,
                             std::string_view about) {
    return command->add_flag(std::move(name), value, session.say(about));
}

// Options live as long as the command that reads them; std::function wants to copy, hence the shared pointer.
template <typename Options>
std::shared_ptr<Options> make_options() {
    return std::make_shared<Options>();
}

// Days as typed -> as on the wire; empty stays empty. Throws UsageError that names the option.
std::string day_for_wire(const std::string& option, const std::string& typed);

// A whole file, or standard input for "-". Throws UserError when it cannot be read, is no file but a folder,
// a pipe or a device, or is larger than `limit` bytes, which is known before it is read.
std::string read_input(const std::string& file, std::size_t limit = 64 << 20);

// A file that a command makes. Throws UserError "cli.file.exists" for one that is there and is not to be
// replaced.
void write_output(const std::string& file, const std::string& content, bool replace);

}  // namespace dondoc::cli
