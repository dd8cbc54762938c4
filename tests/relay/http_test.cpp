// SPDX-License-Identifier: Apache-2.0
// Webhooks and gateways over HTTP.
#include <gmock/gmock.h>
#include <google/protobuf/struct.pb.h>
#include <gtest/gtest.h>

#include "lib/json.h"
#include "people.h"
#include "relay/http.h"
#include "relay/preset.h"
#include "relay/sender.h"
#include "support/python_server.h"
#include "support/refusal.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

class Gateway : public testing::Test {
  protected:
    Gateway() {
        server = std::make_unique<PythonServer>(script, std::vector{folder.path().string()}, folder / "out");
    }
    std::string url(const std::string& path = "/") const {
        return "http://127.0.0.1:" + server->port() + path;
    }
    void answers(const std::string& lines, const char* name = "answers") {
        std::ofstream{folder / name} << lines;
    }

    // What came of one message to person 1 by this channel.
    v1::Delivery send(std::unique_ptr<relay::Channel> channel, std::uint64_t to = 1) {
        const auto name = channel->name();
        const auto id = ++messages;
        auto persons = std::make_shared<relay::Persons>();
        persons->add(person(1, "SNV", "an@snv.vn"));
        {
            relay::Outbox outbox{folder / "outbox.db"};
            outbox.begin();
            outbox.add(part_of(alert(id, "SNV", v1::EventKind::overdue, {item(1, "Dòng \"một\"\nhai", -1)})),
                       {to, name, false, now, false});
            outbox.commit();
        }
        relay::Sender sender{
            std::move(channel), relay::Outbox{folder / "outbox.db"}, {}, [&] { return persons; }};
        while (sender.work(now, 50ms)) {
        }
        relay::Outbox outbox{folder / "outbox.db"};
        for (const auto& report : outbox.unreported(100))
            if (report.delivery.event() == id) return report.delivery;
        return {};
    }
    struct Asked {
        std::string path, body;
        std::map<std::string, std::string> headers;
    };
    std::vector<Asked> asked() const {
        std::vector<Asked> all;
        std::istringstream lines{read_file(folder / "asked")};
        for (std::string line; std::getline(lines, line);) {
            google::protobuf::Struct json;
            EXPECT_TRUE(client::from_json(line, json));
            Asked one{json.fields().at("path").string_value(), json.fields().at("body").string_value(), {}};
            for (const auto& [name, value] : json.fields().at("headers").struct_value().fields())
                one.headers[name] = value.string_value();
            all.push_back(std::move(one));
        }
        return all;
    }
    relay::HttpSettings preset(const char* name) {
        relay::HttpSettings settings;
        settings.name = "kenh";
        const auto file = std::string{DONDOC_SOURCE_DIR "/config/relay/"} + name + ".toml";
        relay::read_preset(read_file(file), file, settings);
        settings.timeout = 2s;
        return settings;
    }

    static constexpr const char* script = DONDOC_SOURCE_DIR "/tests/relay/http_server.py";
    TemporaryFolder folder;
    std::unique_ptr<PythonServer> server;
    std::uint64_t messages = 0;
    sys_seconds now = at("2025-06-23T07:45");
};

TEST_F(Gateway, AWebhookGetsTheEventSignedAndWithAKeyOfItsOwn) {
    answers("200 ok");
    const auto sent = send(relay::make_webhook({"kho", url("/hook"), "bi mat", "tinh", {}, {}, 2, 5s}), 0);
    EXPECT_EQ(sent.state(), v1::Delivery::sent);
    const auto request = asked().at(0);
    EXPECT_EQ(request.headers.at("Idempotency-Key"), "tinh/0/1");
    v1::Event event;
    ASSERT_TRUE(client::from_json(request.body, event));
    EXPECT_EQ(event.digest().items(0).title(), "Dòng \"một\"\nhai");
    EXPECT_EQ(request.headers.at("X-Dondoc-Signature"),
              "v1=" + relay::signature("bi mat", request.headers.at("X-Dondoc-Time"), request.body));
    // HMAC-SHA256 as others count it.
    EXPECT_EQ(relay::signature("key", "1", "x"), [&] {
        const auto counted =
            run({"/usr/bin/env", "python3", "-c",
                 "import hmac; print(hmac.new(b'key', b'1.x', 'sha256').hexdigest(), end='')"},
                folder.path());
        return counted.output;
    }());
}

TEST_F(Gateway, WhatAStatusMeansDecidesWhetherItIsTriedAgain) {
    const auto after = [&](const char* answer) {
        answers(answer);
        server = std::make_unique<PythonServer>(script, std::vector{folder.path().string()},
                                                folder / ("out" + std::to_string(messages)));
        return send(relay::make_webhook({"kho", url(), "", "tinh", {}, {}, 2, 5s}), 0);
    };
    EXPECT_EQ(after("500 no").state(), v1::Delivery::waiting);
    EXPECT_EQ(after("500 no").tries(), 1U);
    EXPECT_EQ(after("401 no").tries(), 0U) << "set up wrongly: no message is to blame";
    EXPECT_EQ(after("400 no").state(), v1::Delivery::refused);
    EXPECT_EQ(after("400 no").reason(), "http 400");
    EXPECT_EQ(after("204 ").state(), v1::Delivery::sent);
}

TEST_F(Gateway, AnErrorWithStatus200IsAnError) {
    auto settings = preset("sms-http");
    settings.set = {{"server", url("/sms")}, {"user", "u"}, {"key", "k"}, {"sender", "UBND"}};
    answers(
        "200 {\"code\": \"100\"}\n200 {\"code\": 99}\n200 {\"code\": \"7\", \"to\": \"84912345678\"}\n200 "
        "nonsense");
    EXPECT_EQ(send(relay::make_http_channel(settings)).state(), v1::Delivery::sent);
    EXPECT_EQ(send(relay::make_http_channel(settings)).state(), v1::Delivery::waiting);
    const auto refused = send(relay::make_http_channel(settings));
    EXPECT_EQ(refused.state(), v1::Delivery::refused);
    EXPECT_EQ(refused.reason(), "code 7");
    EXPECT_EQ(send(relay::make_http_channel(settings)).reason(), "code missing");
    google::protobuf::Struct json;
    ASSERT_TRUE(client::from_json(asked().at(0).body, json)) << asked().at(0).body;
    EXPECT_EQ(json.fields().at("to").string_value(), "84912345678");
    EXPECT_THAT(json.fields().at("text").string_value(), HasSubstr("Dòng \"một\""));
}

TEST_F(Gateway, ATokenIsRenewedOnceAndNothingIsReplacedByAnErrorThatComesAsASuccess) {
    auto settings = preset("zalo-zns");
    settings.url = url("/send");
    settings.set = {{"template", "1"}, {"app_id", "9"}, {"secret", "s"}};
    settings.token->url = url("/token");
    settings.token->file = folder / "zalo.json";
    const std::string first = "{\"access_token\":\"a1\",\"refresh_token\":\"r1\",\"expires_at\":\"1\"}";
    std::ofstream{settings.token->file} << first;
    answers("200 {\"error\": 0}");
    answers(
        "200 {\"error\": -14, \"message\": \"no\"}\n200 {\"access_token\":\"a2\",\"refresh_token\":\"r2\","
        "\"expires_in\":\"90000\"}\n500 must not be asked",
        "token_answers");
    const auto down = send(relay::make_http_channel(settings));
    EXPECT_EQ(down.state(), v1::Delivery::waiting);
    EXPECT_EQ(down.reason(), "token refused -14");
    EXPECT_EQ(down.tries(), 0U);
    EXPECT_EQ(read_file(settings.token->file), first);
    now += 1h;
    EXPECT_EQ(send(relay::make_http_channel(settings)).state(), v1::Delivery::sent);
    EXPECT_THAT(read_file(settings.token->file), HasSubstr("r2"));
    EXPECT_EQ(send(relay::make_http_channel(settings)).state(), v1::Delivery::sent)
        << "from the file, after a restart";
    const auto all = asked();
    EXPECT_THAT(all.at(0).body, HasSubstr("refresh_token=r1&app_id=9"));
    EXPECT_EQ(all.at(1).headers.at("secret_key"), "s");
    EXPECT_EQ(all.back().headers.at("access_token"), "a2");
}

TEST_F(Gateway, ThePresetsThatAreShippedCanBeReadAndNameTheirVariables) {
    EXPECT_THAT(relay::variables_of(preset("ntfy")), testing::ElementsAre("server", "token", "topic"));
    EXPECT_THAT(relay::variables_of(preset("sms-http")),
                testing::ElementsAre("key", "sender", "server", "user"));
    EXPECT_THAT(relay::variables_of(preset("zalo-zns")),
                testing::ElementsAre("app_id", "secret", "template"));
}

}  // namespace
}  // namespace dondoc::test
