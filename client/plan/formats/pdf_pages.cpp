// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/pdf_pages.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "domain/message.h"
#include "plan/formats/page_content.h"
#include "plan/formats/page_tables.h"
#include "plan/formats/pdf_layers.h"

namespace dondoc::plan {
namespace {

constexpr int max_pages = 600;

std::size_t count_pages(const poppler::document* document) {
    if (!document) throw UserError("plan.pdf_unreadable", {});
    if (document->is_locked()) throw UserError("plan.locked", {});
    if (document->pages() <= 0) throw UserError("plan.pdf_empty", {});
    if (document->pages() > max_pages) throw UserError("plan.pdf_long", {std::to_string(max_pages)});
    return static_cast<std::size_t>(document->pages());
}

}  // namespace

void read_pdf_pages(std::string_view bytes, unsigned threads, const Beat& beat,
                    const std::function<void(Grid)>& use) {
    const auto document = open_pdf(bytes);  // open until the end: poppler frees what all share with the last
    const auto count = count_pages(document.get());
    for (std::size_t i = 0; i < count; ++i) beat(Sign::PageThere);
    ScanTurns turns;
    PagesInOrder<PageContent> pages(count, threads, [&] {
        const auto reader = std::make_shared<PageReader>(bytes, turns, beat);
        return [reader](std::size_t index) { return reader->read(index); };
    });
    PageTables tables;
    for (std::size_t i = 0; i < count; ++i) {
        use(tables.add(i, pages.next()));
        beat(Sign::PageRead);
    }
    auto last = tables.finish();
    if (tables.has_text() && has_invisible_text(bytes)) last.problems.push_back({"plan.ocr_layer", {}});
    use(std::move(last));
    if (!tables.has_text()) throw UserError("plan.pdf_scanned", {});
}

}  // namespace dondoc::plan
