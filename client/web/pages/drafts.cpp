// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/drafts.h"

#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/util/delimited_message_util.h>

#include <sstream>
#include <stdexcept>
#include <utility>

namespace dondoc::web::pages {
namespace {

std::optional<Draft> draft_in(const std::string& bytes) {
    google::protobuf::io::ArrayInputStream input(bytes.data(), static_cast<int>(bytes.size()));
    Draft draft;
    bool is_at_end = false;
    using google::protobuf::util::ParseDelimitedFromZeroCopyStream;
    if (!ParseDelimitedFromZeroCopyStream(&draft.wanted, &input, &is_at_end) ||
        !ParseDelimitedFromZeroCopyStream(&draft.read, &input, &is_at_end))
        return std::nullopt;
    draft.mark = KeptFiles::mark_of(bytes);
    return draft;
}

std::string draft_bytes(const Draft& draft) {
    std::ostringstream bytes;
    using google::protobuf::util::SerializeDelimitedToOstream;
    if (!SerializeDelimitedToOstream(draft.wanted, &bytes) ||
        !SerializeDelimitedToOstream(draft.read, &bytes))
        throw std::runtime_error("a draft cannot be serialized");
    return bytes.str();
}

}  // namespace

Drafts::Drafts(std::filesystem::path folder) : files_(std::move(folder), ".plan", limits) {}

std::string Drafts::add(const Draft& draft) {
    return files_.add(draft_bytes(draft));
}

std::optional<Draft> Drafts::find(const std::string& id) const {
    const auto bytes = files_.find(id);
    return bytes ? draft_in(*bytes) : std::nullopt;
}

bool Drafts::replace(const std::string& id, const Draft& draft) {
    return files_.replace(id, draft.mark, draft_bytes(draft));
}

void Drafts::remove(const std::string& id) {
    files_.remove(id);
}

std::vector<Drafts::Entry> Drafts::list() const {
    std::vector<Entry> entries;
    for (const auto& id : files_.ids())
        if (const auto draft = find(id))
            entries.push_back({id, draft->wanted.document().number(), draft->read.document().title(),
                               draft->wanted.rows_size()});
    return entries;
}

}  // namespace dondoc::web::pages
