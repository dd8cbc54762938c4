// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/api/requests.h"

#include <algorithm>
#include <array>

namespace dondoc::web::api {
namespace {

// Keys, clock and backups are the administrator's, for whom no gateway speaks.
constexpr auto requests = std::to_array<ApiRequest>({
    {"status", "agency", Effect::Reads},
    {"task_list", "agency", Effect::Reads},
    {"task_show", "agency", Effect::Reads},
    {"log", "agency", Effect::Reads},
    {"agency_list", "agency", Effect::Reads},
    {"clock_show", "agency", Effect::Reads},
    {"assignment_change", "agency", Effect::Changes},
    {"assignment_batch", "agency", Effect::Changes},
    {"row_edit", "operator", Effect::Changes},
    {"task_import", "operator", Effect::Changes},
    {"document_show", "office", Effect::Reads},
    {"task_find", "agency", Effect::Reads},
    {"assignment_history", "agency", Effect::Reads},
    {"document_list", "office", Effect::Reads},
    {"policy_show", "agency", Effect::Reads},
    {"mute_list", "office", Effect::Reads},
    {"unseen_list", "office", Effect::Reads},
    {"policy_diff", "operator", Effect::Job},
    {"mute_add", "operator", Effect::Changes},
    {"mute_end", "operator", Effect::Changes},
    {"task_priority", "operator", Effect::Changes},
    {"task_event", "operator", Effect::Changes},
    {"task_term", "operator", Effect::Changes},
    {"task_under", "office", Effect::Changes},
    {"assignment_review", "agency", Effect::Changes},
    {"review_list", "agency", Effect::Reads},
    {"plan_import", "operator", Effect::Changes},
    {"plan_withdraw", "operator", Effect::Changes},
    {"agency_import", "operator", Effect::Changes},
    {"agency_succeed", "operator", Effect::Changes},
    {"agency_show", "agency", Effect::Reads},
    {"rehearse", "office", Effect::Job},
    {"report", "agency", Effect::Job},
    {"check", "operator", Effect::Job},
    {"consumer_list", "agency", Effect::Reads},
    {"consumer_forget", "operator", Effect::Changes},
    {"person_add", "agency", Effect::Changes},
    {"person_change", "agency", Effect::Changes},
    {"person_remove", "agency", Effect::Changes},
    {"person_list", "agency", Effect::Reads},
    {"person_show", "agency", Effect::Reads},
    {"person_invite", "agency", Effect::Changes},
    {"person_import", "agency", Effect::Changes},
    {"assignment_responsible", "agency", Effect::Changes},
    {"assignment_update", "agency", Effect::Changes},
    {"press", "office", Effect::Changes},
    {"delivery_report", "office", Effect::Changes},
    {"delivery_list", "agency", Effect::Reads},
    {"delivery_change", "operator", Effect::Changes},
    {"contact_test", "agency", Effect::Changes},
    {"contact_test_show", "agency", Effect::Reads},
    {"event_seen", "agency", Effect::Changes},
    {"flow", "operator", Effect::Changes},
    {"flow_list", "agency", Effect::Reads},
    {"flow_show", "agency", Effect::Reads},
    {"flow_report", "agency", Effect::Job},
});

}  // namespace

std::span<const ApiRequest> all_requests() {
    return requests;
}

const ApiRequest* find_request(std::string_view name) {
    const auto* found = std::ranges::find(requests, name, &ApiRequest::name);
    return found == requests.end() ? nullptr : found;
}

}  // namespace dondoc::web::api
