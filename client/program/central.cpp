// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/central.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <system_error>
#include <utility>

#include "domain/message.h"
#include "domain/reasons.h"
#include "lib/files.h"
#include "lib/json.h"
#include "program/child.h"

namespace dondoc::program {
namespace {

using Clock = std::chrono::steady_clock;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ",") + word;
    return text;
}

std::vector<std::string> command_line(const CentralQuestion& question) {
    std::vector<std::string> words{"dondoc-central"};
    // With "=", so that no value is taken for an option.
    const auto add = [&words](const std::string& name, const std::string& value) {
        if (!value.empty()) words.push_back(name + "=" + value);
    };
    add("--config", question.config);
    words.insert(words.end(), {"report", question.view});
    add("--as-of", question.as_of);
    add("--site", joined(question.sites));
    add("--level", joined(question.levels));
    add("--by", question.by);
    if (question.all_levels) words.emplace_back("--all-levels");
    if (question.least > 0) add("--least", std::to_string(question.least));
    if (question.limit > 0) add("--limit", std::to_string(question.limit));
    return words;
}

// All that comes until the end; nullopt: that has not come in time.
std::optional<std::string> read_until(int reading, Clock::time_point end) {
    std::string text;
    std::array<char, 65536> piece{};
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd waiting{reading, POLLIN, 0};
        const int ready = left <= 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(left));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return std::nullopt;
        const auto size = ::read(reading, piece.data(), piece.size());
        if (size == 0) return text;
        if (size < 0) throw std::system_error(errno, std::generic_category(), "read");
        text.append(piece.data(), static_cast<std::size_t>(size));
    }
}

std::string output_of(std::vector<std::string> words, text::Lang lang, std::chrono::seconds most) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    const client::Descriptor reading{ends[0]};
    client::Descriptor writing{ends[1]};
    auto environment = environment_without("DONDOC_LANG=");
    environment.emplace_back(lang == text::Lang::En ? "DONDOC_LANG=en" : "DONDOC_LANG=vi");
    const Child child{std::move(words), std::move(environment), -1, writing.get()};
    writing = client::Descriptor{};
    auto text = read_until(reading.get(), Clock::now() + most);
    if (!text) {
        child.end();
        throw UserError("cli.central.slow", {std::to_string(most.count())});
    }
    if (child.collect() != 0) throw UserError("cli.central.failed");
    return *std::move(text);
}

}  // namespace

v1::SitesReport ask_central(const CentralQuestion& question, text::Lang lang, std::chrono::seconds most) {
    v1::SitesReport report;
    try {
        if (client::from_json(output_of(command_line(question), lang, most), report)) return report;
    } catch (const std::system_error& error) {
        throw UserError("cli.central.not_there", {system_reason(error.code())});
    }
    throw UserError("cli.central.failed");
}

}  // namespace dondoc::program
