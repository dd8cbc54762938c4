// SPDX-License-Identifier: Apache-2.0
#include "store/change_texts.h"

namespace dondoc::store {

ChangeTexts::ChangeTexts(Database& database)
    : database_(database),
      insert_(database, "INSERT INTO change_text (assignment_id, words) VALUES (?, ?)"),
      index_(database,
             "INSERT INTO change_words (rowid, words) SELECT id, replace(words, 'đ', 'd') FROM change_text "
             "WHERE id > ?") {}

void ChangeTexts::add(AssignmentId assignment, const std::string& folded) {
    if (folded.empty()) return;
    insert_.run(assignment, folded);
    const auto id = insert_.last_row();
    if (id % indexed_at_once == 0) index_.run(id - indexed_at_once);
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
