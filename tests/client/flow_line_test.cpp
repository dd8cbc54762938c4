// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/flow_line.h"

#include <gtest/gtest.h>

#include <string>
#include <variant>

namespace dondoc::cli {
namespace {

std::string read(const std::string& line) {
    const auto read = read_flow_line(line);
    if (const auto* bad = std::get_if<BadFlowLine>(&read)) {
        auto text = bad->field + " " + bad->what.key;
        if (bad->what.key == "flow.bad_state") text += " " + bad->what.args.at(0);
        return text;
    }
    return std::holds_alternative<v1::FlowItem>(read) ? "dossier" : "procedure";
}

TEST(FlowLine, IsADossierOrAProcedure) {
    EXPECT_EQ(read(R"({"code": "T", "name": "Tên", "term": "3wd"})"), "procedure");
    EXPECT_EQ(
        read(
            R"({"id": "1", "procedure": "T", "office": "STP", "state": "paused", "pauses": [{"from": "x"}]})"),
        "dossier");
}

TEST(FlowLine, WhatIsWrongInItIsNamedByItsField) {
    EXPECT_EQ(read("xin chào"), " flow.not_json");
    EXPECT_EQ(read("[1, 2]"), " flow.not_json");
    EXPECT_EQ(read("{\"id\": \"\xff\"}"), " flow.not_json");
    EXPECT_EQ(read(R"({"id": "1")"), " flow.not_json");
    EXPECT_EQ(read(std::string(50'000, '[')), " flow.not_json");
    EXPECT_EQ(read(R"({"id": "1", "applicant": "An"})"), "applicant flow.unknown_field");
    EXPECT_EQ(read(R"({"code": "T", "names": "Tên"})"), "names flow.unknown_field");
    EXPECT_EQ(read(R"({"id": "1", "state": "xong"})"), "state flow.bad_state xong");
    EXPECT_EQ(read(R"({"id": "1", "state": true})"), "state flow.bad_state …");
    EXPECT_EQ(read(R"({"id": 12})"), "id flow.not_text");
    EXPECT_EQ(read(R"({"id": "1", "pauses": "không"})"), "pauses flow.no_list");
}

}  // namespace
}  // namespace dondoc::cli
