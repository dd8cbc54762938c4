// SPDX-License-Identifier: Apache-2.0
#include "text/markup.h"

#include <gtest/gtest.h>

namespace dondoc::test {
namespace {

TEST(Markup, NothingInATextIsATagOrEndsAnAttribute) {
    EXPECT_EQ(text::as_markup("<b onclick=\"x\">'A' & B</b>"),
              "&lt;b onclick=&quot;x&quot;&gt;&#39;A&#39; &amp; B&lt;/b&gt;");
}

TEST(Markup, WhatNobodySeesIsLeftOut) {
    EXPECT_EQ(text::as_markup("Sở\xE2\x80\xAE Nội vụ\x07"), "Sở Nội vụ ");
}

}  // namespace
}  // namespace dondoc::test
