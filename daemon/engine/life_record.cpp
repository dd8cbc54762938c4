#include "engine/life_record.h"

namespace dondoc::engine {

void write_change(Work& work, store::Assignment& assignment, std::string_view action, const std::string& by,
                  const v1::ChangeDetail& detail) {
    work.store.history.write(assignment, action, by, detail.SerializeAsString(), work.now);
}

}  // namespace dondoc::engine
