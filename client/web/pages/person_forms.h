// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a person, as fields of a form.
#pragma once

#include "dondoc/v1/person.pb.h"
#include "web/http/fields.h"
#include "web/pages/html.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// As the person is, or as it was written in a form that came back. `of_office`: which roles there are to
// choose from.
Html person_fields(const View& view, const v1::Person& person, bool of_office, const Fields* written);

}  // namespace dondoc::web::pages
