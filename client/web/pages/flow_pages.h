// SPDX-License-Identifier: GPL-3.0-or-later
// "Hồ sơ": dossiers with a term. Figures of a period by agency and procedure, those that are overdue, and
// one dossier with its term, pauses and what was told.
#pragma once

#include <cstdint>
#include <string>

#include "dondoc/v1/flow.pb.h"
#include "report/page.h"
#include "web/http/fields.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// What a query asks for, as it was typed.
struct FlowFilter {
    std::string agency, procedure, source, state, from, to, by, after;

    static FlowFilter of(const Fields& query);
    Address address(OwnPath path) const;  // of the same page
    // Without a period: this year. An agency sees its own. Both throw UserError for a day that is none and a
    // state that there is not.
    v1::FlowReportRequest figures(const View& view) const;
    v1::FlowListRequest list(const View& view, std::uint32_t limit) const;
};

// `error`: why they could not be asked for; empty: they were.
std::string flow_page(const View& view, const FlowFilter& filter, const v1::FlowReport& figures,
                      const v1::FlowListReply& list, const std::string& error = {});
// The figures, and the dossiers of the list.
report::Page flow_workbook(const View& view, const v1::FlowReport& figures, const v1::FlowListReply& list);
// Every dossier that has this id; of several sources there may be more than one.
std::string dossier_page(const View& view, const std::string& id, const v1::FlowShowReply& shown);

}  // namespace dondoc::web::pages
