// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/http/response.h"

#include <gtest/gtest.h>

#include "web/http/router.h"
#include "web/http/security_headers.h"

namespace dondoc::web {
namespace {

std::string header(const Response& response, const std::string& name) {
    for (const auto& [key, value] : headers_of(response, true))
        if (key == name) return value;
    return {};
}

TEST(Response, AHeaderTakesNoLineBreak) {
    Response response;
    EXPECT_THROW(response.set("Location", "/a\r\nSet-Cookie: x=1"), std::invalid_argument);
    EXPECT_THROW(response.add("X-Name", "a\nb"), std::invalid_argument);
    EXPECT_THROW(response.set("X\r\n", "a"), std::invalid_argument);
    EXPECT_TRUE(response.headers.empty());
}

TEST(Response, ARedirectStaysOnTheSite) {
    for (const auto* outside :
         {"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)",
          "", "elsewhere", "/a\r\nb", "/a b", "/\t/elsewhere.example"})
        EXPECT_EQ(header(redirect(outside), "Location"), "/") << outside;
    EXPECT_EQ(header(redirect("/nhiem-vu/12?x=1"), "Location"), "/nhiem-vu/12?x=1");
}

TEST(Response, NothingIsKeptAndNothingForeignIsLoaded) {
    const auto page = html("x");
    EXPECT_EQ(header(page, "Cache-Control"), "no-store");
    EXPECT_NE(header(page, "Content-Security-Policy").find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(header(page, "Content-Security-Policy").find("unsafe-inline"), std::string::npos);
    EXPECT_EQ(header(page, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(page, "X-Frame-Options"), "DENY");
    EXPECT_FALSE(header(page, "Strict-Transport-Security").empty());
}

TEST(Response, AFileMayHaveAnyName) {
    const auto file = download("x", "text/csv", "Báo \"cáo\"\r\n.csv");
    EXPECT_EQ(
        header(file, "Content-Disposition"),
        "attachment; filename=\"B__o__c__o___.csv\"; filename*=UTF-8''B%C3%A1o%20%22c%C3%A1o%22%0D%0A.csv");
}

TEST(Router, ANamedPartGivesWayToAWord) {
    Router router;
    const auto say = [](const char* text) { return [text](const Request&) { return plain(text); }; };
    router.get("/api/{request}", say("any"));
    router.get("/api/events", say("events"));
    router.post("/api/{request}", say("post"));
    EXPECT_EQ(router.find("GET", "/api/events").route->answer({}).body, "events");
    const auto found = router.find("GET", "/api/status");
    EXPECT_EQ(found.route->answer({}).body, "any");
    EXPECT_EQ(found.parts["request"], "status");
}

TEST(Router, KnowsWhichMethodsAPathTakes) {
    Router router;
    router.post("/a", [](const Request&) { return plain(""); });
    EXPECT_EQ(router.find("GET", "/a").route, nullptr);
    EXPECT_EQ(router.find("GET", "/a").allowed, "POST");
    for (const auto* none : {"/b", "/a/", "/a/b", "", "a", "//a", "/../a"})
        EXPECT_EQ(router.find("POST", none).route, nullptr) << none;
}

TEST(Router, ANamedPartIsNeverEmpty) {
    Router router;
    router.get("/ics/{file}", [](const Request&) { return plain(""); });
    EXPECT_EQ(router.find("GET", "/ics/").route, nullptr);
    EXPECT_EQ(router.find("GET", "/ics").route, nullptr);
}

TEST(Router, TwoRoutesAreNeverTheSame) {
    Router router;
    router.get("/a", [](const Request&) { return plain(""); });
    EXPECT_THROW(router.get("/a", [](const Request&) { return plain(""); }), std::logic_error);
}

}  // namespace
}  // namespace dondoc::web
