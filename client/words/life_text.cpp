// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/life_text.h"

#include <string_view>
#include <utility>
#include <vector>

#include "words/change_text.h"
#include "words/dates.h"
#include "words/wording.h"

namespace dondoc::words {
namespace {

class Parts {
  public:
    explicit Parts(text::Lang lang) : lang_(lang) {}
    void add(const std::string& part) {
        if (!part.empty()) text_ += (text_.empty() ? "" : "; ") + part;
    }
    // Nothing where the first argument is empty.
    void say(std::string_view key, const std::vector<std::string>& args) {
        if (!args.front().empty()) add(text::render(lang_, key, args));
    }
    std::string text() && { return std::move(text_); }

  private:
    text::Lang lang_;
    std::string text_;
};

std::string result_text(text::Lang lang, const v1::ResultDocument& result) {
    std::string text;
    const auto say = [&](std::string_view key, const std::string& value) {
        if (value.empty()) return;
        if (!text.empty()) text += ' ';
        text += text::render(lang, key, std::vector{value});
    };
    say("cli.life.result", result.number());
    say("cli.life.result_day", spoken_iso_day(result.issued()));
    say("cli.life.result_issuer", result.issuer());
    return text;
}

}  // namespace

std::string action_word(text::Lang lang, const std::string& action) {
    const auto key = "cli.change." + action;
    const auto said = text::render(lang, key);
    return said.starts_with(key) ? action : said;  // an unknown key stands for itself
}

std::string pressing_text(text::Lang lang, const v1::Pressing& pressing) {
    Parts parts{lang};
    const auto way = text::render(lang, "cli.press.way." + pressing.way());
    parts.add(pressing.document().empty()
                  ? way
                  : text::render(lang, "cli.press.letter", std::vector{way, pressing.document()}));
    parts.say("cli.press.day", {spoken_iso_day(pressing.day())});
    if (pressing.nth() > 0) parts.say("cli.press.nth", {std::to_string(pressing.nth())});
    parts.add(pressing.note());
    return std::move(parts).text();
}

std::string detail_text(text::Lang lang, const v1::ChangeDetail& detail) {
    Parts parts{lang};
    parts.add(result_text(lang, detail.result()));
    for (const auto& reference : detail.evidence()) parts.say("cli.life.evidence", {reference});
    if (detail.has_next())
        parts.say("cli.life.next", {spoken_iso_day(detail.next().day()), detail.next().text()});
    const auto& extension = detail.extension();
    parts.say("cli.life.extension", {spoken_iso_day(extension.old_due()), spoken_iso_day(extension.due())});
    parts.say("cli.life.decision", {extension.document()});
    parts.say("cli.life.other", {detail.agency(), std::to_string(detail.assignment())});
    parts.say("cli.life.responsible", {detail.person_name()});
    if (detail.has_pressing()) parts.add(pressing_text(lang, detail.pressing()));
    for (const auto& field : detail.changed()) parts.add(field_change_text(lang, field));
    return std::move(parts).text();
}

std::string entry_text(text::Lang lang, const v1::LifeEntry& entry) {
    Parts parts{lang};
    if (entry.action() == "progress" && entry.has_progress())
        parts.say("cli.life.percent", {std::to_string(entry.progress())});
    parts.add(detail_text(lang, entry.detail()));
    parts.add(entry.detail().note());
    return std::move(parts).text();
}

std::string state_word(text::Lang lang, const std::string& name) {
    v1::Workflow::State state{};
    return v1::Workflow::State_Parse(name, &state) ? word(lang, state) : name;
}

}  // namespace dondoc::words
