// SPDX-License-Identifier: GPL-3.0-or-later
// "Nhiệm vụ": the list of assignments with the filters that the command line has, as a page and as a
// workbook.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "report/page.h"
#include "web/http/fields.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// What a query asks for, as it was typed: an address of a list can be sent to a colleague.
struct ListFilter {
    std::string text, agency, document, level, due_from, due_to, responsible, sort, after;
    std::vector<std::string> states;  // names of Timeliness.Class, "open", "completed"
    bool cooperating = false, waiting = false, unassigned = false, reverse = false;
    std::uint64_t under = 0;  // children of this task

    static ListFilter of(const Fields& query);
    bool is_set() const;                  // something is asked for
    Address address(OwnPath path) const;  // of the same list
    // Throws UserError for a day that is none.
    v1::TaskListRequest request(std::uint32_t limit) const;
};

inline constexpr std::uint32_t rows_of_page = 100;
inline constexpr std::uint32_t rows_of_workbook = 20'000;  // the most; a page of the daemon has 1,000

// `error`: why the list could not be asked for; empty: it was.
std::string task_list_page(const View& view, const ListFilter& filter, const v1::TaskListReply& list,
                           const std::string& error = {});
// Assignments as a table: of this page, of others that list some, of a workbook.
report::Section assignment_section(const View& view, std::string title,
                                   const google::protobuf::RepeatedPtrField<v1::AssignmentRow>& rows);
std::vector<Address> assignment_links(const google::protobuf::RepeatedPtrField<v1::AssignmentRow>& rows);
inline constexpr std::size_t title_column = 2;  // of that table
// A workbook of one list.
report::Page workbook(const View& view, report::Section section);

}  // namespace dondoc::web::pages
