// Requests and who may make them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "engine/engine.h"
#include "hub/access_list.h"
#include "hub/job.h"
#include "hub/turned_away.h"
#include "text/catalogue.h"

namespace dondoc::engine {
class Upkeep;
}

namespace dondoc::hub {

// One request being answered.
struct Call {
    engine::Engine& engine;
    engine::Work* work;  // the transaction of a command; nullptr for a question
    const Identity& who;
    text::Lang lang;
    std::size_t sessions;  // listeners connected now
    const TurnedAway& turned_away;
    std::function<void(std::size_t done, std::size_t total)> progress;
    std::vector<std::function<void()>> after_commit;  // of the handler; run when everything is on disk
    engine::Upkeep* upkeep = nullptr;  // nullptr: there is none, as in a test without a data folder

    // An agency's key sees its own only, whatever it asks for. Throws UserError "agency.unknown",
    // "agency.unknown_like", "access.foreign".
    std::optional<AgencyId> scope(const std::string& agency_code) const;
};

enum class Effect {
    Reads,
    Once,        // a command; repeated with the same id it is answered again and not carried out again
    Repeatable,  // a command that changes nothing when it is repeated
    Job          // answered when its job is done
};

struct RequestKind {
    v1::Request::BodyCase body;
    const char* name;
    Role least;
    Effect effect;
    void (*handle)(Call&, const v1::Request&, v1::Reply&);  // nullptr for a job
    std::unique_ptr<Job> (*begin)(Call&, const v1::Request&) = nullptr;
    const char* busy = nullptr;  // code of the refusal when no more such jobs are taken
    // Such jobs that are under way or wait for their turn, of one key one at most.
    std::size_t most_jobs = 1;
};

// Rows of one answer. 0 asks for the usual number; nobody gets more than the maximum.
inline constexpr int usual_page_size = 100;
inline constexpr int max_page_size = 1000;
constexpr int page_size(std::uint32_t wanted) {
    if (wanted == 0) return usual_page_size;
    return wanted < max_page_size ? static_cast<int>(wanted) : max_page_size;
}

// Every request there is.
std::span<const RequestKind> all_requests();
// Rows that are passed over; a number that no list reaches is the furthest one.
constexpr std::int64_t offset_of(std::uint64_t wanted) {
    constexpr auto furthest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(wanted, furthest));
}

// nullptr: no such request.
const RequestKind* find_request(v1::Request::BodyCase body);

}  // namespace dondoc::hub
