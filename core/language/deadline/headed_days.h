// SPDX-License-Identifier: Apache-2.0
// Periods that say of which one a day beside them is: "Quý I: trước 15/3; quý II: trước 15/6", "15/3 (quý
// I)", "Báo cáo tháng 6, gửi trước 05/7", "Trong quý I và hoàn thành trước ngày 15/4". They fall due by that
// day and not with their own end.
#pragma once

#include <vector>

#include "language/deadline/phrase_scan.h"

namespace dondoc::language {

enum class Headers { Any, InsideYear };  // InsideYear: whole years stay, they say when what comes again ends

// Takes such periods out; their years go over to the days that name none. True: there were some, and a person
// should see it.
bool drop_headers(std::vector<BoundMoment>& moments, local_days issued, Headers which);

}  // namespace dondoc::language
