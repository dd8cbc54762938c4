// SPDX-License-Identifier: Apache-2.0
// Persons that are reached: deliveries by channels, tests of a contact, who has looked.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry reached_sentences[] = {
    // refusals of the daemon
    {"delivery.address", "Lý do không được ghi địa chỉ thư: nó đi vào nhật ký.",
     "The reason must not name a mail address: it goes into the log."},
    {"delivery.none", "Không có gì đang chờ hoặc bị từ chối khớp với yêu cầu; xem “dondoc outbox list”.",
     "Nothing that waits or was refused fits; see \"dondoc outbox list\"."},
    {"delivery.state", "Trạng thái gửi phải là waiting, sent, refused hoặc dropped.",
     "The state of a delivery must be waiting, sent, refused or dropped."},
    {"delivery.which",
     "Hãy nói rõ tin nào, người nào hoặc kênh nào; hoặc dùng --all cho tất cả, không dùng cả hai.",
     "Say which event, person or channel; or --all for everything, not both."},
    {"delivery.wish", "“{0}” không phải là yêu cầu hợp lệ: dùng retry hoặc drop.",
     "\"{0}\" cannot be asked for: use retry or drop."},
    {"contact.no_channel", "{0} chưa có kênh nào; thêm bằng “dondoc person change … --channels mail”.",
     "{0} has no channel yet; add one with \"dondoc person change ... --channels mail\"."},
    {"contact.other_channel", "{0} không dùng kênh “{1}”.", "{0} does not use the channel \"{1}\"."},
    {"contact.unknown", "Không có lần thử số {0}.", "There is no test {0}."},
    {"event.other_person", "{0} không thuộc cơ quan nhận tin này.",
     "{0} is not of the agency whose event this is."},
    {"event.others_look", "Chỉ người của {0} mới nói được là {0} đã xem tin của mình.",
     "Only {0} can say that it has looked at what it was told."},
    {"event.unknown", "Không có tin mã {0}.", "There is no event {0}."},

    // deliveries
    {"cli.event.undelivered", "không gửi được đến người nhận", "not delivered to persons"},
    {"cli.alert.undelivered", "tin {0} của {1} cho người số {2} qua {3}: {4}",
     "event {0} of {1} for person {2} by {3}: {4}"},
    {"cli.delivery.unspecified", "chưa gửi", "not sent yet"},
    {"cli.delivery.waiting", "đang thử lại", "being tried again"},
    {"cli.delivery.sent", "đã gửi", "sent"},
    {"cli.delivery.refused", "bị từ chối hẳn", "refused for good"},
    {"cli.delivery.dropped", "đã bỏ", "dropped"},
    {"cli.delivery.program", "(chương trình)", "(program)"},
    {"cli.delivery.somebody", "người số {0}", "person {0}"},
    {"cli.delivery.line", "{0} {1} ({2})", "{0} {1} ({2})"},
    {"cli.delivery.because", "{0}: {1}", "{0}: {1}"},
    {"cli.task.handed", "đã giao máy", "handed to a program"},
    {"cli.task.seen_by", "rồi: {0}, {1}", "yes: {0}, {1}"},
    {"cli.column.channel", "Kênh", "Channel"},
    {"cli.column.tries", "Số lần", "Tries"},
    {"cli.column.next_try", "Thử lại lúc", "Next try"},
    {"cli.column.wish", "Yêu cầu", "Asked for"},
    {"cli.column.sent", "Đã gửi", "Sent"},
    {"cli.column.handed", "Đã giao máy", "Handed"},
    {"cli.column.handed_since", "Giao máy từ", "Since"},
    {"cli.outbox.about", "tin gửi đến từng người: đang chờ, bị từ chối; thử lại hoặc bỏ",
     "events for persons: what waits and what was refused; try again or drop"},
    {"cli.outbox.list_about", "những gì đang chờ gửi lại hoặc bị từ chối hẳn, mới nhất trước",
     "what is being tried again or was refused for good, newest first"},
    {"cli.outbox.retry_about", "yêu cầu gửi lại ngay", "ask that it be tried again at once"},
    {"cli.outbox.drop_about", "yêu cầu bỏ, không gửi nữa", "ask that it be dropped"},
    {"cli.outbox.empty", "Không có gì đang chờ, không có gì bị từ chối.",
     "Nothing waits, nothing was refused."},
    {"cli.outbox.more", "Còn nữa; dùng --offset hoặc --limit.", "There is more; use --offset or --limit."},
    {"cli.outbox.asked", "Đã yêu cầu cho {0} mục; chương trình gửi tin sẽ làm trong giây lát.",
     "Asked for {0} items; the program that sends does it in a moment."},
    {"cli.outbox.retry", "gửi lại", "try again"},
    {"cli.outbox.drop", "bỏ", "drop"},
    {"cli.option.outbox_event", "tin có mã này (cột Mã)", "the event with this id"},
    {"cli.option.outbox_person", "người nhận: số, tên hoặc địa chỉ thư",
     "for whom: number, name or mail address"},
    {"cli.option.outbox_channel", "kênh: mail, zalo, sms …", "channel: mail, zalo, sms ..."},
    {"cli.option.outbox_all", "tất cả những gì đang chờ hoặc bị từ chối",
     "everything that waits or was refused"},
    {"cli.option.outbox_sent", "cả những gì đã gửi hoặc đã bỏ", "also what was sent or dropped"},

    // contact test
    {"cli.contact.about", "thử xem tin có đến được một người không", "see whether messages reach a person"},
    {"cli.contact.test_about", "gửi một tin thử qua từng kênh của người đó và chờ kết quả",
     "send a test by each channel of a person and wait for what comes of it"},
    {"cli.contact.nobody_sends",
     "Chưa chương trình nào nhận việc gửi sau {0} giây: dondoc-relay có đang chạy không? Tin thử vẫn chờ nó.",
     "No program has taken it up after {0} seconds: is dondoc-relay running? The test waits for it."},
    {"cli.contact.not_yet", "Chưa có kết quả sau {0} giây; xem lại bằng “dondoc contact test” sau một phút.",
     "There is no result after {0} seconds; see again with \"dondoc contact test\" in a minute."},
    {"cli.option.contact_channel", "chỉ thử kênh này", "only this channel"},
    {"cli.option.contact_wait", "chờ kết quả bao nhiêu giây (mặc định 30)",
     "seconds to wait for the result (default 30)"},

    // seen
    {"cli.seen.about", "ghi nhận có người đã xem tin: việc nhận tin của máy không phải là đã xem",
     "record that a person has looked at events: a program's acknowledgement is no look"},
    {"cli.seen.done", "Đã ghi nhận {0} tin được xem.", "Recorded that {0} events were looked at."},
    {"cli.option.seen_events", "mã của tin, như trong thư hoặc “dondoc log”",
     "ids of events, as in a mail or in \"dondoc log\""},
    {"cli.option.seen_up_to", "mọi tin trong hộp tin của cơ quan đến số này",
     "everything in the agency's inbox up to this number"},
    {"cli.option.seen_person", "ai đã xem: số, tên hoặc địa chỉ thư",
     "who looked: number, name or mail address"},
    {"cli.option.seen_agency", "hộp tin của cơ quan nào, dùng với --up-to", "whose inbox, with --up-to"},
    {"cli.usage.seen_what", "Hãy ghi mã của tin, hoặc --up-to N.", "Give ids of events, or --up-to N."},
};

}  // namespace

std::span<const Entry> reached_entries() {
    return reached_sentences;
}

}  // namespace dondoc::text
