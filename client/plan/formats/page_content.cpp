// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/page_content.h"

#include <poppler-page.h>

#include <utility>

#include "plan/formats/pdf_page.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t max_scanned = 60;    // each takes seconds
constexpr double page_scale = 110 / 72.0;  // pixels per point of what is put into cells

// As if it had been drawn like the others: distances between words and lines mean the same.
void shrink(ScannedPage& page) {
    const auto factor = page_scale / page.pixels_per_point;
    for (auto& word : page.words)
        for (auto* side : {&word.left, &word.top, &word.right, &word.bottom}) *side *= factor;
    for (auto& table : page.tables)
        for (auto& cell : table.cells)
            for (auto* side : {&cell.left, &cell.top, &cell.right, &cell.bottom}) *side *= factor;
}

}  // namespace

std::unique_ptr<poppler::document> open_pdf(std::string_view bytes) {
    return std::unique_ptr<poppler::document>(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

bool ScanTurns::take(std::size_t page, bool is_picture) {
    std::unique_lock lock(mutex_);
    seen_.emplace(page, is_picture);
    for (auto next = seen_.find(known_); next != seen_.end(); next = seen_.find(++known_)) {
        if (next->second) is_first_.emplace(known_, pictures_++ < max_scanned);
        seen_.erase(next);
    }
    looked_.notify_all();
    if (!is_picture) return false;
    looked_.wait(lock, [&] { return is_first_.contains(page); });
    return is_first_.extract(page).mapped();
}

PageReader::PageReader(std::string_view bytes, ScanTurns& turns, const Beat& beat)
    : bytes_(bytes), turns_(turns), beat_(beat) {
    renderer_.set_image_format(poppler::image::format_gray8);
    renderer_.set_render_hint(poppler::page_renderer::antialiasing, false);
    renderer_.set_render_hint(poppler::page_renderer::text_antialiasing, false);
}

PageContent PageReader::read(std::size_t index) {
    std::unique_ptr<poppler::page> page;
    PageContent content;
    try {
        if (!document_) document_ = open_pdf(bytes_);
        if (document_) page.reset(document_->create_page(static_cast<int>(index)));
        if (page) content = look(*page);
    } catch (...) {
        turns_.take(index, false);  // others wait for it
        throw;
    }
    if (turns_.take(index, content.is_picture)) recognise(*page, content);
    return content;
}

PageContent PageReader::look(const poppler::page& source) const {
    auto page = read_page(source, renderer_);
    PageContent content;
    content.pixels_per_point = page.picture.pixels_per_point;
    content.is_picture = page.is_picture;
    content.sideways = page.sideways;
    content.has_note_marks = page.has_note_marks;
    content.has_old_letters = page.has_old_letters;
    content.has_unseen_words = page.has_unseen_words;
    if (!page.is_picture && !page.words.empty()) content.tables = ruled_tables(page.picture);
    content.words = std::move(page.words);
    return content;
}

void PageReader::recognise(const poppler::page& page, PageContent& content) {
    if (!std::exchange(asked_for_scans_, true)) scans_ = ScanReader::open();
    if (!scans_) return;
    beat_(Sign::Works);
    const auto inks = inks_of(page, ScanReader::dots_per_inch);
    beat_(Sign::Works);
    if (inks.all.grey.empty()) return;
    auto scanned = scans_->read(inks.all, inks.black, beat_);
    shrink(scanned);
    content.words = std::move(scanned.words);
    content.tables = std::move(scanned.tables);
    content.pixels_per_point = page_scale;
    content.is_scanned = true;
}

}  // namespace dondoc::plan
