// SPDX-License-Identifier: Apache-2.0
#include "store/change_texts.h"

namespace dondoc::store {

ChangeTexts::ChangeTexts(Database& database)
    : database_(database),
      insert_(database, "INSERT INTO change_text (assignment_id, words) VALUES (?, ?)") {}

void ChangeTexts::add(AssignmentId assignment, const std::string& folded) {
    if (!folded.empty()) insert_.run(assignment, folded);
}

void ChangeTexts::make_missing(const std::function<std::string(const std::string& detail)>& text_of) {
    {
        Statement missing{database_, "SELECT 1 FROM setting WHERE name = 'change_texts'"};
        auto rows = missing.running();
        if (!rows.next()) return;
    }
    Transaction transaction{database_};
    Statement changes{database_,
                      "SELECT assignment_id, detail FROM assignment_change ORDER BY assignment_id, revision"};
    for (auto rows = changes.running(); rows.next();) add(rows.id<AssignmentId>(0), text_of(rows.blob(1)));
    Statement{database_, "DELETE FROM setting WHERE name = 'change_texts'"}.run();
    transaction.commit();
}

}  // namespace dondoc::store
