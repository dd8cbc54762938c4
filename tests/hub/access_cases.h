// SPDX-License-Identifier: Apache-2.0
// Every request, by every way in which it can name what it is about.
#pragma once

#include <google/protobuf/text_format.h>

#include <stdexcept>
#include <string>
#include <utility>

#include "access_world.h"

namespace dondoc::test {

struct AccessCase {
    const char* request;
    const char* by;    // what it names; empty: it is about nothing in particular
    const char* asks;  // its body in protobuf's text format; $FIELD: that of the subject

    void ask(v1::Request& filled, const Subject& subject) const {
        std::string body = asks;
        // A name before those that it begins with.
        for (const auto& [name, value] :
             {std::pair{"$person_name", subject.person_name}, std::pair{"$person", subject.person},
              std::pair{"$colleague", std::string{AccessWorld::colleague}},
              std::pair{"$agency", subject.agency}, std::pair{"$document", subject.document},
              std::pair{"$task", std::to_string(subject.task)},
              std::pair{"$assignment", std::to_string(subject.assignment)},
              std::pair{"$revision", std::to_string(subject.revision)},
              std::pair{"$event", std::to_string(subject.event)}})
            for (auto at = body.find(name); at != std::string::npos; at = body.find(name, at + value.size()))
                body.replace(at, std::string{name}.size(), value);
        const auto whole = std::string{request} + " { " + body + " }";
        if (!google::protobuf::TextFormat::ParseFromString(whole, &filled))
            throw std::logic_error("no request: " + whole);
    }
};

// clang-format off
inline constexpr AccessCase access_cases[] = {
    {"status", "agency", "agency: '$agency'"},
    {"status", "document", "document: '$document'"},
    {"task_list", "agency", "agency: '$agency'"},
    {"task_list", "document", "document: '$document'"},
    {"task_list", "parent", "under: $task"},
    {"task_list", "role", "agency: '$agency' role: 'cooperating'"},
    {"task_list", "", ""},
    {"task_list", "no agency", "unassigned: true"},
    {"task_show", "task", "task: $task"},
    {"log", "agency", "agency: '$agency'"},
    {"log", "document", "document: '$document'"},
    {"log", "task", "task: $task"},
    {"log", "assignment", "assignment: $assignment"},
    {"agency_list", "", ""},
    {"agency_show", "agency", "code: '$agency'"},
    {"clock_show", "", ""},
    {"policy_show", "", ""},
    {"assignment_change", "assignment, to comment", "assignment: $assignment action: comment note: 'ý kiến'"},
    {"assignment_change", "assignment, to report", "assignment: $assignment action: report date: '2023-05-15'"},
    {"assignment_change", "assignment, to take it back",
     "assignment: $assignment action: cancel note: 'lý do'"},
    {"assignment_change", "task and agency, to comment",
     "task: $task agency: '$agency' action: comment note: 'ý kiến'"},
    {"assignment_batch", "assignment, to comment",
     "changes { assignment: $assignment action: comment note: 'ý kiến' }"},
    {"row_edit", "task", "task: $task requirement: 'yêu cầu khác' reason: 'lý do' decided_by: '9/QĐ-UBND'"},
    {"document_show", "document", "document: '$document'"},
    {"task_find", "document", "document: '$document' number: '1'"},
    {"assignment_history", "agency", "agency: '$agency'"},
    {"assignment_history", "document", "document: '$document'"},
    {"assignment_history", "task", "task: $task"},
    {"assignment_history", "assignment", "assignment: $assignment"},
    {"assignment_review", "assignment", "assignment: $assignment note: 'đã xem'"},
    {"review_list", "agency", "agency: '$agency'"},
    {"consumer_list", "agency", "agency: '$agency'"},
    {"report", "agency", "kind: agency agency: '$agency'"},
    {"report", "document, of the own agency", "kind: agency agency: 'SNV' document: '$document'"},
    {"report", "document, as a plan", "kind: plan document: '$document'"},
    {"report", "", "kind: government all_levels: true"},
    {"document_list", "", ""},
    {"mute_list", "", ""},
    {"unseen_list", "", ""},
    {"task_under", "parent", "parent: $task children: 2 reason: 'lý do'"},
    {"rehearse", "document", "document { number: '$document' }"},
    {"policy_diff", "", "config: ''"},
    {"mute_add", "assignment", "assignment: $assignment until: '2023-06-01' reason: 'lý do'"},
    {"mute_add", "task", "task: $task until: '2023-06-01' reason: 'lý do'"},
    {"mute_add", "document", "document: '$document' until: '2023-06-01' reason: 'lý do'"},
    {"mute_add", "agency", "agency: '$agency' until: '2023-06-01' reason: 'lý do'"},
    {"mute_end", "", "mute: 1 reason: 'lý do'"},
    {"task_priority", "task", "task: $task priority: 'urgent' reason: 'lý do'"},
    {"task_event", "task", "task: $task happened: '2023-05-15'"},
    {"task_term", "task", "task: $task due: '2023-12-15' reason: 'lý do'"},
    {"plan_import", "",
     "document { number: '77/KH-UBND' issued: '2023-05-14' level: 'province' } rows { title: 'Việc "
     "mới' }"},
    {"task_import", "",
     "source: 'theo-doi' dry_run: true tasks { id: '1' document { number: '78/KH-UBND' issued: "
     "'2023-05-14' level: 'province' } row { title: 'Việc của hệ thống khác' } }"},
    {"plan_withdraw", "document", "document: '$document' reason: 'lý do' dry_run: true"},
    {"agency_import", "", "agencies { code: 'SYT' name: 'Sở Y tế' level: 'province' }"},
    {"agency_succeed", "agency",
     "successions { kind: merge day: '2023-05-16' document: '2/NQ-HĐND' from: '$agency' to: 'VP' } "
     "dry_run: true"},
    {"check", "", ""},
    {"consumer_forget", "agency", "agency: '$agency' name: 'một máy'"},
    {"backup", "", ""},
    {"clock_advance", "", "to { seconds: 1684285200 }"},
    {"clock_confirm", "", ""},
    {"key_grant", "agency",
     "public_key: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz' role: agency agency: '$agency'"},
    {"key_revoke", "", "public_key: 'so-noi-vu'"},
    {"key_list", "", ""},
    {"person_add", "agency", "entry { agency: '$agency' edit { name: 'Người Mới' } }"},
    {"person_change", "person", "person: '$person' edit { position: 'Trưởng phòng' }"},
    {"person_change", "person, by name", "person: '$person_name' edit { position: 'Trưởng phòng' }"},
    {"person_change", "agency to go to", "person: '$colleague' agency: '$agency'"},
    {"person_change", "deputy", "person: '$colleague' deputy: '$person' deputy_to: '2023-06-30'"},
    {"person_remove", "person", "person: '$person' reason: 'lý do'"},
    {"person_remove", "person who takes over", "person: '$colleague' hand_over: '$person' reason: 'lý do'"},
    {"person_list", "agency", "agency: '$agency'"},
    {"person_list", "", "text: 'người' removed: true"},
    {"person_list", "no agency", "office: true"},
    {"person_show", "person", "person: '$person'"},
    {"person_show", "person, by name", "person: '$person_name'"},
    {"person_invite", "person", "person: '$person'"},
    {"person_invite", "person, by name", "person: '$person_name'"},
    {"invitation_take", "", "token: 'một thư mời không có'"},
    {"sign_in_link", "person", "person: '$person'"},
    {"person_import", "agency", "entries { agency: '$agency' edit { name: 'Người Mới' } }"},
    {"person_import", "agency and name, on trial",
     "entries { agency: '$agency' edit { name: '$person_name' position: 'Trưởng phòng' } } dry_run: "
     "true"},
    {"assignment_responsible", "assignment", "assignment: $assignment person: '1'"},
    {"assignment_responsible", "person, of the own assignment", "assignment: 1 person: '$person'"},
    {"assignment_update", "assignment, to comment",
     "rows { assignment: $assignment revision: $revision changes { action: comment note: 'ý kiến' } }"},
    {"assignment_update", "assignment, on trial",
     "rows { assignment: $assignment revision: $revision changes { action: comment note: 'ý kiến' } } "
     "dry_run: true"},
    {"assignment_update", "assignment that was changed meanwhile, on trial",
     "rows { assignment: $assignment } dry_run: true"},
    {"press", "assignment", "assignments: $assignment way: 'phone'"},
    {"press", "document", "document: '$document' way: 'phone'"},
    {"press", "agency", "agency: '$agency' overdue: true way: 'phone'"},
    {"flow", "",
     "source: 'mot-cua' items { id: 'HS-99' procedure: 'TT-SNV' office: 'SNV' received: "
     "'2023-05-16T08:00' state: received }"},
    {"flow_list", "agency", "agency: '$agency'"},
    {"flow_list", "", ""},
    {"flow_show", "dossier", "id: 'HS-$agency'"},
    {"flow_report", "agency", "from: '2023-05-01' agency: '$agency' by_procedure: true"},
    {"delivery_report", "person", "deliveries { event: 1 person: $person channel: 'mail' state: sent }"},
    {"delivery_list", "agency", "agency: '$agency'"},
    {"delivery_list", "person", "person: '$person'"},
    {"delivery_change", "person", "person: '$person' wish: 'retry'"},
    {"contact_test", "person", "person: '$person'"},
    {"contact_test_show", "test", "tests: $task"},
    {"event_seen", "event", "events: $event"},
    {"event_seen", "agency", "agency: '$agency' number: 1"},
    {"event_seen", "person", "number: 1 person: '$person'"},
};
// clang-format on

}  // namespace dondoc::test
