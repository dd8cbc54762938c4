// SPDX-License-Identifier: Apache-2.0
// Self-scorings: tables of criteria, points, what is missing, evidence.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry scoring_sentences[] = {
    {"scoring.unknown",
     "Không có bảng chấm điểm “{0}”: ghi tên tệp, hoặc tên một tệp trong ~/.config/dondoc/scoring.",
     "There is no scoring table \"{0}\": name a file, or one in ~/.config/dondoc/scoring."},
    {"scoring.too_many", "{0}: bảng có hơn {1} tiêu chí.", "{0}: the table has more than {1} criteria."},
    {"scoring.twice", "{0}: tiêu chí “{1}” có hai lần; hai dòng cùng số cần hai section khác nhau.",
     "{0}: the criterion \"{1}\" is there twice; two of one number need different sections."},
    {"scoring.above_max", "{0} không được lớn hơn điểm tối đa.",
     "{0} must not be more than the most points."},
    {"scoring.ambiguous",
     "Kế hoạch có tiêu chí {0} ở nhiều mục (“{1}”, “{2}”): ghi section cho tiêu chí ấy trong bảng chấm điểm.",
     "The plan has the criterion {0} in several sections (\"{1}\", \"{2}\"): give it a section in the "
     "scoring "
     "table."},
    {"scoring.no_folder", "“{0}” không phải là một thư mục.", "\"{0}\" is no folder."},

    {"cli.report.about.scoring", "tự chấm điểm: điểm từng tiêu chí, cơ quan nào còn thiếu gì, minh chứng",
     "a self-scoring: points of each criterion, what is missing of whom, the evidence"},
    {"cli.option.scoring_table", "bảng chấm điểm: tệp, hoặc tên", "the scoring table: a file, or a name"},
    {"cli.option.scoring_plan", "số văn bản của kế hoạch giao các tiêu chí",
     "number of the document that assigns the criteria"},
    {"cli.option.scoring_evidence", "thư mục có các tệp minh chứng; tệp được nêu mà không có thì báo thiếu",
     "folder with the files of the evidence; those that are named and not there are told"},

    {"scoring.year", "Năm đánh giá", "Year of evaluation"},
    {"scoring.source", "Bảng chấm điểm theo", "The table is from"},
    {"scoring.total", "Tổng điểm tự chấm", "Points"},
    {"scoring.total_proven", "trong đó đã đủ minh chứng", "of these with all their evidence"},
    {"scoring.user_rule", "Điểm tính theo quy tắc do người dùng cấu hình, không phải quy định của pháp luật.",
     "The points follow a rule that the user has configured; it is not the law."},
    {"scoring.without_points", "{0} tiêu chí chưa có điểm, nên tổng điểm chưa đủ.",
     "{0} criteria have no points yet, so the sum is not complete."},
    {"scoring.unassigned", "Chưa giao cho cơ quan nào trong kế hoạch: tiêu chí {0}.",
     "Assigned to nobody in the plan: criteria {0}."},
    {"scoring.unscored", "Kế hoạch còn các dòng không có trong bảng chấm điểm: {0}.",
     "The plan has rows that are not in the scoring table: {0}."},
    {"scoring.other_max", "Tiêu chí {0}: điểm tối đa ở đây khác điểm tối đa của bảng {1}.",
     "Criterion {0}: its most points here are not those of the table {1}."},
    {"scoring.no_table", "Tiêu chí {0} chưa có điểm: {1}", "Criterion {0} has no points: {1}"},
    {"scoring.not_looked", "Chưa xem tệp minh chứng có hay không (--evidence THƯ_MỤC).",
     "Files of evidence were not looked for (--evidence FOLDER)."},

    {"scoring.sheet_criteria", "Tiêu chí", "Criteria"},
    {"scoring.criteria", "Điểm từng tiêu chí", "Points by criterion"},
    {"scoring.criterion", "Tiêu chí", "Criterion"},
    {"scoring.owners", "Cơ quan chịu trách nhiệm", "Who answers for it"},
    {"scoring.owners_more", "{0} và {1} cơ quan khác", "{0} and {1} more"},
    {"scoring.max", "Tối đa", "Most"},
    {"scoring.assigned", "Số phần việc", "Assigned"},
    {"scoring.done", "Đã xong", "Done"},
    {"scoring.on_time", "Đúng hạn", "On time"},
    {"scoring.evidence", "Minh chứng", "Evidence"},
    {"scoring.rule", "Cách chấm", "Rule"},
    {"scoring.not_yet", "chưa có", "none yet"},
    {"scoring.proven", "đủ", "complete"},
    {"scoring.proven_points", "đủ minh chứng: {0} điểm", "with all evidence: {0} points"},
    {"scoring.not_proven", "chưa đủ", "not complete"},
    {"scoring.floor", ", dưới {0}% thì 0 điểm", ", none below {0}%"},
    {"scoring.rule.all", "xong hết thì đủ điểm, không thì 0", "all points when all is done, else none"},
    {"scoring.rule.all_on_time", "xong hết và đúng hạn thì đủ điểm, không thì 0",
     "all points when all is done on time, else none"},
    {"scoring.rule.share", "theo tỷ lệ đã xong", "by the share that is done"},
    {"scoring.rule.table", "theo bảng", "by the table"},
    {"scoring.rule.by_hand", "chấm tay", "by hand"},
    {"scoring.missing", "Còn thiếu", "Missing"},
    {"scoring.sheet_missing", "Còn thiếu", "Missing"},
    {"scoring.missing_list", "Từng cơ quan còn thiếu", "What is missing, agency by agency"},
    {"scoring.waits", "đã báo cáo, chờ văn phòng xác nhận", "reported, waits for the office"},
    {"scoring.overdue", "chưa xong, đã quá hạn", "not done, overdue"},
    {"scoring.open", "chưa xong", "not done"},
    {"scoring.no_evidence", "đã xong, chưa có số văn bản hay minh chứng nào",
     "done, without a document or any evidence"},
    {"scoring.lost", "không thấy tệp: {0}", "file not there: {0}"},
    {"scoring.sheet_evidence", "Minh chứng", "Evidence"},
    {"scoring.evidence_list", "Tài liệu minh chứng", "Evidence"},
    {"scoring.evidence_note",
     "Chỉ tên tệp được tìm trong thư mục minh chứng; số văn bản và đường dẫn thì không kiểm tra được ở đây.",
     "Only names of files are looked for in the folder; numbers of documents and links cannot be checked "
     "here."},
    {"scoring.result", "Số văn bản", "Document"},
    {"scoring.reference", "Tài liệu", "Reference"},
    {"scoring.looked", "Kiểm tra", "Looked for"},
    {"scoring.state.there", "có", "there"},
    {"scoring.state.missing", "không thấy", "not there"},
    {"scoring.state.not_looked", "không kiểm tra", "not looked for"},
};

}  // namespace

std::span<const Entry> scoring_entries() {
    return scoring_sentences;
}

}  // namespace dondoc::text
