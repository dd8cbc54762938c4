// SPDX-License-Identifier: Apache-2.0
// Small tables written as text, for tests of the plan reader.
#pragma once

#include <initializer_list>
#include <string>

#include "plan/reader.h"

namespace dondoc::tests {

inline std::string line(std::initializer_list<const char*> cells) {
    std::string text;
    bool first = true;
    for (const char* cell : cells) {
        if (!first) text += '\t';
        text += cell;
        first = false;
    }
    return text + "\n";
}

// STT, title, requirement, term, lead, cooperating
inline const std::string header =
    "STT\tNội dung công việc\tKết quả\tThời gian hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp\n";
// the same with a column of solutions before the agencies and the term last
inline const std::string wide_header =
    "TT\tTiêu chí\tMục tiêu\tNhiệm vụ, giải pháp\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian thực hiện\n";

inline plan::PlanTableReading read(const std::string& text) {
    return plan::read_plan_text(text);
}

}  // namespace dondoc::tests
