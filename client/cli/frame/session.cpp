// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/session.h"

#include <filesystem>

#include "cli/terminal/progress.h"
#include "lib/json.h"

namespace dondoc::cli {
namespace {

// Importing a plan or living through a year may take a while without a word.
constexpr std::chrono::minutes long_timeout{10};

}  // namespace

Session::Session(std::ostream& out, std::ostream& err, Terminal terminal)
    : out_(out), err_(err), terminal_(terminal) {}

std::string Session::say(std::string_view key, const std::vector<std::string>& args) const {
    return text::render(lang(), key, args);
}

std::string Session::say_count(std::string_view key, std::uint64_t count,
                               std::vector<std::string> more) const {
    more.insert(more.begin(), std::to_string(count));
    return say(count == 1 ? std::string(key) + "_one" : std::string(key), more);
}

void Session::print(const Table& table) {
    table.print(out_, {terminal_.width, terminal_.colours});
}

void Session::print_json(const google::protobuf::Message& message) {
    out_ << client::to_json_pretty(message);
}

const client::Profile& Session::profile() {
    if (!profile_) {
        std::optional<std::filesystem::path> file;
        if (!options.profile.empty()) file = options.profile;
        profile_ = client::read_profile(client::find_profile(file));
        if (!options.endpoint.empty()) profile_->endpoint = options.endpoint;
        for (const auto& warning : profile_->warnings) err_ << text::render(lang(), warning) << '\n';
    }
    return *profile_;
}

std::chrono::milliseconds Session::timeout(bool long_work) const {
    using std::chrono::milliseconds;
    if (options.timeout_s > 0) return milliseconds(static_cast<std::int64_t>(options.timeout_s * 1000) + 1);
    return long_work ? milliseconds(long_timeout) : milliseconds(client::default_timeout);
}

v1::Reply Session::ask(v1::Request request, bool long_work) {
    if (!connection_) connection_ = std::make_unique<client::Connection>(profile());
    request.set_lang(lang() == text::Lang::En ? "en" : "vi");
    ProgressLine progress(err_, terminal_.err_is_terminal);
    return connection_->ask(std::move(request), timeout(long_work), [&](const v1::Progress& step) {
        progress.show(say("cli.progress", {std::to_string(step.done()), std::to_string(step.total())}));
    });
}

}  // namespace dondoc::cli
