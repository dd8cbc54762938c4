#include "text/entries.h"

namespace dondoc::text {

std::span<const Entry> language_entries() {
    return {};
}

}  // namespace dondoc::text
