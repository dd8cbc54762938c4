// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/desktop_notice.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

#include "cli/frame/dates.h"
#include "cli/pages/alert_text.h"
#include "cli/terminal/width.h"
#include "program/child.h"

namespace dondoc::cli {
namespace {

constexpr int patience_ms = 5'000;  // a desktop that does not answer must not hold up the inbox
constexpr int most_lines = 5;
constexpr std::size_t line_width = 80;
constexpr std::size_t note_width = 300;

// The text of a notification is marked up.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else
            result += c;
    }
    return result;
}

std::string body_of(text::Lang lang, const v1::Event& event) {
    std::string body;
    int lines = 0;
    if (event.has_change()) {
        const auto& note = event.change().note();
        body = escaped(cut(printable(event.change().title()), line_width));
        if (!note.empty()) body += "\n" + escaped(cut(printable(note), note_width));
        for (const auto& change : event.more()) {
            if (++lines >= most_lines) break;
            body += "\n" + escaped(cut(printable(change.title()), line_width));
        }
        const int untold = event.more_size() - lines;
        return untold > 0
                   ? body + "\n" + text::render(lang, "cli.notify.more", std::vector{std::to_string(untold)})
                   : body;
    }
    for (const auto& item : event.digest().items()) {
        if (++lines > most_lines) break;
        const auto due = item.due().empty() ? std::string{} : spoken_due(item.due(), item.hour()) + ": ";
        body += (body.empty() ? "" : "\n") + escaped(due + cut(printable(item.title()), line_width));
    }
    const int more = event.digest().items_size() - most_lines;
    if (more > 0) body += "\n" + text::render(lang, "cli.notify.more", std::vector{std::to_string(more)});
    return body;
}

}  // namespace

void DesktopNotice::show(const v1::Event& event) {
    const bool urgent = event.kind() == v1::EventKind::overdue || event.kind() == v1::EventKind::escalation ||
                        std::ranges::any_of(event.digest().items(),
                                            [](const auto& item) { return item.priority() == "urgent"; });
    std::string trouble;
    try {
        const program::Child program(
            {"notify-send", "--app-name=dondoc", urgent ? "--urgency=critical" : "--urgency=normal", "--",
             event_summary(lang_, event), body_of(lang_, event)},
            program::environment_without("DONDOC_"));
        if (!program.ends_within(patience_ms)) {
            program.end();
            trouble = "notify-send: timeout";
        } else if (const int code = program.collect(); code != 0) {
            trouble = "notify-send: " + std::to_string(code);
        }
    } catch (const std::system_error& error) {
        trouble = error.what();
    }
    if (!trouble.empty() && !complained_) complain_({"cli.listen.notify_failed", {trouble}});
    complained_ = !trouble.empty();
}

}  // namespace dondoc::cli
