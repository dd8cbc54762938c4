// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/delivery_text.h"

#include <string_view>
#include <vector>

#include "words/dates.h"

namespace dondoc::words {
namespace {

std::string said(text::Lang lang, std::string_view key, const std::vector<std::string>& args = {}) {
    return text::render(lang, key, args);
}

std::string delivery_line(text::Lang lang, const v1::Delivery& delivery) {
    auto line =
        said(lang, "cli.delivery.line",
             {state_word(lang, delivery.state()), recipient_text(lang, delivery), delivery.channel()});
    if (delivery.reason().empty()) return line;
    return said(lang, "cli.delivery.because", {line, delivery.reason()});
}

std::string look_text(text::Lang lang, const v1::AlertRecord& alert) {
    if (!alert.seen()) return said(lang, "cli.task.not_seen");
    if (!alert.has_seen_at()) return said(lang, "cli.task.seen");
    return said(lang, "cli.task.seen_by", {alert.seen_by(), spoken_instant(alert.seen_at())});
}

}  // namespace

std::string state_word(text::Lang lang, v1::Delivery::State state) {
    return text::render(lang, "cli.delivery." + v1::Delivery::State_Name(state));
}

std::string recipient_text(text::Lang lang, const v1::Delivery& delivery) {
    if (delivery.person() == 0) return said(lang, "cli.delivery.program");
    if (!delivery.person_name().empty()) return delivery.person_name();
    return said(lang, "cli.delivery.somebody", {std::to_string(delivery.person())});
}

std::string reached_text(text::Lang lang, const v1::AlertRecord& alert) {
    auto text = look_text(lang, alert);
    if (!alert.seen() && alert.acknowledged()) text += "; " + said(lang, "cli.task.handed");
    for (const auto& delivery : alert.deliveries()) text += "; " + delivery_line(lang, delivery);
    return text;
}

}  // namespace dondoc::words
