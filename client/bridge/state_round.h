// SPDX-License-Identifier: GPL-3.0-or-later
// How the site stands, told again and again: a snapshot, then what is new of it. What an earlier bridge has
// told last is not known for certain, so each begins with a snapshot of its own. One thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "bridge/secret_work.h"
#include "bridge/settings.h"
#include "bridge/site_reader.h"
#include "bridge/teller.h"

namespace dondoc::bridge {

class StateRound {
  public:
    // `over`: the program ends. `rest`: waits after a request of a snapshot, which took so long: the daemon
    // has others to serve.
    StateRound(const Settings& settings, Ask ask, Teller& teller, std::function<bool()> over,
               std::function<void(std::chrono::steady_clock::duration)> rest);

    // Tells what is new; a snapshot where that is due. `tasks`: whose rows somebody changed.
    void look(const std::set<std::uint64_t>& tasks);
    void ask_for_snapshot() { wanted_ = true; }
    SiteReader& reader() { return reader_; }

  private:
    bool is_snapshot_due() const;
    void take_snapshot();
    void tell_news(const std::set<std::uint64_t>& tasks);
    bool has_other_names();
    void load_secrets();
    void tell_secrets();
    void tell_rows(const std::vector<v1::AssignmentRow>& rows);
    void tell_changes(const std::vector<v1::LifeEntry>& entries);
    v1::SiteState::Part names() const;

    const Settings& settings_;
    const std::function<bool()> over_;
    Teller& teller_;
    SiteReader reader_;
    bool wanted_ = false;
    bool complete_ = false;
    std::string lineage_, snapshot_day_;
    v1::AgencyListReply agencies_;
    std::vector<v1::Document> all_documents_;
    SecretWork secrets_;
    bool secrets_changed_ = true;
    std::string secret_day_;  // up to which they were told
    std::chrono::steady_clock::time_point names_read_{}, told_{};
};

}  // namespace dondoc::bridge
