// SPDX-License-Identifier: Apache-2.0
// The template of a letter: what is made of it is a document that is read again.
#include "parts.h"
#include "plan/formats/docx_template.h"
#include "plan/formats/zip_archive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dondoc;
    const auto letter = fuzz::office_file({reinterpret_cast<const char*>(data), size}, {"word/document.xml"});
    try {
        const auto filled = plan::fill_docx(
            letter, {{{"coquan", "Sở <Nội> vụ & khác"}, {"ngay", "12/06/2023"}},
                     {"stt", "noidung"},
                     {{{"stt", "1"}, {"noidung", "Rà soát «stt»"}}, {{"stt", "2"}, {"noidung", "Số hóa"}}}});
        plan::ZipArchive archive{filled};
        fuzz::require(!archive.read("word/document.xml").empty(), "a filled letter is a document");
    } catch (const UserError& error) {
        fuzz::require_message(error.message());
    }
    return 0;
}
