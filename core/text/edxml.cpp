// SPDX-License-Identifier: Apache-2.0
// Documents of the axis: what cannot be read, and what they propose.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry edxml_sentences[] = {
    // not read
    {"edxml.attachment", "Tệp đính kèm “{0}” không đọc được (base64 hỏng).",
     "The attachment “{0}” cannot be read (broken base64)."},
    {"edxml.broken", "Tệp không phải là một thông điệp XML đúng: hỏng ở byte {0}.",
     "The file is no well-formed XML message: it breaks at byte {0}."},
    {"edxml.several", "Tệp có nhiều thông điệp nối nhau; mỗi thông điệp phải là một tệp.",
     "The file has several messages one after the other; each has to be a file of its own."},
    {"edxml.doctype", "Thông điệp có khai báo DOCTYPE: không đọc.",
     "The message has a DOCTYPE: it is not read."},
    {"edxml.long_text", "Một trường dài quá {0} byte.", "A field is longer than {0} bytes."},
    {"edxml.no_document", "Văn bản không có mã (DocumentId), cũng không đủ cơ quan, số và ngày.",
     "The document has no id (DocumentId), nor issuer, number and day."},
    {"edxml.no_header", "Không có phần đầu thông điệp (MessageHeader).", "There is no MessageHeader."},
    {"edxml.too_big", "Thông điệp lớn quá {0} MiB.", "The message is larger than {0} MiB."},
    {"edxml.too_many", "Quá nhiều phần tử {0}.", "Too many elements {0}."},
    {"edxml.unreadable", "Không đọc được tệp.", "The file cannot be read."},

    // decided
    {"edxml.decided", "Đề xuất này đã được quyết định: {0}.", "This proposal is decided: {0}."},
    {"edxml.doubtful",
     "Có chỗ không đọc được (dòng “?” ở trên): chưa giao gì. Hãy ghi lại cho rõ, hoặc bỏ --yes để tự quyết "
     "định.",
     "Something could not be read (the lines with “?” above): nothing was given. Say it more clearly, or "
     "leave "
     "out --yes to decide yourself."},
    {"edxml.no_lead", "Hãy nêu cơ quan chủ trì bằng --lead.", "Name who leads by --lead."},
    {"edxml.not_here", "Văn bản {0} chưa được nhận vào đây: không có gì để thay đổi.",
     "The document {0} was not taken in here: there is nothing to change."},
    {"edxml.nothing_open", "Không có nhiệm vụ đang mở nào mà văn bản này trả lời.",
     "No open task is answered by this document."},
    {"edxml.unknown", "Không có đề xuất {0}.", "There is no proposal {0}."},
    {"edxml.which_agency", "Nhiều cơ quan đang thực hiện ({0}): hãy nêu --agency.",
     "Several agencies are at work ({0}): name one by --agency."},
    {"edxml.ask", "Thực hiện?", "Carry it out?"},
    {"edxml.would_report", "Báo cáo kết quả “{0}” của {1}: văn bản {2} ngày {3}.",
     "Reports “{0}” of {1}: document {2} of {3}."},
    {"edxml.now", "{0}: {1}.", "{0}: {1}."},
    {"edxml.written", "Đã ghi {0} tệp trạng thái vào {1}.", "Wrote {0} status files to {1}."},

    // commands
    {"edxml.about", "theo dõi thư mục của trục liên thông; mỗi văn bản thành một đề xuất, không tự nhập",
     "watches the folder of the document axis; each document becomes a proposal, never an import"},
    {"edxml.done", "Đã nhận {0} thông điệp, {1} không đọc được.",
     "Took {0} messages, {1} could not be read."},
    {"edxml.option.spool", "thư mục mà bộ nối với trục đặt thông điệp vào",
     "folder into which the adapter puts messages"},
    {"edxml.option.proposals", "thư mục các đề xuất", "folder of the proposals"},
    {"edxml.option.every", "xem lại sau mỗi S giây (mặc định 5)",
     "look again after S seconds (5 by default)"},
    {"edxml.option.authority", "chứng thư của nơi cấp chữ ký số được tin (PEM); nêu được nhiều lần",
     "certificates of authorities that are trusted to vouch for signers (PEM); can be given more than once"},
    {"edxml.option.once", "xử lý những gì đang có rồi kết thúc", "work off what is there, and end"},
    {"edxml.option.id", "tên đề xuất, hoặc mã văn bản của trục",
     "name of the proposal, or the document's id"},
    {"edxml.option.all", "cả những đề xuất đã quyết định", "also those that are decided"},
    {"edxml.option.lead", "cơ quan chủ trì, như trong kế hoạch", "who leads, as in a plan"},
    {"edxml.option.cooperating", "cơ quan phối hợp", "who cooperates"},
    {"edxml.option.due", "thời hạn, như trong kế hoạch; mặc định: hạn của văn bản, nếu có",
     "the term, as in a plan; by default that of the document, if it has one"},
    {"edxml.option.title", "nội dung nhiệm vụ; mặc định: trích yếu", "the task; by default the subject"},
    {"edxml.option.agency", "cơ quan mà văn bản này báo cáo cho", "whose task the document reports"},
    {"edxml.option.out", "thư mục ghi tệp trạng thái", "folder for status files"},
    {"edxml.option.organ", "mã cơ quan này trên trục", "code of this office on the axis"},
    {"edxml.cli.about", "đề xuất từ văn bản của trục liên thông: xem, nhận, từ chối",
     "what documents of the axis propose: look, take, refuse"},
    {"edxml.cli.list_about", "các đề xuất đang chờ", "proposals that wait"},
    {"edxml.cli.show_about", "một đề xuất với tệp đính kèm", "one proposal with its attachments"},
    {"edxml.cli.accept_about",
     "nhận: giao nhiệm vụ, sửa theo văn bản thay thế, thu hồi, hoặc báo cáo kết quả",
     "take it: gives a task, amends, takes back, or reports"},
    {"edxml.cli.refuse_about", "từ chối", "refuse it"},
    {"edxml.cli.status_about", "ghi tệp trạng thái cho trục: đã đến, đã nhận, đang xử lý, hoàn thành",
     "write status files for the axis: arrived, received, in work, done"},
    {"edxml.empty", "Không có đề xuất nào đang chờ.", "No proposal waits."},
    {"edxml.name", "Đề xuất", "Proposal"},
    {"edxml.kind", "Loại", "Kind"},
    {"edxml.from", "Nơi gửi", "From"},
    {"edxml.document_id", "Mã trên trục", "Id on the axis"},
    {"edxml.issued", "Ngày ban hành", "Issued"},
    {"edxml.content", "Nội dung", "Content"},
    {"edxml.priority", "Độ khẩn", "Urgency"},
    {"edxml.priority.0", "thường", "ordinary"},
    {"edxml.priority.1", "khẩn", "urgent"},
    {"edxml.priority.2", "thượng khẩn", "very urgent"},
    {"edxml.priority.3", "hỏa tốc", "most urgent"},
    {"edxml.about_documents", "Về văn bản", "About"},
    {"edxml.signature", "Chữ ký số", "Signature"},
    {"edxml.signature.none", "không có", "none"},
    {"edxml.signature.not_checked", "có, chưa kiểm tra được", "there is one, it was not checked"},
    {"edxml.signature.invalid", "KHÔNG HỢP LỆ: nội dung không phải là nội dung đã ký (chứng thư: “{0}”)",
     "INVALID: what is here is not what was signed (certificate: “{0}”)"},
    {"edxml.signature.partial", "chỉ ký một phần của thông điệp (chứng thư: “{0}”): không coi là hợp lệ",
     "signs only a part of the message (certificate: “{0}”): not taken as valid"},
    {"edxml.signature.unknown_signer",
     "khớp nội dung, nhưng không nơi cấp chứng thư nào được tin ở đây bảo đảm cho người ký “{0}” (nơi cấp: "
     "“{1}”)",
     "matches, but no authority that is trusted here vouches for the signer “{0}” (issued by “{1}”)"},
    {"edxml.signature.valid", "hợp lệ, người ký “{0}”, chứng thư do “{1}” cấp",
     "valid, signed by “{0}”, certificate issued by “{1}”"},
    {"edxml.signature.revoked", "khớp nội dung, nhưng chứng thư của “{0}” (nơi cấp: “{1}”) ĐÃ BỊ THU HỒI",
     "matches, but the certificate of “{0}” (issued by “{1}”) HAS BEEN REVOKED"},
    {"edxml.signature.expired",
     "khớp nội dung, nhưng khi thông điệp đến thì chứng thư của “{0}” (nơi cấp: “{1}”) đã hết hạn hoặc chưa "
     "có hiệu lực",
     "matches, but when the message arrived the certificate of “{0}” (issued by “{1}”) had expired or was "
     "not yet valid"},
    {"edxml.signature.old_revocations",
     "khớp nội dung, người ký “{0}”, chứng thư do “{1}” cấp; chưa rõ có bị thu hồi không: danh sách thu hồi "
     "(CRL) ở đây "
     "đã quá hạn",
     "matches, signed by “{0}”, certificate issued by “{1}”; whether it was revoked is not known: the list "
     "(CRL) that is "
     "here has run out"},
    {"edxml.signature.no_revocations",
     "khớp nội dung, người ký “{0}”, chứng thư do “{1}” cấp; chưa rõ có bị thu hồi không: ở đây không có "
     "danh sách thu "
     "hồi (CRL) của nơi cấp",
     "matches, signed by “{0}”, certificate issued by “{1}”; whether it was revoked is not known: there is "
     "no list (CRL) "
     "of its issuer here"},
    {"edxml.signature.not_looked_up", "{0}; không xem chứng thư có bị thu hồi không",
     "{0}; whether the certificate was revoked was not looked up"},
    {"edxml.option.revocations",
     "thư mục danh sách thu hồi chứng thư (CRL) của các nơi cấp, thay lúc nào cũng được",
     "folder with the lists of revoked certificates (CRL) of the authorities; they may be replaced at any "
     "time"},
    {"signature.revocations", "Không đọc được danh sách thu hồi (CRL) nào ở đây.",
     "No list of revoked certificates (CRL) can be read from here."},
    {"signature.authorities", "Không đọc được chứng thư nào (PEM) trong tệp này.",
     "No certificate (PEM) can be read from this file."},
    {"edxml.others", "Trùng mã", "Of the same id"},
    {"edxml.others_at",
     "có thông điệp khác nội dung, đến lúc {0}, không dùng: xem trong thư mục done của thư mục nhận",
     "a message that says something else came at {0} and was not taken: see the folder done of the spool"},
    {"edxml.reason", "Lý do", "Reason"},
    {"edxml.note", "Ghi chú", "Note"},
    {"edxml.no_due", "không ghi hạn", "none is said"},
    {"edxml.odd_due", "“{0}” không phải một ngày", "“{0}” is no day"},
    {"edxml.attached", "Đính kèm “{0}” ({1} byte): dondoc plan preview {2}",
     "Attached “{0}” ({1} bytes): dondoc plan preview {2}"},
    {"edxml.attached_nothing", "Đính kèm “{0}”: thông điệp chỉ nêu tên, không có nội dung.",
     "Attached “{0}”: the message only names it, there is nothing in it."},
    {"edxml.kind.document", "văn bản", "document"},
    {"edxml.kind.replacement", "thay thế, sửa đổi", "replacement"},
    {"edxml.kind.recall", "thu hồi", "recall"},
    {"edxml.kind.report", "trả lời, báo cáo", "report"},
    {"edxml.state.waiting", "đang chờ", "waiting"},
    {"edxml.state.accepted", "đã nhận", "accepted"},
    {"edxml.state.refused", "đã từ chối", "refused"},
    {"edxml.state.recalled", "nơi gửi đã thu hồi", "recalled by its sender"},
    {"edxml.state.replaced", "đã được thay thế", "replaced"},
    {"edxml.status.01", "Đã đến", "Arrived"},
    {"edxml.status.02", "Từ chối tiếp nhận", "Refused"},
    {"edxml.status.03", "Đã tiếp nhận", "Received"},
    {"edxml.status.05", "Đang xử lý", "In work"},
    {"edxml.status.06", "Hoàn thành", "Done"},
};

}  // namespace

std::span<const Entry> edxml_entries() {
    return edxml_sentences;
}

}  // namespace dondoc::text
