// SPDX-License-Identifier: Apache-2.0
// Dossiers with a term: what is wrong with a feed of them, lists, figures, alerts.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry flow_sentences[] = {
    // refused
    {"flow.bad_days", "{0} ngày là quá xa: tối đa {1}.", "{0} days are too far: at most {1}."},
    {"flow.bad_instant", "“{0}” không phải thời điểm: ghi như 2025-07-15T08:10 (giờ Việt Nam).",
     "“{0}” is no instant: write 2025-07-15T08:10 (Vietnam time)."},
    {"flow.bad_line",
     "Dòng này không phải hồ sơ (id, procedure, office, received, state ...) hay thủ tục (code, name, term), "
     "hoặc có trường lạ.",
     "This line is neither a dossier (id, procedure, office, received, state ...) nor a procedure (code, "
     "name, "
     "term), or it has a field that is not known."},
    {"flow.not_json", "Dòng này không phải một đối tượng JSON (UTF-8) trọn vẹn.",
     "This line is no whole JSON object in UTF-8."},
    {"flow.unknown_field", "Không có trường này; các trường: {0}.",
     "There is no such field; the fields are {0}."},
    {"flow.bad_state", "“{0}” không phải trạng thái: received, in_work, paused, done hoặc refused.",
     "“{0}” is no state: received, in_work, paused, done or refused."},
    {"flow.not_text", "Giá trị phải là chữ, đặt trong dấu nháy kép.",
     "The value has to be a text, in quotes."},
    {"flow.no_list", "Giá trị phải là một danh sách, đặt trong [ ].", "The value has to be a list, in [ ]."},
    {"flow.bad_period", "Kỳ số liệu ngược: từ {0} đến {1}.", "The period is reversed: from {0} to {1}."},
    {"flow.bad_place", "“{0}” không phải chỗ để xem tiếp: dùng next của câu trả lời trước.",
     "“{0}” is no place to go on from: use next of the answer before."},
    {"flow.bad_term",
     "“{0}” không phải thời hạn: 7wd (ngày làm việc), 15d (ngày) hoặc 16h (giờ làm việc), từ 1 đến {1}.",
     "“{0}” is no term: 7wd (working days), 15d (days) or 16h (working hours), from 1 to {1}."},
    {"flow.busy", "Đang có nhiều báo cáo hồ sơ; hãy hỏi lại sau giây lát.",
     "Many reports on dossiers are being made; ask again in a moment."},
    {"flow.finished_order", "Kết thúc lúc {0}, trước khi tiếp nhận hoặc tạm dừng ({1}).",
     "It was finished at {0}, before it was received or paused ({1})."},
    {"flow.future", "{0} còn ở tương lai (bây giờ là {1}).", "{0} is still to come (it is {1} now)."},
    {"flow.long_line", "Dòng dài quá {0} byte.", "The line is longer than {0} bytes."},
    {"flow.no_code", "Thiếu mã.", "The code is missing."},
    {"flow.no_finished", "Hồ sơ đã xong hoặc bị từ chối phải có thời điểm kết thúc (finished).",
     "A dossier that is done or refused needs the instant at which it was (finished)."},
    {"flow.no_name", "Thủ tục {0} chưa có tên.", "The procedure {0} has no name."},
    {"flow.no_pause", "Hồ sơ đang tạm dừng phải có lần tạm dừng chưa kết thúc (pauses).",
     "A dossier that is paused needs a pause that goes on (pauses)."},
    {"flow.no_source", "Hãy nêu tên hệ thống nguồn.", "Name the source."},
    {"flow.no_state", "Thiếu trạng thái: received, in_work, paused, done hoặc refused.",
     "The state is missing: received, in_work, paused, done or refused."},
    {"flow.not_finished", "Có thời điểm kết thúc nhưng trạng thái chưa phải done hay refused.",
     "There is an instant at which it was finished, but its state is neither done nor refused."},
    {"flow.pause_goes_on", "Lần tạm dừng từ {0} chưa kết thúc, nhưng hồ sơ không ở trạng thái tạm dừng.",
     "The pause from {0} goes on, but the dossier is not paused."},
    {"flow.pause_order", "Lần tạm dừng từ {0} không theo thứ tự thời gian.",
     "The pause from {0} is not in the order of time."},
    {"flow.stopped", "Việc đọc số liệu bị dừng; hãy hỏi lại.", "Reading was stopped; ask again."},
    {"flow.too_many_pauses", "Quá nhiều lần tạm dừng: tối đa {0}.", "Too many pauses: at most {0}."},
    {"flow.too_old", "Tiếp nhận lúc {0}, trước {1}.", "It was received at {0}, before {1}."},
    {"flow.unknown", "Không có hồ sơ {0}.", "There is no dossier {0}."},
    {"flow.unknown_procedure", "Chưa biết thủ tục {0}: hãy gửi thủ tục (code, name, term) trước.",
     "The procedure {0} is not known: send it (code, name, term) first."},
    {"config.bad_hours", "“{0}” không phải giờ làm việc, hoặc không theo thứ tự: ghi như 07:30-11:30.",
     "“{0}” are no office hours, or out of order: write 07:30-11:30."},
    {"check.flow_open", "Số hồ sơ đang mở theo sổ đếm là {0}, thực có {1}.",
     "By the counts {0} dossiers are open, and {1} are."},

    // told
    {"cli.event.flow", "thủ tục đến hạn, quá hạn", "dossiers due or overdue"},
    {"cli.alert.flow_summary", "{0}: {1} hồ sơ", "{0}: {1} of them"},
    {"cli.alert.flow", "Hồ sơ {0}: {1}", "Dossier {0}: {1}"},

    // commands
    {"cli.flow.about", "hồ sơ thủ tục hành chính có thời hạn, lấy từ hệ thống khác",
     "dossiers with a term, kept by another system"},
    {"cli.flow.import_about", "nhận hồ sơ từ một tệp JSONL; nhận lại là cập nhật, không đếm hai lần",
     "take in dossiers from JSON lines; again is an update, and nothing is counted twice"},
    {"cli.flow.list_about", "hồ sơ đang mở theo hạn, hoặc đã xong",
     "open dossiers by due, or those that are done"},
    {"cli.flow.show_about", "một hồ sơ: thời hạn, tạm dừng, đã báo gì",
     "one dossier: its term, pauses, what was told"},
    {"cli.flow.report_about", "số liệu một kỳ: đúng hạn, quá hạn, tỷ lệ",
     "figures of a period: on time, late, ratio"},
    {"cli.option.flow_file", "tệp JSONL, mỗi dòng một hồ sơ hoặc một thủ tục; - là đầu vào",
     "JSON lines, a dossier or a procedure each; - is standard input"},
    {"cli.option.flow_source", "tên hệ thống nguồn; mã hồ sơ là mã trong hệ thống đó",
     "name of the source; ids are ids there"},
    {"cli.option.flow_skip_refused", "bỏ hồ sơ bị từ chối, nhận các hồ sơ còn lại",
     "leave out the dossiers that are refused, and take in the others"},
    {"cli.option.flow_procedure", "chỉ thủ tục này", "only this procedure"},
    {"cli.option.flow_state",
     "chỉ hồ sơ như thế: in_time (còn hạn), overdue (quá hạn), paused (tạm dừng), on_time (hoàn "
     "thành đúng hạn), late (hoàn thành quá hạn), refused (bị từ chối)",
     "only those: in_time, overdue, paused; done on_time, late, refused"},
    {"cli.option.flow_due_within", "chỉ hồ sơ đến hạn trong N ngày tới",
     "only those that are due within N days"},
    {"cli.option.flow_limit", "tối đa N hồ sơ (mặc định 100)", "at most N dossiers (100 by default)"},
    {"cli.option.flow_id", "mã hồ sơ trong hệ thống nguồn", "the dossier's id in its source"},
    {"cli.option.flow_from", "ngày đầu của kỳ", "first day of the period"},
    {"cli.option.flow_to", "ngày cuối của kỳ, tính cả ngày đó (mặc định: hôm nay)",
     "last day of the period, counted with (today by default)"},
    {"cli.option.flow_by", "mỗi cơ quan (agency), mỗi thủ tục (procedure) một dòng",
     "a row of each agency, each procedure"},
    {"cli.flow.imported", "Đã nhận: {0} hồ sơ mới, {1} thay đổi, {2} như cũ; {3} thủ tục mới hoặc thay đổi.",
     "Taken in: {0} new dossiers, {1} changed, {2} as before; {3} procedures new or changed."},
    {"cli.flow.would", "Sẽ nhận: {0} hồ sơ mới, {1} thay đổi, {2} như cũ; {3} thủ tục mới hoặc thay đổi.",
     "Would be taken in: {0} new dossiers, {1} changed, {2} as before; {3} procedures new or changed."},
    {"cli.flow.older", "Bỏ qua {0} hồ sơ: đã biết bản mới hơn.",
     "Passed over: {0} dossiers of which something newer is known."},
    {"cli.flow.forgotten", "Bỏ qua {0} hồ sơ: đã xong từ lâu và không còn lưu.",
     "Passed over: {0} dossiers that were done long ago and are kept no more."},
    {"cli.flow.refused", "{0} hồ sơ bị từ chối.", "{0} dossiers were refused."},
    {"cli.flow.empty", "Không có hồ sơ nào.", "There are no dossiers."},
    {"cli.flow.more", "Còn nữa: mới hiện {0} hồ sơ đầu (--limit).",
     "There are more than these {0} (--limit)."},
    {"cli.flow.procedure", "Thủ tục", "Procedure"},
    {"cli.flow.procedure_name", "Tên thủ tục", "Name of the procedure"},
    {"cli.flow.source", "Nguồn", "Source"},
    {"cli.flow.received", "Tiếp nhận", "Received"},
    {"cli.flow.finished", "Kết thúc", "Finished"},
    {"cli.flow.counted", "Đã tính", "Counted"},
    {"cli.flow.counted.wd", "{0}/{1} ngày làm việc", "{0} of {1} working days"},
    {"cli.flow.counted.d", "{0}/{1} ngày", "{0} of {1} days"},
    {"cli.flow.counted.h", "{0} giờ {1} phút/{2} giờ làm việc", "{0} h {1} min of {2} working hours"},
    {"cli.flow.pauses", "Tạm dừng", "Pauses"},
    {"cli.flow.from", "Từ", "From"},
    {"cli.flow.to", "Đến", "To"},
    {"cli.flow.goes_on", "chưa kết thúc", "goes on"},
    {"cli.flow.told", "Đã báo", "Told"},
    {"cli.flow.at", "Lúc", "At"},
    {"cli.flow.what", "Nội dung", "What"},
    {"cli.flow.skipped", "(bỏ qua)", "(skipped)"},
    {"cli.flow.next", "Tiếp theo: {0}, lúc {1}.", "Next: {0}, at {1}."},
    {"cli.flow.state.received", "đã tiếp nhận", "received"},
    {"cli.flow.state.in_work", "đang giải quyết", "in work"},
    {"cli.flow.state.paused", "tạm dừng, chờ bổ sung", "paused"},
    {"cli.flow.state.done", "đã giải quyết", "done"},
    {"cli.flow.state.refused", "từ chối giải quyết", "refused"},
    {"cli.flow.class.in_time", "còn hạn", "in time"},
    {"cli.flow.class.overdue", "quá hạn", "overdue"},
    {"cli.flow.class.paused", "tạm dừng", "paused"},
    {"cli.flow.class.on_time", "đúng hạn", "on time"},
    {"cli.flow.class.late", "quá hạn khi xong", "late"},
    {"cli.flow.class.refused", "từ chối", "refused"},

    // figures
    {"cli.flow.report_title", "Tình hình giải quyết hồ sơ thủ tục hành chính", "Dossiers with a term"},
    {"cli.flow.sheet", "Hồ sơ", "Dossiers"},
    {"cli.flow.figures", "Số liệu", "Figures"},
    {"cli.flow.period", "Kỳ", "Period"},
    {"cli.flow.from_to", "{0} đến {1}", "{0} to {1}"},
    {"cli.flow.formula",
     "Kỳ trước chuyển sang + tiếp nhận = đúng hạn + quá hạn + từ chối + đang giải quyết. Tỷ lệ = đúng hạn / "
     "(đúng hạn + quá hạn); hồ sơ bị từ chối không tính vào tỷ lệ.",
     "Carried over + received = on time + late + refused + open. Ratio = on time / (on time + late); what "
     "was "
     "refused is in no ratio."},
    {"cli.flow.open_unknown",
     "Hồ sơ của thời gian đó không còn lưu đủ: chỉ biết tổng số đang giải quyết cuối kỳ, không biết còn hạn, "
     "quá "
     "hạn hay tạm dừng.",
     "Not all dossiers of that time are kept: how many were open at the period's end is known, how they "
     "stood is "
     "not."},
    {"cli.flow.figure.carried", "Kỳ trước chuyển sang", "Carried over"},
    {"cli.flow.figure.received", "Tiếp nhận trong kỳ", "Received"},
    {"cli.flow.figure.on_time", "Giải quyết đúng hạn", "Done on time"},
    {"cli.flow.figure.late", "Giải quyết quá hạn", "Done late"},
    {"cli.flow.figure.refused", "Từ chối", "Refused"},
    {"cli.flow.figure.open", "Đang giải quyết", "Open"},
    {"cli.flow.figure.in_time", "Còn hạn", "In time"},
    {"cli.flow.figure.overdue", "Quá hạn", "Overdue"},
    {"cli.flow.figure.paused", "Tạm dừng", "Paused"},
    {"cli.flow.figure.ratio", "Tỷ lệ đúng hạn", "On-time ratio"},
};

}  // namespace

std::span<const Entry> flow_entries() {
    return flow_sentences;
}

}  // namespace dondoc::text
