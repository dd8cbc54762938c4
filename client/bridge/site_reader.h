// SPDX-License-Identifier: GPL-3.0-or-later
// Reads how a site's assignments stand, and what is new of it, by the requests that every client has: the
// list of assignments as they were given, and the history of all of them, which is only ever added to.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "bridge/secret_work.h"
#include "dondoc/v1/request.pb.h"
#include "dondoc/v1/site.pb.h"

namespace dondoc::bridge {

// Throws client::Unreachable, client::Refused.
using Ask = std::function<v1::Reply(v1::Request)>;

class SiteReader {
  public:
    explicit SiteReader(Ask ask) : ask_(std::move(ask)) {}

    // Where it stands, as of a status that was asked for before the reading.
    void read_status();
    const v1::StatusReply& status() const { return status_; }
    sys_seconds now() const;

    // Both with all there is, or what has come since; parts are handed over as they come.
    using TakeRows = std::function<void(const std::vector<v1::AssignmentRow>&)>;
    using TakeChanges = std::function<void(const std::vector<v1::LifeEntry>&)>;
    void read_all_rows(const TakeRows& take);
    void read_new_rows(const TakeRows& take);
    void read_changes(const TakeChanges& take);
    // How the rows of a task are now.
    std::vector<v1::AssignmentRow> rows_of(std::uint64_t task);

    v1::AgencyListReply agencies();
    std::vector<v1::Document> documents();
    // All work of secret documents, with its history.
    SecretWork secret_work(const std::vector<v1::Document>& documents);
    // Events by their ids, as the log still has them, for as long as more are wanted.
    using TakeEvents = std::function<bool(std::vector<v1::Event>)>;
    void read_log(std::uint64_t first, std::uint64_t last, const TakeEvents& take);

    // The history is read from this civil day on, without so many entries, which none earlier follow; and the
    // id of the newest assignment that was read.
    struct Place {
        std::string day;
        std::uint64_t settled = 0;
        std::uint64_t newest = 0;
    };
    const Place& place() const { return place_; }
    void go_on_from(Place place);
    void begin_anew();

  private:
    v1::TaskListReply list(v1::TaskListRequest wanted);
    std::vector<v1::LifeEntry> history(v1::AssignmentHistoryRequest wanted, bool& more);

    Ask ask_;
    v1::StatusReply status_;
    Place place_;
    // Of the entries that are not settled: assignment and revision of those that were handed over.
    std::set<std::pair<std::uint64_t, std::uint64_t>> unsettled_;
};

}  // namespace dondoc::bridge
