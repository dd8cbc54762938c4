// SPDX-License-Identifier: Apache-2.0
// What persons read in mails and other messages, and what the program that sends them says.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry letter_sentences[] = {
    // subjects; the parts of one are joined with ", "
    {"letter.subject", "[Đôn đốc] {0}", "[dondoc] {0}"},
    {"letter.subject_urgent", "[Đôn đốc - KHẨN] {0}", "[dondoc - URGENT] {0}"},
    {"letter.count.pressed", "đôn đốc {0} việc", "pressed for {0}"},
    {"letter.count.overdue", "{0} việc quá hạn", "{0} overdue"},
    {"letter.count.escalation", "{0} việc báo cáo cấp trên", "{0} escalated"},
    {"letter.count.reminder", "{0} việc sắp đến hạn", "{0} due soon"},
    {"letter.count.assigned", "{0} việc mới giao", "{0} newly assigned"},
    {"letter.count.changed", "{0} thay đổi", "{0} changed"},
    {"letter.count.flow", "{0} hồ sơ", "{0} dossiers"},
    {"letter.count.undelivered", "{0} tin không gửi được", "{0} not delivered"},
    {"letter.count.daily", "tình hình ngày {0}", "the state on {0}"},
    {"letter.count.test", "tin thử", "a test"},
    {"letter.count.sign_in", "đường dẫn đặt lại mật khẩu", "a link to set a new password"},

    // headings
    {"letter.heading.pressed", "Đôn đốc", "Pressed"},
    {"letter.heading.overdue", "Đã quá hạn", "Overdue"},
    {"letter.heading.escalation", "Báo cáo cấp trên: việc quá hạn lâu, hoặc chưa ai xem",
     "Escalated: long overdue, or nobody has looked"},
    {"letter.heading.reminder", "Sắp đến hạn", "Due soon"},
    {"letter.heading.assigned", "Mới giao", "Newly assigned"},
    {"letter.heading.changed", "Thay đổi", "Changes"},
    {"letter.heading.flow", "Hồ sơ thủ tục đến hạn, quá hạn", "Dossiers due or overdue"},
    {"letter.heading.undelivered", "Không gửi được", "Not delivered"},
    {"letter.heading.daily", "Tình hình", "How it stands"},
    {"letter.heading.test", "Tin thử", "A test"},
    {"letter.heading.sign_in", "Đặt lại mật khẩu", "Set a new password"},

    {"letter.greeting", "Kính gửi đồng chí {0},", "Dear {0},"},
    {"letter.agency", "Cơ quan nhận tin: {0}.", "For: {0}."},
    {"letter.item.source", "{0}, nhiệm vụ {1}", "{0}, task {1}"},
    {"letter.item.source_only", "{0}", "{0}"},
    {"letter.item.due", "hạn {0} ({1})", "due {0} ({1})"},
    {"letter.item.left", "còn {0} ngày", "{0} days left"},
    {"letter.item.left_one", "còn 1 ngày", "1 day left"},
    {"letter.item.today", "hôm nay", "today"},
    {"letter.item.late", "quá hạn {0} ngày", "{0} days late"},
    {"letter.item.late_one", "quá hạn 1 ngày", "1 day late"},
    {"letter.item.no_due", "chưa có ngày đến hạn", "no fixed day"},
    {"letter.item.phrase", "thời hạn: {0}", "term: {0}"},
    {"letter.item.review", "rà soát từ ngày {0}", "to be reviewed since {0}"},
    {"letter.item.cooperating", "phối hợp", "cooperating"},
    {"letter.item.urgent", "KHẨN", "URGENT"},
    {"letter.item.responsible", "đồng chí phụ trách", "you are responsible"},
    {"letter.item.of_agency", "của {0}", "of {0}"},
    {"letter.item.nth", "đôn đốc lần {0}", "pressed for the {0}. time"},
    {"letter.item.note", "ghi chú: {0}", "note: {0}"},
    {"letter.item.by", "người thực hiện: {0}", "by {0}"},
    {"letter.item.new_due", "hạn {0}", "due {0}"},
    {"letter.secret", "Có 1 nhiệm vụ của văn bản mật; hãy xem trong hệ thống.",
     "There is 1 task of a secret document; see it in the system."},
    {"letter.secret_many", "Có {0} nhiệm vụ của văn bản mật; hãy xem trong hệ thống.",
     "There are {0} tasks of secret documents; see them in the system."},
    {"letter.pressing", "Văn phòng đôn đốc {0}{1}: {2}", "The office presses {0}{1}: {2}"},
    {"letter.pressing.letter", "bằng văn bản", "by letter"},
    {"letter.pressing.phone", "qua điện thoại", "by telephone"},
    {"letter.pressing.mail", "qua thư điện tử", "by mail"},
    {"letter.pressing.document", " số {0}", " number {0}"},
    {"letter.succession", "Sắp xếp cơ quan theo {0}: từ ngày {1}.", "Agencies go over by {0}: from {1}."},
    {"letter.flow", "Hồ sơ {0}: {1}", "Dossier {0}: {1}"},
    {"letter.undelivered", "Tin {0} của {1} không đến được người số {2} qua {3}: {4}.",
     "Event {0} of {1} did not reach person {2} by {3}: {4}."},
    {"letter.daily",
     "Ngày {0}: {1} việc đang mở, {2} quá hạn, {3} đến hạn hôm nay, {4} sắp đến hạn, {5} chờ xác nhận.",
     "{0}: {1} open, {2} overdue, {3} due today, {4} due soon, {5} waiting to be confirmed."},
    {"letter.daily_sending", "Tin gửi đến người: {0} đang thử lại, {1} bị từ chối hẳn.",
     "For persons: {0} being tried again, {1} refused for good."},
    {"letter.daily_absence",
     "Thư này đến mỗi sáng ngày làm việc, kể cả khi không có gì mới. Không thấy thư là có sự cố.",
     "This comes on every working morning, also when there is nothing new. If it does not come, something is "
     "wrong."},
    {"letter.test", "Đây là tin thử của hệ thống đôn đốc. Nhận được nghĩa là kênh này dùng được.",
     "This is a test of dondoc. That it arrived means that this channel works."},
    {"letter.sign_in",
     "Có người vừa yêu cầu đặt lại mật khẩu cho tài khoản này. Đường dẫn dùng được một lần, trong một giờ kể "
     "từ "
     "lúc yêu cầu. Nếu không phải đồng chí yêu cầu thì bỏ qua thư này: mật khẩu cũ vẫn còn nguyên.",
     "Somebody asked to set a new password for this account. The link works once, for an hour since it was "
     "asked "
     "for. If that was not you, ignore this mail: the password stays as it is."},
    {"letter.more", "… và {0} việc nữa", "... and {0} more"},
    {"letter.open", "Mở", "Open"},
    {"letter.calendar", "Tệp .ics kèm theo có {0} thời hạn: mở tệp để đưa vào lịch.",
     "The attached .ics has {0} terms: open it to put them into a calendar."},
    {"letter.seen_by_link", "Mở nhiệm vụ cũng là ghi nhận đã xem.",
     "To open a task also records that you looked."},
    {"letter.seen_by_command", "Ghi nhận đã xem: dondoc seen {0}",
     "To record that you looked: dondoc seen {0}"},
    {"letter.footer", "Thư tự động của hệ thống đôn đốc; xin không trả lời.",
     "Sent automatically by dondoc; please do not answer."},
    {"letter.short_more", "{0} (+{1})", "{0} (+{1})"},

    // dondoc-relay
    {"relay.about", "gửi tin đôn đốc đến từng người: thư điện tử, webhook và các kênh khác",
     "tells persons of what is due: mail, webhook and other channels"},
    {"relay.option.presets", "thư mục các mẫu kênh", "folder of presets"},
    {"relay.config_good", "{0}: cấu hình đúng; các kênh: {1}",
     "{0}: the configuration is good; channels: {1}"},
    {"relay.outbox.foreign", "Tệp này không phải hộp gửi của dondoc-relay.",
     "This file is no outbox of dondoc-relay."},
    {"relay.outbox.newer", "Tệp này do bản dondoc-relay mới hơn ghi.",
     "This file was written by a newer dondoc-relay."},
    {"relay.outbox.unusable", "Không dùng được hộp gửi: {0}", "The outbox cannot be used: {0}"},
    {"relay.config.no_channel", "Chưa có kênh nào: cần [mail], [[http]] hoặc [[webhook]].",
     "There is no channel: [mail], [[http]] or [[webhook]] is needed."},
    {"relay.config.twice", "{0}: tên kênh “{1}” dùng hai lần.",
     "{0}: the name \"{1}\" is used by two channels."},
    {"relay.config.time", "{0}: “{1}” không phải giờ trong ngày; viết như \"07:45\".",
     "{0}: \"{1}\" is no time of day; write as in \"07:45\"."},
    {"config.duration", "{0}: “{1}” không phải khoảng thời gian; viết như \"90s\", \"5m\", \"2h\", \"3d\".",
     "{0}: \"{1}\" is no duration; write as in \"90s\", \"5m\", \"2h\", \"3d\"."},
    {"relay.config.server",
     "{0}: “{1}” không phải máy chủ thư; viết như \"smtp://thu.tinh.gov.vn:587\" hoặc smtps://…",
     "{0}: \"{1}\" is no mail server; write as in \"smtp://mail.example.vn:587\", or smtps://..."},
    {"relay.config.url", "{0}: “{1}” không phải địa chỉ http:// hoặc https://.",
     "{0}: \"{1}\" is no address of http:// or https://."},
    {"relay.config.address", "{0}: “{1}” không phải địa chỉ thư, như \"Đôn đốc <dondoc@tinh.gov.vn>\".",
     "{0}: \"{1}\" is no mail address, as \"Office <office@example.vn>\"."},
    {"relay.config.secret", "{0}: không đọc được bí mật trong tệp {1}.",
     "{0}: the secret in {1} cannot be read."},
    {"relay.config.site", "{0}: “{1}” không dùng được: chỉ chữ cái không dấu, chữ số, dấu chấm và gạch nối.",
     "{0}: \"{1}\" cannot be used: letters, digits, dots and hyphens only."},
    {"relay.config.variable", "{0}: mẫu cần biến “{1}” nhưng chưa có trong [http.set].",
     "{0}: the preset needs \"{1}\", which [http.set] does not have."},
    {"relay.config.plain_password", "{0}: có mật khẩu mà tls = \"off\": mật khẩu sẽ đi không mã hóa.",
     "{0}: there is a password and tls = \"off\": it would go in clear text."},
};

}  // namespace

std::span<const Entry> letter_entries() {
    return letter_sentences;
}

}  // namespace dondoc::text
