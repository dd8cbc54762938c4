// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/http/event_stream.h"

#include <gtest/gtest.h>

#include <string>

namespace dondoc::web {
namespace {

std::string all_of(EventStream& stream) {
    std::string text;
    for (;;) {
        char piece[64];
        const auto taken = stream.take(piece, sizeof piece, [] {});
        if (taken.bytes == 0) return text;
        text.append(piece, taken.bytes);
    }
}

TEST(EventStream, AnEventHasItsIdKindAndLines) {
    EventStream stream;
    stream.send("7", "overdue", "một\nhai");
    EXPECT_EQ(all_of(stream), "id: 7\nevent: overdue\ndata: một\ndata: hai\n\n");
}

TEST(EventStream, SleepsWhileThereIsNothingAndIsWokenOnce) {
    EventStream stream;
    int slept = 0, woken = 0;
    stream.on_wake([&] { ++woken; });
    char piece[64];
    stream.take(piece, sizeof piece, [&] { ++slept; });
    EXPECT_EQ(slept, 1);
    stream.send("1", "", "a");
    stream.send("2", "", "b");
    EXPECT_EQ(woken, 1);
}

TEST(EventStream, WhoDoesNotReadIsLetGo) {
    EventStream stream;
    const std::string large(EventStream::most_unread / 2, 'x');
    stream.send("1", "", large);
    EXPECT_TRUE(stream.is_open());
    stream.send("2", "", large);
    EXPECT_FALSE(stream.is_open());
}

TEST(EventStream, WhatWaitsIsSentBeforeItEnds) {
    EventStream stream;
    stream.send("1", "", "a");
    stream.close();
    stream.send("2", "", "b");
    EXPECT_EQ(all_of(stream), "id: 1\ndata: a\n\n");
    char piece[8];
    EXPECT_TRUE(stream.take(piece, sizeof piece, [] {}).ended);
}

}  // namespace
}  // namespace dondoc::web
