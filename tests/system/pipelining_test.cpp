// SPDX-License-Identifier: Apache-2.0
// A client may ask much before it reads anything: every answer reaches it, in the order of its questions.
#include <gtest/gtest.h>

#include "support/raw_province.h"

namespace dondoc::test {
namespace {

TEST(Pipelining, AClientThatAsksMuchBeforeItReadsGetsEveryAnswerInOrder) {
    DaemonProcess daemon;
    daemon.start();
    RawProvince province{daemon};
    auto& client = province.administrator();
    v1::Request request;
    for (int i = 0; i < 200; ++i) {
        auto& agency = *request.mutable_agency_import()->add_agencies();
        agency.set_code(agency_code(i));
        agency.set_name("Sở Thử nghiệm số " + std::to_string(i));
        agency.set_level("province");
    }
    ASSERT_TRUE(client.ask(request).has_agency_import());
    constexpr int questions = 1500;  // more than the queues of both sides hold
    for (int i = 0; i < questions; ++i) {
        v1::ClientFrame frame;
        frame.mutable_request()->set_id("q" + std::to_string(i));
        frame.mutable_request()->mutable_agency_list();
        client.send(frame);
    }
    // Reads nothing until the daemon has come to the last thing it was sent.
    v1::ClientFrame last;
    last.mutable_request()->set_id("last");
    auto& grant = *last.mutable_request()->mutable_key_grant();
    grant.set_public_key(new_keys().public_key);
    grant.set_role(v1::Role::office);
    client.send(last);
    const auto observer = province.connect(keys_of(daemon.administrator()));
    v1::Request keys;
    keys.mutable_key_list();
    while (observer->ask(keys).key_list().keys_size() < 2) {
    }

    for (int i = 0; i < questions; ++i) {
        const auto answer = client.receive();
        ASSERT_TRUE(answer) << "no answer to question " << i;
        ASSERT_EQ(answer->reply().id(), "q" + std::to_string(i));
        ASSERT_TRUE(answer->reply().has_agency_list());
    }
}

}  // namespace
}  // namespace dondoc::test
