// SPDX-License-Identifier: GPL-3.0-or-later
// Tells how a site stands, in numbered parts of a snapshot.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dondoc/v1/site.pb.h"
#include "jetstream/publisher.h"

namespace dondoc::bridge {

class Teller {
  public:
    Teller(std::string site, jetstream::Publisher& publisher, std::function<bool()> over);

    void begin(const v1::SiteState::Begins& begins);

    // Of all that follows.
    void stands(const google::protobuf::Timestamp& at, const std::string& lineage);
    // Of the events, so that a centre misses the newest ones, and a lineage, too, when the servers lose them.
    void confirmed(const v1::BridgePosition& position) { position_ = position; }
    // Cut where a message would be too large.
    void tell(const std::vector<v1::AssignmentRow>& rows);
    void tell(const std::vector<v1::LifeEntry>& entries);
    void tell(const v1::SecretFigures& figures);
    void tell(v1::SiteState::Part part);
    void complete();
    void alive();
    void tell_again(const v1::EventRange& range);
    void tell_restored(const v1::Restored& restored);

    const std::string& snapshot() const { return snapshot_; }
    std::uint64_t number() const { return number_; }

  private:
    template <typename Rows, typename Add>
    void tell_in_parts(const Rows& rows, const Add& add);
    void send(v1::SiteState state);
    void send(const char* kind, std::string id, const v1::SiteMessage& message);

    const std::string site_;
    jetstream::Publisher& publisher_;
    const std::function<bool()> over_;
    v1::SiteState head_;  // what all parts say
    v1::BridgePosition position_;
    std::string snapshot_;
    std::uint64_t number_ = 0;
};

}  // namespace dondoc::bridge
