// SPDX-License-Identifier: GPL-3.0-or-later
// "Nhật ký": what was told, to whom and when; the newest first.
#pragma once

#include <cstdint>
#include <string>

#include "dondoc/v1/request.pb.h"
#include "report/page.h"
#include "web/http/fields.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

struct LogFilter {
    std::string agency, document, kind, since, until;
    std::uint64_t task = 0, after = 0;  // after: before this event

    static LogFilter of(const Fields& query);
    Address address(OwnPath path) const;
    // Throws UserError for a day that is none.
    v1::LogRequest request(const View& view) const;
};

report::Section log_section(const View& view, const google::protobuf::RepeatedPtrField<v1::Event>& events);
std::string log_page(const View& view, const LogFilter& filter, const v1::LogReply& log,
                     const std::string& error = {});

}  // namespace dondoc::web::pages
