// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/succession_text.h"

#include "words/dates.h"
#include "words/wording.h"

namespace dondoc::words {

std::string succession_word(const v1::Succession& succession) {
    return "@succession." + v1::Succession::Kind_Name(succession.kind());
}

std::string succession_text(text::Lang lang, const v1::Succession& succession) {
    const auto to = succession.to().empty() ? "@cli.succession.nobody" : joined(succession.to());
    return text::render(lang, {"cli.succession.line",
                               {succession_word(succession), spoken_iso_day(succession.day()),
                                succession.document(), joined(succession.from()), to}});
}

}  // namespace dondoc::words
