// SPDX-License-Identifier: GPL-3.0-or-later
// HTML of the small pages around signing in. What comes in as a value is escaped here, and nowhere else.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/catalogue.h"

namespace dondoc::web {

// A piece of a page. Only what is written by its functions gets into it.
class Markup {
  public:
    explicit Markup(text::Lang lang) : lang_(lang) {}

    Markup& heading(std::string_view key);
    Markup& paragraph(std::string_view key, const std::vector<std::string>& args = {});
    Markup& alert(const std::string& sentence);  // what went wrong, read out at once; empty: nothing
    Markup& code(std::string_view value);        // to be copied, as a token
    Markup& picture(std::string_view text, std::string_view title_key);  // a QR code
    Markup& link(std::string_view place, std::string_view key);

    // A form of fields with their labels. `form_token` empty: nobody has signed in.
    Markup& begin_form(std::string_view action, std::string_view form_token = {});
    Markup& hidden(std::string_view name, std::string_view value);
    // `kind`: "text", "password", "new-password", "one-time-code".
    Markup& field(std::string_view name, std::string_view label_key, std::string_view kind,
                  std::string_view value = {});
    Markup& choice(std::string_view name, std::string_view label_key,
                   const std::vector<std::pair<std::string, std::string>>& values_and_keys);
    Markup& end_form(std::string_view button_key);

    // A table with its heads; a cell may end in a form with one button.
    struct Row {
        std::vector<std::string> cells;
        std::string action;  // empty: no button
    };
    Markup& table(const std::vector<std::string>& head_keys, const std::vector<Row>& rows,
                  std::string_view button_key, std::string_view form_token);

    const std::string& html() const { return html_; }

  private:
    std::string say(std::string_view key, const std::vector<std::string>& args = {}) const;

    text::Lang lang_;
    std::string html_;
};

}  // namespace dondoc::web
