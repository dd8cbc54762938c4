// SPDX-License-Identifier: Apache-2.0
#include "domain/report_form.h"

#include <algorithm>

namespace dondoc {

const FormItem* find_item(const ReportForm& form, std::string_view id) {
    const auto found = std::ranges::find(form.items, id, &FormItem::id);
    return found == form.items.end() ? nullptr : &*found;
}

bool is_of_tasks(FormItem::Quantity quantity) {
    return quantity >= FormItem::Quantity::Assigned && quantity <= FormItem::Quantity::NoDeadline;
}

bool is_of_dossiers(FormItem::Quantity quantity) {
    return quantity >= FormItem::Quantity::DossiersReceived;
}

}  // namespace dondoc
