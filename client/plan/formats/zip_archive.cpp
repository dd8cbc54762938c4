// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/zip_archive.h"

#include <zip.h>

#include <algorithm>

#include "domain/message.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t max_entries = 4'000;
constexpr std::size_t max_part_bytes = 96u << 20;       // unpacked; 10,000 rows take about a third of it
constexpr std::size_t max_unpacked_bytes = 160u << 20;  // all parts that are read, together
// Tables of a plan pack about 30:1; an archive made to burst packs 1000:1.
constexpr std::size_t max_ratio = 200;
constexpr std::size_t ratio_matters_from = 2u << 20;

// The number of entries that the end of the archive states, before memory is taken for so many.
std::size_t stated_entries(std::string_view bytes) {
    constexpr std::size_t end_record = 22;
    constexpr std::size_t longest_comment = 0xFFFF;
    const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), end_record + longest_comment));
    std::size_t most = 0;
    for (auto at = tail.find("PK\x05\x06"); at != std::string_view::npos;
         at = tail.find("PK\x05\x06", at + 1)) {
        if (at + end_record > tail.size()) break;
        const auto low = static_cast<unsigned char>(tail[at + 10]);
        const auto high = static_cast<unsigned char>(tail[at + 11]);
        most = std::max<std::size_t>(most, low + 256u * high);
    }
    return most;
}

struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

struct ZipArchive::State {
    zip_t* archive = nullptr;
    std::size_t unpacked_bytes = 0;
    ~State() {
        if (archive) zip_discard(archive);
    }
};

ZipArchive::ZipArchive(std::string_view bytes) : state_(std::make_unique<State>()) {
    if (stated_entries(bytes) > max_entries) throw UserError("plan.archive_too_big", {});
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source) state_->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (!state_->archive) {
        if (source) zip_source_free(source);
        throw UserError("plan.broken_archive", {});
    }
    if (zip_get_num_entries(state_->archive, 0) > static_cast<zip_int64_t>(max_entries))
        throw UserError("plan.archive_too_big", {});
}

ZipArchive::~ZipArchive() = default;

bool ZipArchive::has(const std::string& name) const {
    return zip_name_locate(state_->archive, name.c_str(), 0) >= 0;
}

std::string ZipArchive::read(const std::string& name) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(state_->archive, name.c_str(), 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE) ||
        !(stat.valid & ZIP_STAT_COMP_SIZE))
        throw UserError("plan.broken_archive", {}, name);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        throw UserError("plan.locked", {});
    const bool bursts = stat.size > ratio_matters_from && stat.size / max_ratio > stat.comp_size;
    if (bursts || stat.size > max_part_bytes || state_->unpacked_bytes + stat.size > max_unpacked_bytes)
        throw UserError("plan.archive_too_big", {}, name);
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen(state_->archive, name.c_str(), 0));
    if (!file) throw UserError("plan.broken_archive", {}, name);
    // One byte more than is stated: an entry that states less than it holds is damaged, and is not read on.
    std::string content(stat.size + 1, '\0');
    std::size_t got = 0;
    while (got < content.size()) {
        const auto count = zip_fread(file.get(), content.data() + got, content.size() - got);
        if (count < 0) throw UserError("plan.broken_archive", {}, name);
        if (count == 0) break;
        got += static_cast<std::size_t>(count);
    }
    if (got != stat.size) throw UserError("plan.broken_archive", {}, name);
    content.resize(got);
    state_->unpacked_bytes += got;
    return content;
}

}  // namespace dondoc::plan
