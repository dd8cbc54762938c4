// SPDX-License-Identifier: Apache-2.0
// Terms that are not one fixed day: events, terms set later, occurrences, reviews of standing duties.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry term_sentences[] = {
    {"term.dropped", "Nhiệm vụ số {0} không còn trong văn bản, nên không ấn định thời hạn được.",
     "Task {0} is no longer in its document, so its term cannot be decided."},
    {"term.no_document", "Thiếu số văn bản làm căn cứ: thêm --document SỐ.",
     "The number of the document that this rests on is missing: add --document NUMBER."},
    {"term.no_reason", "Thiếu lý do: thêm --reason.", "A reason is missing: add --reason."},
    {"term.same", "Nhiệm vụ số {0} đã được ghi đúng như vậy; không có gì thay đổi.",
     "Task {0} says just that already; nothing was changed."},
    {"term.not_event",
     "Thời hạn của nhiệm vụ số {0} không tính theo sự kiện ({1}). Nếu văn bản khác đã ấn định thời hạn, "
     "dùng: "
     "dondoc task term {0} --due NGÀY.",
     "The term of task {0} does not wait for an event ({1}). If another document has set it: dondoc task "
     "term "
     "{0} --due DAY."},
    {"term.no_event_day", "Thiếu ngày xảy ra sự kiện: thêm --on NGÀY.",
     "The day of the event is missing: add --on DAY."},
    {"term.event_future",
     "Ngày xảy ra sự kiện {0} còn chưa tới (hôm nay là {1}): hãy ghi khi sự kiện đã xảy ra.",
     "The day of the event, {0}, has not come (today is {1}): record the event when it has happened."},
    {"term.event_before_issue",
     "Ngày xảy ra sự kiện {0} trước ngày ban hành văn bản ({1}): xem lại ngày ghi ở --on.",
     "The event's day, {0}, is before the document was issued ({1}): check --on."},
    {"term.due_before_event", "Ngày đến hạn {0} trước ngày xảy ra sự kiện {1}: xem lại --due hoặc --on.",
     "The due day, {0}, is before the event, {1}: check --due or --on."},
    {"term.has_day",
     "Nhiệm vụ số {0} đã có ngày đến hạn do văn bản quy định ({1}). Muốn đổi, hãy nhập văn bản sửa đổi hoặc "
     "gia "
     "hạn phần việc.",
     "Task {0} has a day by its document ({1}). To change it, import the amended document or extend the "
     "assignment."},
    {"term.due_or_phrase", "Cần đúng một trong hai: --due NGÀY hoặc --phrase “CỤM TỪ”.",
     "Exactly one of --due DAY and --phrase TEXT is needed."},
    {"term.issued_future", "Ngày ban hành {0} còn chưa tới (hôm nay là {1}).",
     "The day of issue, {0}, has not come (today is {1})."},
    {"term.unread", "Không đọc được thời hạn “{0}”: viết lại, hoặc cho ngày bằng --due.",
     "The term “{0}” cannot be read: write it another way, or give the day by --due."},
    {"term.not_one_day", "“{0}” không cho một ngày đến hạn ({1}): cho ngày bằng --due.",
     "“{0}” gives no single due day ({1}): give the day by --due."},
    {"term.nothing_to_undo",
     "Điều đang có hiệu lực với nhiệm vụ số {0} không phải là “{1}”, nên không bỏ được.",
     "What holds for task {0} is not “{1}”, so it cannot be undone."},
    {"term.by_hand", "Ấn định là {0}.", "Set to {0}."},
    {"action.event", "ghi nhận sự kiện", "event recorded"},
    {"action.series_ends", "sắp hết các kỳ", "the series ends"},
    {"cli.alert.series_ends",
     "kỳ cuối cùng, hạn {0}; sau đó không còn kỳ nào: hãy giao tiếp nếu việc vẫn còn",
     "the last occurrence, due {0}; none follows it: assign it anew if the duty goes on"},
    {"action.event_undone", "bỏ ghi nhận sự kiện", "event undone"},
    {"action.term", "ấn định thời hạn", "term set"},
    {"action.term_undone", "bỏ thời hạn đã ấn định", "term undone"},
    {"action.review", "rà soát", "review"},
    {"review.not_standing",
     "Phần việc số {0} có thời hạn, không phải việc thường xuyên: hãy báo cáo tiến độ hoặc kết quả thay cho "
     "rà soát.",
     "Assignment {0} has a term and is no standing duty: report its progress or result instead."},
    {"review.closed", "Phần việc số {0} đang ở trạng thái “{1}”, không còn phải rà soát.",
     "Assignment {0} is “{1}” and is no longer reviewed."},
    {"review.no_note", "Thiếu kết quả rà soát: thêm --note.", "What was found is missing: add --note."},

    {"cli.task.event_about", "ghi nhận sự kiện mà thời hạn của nhiệm vụ chờ (“khi có ...”)",
     "record the event that a task's term waits for"},
    {"cli.task.term_about", "ấn định thời hạn cho nhiệm vụ mà văn bản giao chưa cho ngày",
     "set the term of a task that its document left open"},
    {"cli.option.event_day", "ngày xảy ra sự kiện", "day on which it happened"},
    {"cli.option.event_due", "ngày đến hạn; bỏ trống thì tính theo cụm từ, nếu có",
     "due day; without it, counted from the phrase where it says how"},
    {"cli.option.term_document", "số văn bản làm căn cứ", "number of the document that it rests on"},
    {"cli.option.term_due", "ngày đến hạn", "due day"},
    {"cli.option.term_phrase", "thời hạn như văn bản viết", "the term as the document says it"},
    {"cli.option.term_issued", "ngày ban hành văn bản đó (mặc định: hôm nay)",
     "day of that document (without it: today)"},
    {"cli.option.term_reason", "lý do", "reason"},
    {"cli.option.event_undo", "bỏ ghi nhận: sự kiện chưa xảy ra", "undo: it had not happened"},
    {"cli.option.term_undo", "bỏ thời hạn đã ấn định", "undo what was set"},
    {"cli.term.done_due", "Nhiệm vụ số {0}: hạn {1}. {2} Đổi {3} phần việc, báo {4} cơ quan.",
     "Task {0}: due {1}. {2} {3} assignments changed, {4} agencies told."},
    {"cli.term.done_open", "Nhiệm vụ số {0}: chưa có ngày đến hạn. Đổi {1} phần việc, báo {2} cơ quan.",
     "Task {0}: no due day yet. {1} assignments changed, {2} agencies told."},
    {"cli.term.how_to_set",
     "Khi biết ngày: dondoc task event {0} --on {1} --due NGÀY --document SỐ --reason “LÝ DO”",
     "When the day is known: dondoc task event {0} --on {1} --due DAY --document NUMBER --reason TEXT"},
    {"cli.term.heading", "Thời hạn được ấn định", "Decisions on the term"},
    {"cli.term.action", "Việc", "What"},
    {"cli.term.happened", "Ngày xảy ra", "Happened"},
    {"cli.term.document", "Căn cứ", "By document"},
    {"cli.term.by", "Người ghi", "By"},
    {"cli.term.reason", "Vì sao", "Why"},
    {"cli.term.openings", "Kỳ sắp mở", "Next occurrence"},
    {"cli.term.opening", "  {0}: kỳ {1} mở lúc {2}, khi kỳ trước đã qua",
     "  {0}: that of {1} is opened at {2}, when the one before it has passed"},
    {"cli.term.none", "chưa có", "none"},
    {"cli.term.amended", "văn bản sửa đổi", "document amended"},
    {"cli.review.about", "rà soát các việc thường xuyên", "reviews of standing duties"},
    {"cli.review.list_about", "các việc thường xuyên đã đến kỳ rà soát",
     "standing duties whose review has come"},
    {"cli.review.record_about", "ghi kết quả rà soát một việc thường xuyên",
     "record the review of a standing duty"},
    {"cli.option.review_all", "cả những việc chưa đến kỳ", "also those whose review has not come"},
    {"cli.option.review_note", "kết quả rà soát", "what was found"},
    {"cli.review.empty", "Không có việc thường xuyên nào đến kỳ rà soát.",
     "No standing duty is to be reviewed."},
    {"cli.review.heading", "Rà soát", "Review"},
    {"cli.review.next", "  {0}: tính từ {1}, kỳ tới {2} ({3})", "  {0}: since {1}, next {2} ({3})"},
    {"cli.review.since", "Tính từ", "Since"},
    {"cli.review.due", "Đến kỳ", "Review due"},
    {"cli.review.done", "Đã ghi rà soát phần việc số {0} của {1}; kỳ tới {2}.",
     "Review of assignment {0} of {1} recorded; the next one is {2}."},
    {"cli.review.done_last",
     "Đã ghi rà soát phần việc số {0} của {1}; không có kỳ tới (chính sách không yêu cầu).",
     "Review of assignment {0} of {1} recorded; the policy asks for no next one."},
    {"cli.step.review", "nhắc rà soát", "review"},
    {"cli.alert.review", "việc thường xuyên, đến kỳ rà soát từ {0}",
     "standing duty, to be reviewed since {0}"},
    {"cli.alert.new_due", "hạn {0}", "due {0}"},
    {"cli.alert.still_open", "chưa có ngày đến hạn", "no due day yet"},
    {"cli.change.event", "Sự kiện mà thời hạn chờ đã được ghi nhận",
     "The event that the term waited for was recorded"},
    {"cli.change.event_undone", "Bỏ ghi nhận sự kiện", "The event was undone"},
    {"cli.change.term", "Thời hạn được ấn định", "The term was set"},
    {"cli.change.term_undone", "Bỏ thời hạn đã ấn định", "The term was undone"},
    {"cli.change.review", "Việc thường xuyên đã được rà soát", "A standing duty was reviewed"},
    {"cli.policy.reviews", "Rà soát", "Reviews"},
    {"cli.policy.review.monthly", "việc thường xuyên: hằng tháng", "standing duties: monthly"},
    {"cli.policy.review.quarterly", "việc thường xuyên: hằng quý", "standing duties: quarterly"},
    {"cli.policy.review.yearly", "việc thường xuyên: hằng năm", "standing duties: yearly"},
    {"cli.policy.review.days", "việc thường xuyên: mỗi {0}", "standing duties: every {0}"},
    {"config.bad_review",
     "{0}: “{1}” không phải kỳ rà soát: viết monthly, quarterly, yearly hoặc số ngày như 45d, nhiều nhất "
     "{2}.",
     "{0}: “{1}” is no review interval: write monthly, quarterly, yearly or days as in 45d, at most {2}."},
};

}  // namespace

std::span<const Entry> term_entries() {
    return term_sentences;
}

}  // namespace dondoc::text
