// SPDX-License-Identifier: GPL-3.0-or-later
// The API's table is the daemon's, and its description says what it takes and gives.
#include <gmock/gmock.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "domain/message.h"
#include "hub/requests/requests.h"
#include "language/words/unicode.h"
#include "web/api/messages.h"
#include "web/api/openapi.h"
#include "web/api/requests.h"

namespace dondoc::web::api {
namespace {

const char* name_of(Role role) {
    switch (role) {
        case Role::Agency:
            return "agency";
        case Role::Office:
            return "office";
        default:
            return "operator";
    }
}

TEST(Api, HasEveryRequestThatAPersonMayMake) {
    std::set<std::string> wanted, has;
    for (const auto& kind : hub::all_requests())
        if (kind.more.gateway != hub::GatewayItself::Alone && kind.least <= Role::Operator)
            wanted.insert(std::string{kind.name} + " " + name_of(kind.least) + " " +
                          (kind.effect == hub::Effect::Reads ? "reads"
                           : kind.effect == hub::Effect::Job ? "job"
                                                             : "changes"));
    for (const auto& kind : all_requests())
        has.insert(std::string{kind.name} + " " + std::string{kind.least} + " " +
                   (kind.effect == Effect::Reads ? "reads"
                    : kind.effect == Effect::Job ? "job"
                                                 : "changes"));
    EXPECT_EQ(has, wanted);
    EXPECT_EQ(all_requests().size(), wanted.size());  // each once
}

google::protobuf::Struct description() {
    google::protobuf::Struct parsed;
    const auto status = google::protobuf::util::JsonStringToMessage(openapi("https://dondoc.vn"), &parsed);
    EXPECT_TRUE(status.ok()) << status.ToString();
    return parsed;
}

const google::protobuf::Struct& in(const google::protobuf::Struct& of, const std::string& name) {
    return of.fields().at(name).struct_value();
}

TEST(Api, TheDescriptionHasEveryRequestAndEveryFieldOfIts) {
    const auto described = description();
    EXPECT_EQ(described.fields().at("openapi").string_value(), "3.0.3");
    const auto& paths = in(described, "paths");
    EXPECT_EQ(static_cast<std::size_t>(paths.fields_size()), all_requests().size());
    const auto& schemas = in(in(described, "components"), "schemas");
    for (const auto& kind : all_requests()) {
        const auto& post = in(in(paths, "/" + std::string{kind.name}), "post");
        const auto& schema = in(in(in(in(post, "requestBody"), "content"), "application/json"), "schema");
        const auto name =
            schema.fields().at("$ref").string_value().substr(std::string{"#/components/schemas/"}.size());
        const auto& properties = in(in(schemas, name), "properties");
        const auto* type = v1::Request::descriptor()->FindFieldByName(std::string{kind.name})->message_type();
        ASSERT_EQ(properties.fields_size(), type->field_count()) << kind.name;
        for (int i = 0; i < type->field_count(); ++i)
            EXPECT_TRUE(properties.fields().contains(type->field(i)->name())) << type->field(i)->full_name();
    }
}

// Every schema that is pointed to is there.
void require_references(const google::protobuf::Value& value, const google::protobuf::Struct& schemas) {
    if (value.has_list_value())
        for (const auto& item : value.list_value().values()) require_references(item, schemas);
    if (!value.has_struct_value()) return;
    for (const auto& [name, inner] : value.struct_value().fields()) {
        if (name == "$ref" && inner.has_string_value()) {
            EXPECT_TRUE(schemas.fields().contains(
                inner.string_value().substr(std::string{"#/components/schemas/"}.size())))
                << inner.string_value();
        }
        require_references(inner, schemas);
    }
}

TEST(Api, TheDescriptionPointsToNothingThatIsNotThere) {
    const auto described = description();
    const auto& schemas = in(in(described, "components"), "schemas");
    google::protobuf::Value whole;
    *whole.mutable_struct_value() = described;
    require_references(whole, schemas);
}

TEST(Api, ABodyIsReadStrictly) {
    const auto& list = *find_request("task_list");
    EXPECT_EQ(from_json(list, R"({"agency": "SNV", "limit": 5})").task_list().limit(), 5U);
    EXPECT_TRUE(from_json(list, "").has_task_list());
    for (const auto* wrong : {"{", "[]", R"({"agency": 5})", R"({"agencies": "SNV"})", "null x", "\"a\""})
        EXPECT_THROW(from_json(list, wrong), UserError) << wrong;
}

// The library quotes the body around the fault, and cuts it anywhere.
TEST(Api, WhatIsWrongWithABodyIsSaidInWholeLetters) {
    const auto& list = *find_request("task_list");
    for (std::size_t shift = 0; shift < 4; ++shift) {
        auto json = "{\"text\": \"" + std::string(shift, 'x');
        for (int i = 0; i < 100; ++i) json += "ộ";
        for (const auto* end : {"\" x", "\", \"văn_bản\": \"ộộộộộộộộộộộộộộộộộộộộộộộộộ\"}"}) {
            try {
                from_json(list, json + end);
                ADD_FAILURE() << json << end;
            } catch (const UserError& error) {
                EXPECT_TRUE(language::is_utf8(error.message().args.at(0))) << error.message().args[0];
            }
        }
    }
}

TEST(Api, AQueryIsReadByTheFieldsOfItsRequest) {
    Fields query;
    query.add("agency", "SNV");
    query.add("limit", "5");
    query.add("timeliness", "overdue");
    query.add("timeliness", "due_today");
    query.add("waiting", "true");
    query.add("lang", "en");
    const auto list = from_query(*find_request("task_list"), query).task_list();
    EXPECT_EQ(list.agency(), "SNV");
    EXPECT_EQ(list.limit(), 5U);
    EXPECT_THAT(list.timeliness(), testing::ElementsAre(v1::Timeliness::overdue, v1::Timeliness::due_today));
    EXPECT_TRUE(list.waiting());
}

TEST(Api, AQueryThatFitsNoFieldIsRefused) {
    for (const auto& [name, value] : {std::pair{"limit", "many"},
                                      {"limit", "-1"},
                                      {"limit", ""},
                                      {"nothing", "1"},
                                      {"waiting", "perhaps"},
                                      {"timeliness", "late"},
                                      {"limit", "99999999999"}}) {
        Fields query;
        query.add(name, value);
        EXPECT_THROW(from_query(*find_request("task_list"), query), UserError) << name << "=" << value;
    }
    Fields whole;
    whole.add("document", "{}");
    EXPECT_THROW(from_query(*find_request("plan_import"), whole), UserError);
}

TEST(Api, ACodeHasItsStatus) {
    EXPECT_EQ(status_of("access.denied"), 403);
    EXPECT_EQ(status_of("task.unknown"), 404);
    EXPECT_EQ(status_of("agency.unknown_like"), 404);
    EXPECT_EQ(status_of("assignment.changed_meanwhile"), 409);
    EXPECT_EQ(status_of("press.other_than_seen"), 409);
    EXPECT_EQ(status_of("limit.requests"), 429);
    EXPECT_EQ(status_of("internal"), 500);
    EXPECT_EQ(status_of("value.day"), 422);
}

}  // namespace
}  // namespace dondoc::web::api
