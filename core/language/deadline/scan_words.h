// SPDX-License-Identifier: Apache-2.0
// The words that a scan of what states a term knows, beside those of days and rules.
#pragma once

#include "language/words/words.h"

namespace dondoc::language {

inline const Phrases until_words{"đến", "đến hết", "tới", "cho đến", "tới hết", "cho đến hết"};
inline const Phrases after_words{
    "sau", "không trước", "không sớm hơn", "sớm nhất", "muộn hơn", "trễ hơn", "chậm hơn", "quá hạn",
    // by which side of the period: "trước ngày kết thúc quý II"
    "trước kết thúc", "trước ngày kết thúc", "trước thời điểm kết thúc", "trước thời hạn kết thúc",
    "trước ngày báo cáo", "trước thời hạn báo cáo", "trước ngày bắt đầu", "trước thời điểm bắt đầu"};
inline const Phrases open_end_words{"trở đi",         "và các năm tiếp theo", "và những năm tiếp theo",
                                    "và các năm sau", "và những năm sau",     "và các năm kế tiếp",
                                    "và các năm tới", "các năm tiếp theo",    "những năm tiếp theo",
                                    "các năm sau",    "những năm sau",        "các năm kế tiếp",
                                    "các năm tới",    "những năm tới",        "trở về sau",
                                    "về sau"};
inline const Phrases onward_words{"trở đi", "trở về sau", "về sau"};
inline const Phrases list_words{"và", "hoặc", "cùng"};
inline const Phrases or_word{"hoặc", "hay"};
inline const Phrases ongoing_words{"thường xuyên", "liên tục", "hằng ngày",         "hàng ngày",
                                   "mỗi ngày",     "hàng giờ", "định kỳ hằng ngày", "định kỳ hàng ngày"};
inline const Phrases daily_words{"hằng ngày", "hàng ngày",         "mỗi ngày",
                                 "hàng giờ",  "định kỳ hằng ngày", "định kỳ hàng ngày"};
inline const Phrases weekly_words{"hằng tuần", "hàng tuần", "mỗi tuần", "định kỳ hằng tuần",
                                  "định kỳ hàng tuần"};
inline const Phrases week_of_range{"trong tuần", "tuần lễ", "tuần"};
inline const Phrases sessions{"kỳ họp",   "phiên họp", "hội nghị", "đại hội",
                              "cuộc họp", "buổi họp",  "lễ",       "dịp"};
// Words that say nothing about which day it is.
inline const Phrases quiet_words{
    "hoàn thành", "thực hiện", "xong",       "thời gian", "thời hạn", "hạn",      "là",     "vào",
    "trong",      "của",       "cả",         "suốt",      "ngày",     "báo cáo",  "trình",  "ban hành",
    "gửi",        "kết thúc",  "định kỳ",    "dự kiến",   "phải",     "nhất",     "và",     "cho",
    "tại",        "thời điểm", "triển khai", "tổ chức",   "tối đa",   "toàn bộ",  "cụ thể", "một lần",
    "các",        "quy định",  "tối thiểu",  "nộp",       "lúc",      "hoàn tất", "về",     "thời hạn gửi",
    "đồng thời",  "hạn nộp",   "ngay"};
inline const Phrases done_words{"hoàn thành", "xong", "hoàn tất", "kết thúc", "ban hành",
                                "gửi",        "nộp",  "trình",    "hạn nộp",  "thời hạn gửi"};
inline const Phrases finishing_words{"hoàn thành", "xong", "xong trước", "kết thúc", "hoàn tất"};
inline const Phrases within_word{"trong"};
inline const Phrases ground_words{"khởi công"};
// Of these the ones that only lead to a day; the others begin a term of its own.
inline const Phrases leading_words{"là",   "vào", "trong", "của", "cả",     "suốt",
                                   "ngày", "lúc", "các",   "tại", "khoảng", "ngay"};

}  // namespace dondoc::language
