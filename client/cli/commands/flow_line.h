// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a feed of dossiers.
#pragma once

#include <string>
#include <variant>

#include "domain/message.h"
#include "dondoc/v1/flow.pb.h"

namespace dondoc::cli {

// What the line is; a message where it is neither. `field` is its name, empty where it is the whole line.
struct BadFlowLine {
    std::string field;
    Message what;  // "flow.*"
};
using FlowLine = std::variant<v1::FlowProcedure, v1::FlowItem, BadFlowLine>;
// Fields that there are not are refused: a name that is misspelt would be lost without a word.
FlowLine read_flow_line(const std::string& line);

}  // namespace dondoc::cli
