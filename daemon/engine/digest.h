// SPDX-License-Identifier: Apache-2.0
// Alerts of one kind for one agency, cut into digests so that no event outgrows a message.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/work.h"

namespace dondoc::engine {

inline constexpr int digest_limit = 200;                       // items
inline constexpr std::size_t digest_bytes_limit = 256 * 1024;  // of what is said of tasks, about

// What an alert says of an assignment of somebody who leads; the steps are the caller's.
v1::AlertItem item_of(const store::Plans::Brief& brief, AssignmentId assignment, TaskId task,
                      std::optional<local_days> due, local_days today);

// A task of which many agencies are told. What is said to all that have the same day is serialized once.
class ToldTask {
  public:
    // `decided`: what the operator set by hand.
    explicit ToldTask(store::Plans::Brief brief, std::vector<std::string> decided = {});

    const store::Plans::Brief& brief() const { return brief_; }
    // Of an AlertItem what stands before the steps, and what stands after them and the agency.
    struct Said {
        std::string before, after;
        std::size_t size() const { return before.size() + after.size(); }
    };
    enum class Role { Lead, Cooperating };
    // Holds until the next call.
    const Said& said(std::optional<local_days> due, local_days today, Role role = Role::Lead);

  private:
    using Asked = std::tuple<std::optional<local_days>, local_days, Role>;

    store::Plans::Brief brief_;
    std::vector<std::string> decided_;
    std::optional<Asked> asked_;
    Said said_;
};

// What an item says beside its task.
struct OwnPart {
    AssignmentId assignment;  // {}: the agency cooperates
    TaskId task;
    std::vector<std::string> steps = {};
    std::string agency = {};
    std::optional<PersonId> responsible = std::nullopt;
};

class DigestWriter {
  public:
    // `limit`: items of one event; 1 for alerts that are told one by one.
    DigestWriter(Work& work, store::Agencies::Ref recipient, v1::EventKind::Kind kind,
                 int limit = digest_limit);

    // Of a digest of the kind pressed: what is said of all its items.
    void say(v1::Pressing pressing) { pressing_ = std::move(pressing); }
    // The event that the next item goes into.
    EventId next_event();
    // How many more may go into it, and of these how many bytes.
    int room() const { return limit_ - items_; }
    std::size_t bytes_of_room() const {
        return bytes_ < digest_bytes_limit ? digest_bytes_limit - bytes_ : 0;
    }
    // An item, of a task of that document.
    void add(const ToldTask::Said& said, const OwnPart& own, DocumentId document);
    void add(const v1::AlertItem& item, DocumentId document);
    void finish();  // writes what is left

  private:
    bool is_full() const { return items_ >= limit_ || bytes_ >= digest_bytes_limit; }
    void add(std::string_view item, std::size_t bytes, TaskId task, DocumentId document);

    Work& work_;
    store::Agencies::Ref recipient_;
    v1::EventKind::Kind kind_;
    int limit_;
    std::optional<v1::Pressing> pressing_;

    // Of the digest under way: its serialized items, and what they are about.
    std::string digest_;
    std::set<DocumentId> documents_;
    std::vector<TaskId> tasks_;
    int items_ = 0;
    std::size_t bytes_ = 0;
    std::string item_;  // the last one: its memory is used again
};

}  // namespace dondoc::engine
