#include "engine/digest.h"

namespace dondoc::engine {

DigestWriter::DigestWriter(Work& work, store::Agencies::Ref recipient, v1::EventKind::Kind kind, int limit)
    : work_(work), recipient_(std::move(recipient)), limit_(limit) {
    event_.set_kind(kind);
}

bool DigestWriter::is_full() const {
    return event_.digest().items_size() >= limit_ || bytes_ >= digest_bytes_limit;
}

EventId DigestWriter::next_event() {
    if (is_full()) finish();
    return work_.next_event(recipient_);
}

void DigestWriter::add(v1::AlertItem item) {
    if (is_full()) finish();
    bytes_ += item.title().size() + item.deadline_text().size();
    *event_.mutable_digest()->add_items() = std::move(item);
}

void DigestWriter::finish() {
    if (event_.digest().items_size() == 0) return;
    work_.publish(recipient_, event_);
    event_.mutable_digest()->Clear();
    bytes_ = 0;
}

}  // namespace dondoc::engine
