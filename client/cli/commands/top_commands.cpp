// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/top_commands.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands/pressed_agencies.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/frame/output.h"
#include "cli/pages/assignment_list.h"
#include "cli/pages/wording.h"
#include "cli/terminal/screen.h"
#include "cli/terminal/stop_signals.h"
#include "cli/terminal/width.h"
#include "lib/feed.h"

namespace dondoc::cli {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds look_again{1};   // at the terminal's size; events are gathered as long
constexpr std::chrono::seconds ask_anyway{30};  // days pass without an event, and a feed may lose some
constexpr std::chrono::seconds ask_unfed{5};    // without a feed
constexpr std::size_t fixed_lines = 7;          // heading, counts, two titles, a blank line, "more", the keys
constexpr std::size_t narrow_screen = 100;      // columns
constexpr std::uint32_t most_assignments = 200;

struct TopOptions {
    std::string agency, document;
    bool once = false;
};

// What is on the page.
struct Picture {
    v1::StatusReply status;
    v1::TaskListReply overdue;
};

Picture ask_picture(Session& session, const TopOptions& options) {
    v1::Request status, overdue;
    status.mutable_status()->set_agency(options.agency);
    status.mutable_status()->set_document(options.document);
    auto& list = *overdue.mutable_task_list();
    list.set_agency(options.agency);
    list.set_document(options.document);
    list.add_timeliness(v1::Timeliness::overdue);
    list.set_limit(most_assignments);
    Picture picture;
    picture.status = session.ask(std::move(status)).status();
    picture.overdue = session.ask(std::move(overdue)).task_list();
    return picture;
}

std::vector<std::string> lines_of(const Table& table, const TableStyle& style) {
    std::stringstream text;
    table.print(text, style);
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(std::move(line));
    return lines;
}

std::string count(std::uint64_t value) {
    return std::to_string(value);
}

// From the `first` row on, at most so many. On a narrow screen the title has the document's room.
Table overdue_of(const Session& session, const Picture& picture, std::size_t first, std::size_t most,
                 std::size_t columns) {
    const bool narrow = columns < narrow_screen;
    std::vector<Column> titles{{session.say("cli.column.assignment"), Align::Right},
                               {session.say("cli.column.agency")}};
    if (!narrow) titles.push_back({session.say("cli.column.document")});
    if (!narrow) titles.push_back({session.say("cli.column.number")});
    titles.push_back({session.say("cli.column.title"), Align::Left, Fit::Cut});
    if (!narrow) titles.push_back({session.say("cli.column.due")});
    titles.push_back({session.say("cli.column.standing"), Align::Left, Fit::Cut});
    Table table(std::move(titles));
    const auto& rows = picture.overdue.rows();
    for (auto at = first; at < std::min<std::size_t>(first + most, rows.size()); ++at) {
        const auto& row = rows[static_cast<int>(at)];
        std::vector<Cell> cells{count(row.assignment()), row.agency()};
        if (!narrow) cells.insert(cells.end(), {row.document(), row.task_number()});
        cells.emplace_back(row.title());
        if (!narrow) cells.emplace_back(due_text(session.lang(), row));
        cells.emplace_back(narrow ? standing(session.lang(), row) : standing_in_full(session.lang(), row),
                           tone_of(row.timeliness()));
        table.add(std::move(cells));
    }
    return table;
}

// `first` is the row of overdue work that stands first; it comes back so that the last page is full.
std::vector<std::string> page(const Session& session, const Picture& picture, const Screen::Size& size,
                              const std::string& trouble, std::size_t& first) {
    const auto& counts = picture.status.counts();
    const bool colours = session.terminal().colours;
    const TableStyle style{size.columns, colours};
    std::vector<std::string> lines{
        cut(session.say("cli.top.heading", {spoken_instant(picture.status.now()), count(counts.total())}),
            size.columns),
        coloured(cut(session.say("cli.top.counts",
                                 {count(counts.overdue()), count(counts.due_today()),
                                  count(counts.due_soon()), count(counts.in_time() + counts.no_deadline()),
                                  count(counts.completed_on_time() + counts.completed_late() +
                                        counts.completed_no_deadline()),
                                  count(counts.withdrawn())}),
                     size.columns),
                 counts.overdue() > 0 ? Tone::Bad : Tone::Good, colours)};
    const auto room = size.rows > fixed_lines ? size.rows - fixed_lines : 0;
    // Agencies take half of the page at most; overdue work has what they leave.
    const auto add = [&](const std::vector<std::string>& more) {
        lines.insert(lines.end(), more.begin(), more.end());
    };
    lines.emplace_back();
    const auto before = lines.size();
    if (!picture.status.agency_counts().empty())
        add(lines_of(pressed_agencies(session, picture.status, room / 2), style));
    const auto used = lines.size() - before;
    const auto rows = static_cast<std::size_t>(picture.overdue.rows_size());
    const auto most = room > used ? room - used : 0;
    first = std::min(first, rows > most ? rows - most : 0);
    if (rows == 0) {
        lines.push_back(session.say("cli.overdue.empty"));
    } else {
        add(lines_of(overdue_of(session, picture, first, most, size.columns), style));
        const auto shown = first + std::min(most, rows - first);
        if (picture.overdue.total() > shown)
            lines.push_back(coloured(
                cut(session.say("cli.top.more", {count(picture.overdue.total() - shown)}), size.columns),
                Tone::Faint, colours));
    }
    lines.resize(std::min(lines.size(), size.rows > 0 ? size.rows - 1 : 0));
    lines.push_back(trouble.empty()
                        ? coloured(cut(session.say("cli.top.keys"), size.columns), Tone::Faint, colours)
                        : coloured(cut(printable(trouble), size.columns), Tone::Warning, colours));
    return lines;
}

// Where the list of overdue work stands after a key.
std::size_t scrolled(char key, std::size_t first, std::size_t page) {
    switch (key) {
        case 'j':
        case Screen::down:
            return first + 1;
        case 'k':
        case Screen::up:
            return first - std::min<std::size_t>(first, 1);
        case Screen::page_down:
            return first + page;
        case Screen::page_up:
            return first - std::min(first, page);
        case 'g':
            return 0;
        default:
            return first;
    }
}

// Until q is pressed or a signal comes.
void watch(Session& session, const TopOptions& options) {
    const StopSignals stop(descriptor_of(session.out()));
    client::Feed feed(session.profile());
    const auto interval = session.profile().feed.empty() ? ask_unfed : ask_anyway;
    auto picture =
        ask_picture(session, options);  // what cannot be asked at all is told as by any other command
    Screen screen(session.out());
    std::string trouble;
    auto asked = steady_clock::now();
    auto size = Screen::size();
    std::size_t first = 0;
    screen.draw(page(session, picture, size, trouble, first));

    std::vector<int> descriptors{stop.fd()};
    if (const auto keys = screen.keys()) descriptors.push_back(*keys);
    for (bool news = false;;) {
        news |= feed.wait(look_again, descriptors);
        if (stop.came()) return;
        bool wanted = false, moved = false;
        while (const auto key = screen.take_key()) {
            if (*key == 'q' || *key == 'Q') return;
            wanted |= *key == ' ' || *key == 'r';
            const auto before = first;
            first = scrolled(*key, first, size.rows / 2);
            moved |= first != before;
        }
        const auto age = steady_clock::now() - asked;
        if (wanted || age >= interval || (news && age >= look_again)) {
            try {
                picture = ask_picture(session, options);
                trouble.clear();
            } catch (const client::Unreachable& error) {
                trouble = text::render(session.lang(), error.message());
            }
            asked = steady_clock::now();
            news = false;
        } else if (Screen::size() == size && !moved) {
            continue;
        }
        size = Screen::size();
        screen.draw(page(session, picture, size, trouble, first));
    }
}

void show_top(Session& session, const TopOptions& options) {
    if (session.options.json) throw UsageError("cli.usage.top_json");
    if (!options.once && session.terminal().out_is_terminal) return watch(session, options);
    const auto picture = ask_picture(session, options);
    const auto width = session.terminal().width;
    std::size_t first = 0;
    for (const auto& line : page(session, picture, {width == 0 ? 100 : width, 50}, {}, first))
        session.line(line);
}

}  // namespace

void add_top_commands(CLI::App& app, Session& session) {
    const auto options = make_options<TopOptions>();
    auto* top = add_command(app, session, "top", "cli.top.about", "dondoc top\ndondoc top --agency SNV");
    add_option(top, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_option(top, session, "--document", options->document, "NUMBER", "cli.option.document");
    add_flag(top, session, "--once", options->once, "cli.option.once");
    top->callback([&session, options] { show_top(session, *options); });
}

}  // namespace dondoc::cli
