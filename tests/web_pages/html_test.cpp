// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/html.h"

#include <gtest/gtest.h>

#include <string>

#include "web/pages/forms.h"

namespace dondoc::web::pages {
namespace {

TEST(Html, TextIsEscapedWhereverItStands) {
    const std::string hostile = "<b onclick=\"x\">&'";
    EXPECT_EQ(el("p", {{"title", hostile}}, hostile).markup(),
              "<p title=\"&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;\">&lt;b "
              "onclick=&quot;x&quot;&gt;&amp;&#39;</p>");
}

TEST(Html, PiecesAreNotEscapedTwice) {
    EXPECT_EQ(el("ul", el("li", "a & b"), el("li", 12)).markup(), "<ul><li>a &amp; b</li><li>12</li></ul>");
}

TEST(Html, AttributesThatAreFalseAreLeftOut) {
    EXPECT_EQ(el("input", {{"type", "checkbox"}, {"checked", false}}).markup(), "<input type=\"checkbox\"/>");
    EXPECT_EQ(el("input", {{"checked", true}}).markup(), "<input checked=\"\"/>");
}

TEST(Address, ValuesCannotLeaveTheirPlace) {
    auto address = Address("/nhiem-vu").part("../x?y#z").with("tim", "a&b=c #đ");
    EXPECT_EQ(address.text(), "/nhiem-vu/..%2Fx%3Fy%23z?tim=a%26b%3Dc%20%23%C4%91");
}

TEST(Address, EmptyValuesAreLeftOut) {
    EXPECT_EQ(Address("/lich").with("thang", "").with("tuan", "1").text(), "/lich?tuan=1");
}

TEST(Address, OnlyThisSiteIsOwn) {
    EXPECT_TRUE(Address::own("/nhiem-vu/1?x=2#pv3"));
    for (const auto* foreign :
         {"", "//evil.vn", "/\\evil.vn", "https://evil.vn", "javascript:alert(1)", "/a\nb", "/a b", "evil"})
        EXPECT_FALSE(Address::own(foreign)) << foreign;
}

TEST(Address, AMailAddressIsNothingMore) {
    EXPECT_EQ(Address::mail("an?cc=x@snv.gov.vn").text(), "mailto:an%3Fcc%3Dx@snv.gov.vn");
    EXPECT_EQ(Address::phone("0912 345-678;x").text(), "tel:0912345678");
}

TEST(Forms, EveryFormCarriesItsSeal) {
    View view;
    view.seal = {"token", "request"};
    for (const auto& html : {form(view, Address("/x"), "", {}), upload_form(view, Address("/x"), {})}) {
        EXPECT_NE(html.markup().find("name=\"form_token\" value=\"token\""), std::string::npos);
        EXPECT_NE(html.markup().find("name=\"request\" value=\"request\""), std::string::npos);
    }
}

TEST(Forms, WhatIsWrongStandsBesideTheFieldAndIsReadOut) {
    const auto html = text_field({}, {.name = "x", .label = "L", .hint = "H", .error = "E"}).markup();
    EXPECT_NE(html.find("aria-describedby=\"f-x-hint f-x-error\""), std::string::npos);
    EXPECT_NE(html.find("aria-invalid=\"true\""), std::string::npos);
    EXPECT_NE(html.find("id=\"f-x-error\""), std::string::npos);
}

}  // namespace
}  // namespace dondoc::web::pages
