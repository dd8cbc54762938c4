// SPDX-License-Identifier: Apache-2.0
// Words that bound a day or resume the term, for those who part a phrase and those who scan it.
#pragma once

#include "language/words/words.h"

namespace dondoc::language {

inline const Phrases before_words{"trước", "xong trước", "trước thời điểm", "trước lúc", "trước mốc"};
inline const Phrases inclusive_words{"trước hoặc trong",
                                     "trước và trong",
                                     "trước hoặc vào",
                                     "vào hoặc trước",
                                     "trong và trước",
                                     "trong hoặc trước",
                                     "chậm nhất",
                                     "muộn nhất",
                                     "không quá",
                                     "không muộn hơn",
                                     "không chậm hơn",
                                     "không trễ hơn",
                                     "hết",
                                     "đến hết",
                                     "đến",
                                     "tới",
                                     "cho đến",
                                     "cho tới",
                                     "từ nay đến",
                                     "từ nay đến hết",
                                     "cho đến hết",
                                     "tới hết",
                                     "trễ nhất",
                                     "hạn chót",
                                     "hạn cuối",
                                     "hạn cuối cùng",
                                     "quá"};
inline const Phrases from_words{"từ",           "kể từ",         "bắt đầu",
                                "bắt đầu từ",   "tính từ",       "tính kể từ",
                                "khởi công",    "bắt đầu kể từ", "bắt đầu thực hiện từ",
                                "thực hiện từ", "áp dụng từ",    "triển khai từ"};
// What is done with the term's work: a term that stands behind one of these is the work's own.
inline const Phrases result_words{"hoàn thành",
                                  "xong",
                                  "kết thúc",
                                  "gửi",
                                  "nộp",
                                  "báo cáo",
                                  "trình",
                                  "hạn",
                                  "thời hạn",
                                  "hạn nộp",
                                  "hạn gửi",
                                  "gửi báo cáo",
                                  "nộp báo cáo",
                                  "báo cáo gửi",
                                  "hoàn tất",
                                  "gửi về",
                                  "thời hạn gửi",
                                  "thời hạn gửi báo cáo",
                                  "thời hạn báo cáo",
                                  "thời hạn hoàn thành",
                                  "ban hành",
                                  "thời gian gửi",
                                  "thời gian gửi báo cáo"};

}  // namespace dondoc::language
