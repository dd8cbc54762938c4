// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/outline.h"

#include <algorithm>

namespace dondoc::plan {

void Outline::enter(const Numbering& number, std::string title) {
    if (number.style == Numbering::Style::Arabic) {
        leave_unnumbered(number);
        while (!headings_.empty() && headings_.back().number.style == Numbering::Style::Arabic &&
               !is_below(number, headings_.back().number))
            headings_.pop_back();
        if (!number.dotted())  // "1" under "a)" would be a new chapter, not a deeper one
            while (!headings_.empty() && headings_.back().number.style == Numbering::Style::LowerLetter)
                headings_.pop_back();
    } else {
        // The same kind of number was met above: that heading, and all below it, end here.
        const auto same = std::find_if(headings_.begin(), headings_.end(), [&](const Heading& heading) {
            return heading.number.style == number.style;
        });
        headings_.erase(same, headings_.end());
    }
    headings_.push_back({number, std::move(title)});
    last_task_.reset();
}

// A heading without a number stands for the rows below it, and ends with the numbered one that it stands in.
void Outline::leave_unnumbered(const Numbering& number) {
    const auto is_unnumbered = [](const Heading& one) { return one.number.style == Numbering::Style::None; };
    const auto numbered = std::find_if_not(headings_.rbegin(), headings_.rend(), is_unnumbered);
    if (numbered == headings_.rbegin() || numbered == headings_.rend()) return;
    const auto& above = numbered->number;
    const bool both_dotted = number.dotted() && above.style == Numbering::Style::Arabic;
    if (both_dotted && !is_below(number, above)) headings_.erase(numbered.base(), headings_.end());
}

void Outline::place_task(const Numbering& number) {
    leave_unnumbered(number);
    while (!headings_.empty() && number.style == Numbering::Style::Arabic &&
           headings_.back().number.style == Numbering::Style::Arabic &&
           !is_below(number, headings_.back().number)) {
        const auto& heading = headings_.back().number;
        const bool both_simple = !number.dotted() && !heading.dotted();
        // Under "1 Heading" the tasks may be 1, 2, 3 again; "2" ends it only where they are not.
        if (both_simple &&
            !(comes_after(number, heading) && !(last_task_ && comes_after(number, *last_task_))))
            break;
        if (!number.dotted() && heading.dotted() && last_task_ && comes_after(number, *last_task_)) break;
        if (!number.dotted() && heading.dotted() && number.parts.front() == 1)
            break;  // counts anew under "1.1"
        headings_.pop_back();
        last_task_.reset();
    }
    last_task_ = number;
}

void Outline::extend_title(const std::string& more) {
    if (headings_.empty()) return;
    auto& title = headings_.back().title;
    title += (title.empty() ? "" : " ") + more;
}

void Outline::clear() {
    headings_.clear();
    last_task_.reset();
}

std::vector<std::string> Outline::titles() const {
    std::vector<std::string> titles;
    for (const auto& heading : headings_) titles.push_back(heading.title);
    return titles;
}

std::string Outline::section() const {
    std::string section;
    for (const auto& heading : headings_) section += (section.empty() ? "" : " > ") + heading.title;
    return section;
}

}  // namespace dondoc::plan
