// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces that many pages have.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "report/page.h"
#include "web/pages/html.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// A coloured word; the colour never says anything that the word does not.
Html badge(std::string_view tone, std::string_view words);
// Good, warning, bad, faint or plain: the tone that a page and a workbook give to a standing.
std::string_view tone_of(v1::Timeliness::Class timeliness);
report::Mark mark_of(v1::Timeliness::Class timeliness);
Html standing_badge(const View& view, const v1::AssignmentRow& row);
// What else there is to know: waits, asked for, extended, sent back, responsible, pressed, muted.
Html standing_notes(const View& view, const v1::AssignmentRow& row);

Html link(const Address& address, const Html& words);
Html button_link(const Address& address, std::string_view words, std::string_view look = "");
Html note(std::string_view words);                     // a sentence below a title
Html nothing(std::string_view words);                  // in place of an empty list
Html alert(std::string_view tone, const Html& words);  // "bad": something went wrong; read out at once
Html error_above(const std::string& error);            // what went wrong; empty: nothing
Html warnings(const google::protobuf::RepeatedPtrField<std::string>& said);  // of the daemon; none: nothing
Html section(std::string_view id, std::string_view title, const Html& content);
Html folded(std::string_view title, const Html& content, bool open = false, std::string_view look = "");

// Names and values; those without a value are left out.
using Fact = std::pair<std::string, Html>;
Html facts(const std::vector<Fact>& facts);

// A table of a report or a list. With links, a row's cell in `link_column` leads there.
struct Links {
    std::size_t column = 0;
    std::vector<Address> to;  // by row
};
Html table(const View& view, const report::Section& section, const std::optional<Links>& links = {});

// A table without rows yet: its title is the sentence of `key`.
report::Section titled(const View& view, const char* key, std::vector<report::Column> columns);

// A number of an overview, which leads to its list; quiet where there is none.
Html figure(const View& view, std::uint64_t number, const char* key, std::string_view tone,
            const Address& to);

// Excel and CSV of a list, by the same filters.
Html downloads(const View& view, const Address& xlsx);

std::string day(const std::string& iso);                             // "31/12/2023"
std::string instant(const google::protobuf::Timestamp& time);        // "31/12/2023 07:30"
std::string due_of(const View& view, const v1::AssignmentRow& row);  // as a person reads it; "–" for none

}  // namespace dondoc::web::pages
