// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/view.h"

namespace dondoc::web::pages {

Address task_list_address(std::initializer_list<const char*> standings) {
    Address address("/nhiem-vu");
    for (const auto* standing : standings) address.with("trang-thai", standing);
    return address;
}

Address task_address(std::uint64_t task) {
    return Address("/nhiem-vu").part(std::to_string(task));
}

Address assignment_address(std::uint64_t task, std::uint64_t assignment) {
    const auto id = std::to_string(assignment);
    return task_address(task).with("pv", id).at("pv" + id);
}

Address agency_address(std::string_view code) {
    return Address("/co-quan").part(code);
}

Address document_address(std::string_view number) {
    return Address("/van-ban/xem").with("so", number);
}

}  // namespace dondoc::web::pages
