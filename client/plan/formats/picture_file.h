// SPDX-License-Identifier: GPL-3.0-or-later
// Photographs and scans that come as pictures: PNG, JPEG, TIFF of one or many pages.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::plan {

bool is_picture_file(std::string_view bytes);

// The pictures as pages of a PDF, so that they are read as its scanned pages are. Throws UserError
// "plan.picture_unreadable", "plan.picture_large", and "plan.pdf_scanned" where dondoc was built without
// tesseract.
std::string pdf_of_pictures(std::string_view bytes);

}  // namespace dondoc::plan
