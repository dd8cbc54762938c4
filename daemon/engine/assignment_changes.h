// What happens to an assignment after it was given.
#pragma once

#include <optional>
#include <string>

#include "engine/work.h"

namespace dondoc::engine {

struct AssignmentChange {
    Action action;
    std::optional<local_days> date;  // complete: day of the result's document; nullopt: today
    std::string note;
    std::string by;  // name of the key that asks
};

// Returns the assignment as it is afterwards. Throws UserError "assignment.state" when the action is not
// possible where the assignment stands, "assignment.dropped" for one whose row or document was taken back,
// "assignment.future" for a result of a day that has not come,
// "assignment.before_issue" for one before the document, "value.too_long".
store::Assignment change_assignment(Work& work, store::Assignment assignment, const AssignmentChange& change);

}  // namespace dondoc::engine
