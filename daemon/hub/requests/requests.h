// SPDX-License-Identifier: Apache-2.0
// The table of requests: who may make each, what it does, and everything else that sets it apart.
#pragma once

#include <memory>
#include <span>

#include "dondoc/v1/request.pb.h"
#include "hub/requests/call.h"
#include "hub/requests/job.h"
#include "hub/transport/frame_bounds.h"

namespace dondoc::hub {

enum class Effect {
    Reads,
    Once,        // a command; repeated with the same id it is answered again and not carried out again
    Repeatable,  // a command that changes nothing when it is repeated
    Job          // answered when its job is done
};

enum class GatewayItself {
    MayNot,
    May,
    Alone  // and nobody else may
};

// What a request does: an answer at once, or the beginning of a job. One of the two is set.
struct Handler {
    using Answer = void (*)(Call&, const v1::Request&, v1::Reply&);
    using Begin = std::unique_ptr<Job> (*)(Call&, const v1::Request&);

    constexpr Handler(Answer at_once) : answer(at_once) {}  // NOLINT(google-explicit-constructor)
    constexpr Handler(Begin job) : begin(job) {}            // NOLINT(google-explicit-constructor)

    Answer answer = nullptr;
    Begin begin = nullptr;
};

struct RequestKind {
    v1::Request::BodyCase body;
    const char* name;
    Role least;
    Effect effect;
    Handler handler;

    // What most requests do not have.
    struct Exceptions {
        // A command that plans no alarm and writes down no day: the others wait while the machine's clock is
        // doubted.
        bool despite_doubted_clock = false;
        // What a gateway may ask for itself: what it needs to log somebody in.
        GatewayItself gateway = GatewayItself::MayNot;
        // What listeners have acknowledged so far is written first: the answer speaks of it, or time passes.
        bool saves_acknowledgements = false;
        // Keys, or the codes of their agencies, may be others afterwards.
        bool changes_access = false;
        // A small command, of which many come at once: those that wait together share one commit. Nothing but
        // the store is changed by it, and its work is short whatever the store holds: others wait for it.
        bool shares_commit = false;
        // Of the whole frame. Keys below operator need little, and get no more.
        std::size_t most_bytes = usual_request_bytes;
        // The same for operators, where they need more: they work for all agencies. 0: they do not.
        std::size_t most_bytes_of_operators = 0;
        // Whether this one only asks what would happen. nullptr: there is no such way of asking.
        bool (*is_trial)(const v1::Request&) = nullptr;
        // Of a job: code of the refusal when no more of its kind are taken; how many are under way or wait
        // for their turn, of one key one at most.
        const char* busy = nullptr;
        std::size_t most_jobs = 1;
    };
    Exceptions more{};
};

// Every request there is.
std::span<const RequestKind> all_requests();

// nullptr: no such request.
const RequestKind* find_request(v1::Request::BodyCase body);

}  // namespace dondoc::hub
