// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads: made of the parts of a message, the same at every try, and written as plain text, as
// HTML without pictures and scripts, or in a line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dondoc/v1/event.pb.h"
#include "dondoc/v1/person.pb.h"
#include "ics/calendar.h"
#include "relay/outbox.h"
#include "text/catalogue.h"

namespace dondoc::relay {

struct Letter {
    struct Line {
        std::string text;
        std::string details;  // empty: none
        std::string link;     // empty: none
    };
    struct Section {
        std::string heading;
        std::vector<Line> lines;
    };
    std::string subject;
    std::string greeting;
    std::vector<Section> sections;
    std::vector<std::string> closing;
    bool urgent = false;
    std::string link;  // of the first line that has one
    // Terms that are new, have moved or are there no more, each once, as it stands last.
    std::vector<ics::Entry> terms;
};

// "https://dondoc.example.vn/tasks/{task}?seen={event}"; empty: there is no page to open.
struct Links {
    std::string task;
};

// Of each term that the event tells of, in what the person may see; nothing of what is secret.
std::vector<ics::Entry> terms_of(const v1::Event& event, text::Lang lang, const Links& links);

Letter compose(const std::vector<Part>& parts, const v1::Person& person, bool urgent, const Links& links);

// The page of a task, with the event that it marks as seen; empty: there is none.
std::string link_to(const Links& links, std::uint64_t task, std::uint64_t event);

std::string plain_text(const Letter& letter);
std::string html(const Letter& letter, text::Lang lang);
// One line for a telephone: not longer than so many bytes, and still whole characters.
std::string short_text(const Letter& letter, text::Lang lang, std::size_t limit);

}  // namespace dondoc::relay
