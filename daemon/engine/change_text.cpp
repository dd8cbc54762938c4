// SPDX-License-Identifier: Apache-2.0
#include "engine/change_text.h"

#include <stdexcept>

#include "language/words/normalize.h"

namespace dondoc::engine {

std::string search_text(const v1::ChangeDetail& detail) {
    std::string text;
    const auto add = [&](const std::string& part) {
        if (part.empty()) return;
        text += text.empty() ? "" : " ";
        text += part;
    };
    add(detail.note());
    add(detail.result().number());
    for (const auto& evidence : detail.evidence()) add(evidence);
    add(detail.next().text());
    add(detail.extension().document());
    add(detail.pressing().document());
    add(detail.pressing().note());
    return language::fold(text);
}

void make_missing_change_texts(store::Store& store) {
    store.change_texts.make_missing([](const std::string& bytes) {
        v1::ChangeDetail detail;
        if (!detail.ParseFromString(bytes)) throw std::runtime_error("a change's detail cannot be read");
        return search_text(detail);
    });
}

}  // namespace dondoc::engine
