// SPDX-License-Identifier: GPL-3.0-or-later
// From the daemon's stream to the servers: each event is a message. It is the listener's position: what the
// daemon is told to be handled may still be under way; what counts, and is kept for a bridge that starts
// anew, is what the servers have confirmed.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "dondoc/v1/site.pb.h"
#include "jetstream/publisher.h"
#include "lib/position.h"

namespace dondoc::bridge {

// An event as it leaves the site: of what is secret only that there is something, and of one that is too
// large for the servers only its heading.
jetstream::Outgoing message_of(const std::string& site, v1::Event event);

class Follower final : public client::Position {
  public:
    // `over`: the program ends. All outlive it.
    Follower(std::string site, jetstream::Publisher& publisher, std::function<bool()> over);

    void go_on_from(const v1::BridgePosition& kept);
    // False: the program ends, and the event was not sent.
    bool take(const v1::Event& event);

    // Everything up to it is confirmed. It does not move from when the database was set back until that was
    // told: a bridge that goes on from there has to know of it.
    v1::BridgePosition confirmed();
    // The database was set back since this was asked the last time: to after this event.
    std::optional<std::uint64_t> take_restored();
    void told(const v1::Restored& restored);
    std::uint64_t taken() const;  // events, since the program began

    std::uint64_t last() const override;
    std::string lineage() const override;
    void keep(const v1::Event& event) override;
    bool holds(const v1::Event& event) const override;
    void set_back(std::uint64_t last) override;

  private:
    struct Sent {
        jetstream::Publisher::Ticket ticket;
        std::uint64_t event;
        std::string lineage;
    };

    const std::string site_;
    jetstream::Publisher& publisher_;
    const std::function<bool()> over_;
    mutable std::mutex mutex_;  // of all below
    std::uint64_t last_ = 0;
    std::string lineage_;
    std::map<std::string, std::uint64_t> reached_;
    std::deque<Sent> sent_;
    v1::BridgePosition confirmed_;
    std::optional<std::uint64_t> restored_;  // and not taken yet
    bool is_untold_ = false;
    std::uint64_t taken_ = 0;
};

}  // namespace dondoc::bridge
