// SPDX-License-Identifier: Apache-2.0
// A task of another system as a row of its document: read, found among the document's rows, and compared with
// what was said the last time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/task_import.h"

namespace dondoc::engine {

// Agencies that are named by codes alone count as their names. `number`: the last one of the document's rows;
// a row without a number gets the next one.
ReadRow read_imported(Work& work, const store::Document& document, const ImportedTask& imported, int& number,
                      AbsentMembers absent);

// The task as it is to be: what the other system says as it did before stays as it stands here.
ReadRow mended_row(Work& work, const store::Document& document, const store::Task& before,
                   const v1::ImportedTask& was, const ImportedTask& now, AbsentMembers absent);

// What a task that is kept as it is says otherwise than it was read: agencies and days.
std::vector<v1::FieldChange> kept_differences(const store::Task& kept, const store::Task& read);

// The rows of one document, those that are there and those that are about to be added.
class DocumentRows {
  public:
    // `document`: nullopt for one that is new. `work` is not owned and outlives it.
    DocumentRows(Work& work, std::optional<DocumentId> document, std::string source);

    // The row that has this title, also where it was cut ("..."), and says no other requirement. One that
    // came from the same source by another id only where it has the same agencies and days: systems keep a
    // row for each agency. Throws UserError "task_import.which_row" where several would do.
    std::optional<store::Task> find(const ReadRow& row);
    // Index among those that were added here: the very same row.
    std::optional<std::size_t> find_new(const ReadRow& row) const;
    void add_new(const ReadRow& row);

  private:
    struct Known {
        store::Task task;
        std::string title, requirement;  // folded
        bool is_of_source;
    };
    struct New {
        std::int64_t content;
        std::vector<std::string> lead;
        std::vector<local_days> due;
    };
    const std::vector<Known>& known();

    Work& work_;
    std::optional<DocumentId> document_;
    std::string source_;
    std::optional<std::vector<Known>> known_;  // once something was looked for
    std::vector<New> new_;
};

}  // namespace dondoc::engine
