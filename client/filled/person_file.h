// SPDX-License-Identifier: GPL-3.0-or-later
// A list of persons as an office keeps it, in CSV, XLSX or as a register in TOML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/message.h"
#include "domain/person.h"
#include "dondoc/v1/person.pb.h"
#include "text/catalogue.h"

namespace dondoc::filled {

struct PersonFile {
    std::vector<v1::PersonEntry> entries;
    std::vector<std::uint32_t> lines;  // row of the table; empty for a register
    std::vector<Message> remarks;      // columns that are not used

    // "entries[3].edit.email" of the wire -> "ds.csv, dòng 5, cột Thư điện tử"; anything else as it is.
    std::string place_of(text::Lang lang, const std::string& file, const std::string& wire_place) const;
};

// Columns are known by their titles, wherever they stand; one that is missing says nothing, an empty cell
// takes away what is known. Throws UserError "cli.person.no_header", "cli.person.twice_column",
// "cli.person.no_rows", and what parse_register() throws.
PersonFile read_persons(std::string_view bytes, const std::string& file);

// Rows that name no agency are of this one. False: such a row is there, and `agency` is empty.
bool give_agency(PersonFile& file, const std::string& agency);

v1::PersonEntry to_wire(const PersonEntry& person);

}  // namespace dondoc::filled
