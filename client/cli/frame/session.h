// SPDX-License-Identifier: GPL-3.0-or-later
// What every command has at hand: the global options, the user's language, the output, the daemon.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal/table.h"
#include "cli/terminal/terminal.h"
#include "dondoc/v1/request.pb.h"
#include "lib/connection.h"
#include "lib/profile.h"
#include "text/catalogue.h"

namespace dondoc::cli {

struct GlobalOptions {
    std::string profile;   // file; empty: where find_profile looks
    std::string endpoint;  // empty: the profile's
    std::string lang;      // "vi" or "en"
    bool json = false;
    double timeout_s = 0;  // 0: each command's own
};

class Session {
  public:
    // The streams must outlive the session.
    Session(std::ostream& out, std::ostream& err, Terminal terminal);

    GlobalOptions options;  // filled in while the command line is parsed

    text::Lang lang() const { return text::parse_lang(options.lang); }
    std::string say(std::string_view key, const std::vector<std::string>& args = {}) const;
    // For sentences with a count, which is argument 0: `key` + "_one" where it is 1.
    std::string say_count(std::string_view key, std::uint64_t count,
                          std::vector<std::string> more = {}) const;

    std::ostream& out() { return out_; }
    std::ostream& err() { return err_; }
    const Terminal& terminal() const { return terminal_; }

    void line(std::string_view text) { out_ << text << '\n'; }
    void print(const Table& table);
    void print_json(const google::protobuf::Message& message);

    // The profile with --endpoint applied; its warnings are told once. Throws UserError.
    const client::Profile& profile();
    // Sets the language and asks; shows progress on a terminal. `long_work` waits longer unless --timeout is
    // given.
    v1::Reply ask(v1::Request request, bool long_work = false);
    std::chrono::milliseconds timeout(bool long_work = false) const;

    // The command printed its answer, and the answer is no: exit code 1.
    void end_as_refused() { refused_ = true; }
    bool ended_as_refused() const { return refused_; }

  private:
    std::ostream& out_;
    std::ostream& err_;
    Terminal terminal_;
    bool refused_ = false;
    std::optional<client::Profile> profile_;
    std::unique_ptr<client::Connection> connection_;
};

}  // namespace dondoc::cli
