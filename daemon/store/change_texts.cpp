// SPDX-License-Identifier: Apache-2.0
#include "store/change_texts.h"

#include <vector>

namespace dondoc::store {
namespace {

// Of the index, each time that texts go in: as many as that makes necessary, in a millisecond or two. By
// itself FTS5 merges hundreds now and then, and whoever asks just then waits for 20 ms.
constexpr int merged_pages = 32;

struct Detail {
    std::int64_t id = 0;
    std::string bytes;
};

// Of the changes after that one, so many as are indexed at once.
std::vector<Detail> details_after(Statement& next, std::int64_t id) {
    std::vector<Detail> details;
    for (auto rows = next.query(id, ChangeTexts::indexed_at_once); rows.next();)
        details.push_back({rows.integer(0), rows.blob(1)});
    return details;
}

}  // namespace

ChangeTexts::ChangeTexts(Database& database)
    : database_(database),
      index_(database,
             "INSERT INTO change_words (rowid, words) SELECT id, replace(words, 'đ', 'd') "
             "FROM assignment_change WHERE id > ? AND id <= ? AND words <> ''"),
      merge_(database, "INSERT INTO change_words (change_words, rank) VALUES ('merge', ?)") {}

void ChangeTexts::added(std::int64_t id) {
    if (id % indexed_at_once != 0) return;
    index_.run(id - indexed_at_once, id);
    merge_.run(merged_pages);
}

void ChangeTexts::make_missing(const std::function<std::string(const std::string& detail)>& text_of) {
    {
        Statement missing{database_, "SELECT 1 FROM setting WHERE name = 'change_texts'"};
        auto rows = missing.running();
        if (!rows.next()) return;
    }
    Transaction transaction{database_};
    Statement next{database_, "SELECT id, detail FROM assignment_change WHERE id > ? ORDER BY id LIMIT ?"};
    Statement update{database_, "UPDATE assignment_change SET words = ? WHERE id = ?"};
    for (auto details = details_after(next, 0); !details.empty();
         details = details_after(next, details.back().id))
        for (const auto& detail : details) {
            if (const auto words = text_of(detail.bytes); !words.empty()) update.run(words, detail.id);
            added(detail.id);
        }
    Statement{database_, "DELETE FROM setting WHERE name = 'change_texts'"}.run();
    transaction.commit();
}

}  // namespace dondoc::store
