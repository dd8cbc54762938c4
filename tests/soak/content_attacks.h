// SPDX-License-Identifier: Apache-2.0
// Attacks by what a message says, of a key that is let in: frames that grow when they are read, the same
// command without end, and texts as long as they may be that others have to be shown.
#pragma once

#include <vector>

#include "soak/attack.h"

namespace dondoc::soak {

inline void hear_all(zmq::socket_t& socket) {
    for (zmq::message_t answer; socket.recv(answer, zmq::recv_flags::dontwait);) {
    }
}

// Two bytes each on the wire, and a string each in memory; as many as a message may have.
inline void millions_of_empty_fields(const Attack& attack) {
    zmq::context_t context;
    const auto client = attack.connect(context, attack.agency);
    v1::ClientFrame frame;
    auto& change = *frame.mutable_request()->mutable_assignment_change();
    change.set_assignment(1);
    change.set_action(v1::AssignmentChangeRequest::report);
    constexpr int fields = 1'300'000;
    for (int i = 0; i < fields; ++i) change.add_evidence("");
    for (std::uint64_t id = 0; attack.goes_on(); ++id) {
        frame.mutable_request()->set_id("e" + std::to_string(id));
        client->socket().send(zmq::buffer(frame.SerializeAsString()), zmq::send_flags::none);
        hear_all(client->socket());
    }
}

// The pieces of work that the attacking agency leads.
inline std::vector<std::uint64_t> own_work(test::RawClient& client) {
    v1::Request request;
    request.mutable_task_list()->set_limit(100);
    std::vector<std::uint64_t> assignments;
    const auto reply = client.ask(request);
    for (const auto& row : reply.task_list().rows()) assignments.push_back(row.assignment());
    return assignments;
}

inline v1::ClientFrame comment(std::uint64_t assignment, const std::string& id, std::size_t bytes) {
    v1::ClientFrame frame;
    frame.mutable_request()->set_id(id);
    auto& change = *frame.mutable_request()->mutable_assignment_change();
    change.set_assignment(assignment);
    change.set_action(v1::AssignmentChangeRequest::comment);
    change.set_note(std::string(bytes, 'p'));
    return frame;
}

// One id: carried out once, and answered each time.
inline void one_command_again_and_again(const Attack& attack) {
    zmq::context_t context;
    const auto client = attack.connect(context, attack.agency);
    const auto work = own_work(*client);
    if (work.empty()) return;
    const auto bytes = comment(work.front(), "the-same", 1000).SerializeAsString();
    while (attack.goes_on()) {
        client->socket().send(zmq::buffer(bytes), zmq::send_flags::dontwait);
        hear_all(client->socket());
    }
}

// What an agency has written is read by the office, again and again.
inline void longest_texts_are_stored(const Attack& attack) {
    zmq::context_t context;
    const auto client = attack.connect(context, attack.agency);
    const auto office = attack.connect(context, attack.office);
    const auto work = own_work(*client);
    if (work.empty()) return;
    constexpr std::size_t longest_note = 4096;
    for (std::uint64_t id = 0; attack.goes_on(); ++id) {
        const auto frame = comment(work[id % work.size()], "long" + std::to_string(id), longest_note);
        client->socket().send(zmq::buffer(frame.SerializeAsString()), zmq::send_flags::dontwait);
        hear_all(client->socket());
        v1::Request look;
        look.mutable_assignment_history()->set_agency(attack.agency_code);
        look.mutable_assignment_history()->set_limit(1000);
        if (id % 16 == 0) (void)office->ask(look);
    }
}

}  // namespace dondoc::soak
