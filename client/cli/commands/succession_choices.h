// SPDX-License-Identifier: GPL-3.0-or-later
// The table in which an operator says who takes over what.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/frame/session.h"
#include "dondoc/v1/succession.pb.h"

namespace dondoc::cli {

struct SuccessionChoices {
    std::vector<v1::SuccessionChoice> choices;
    std::vector<unsigned> lines;  // of the file, by choice
};

// Opens as a table in a spreadsheet; the last column is to be filled in.
std::string choice_table(const Session& session, const v1::AgencySucceedReply& shown);

// Throws UserError "cli.succession.no_table", "cli.succession.mistake" (file, line, column, what).
SuccessionChoices read_choices(const Session& session, std::string_view bytes, const std::string& file);

// A refusal that speaks of "choices[i]" speaks of its line and column.
v1::Error in_table(const Session& session, const SuccessionChoices& choices, const std::string& file,
                   v1::Error error);

}  // namespace dondoc::cli
