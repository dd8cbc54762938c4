// SPDX-License-Identifier: GPL-3.0-or-later
#include "filled/progress_sheet.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <utility>

#include "domain/civil.h"
#include "domain/plain_text.h"
#include "language/readers.h"
#include "plan/sheet/sheet_cells.h"
#include "plan/sheet/sheet_reader.h"
#include "sheet/xlsx_workbook.h"
#include "words/assignment_text.h"
#include "words/dates.h"
#include "words/wording.h"

namespace dondoc::filled {
namespace {

constexpr std::string_view marker = "dondoc-phieu", version = "1";

enum class SheetField {
    Assignment,
    Document,
    Number,
    Title,
    Due,
    Standing,
    Responsible,
    State,
    Percent,
    Result,
    Date,
    Note,
    Key
};
constexpr std::size_t field_count = 13;
constexpr std::array<std::string_view, field_count> title_keys{
    "update.column.assignment", "update.column.document", "update.column.number",      "update.column.title",
    "update.column.due",        "update.column.standing", "update.column.responsible", "update.column.state",
    "update.column.percent",    "update.column.result",   "update.column.date",        "update.column.note",
    "update.column.key"};
constexpr std::array<double, field_count> column_widths{8, 16, 8, 50, 12, 20, 20, 22, 10, 18, 12, 36, 10};
// What an agency may say; anything else is done by the office.
constexpr std::array states{v1::Workflow::received, v1::Workflow::in_progress, v1::Workflow::reported};
constexpr std::size_t header_row = 1;  // behind the marker's

bool is_to_fill(std::size_t field) {
    return field >= static_cast<std::size_t>(SheetField::State) &&
           field < static_cast<std::size_t>(SheetField::Key);
}

std::string key_of(const v1::AssignmentRow& row) {
    return std::to_string(row.assignment()) + "/" + std::to_string(row.revision()) + "/" +
           v1::Workflow::State_Name(row.state()) + "/" +
           (row.has_progress() ? std::to_string(row.progress()) : "-");
}

std::array<std::string, field_count> cells_of(const v1::AssignmentRow& row, text::Lang lang) {
    return {std::to_string(row.assignment()),
            row.document(),
            row.task_number(),
            row.title(),
            words::due_text(lang, row),
            words::standing(lang, row),
            row.responsible_name(),
            words::word(lang, row.state()),
            row.has_progress() ? std::to_string(row.progress()) : "",
            "",
            "",
            "",
            key_of(row)};
}

class ProgressFile {
  public:
    explicit ProgressFile(text::Lang lang) : lang_(lang), page_(book_.add_sheet()) {
        locked_ = format();
        open_ = format();
        ::format_set_unlocked(open_);
        ::format_set_bg_color(open_, 0xFFF2CC);
        header_ = format();
        ::format_set_bold(header_);
        ::format_set_bg_color(header_, 0xD9E2F3);
    }

    std::string bytes(const std::vector<v1::AssignmentRow>& rows) {
        write(0, 0, std::string{marker}, locked_);
        write(0, 1, std::string{version}, locked_);
        write(0, 3, text::render(lang_, "update.hint"), locked_);
        for (std::size_t i = 0; i < field_count; ++i) {
            lxw_row_col_options options{};
            options.hidden = i == static_cast<std::size_t>(SheetField::Key);
            const auto column = static_cast<lxw_col_t>(i);
            ::worksheet_set_column_opt(page_, column, column, column_widths[i],
                                       is_to_fill(i) ? open_ : locked_, &options);
            write(header_row, i, text::render(lang_, title_keys[i]), header_);
        }
        auto at = static_cast<lxw_row_t>(header_row);
        for (const auto& row : rows) {
            const auto cells = cells_of(row, lang_);
            ++at;
            for (std::size_t i = 0; i < field_count; ++i)
                write(at, i, cells[i], is_to_fill(i) ? open_ : locked_);
        }
        ::worksheet_freeze_panes(page_, header_row + 1, 0);
        if (!rows.empty()) let_choose_state(at);
        lxw_protection protection{};
        protection.format_columns = protection.format_rows = 1;
        ::worksheet_protect(page_, nullptr, &protection);
        return book_.bytes();
    }

  private:
    lxw_format* format() {
        auto* made = book_.add_format();
        ::format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        ::format_set_text_wrap(made);
        ::format_set_num_format(made, "@");  // what is typed stays as it is typed
        return made;
    }

    void write(lxw_row_t row, std::size_t column, const std::string& text, lxw_format* look) {
        sheet::XlsxWorkbook::write_text(page_, row, column, visible(text), look);
    }

    void let_choose_state(lxw_row_t last) {
        std::vector<std::string> words;
        for (const auto state : states) words.push_back(words::word(lang_, state));
        // The state that was there may be none of them.
        sheet::XlsxWorkbook::offer_words(page_,
                                         {header_row + 1, last, static_cast<std::size_t>(SheetField::State)},
                                         std::move(words), LXW_VALIDATION_ERROR_TYPE_WARNING);
    }

    text::Lang lang_;
    sheet::XlsxWorkbook book_;
    lxw_worksheet* page_;
    lxw_format *locked_, *open_, *header_;
};

// Where each field stands; nullopt: the sheet has no such column any more.
using FieldPlaces = std::array<std::optional<std::size_t>, field_count>;

FieldPlaces places_in(const plan::SheetLine& header) {
    FieldPlaces places;
    for (std::size_t i = 0; i < header.cells.size(); ++i)
        for (std::size_t field = 0; field < field_count; ++field)
            for (const auto lang : {text::Lang::Vi, text::Lang::En})
                if (language::fold(header.cells[i]) == language::fold(text::render(lang, title_keys[field])))
                    places[field] = i;
    if (!places[static_cast<std::size_t>(SheetField::Key)]) throw UserError("update.no_key");
    return places;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<v1::Workflow::State> state_in(const std::string& typed) {
    const auto folded = language::fold(typed);
    for (int i = v1::Workflow::State_MIN; i <= v1::Workflow::State_MAX; ++i) {
        const auto state = static_cast<v1::Workflow::State>(i);
        if (folded == v1::Workflow::State_Name(state)) return state;
        for (const auto lang : {text::Lang::Vi, text::Lang::En})
            if (folded == language::fold(words::word(lang, state))) return state;
    }
    return std::nullopt;
}

bool is_result(v1::Workflow::State state) {
    return state == v1::Workflow::reported || state == v1::Workflow::completed;
}

class RowReader {
  public:
    RowReader(const plan::SheetLine& line, const FieldPlaces& places) : line_(line), places_(places) {
        row_.line = line.line;
    }

    FilledRow take() {
        try {
            read_key();
            read_state();
            read_percent();
            row_.number = cell(SheetField::Result);
            read_date();
            row_.note = cell(SheetField::Note);
            const bool says_result = !row_.number.empty() || !row_.date.empty();
            if (says_result && !(row_.state && is_result(*row_.state)))
                throw UserError("update.result_without_report");
        } catch (const UserError& error) {
            row_.mistake = error.message();
        }
        return row_;
    }

  private:
    std::string cell(SheetField field) const {
        const auto place = places_[static_cast<std::size_t>(field)];
        return place && *place < line_.cells.size() ? language::normalize(line_.cells[*place])
                                                    : std::string{};
    }

    void read_key() {
        const auto key = cell(SheetField::Key);
        std::istringstream parts{key};
        std::string assignment, revision, state;
        std::getline(parts, assignment, '/');
        std::getline(parts, revision, '/');
        std::getline(parts, state, '/');
        std::getline(parts, percent_was_, '/');
        const auto id = number_in(assignment), at = number_in(revision);
        if (!id || !at || !v1::Workflow::State_Parse(state, &row_.was))
            throw UserError("update.bad_key", {key});
        row_.assignment = *id;
        row_.revision = *at;
    }

    void read_state() {
        const auto typed = cell(SheetField::State);
        if (typed.empty()) return;
        const auto state = state_in(typed);
        if (!state) throw UserError("update.bad_state", {typed});
        if (*state == row_.was) return;
        if (*state != v1::Workflow::completed && std::ranges::find(states, *state) == states.end())
            throw UserError("update.not_by_sheet", {typed});
        row_.state = state;
    }

    void read_percent() {
        auto typed = cell(SheetField::Percent);
        if (typed.empty() || typed == percent_was_) return;
        if (typed.ends_with('%')) typed.pop_back();
        constexpr std::uint64_t whole = 100;
        const auto percent = number_in(language::normalize(typed));
        if (!percent || *percent > whole) throw UserError("update.bad_percent", {cell(SheetField::Percent)});
        if (std::to_string(*percent) != percent_was_) row_.percent = static_cast<std::uint32_t>(*percent);
    }

    void read_date() {
        const auto typed = cell(SheetField::Date);
        if (typed.empty()) return;
        const auto day = plan::parse_sheet_day(typed);
        if (!day) throw UserError("update.bad_day", {typed});
        row_.date = iso_day(*day);
    }

    const plan::SheetLine& line_;
    const FieldPlaces& places_;
    std::string percent_was_;
    FilledRow row_;
};

bool is_done_already(const FilledRow& row, const v1::AssignmentUpdateReply::Row& reply) {
    if (!reply.has_before()) return false;
    const auto& now = reply.before();
    // To an agency work is reported that it says is completed.
    const bool stands = !row.state || now.state() == *row.state ||
                        (*row.state == v1::Workflow::completed && now.state() == v1::Workflow::reported);
    const bool reports = row.state && is_result(*row.state);
    const bool progressed = reports || !row.percent || (now.has_progress() && now.progress() == *row.percent);
    const bool noted = row.note.empty() || now.note() == row.note;
    const bool dated = row.date.empty() || now.completed_on() == row.date;
    const bool numbered =
        row.number.empty() || std::ranges::any_of(reply.meanwhile(), [&](const auto& entry) {
            return entry.detail().result().number() == row.number;
        });
    return stands && progressed && noted && dated && numbered;
}

}  // namespace

void only_open_work(v1::TaskListRequest& list) {
    for (const auto open : {v1::Timeliness::no_deadline, v1::Timeliness::in_time, v1::Timeliness::due_soon,
                            v1::Timeliness::due_today, v1::Timeliness::overdue})
        list.add_timeliness(open);
}

std::string make_progress_sheet(const std::vector<v1::AssignmentRow>& rows, text::Lang lang) {
    return ProgressFile{lang}.bytes(rows);
}

std::vector<FilledRow> read_progress_sheet(std::string_view bytes) {
    const auto lines = plan::table_lines(bytes);
    const auto cell = [](const plan::SheetLine& line, std::size_t at) {
        return at < line.cells.size() ? language::normalize(line.cells[at]) : std::string{};
    };
    if (lines.size() <= header_row || cell(lines[0], 0) != marker) throw UserError("update.no_sheet");
    if (cell(lines[0], 1) != version) throw UserError("update.version", {cell(lines[0], 1)});
    const auto places = places_in(lines[header_row]);
    std::vector<FilledRow> rows;
    for (auto line = lines.begin() + header_row + 1; line != lines.end(); ++line) {
        if (std::ranges::all_of(line->cells,
                                [](const auto& text) { return language::normalize(text).empty(); }))
            continue;
        auto row = RowReader{*line, places}.take();
        if (row.is_filled() || row.mistake) rows.push_back(std::move(row));
    }
    return rows;
}

v1::AssignmentUpdateRequest::Row wanted_of(const FilledRow& row) {
    using Change = v1::AssignmentChangeRequest;
    v1::AssignmentUpdateRequest::Row wanted;
    wanted.set_assignment(row.assignment);
    wanted.set_revision(row.revision);
    const bool reports = row.state && is_result(*row.state);
    if (row.state) {
        auto& change = *wanted.add_changes();
        change.set_action(*row.state == v1::Workflow::received      ? Change::receive
                          : *row.state == v1::Workflow::in_progress ? Change::start
                          : *row.state == v1::Workflow::reported    ? Change::report
                                                                    : Change::complete);
        change.set_result_number(row.number);
        change.set_date(row.date);
        if (reports || !row.percent) change.set_note(row.note);
    }
    if ((row.percent && !reports) || !row.state) {
        auto& change = *wanted.add_changes();
        change.set_action(Change::progress);
        if (row.percent) change.set_percent(*row.percent);
        change.set_note(row.note);
    }
    return wanted;
}

std::string wish_text(text::Lang lang, const FilledRow& row) {
    std::string text;
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) text += (text.empty() ? "" : "; ") + text::render(lang, key, std::vector{value});
    };
    if (row.state)
        add("update.change.state", words::word(lang, row.was) + " → " + words::word(lang, *row.state));
    if (row.percent) add("update.change.percent", std::to_string(*row.percent));
    add("update.change.result", row.number);
    add("update.change.date", words::spoken_iso_day(row.date));
    add("update.change.note", row.note);
    return text;
}

Fate fate_of(const FilledRow& row, const v1::AssignmentUpdateReply::Row& reply) {
    if (!reply.has_error()) return Fate::Taken;
    return is_done_already(row, reply) ? Fate::DoneBefore : Fate::Refused;
}

}  // namespace dondoc::filled
