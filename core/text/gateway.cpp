// SPDX-License-Identifier: Apache-2.0
// Programs that speak for persons, invitations, and dondoc-web itself: its configuration and signing in.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry gateway_sentences[] = {
    {"access.not_gateway",
     "Khóa này không phải khóa cổng, không được thay mặt người khác: hãy bỏ trường “person” của yêu cầu.",
     "This is no gateway's key and may not speak for others: leave out the request's field “person”."},
    {"access.person",
     "Người số {0} không còn quyền đăng nhập: đã bị gỡ, hoặc không có vai trò. Hãy hỏi văn phòng.",
     "Person {0} may not log in: was removed, or has no role. Ask the office."},
    {"person.no_role",
     "{0} không có quyền đăng nhập. Hãy cho một vai trò trước: dondoc person change … --role …",
     "{0} may not log in. Give a role first: dondoc person change ... --role ..."},
    {"person.invitation",
     "Liên kết này không đúng, đã dùng hoặc đã hết hạn. Hãy xin văn phòng một thư mời mới.",
     "This link is wrong, was used or has ended. Ask the office for a new invitation."},
    {"config.bad_web",
     "{0}: “{1}” không phải địa chỉ trang; viết https://tên-máy, không có gạch chéo ở cuối.",
     "{0}: “{1}” is no address of a site; write https://host, without a stroke at its end."},
    {"cli.person.action.invite", "Mời đăng nhập", "invited"},
    {"cli.person.action.forgotten", "Quên mật khẩu, gửi đường dẫn vào thư",
     "forgot the password, sent a link"},
    {"cli.person.invite_about", "tạo liên kết để một người đăng nhập lần đầu, hoặc đặt lại mật khẩu",
     "make the link by which a person logs in for the first time, or sets a new password"},
    {"cli.person.invited",
     "Thư mời của {0} (số {1}, {2}) dùng được một lần, đến {3}. Thư mời trước đó, nếu có, hết hiệu lực:",
     "The invitation of {0} (number {1}, {2}) works once, until {3}. An earlier one does not work any more:"},
    {"cli.calendar.feed_about", "ghi các thời hạn thành tệp lịch (.ics) cho điện thoại và Outlook",
     "write the terms as a calendar file (.ics) for phones and Outlook"},
    {"cli.calendar.fed", "Đã ghi {0} thời hạn vào {1}.", "{0} terms were written to {1}."},
    {"cli.option.feed_responsible", "chỉ việc mà người này phụ trách",
     "only that for which this person is responsible"},
    {"cli.option.feed_output", "ghi vào tệp này; không có thì in ra",
     "write this file; otherwise it is printed"},
    {"cli.option.feed_url", "địa chỉ của dondoc-web, để mỗi thời hạn dẫn tới nhiệm vụ",
     "the address of dondoc-web, so that each term leads to its task"},
    {"cli.option.feed_site", "tên nơi chạy trong mã của mỗi thời hạn (mặc định dondoc)",
     "the installation in the identifier of each term (dondoc unless said)"},
    {"cli.person.invite_no_web",
     "Chưa khai báo public_web trong dondocd.toml: hãy ghép phần trên vào sau địa chỉ của dondoc-web.",
     "public_web is not set in dondocd.toml: put this behind the address of dondoc-web."},

    {"config.bad_address", "{0}: “{1}” không phải địa chỉ IP.", "{0}: “{1}” is no IP address."},
    {"config.half_tls", "{0}: certificate và key phải có cả hai, hoặc không có cái nào.",
     "{0}: certificate and key are given both, or neither."},
    {"config.no_proxy",
     "{0}: chỉ tin được khi proxy.trusted nêu địa chỉ của máy đứng trước; nếu không ai cũng tự xưng được.",
     "{0}: can be believed only with proxy.trusted; otherwise anybody could say who he is."},
    {"web.about", "Trang web của dondoc: việc của cơ quan và của văn phòng, API, lịch, số đo.",
     "The web pages of dondoc: the work of agencies and the office, API, calendars, metrics."},
    {"web.database", "Không mở được {0}: {1}", "{0} cannot be opened: {1}"},
    {"web.database_foreign", "tệp của chương trình khác, hoặc của bản dondoc-web mới hơn.",
     "it is another program's, or of a newer dondoc-web."},
    {"web.first_link", "Chưa có ai đăng nhập được. Người đầu tiên mở liên kết sau (dùng một lần):",
     "Nobody can log in yet. The first user opens this link, which works once:"},

    {"web.error.title", "Không làm được", "That did not work"},
    {"web.error.forbidden", "Không được phép", "Not allowed"},
    {"web.error.not_found", "Không có trang này", "There is no such page"},
    {"web.error.away", "Tạm thời chưa phục vụ được", "Not available now"},
    {"web.error.home", "Về trang đầu", "To the first page"},
    {"web.error.no_page", "Không có trang nào ở địa chỉ này.", "There is no page at this address."},
    {"web.error.only_forms", "Địa chỉ này chỉ nhận biểu mẫu đã điền, không mở ra xem được.",
     "This address only takes forms that were filled in; there is nothing to look at."},
    {"web.error.too_large", "Nội dung gửi lên quá lớn; chưa có gì được ghi.",
     "What was sent is too large; nothing was taken."},
    {"web.error.fault", "Chương trình có lỗi; lỗi đã được ghi vào nhật ký của dondoc-web.",
     "There is a fault in the program; it was written to the log of dondoc-web."},
    {"web.error.busy", "Máy chủ đang bận. Hãy thử lại sau ít phút.",
     "The server is busy. Try again in a few minutes."},
    {"web.error.malformed", "Trình duyệt gửi một yêu cầu không đọc được.",
     "The browser sent a request that cannot be read."},
    {"web.error.daemon_away",
     "Máy chủ dondoc đang không trả lời. Chưa có gì bị thay đổi; hãy thử lại sau ít phút.",
     "The dondoc daemon does not answer. Nothing was changed; try again in a few minutes."},
    {"web.error.other_site", "Biểu mẫu được gửi từ một trang khác nên bị từ chối.",
     "The form was sent from another site and is refused."},
    {"web.error.form_token",
     "Phiên đã đổi từ khi mở trang. Hãy tải lại trang rồi làm lại; chưa có gì bị thay đổi.",
     "The session has changed since the page was opened. Reload the page and try again; nothing was "
     "changed."},

    {"web.password.short", "Mật khẩu phải có ít nhất {0} ký tự.", "A password has {0} letters at least."},
    {"web.password.long", "Mật khẩu dài quá {0} byte.", "The password is longer than {0} bytes."},
    {"web.password.simple", "Mật khẩu lặp lại quá ít ký tự khác nhau.",
     "The password has too few different letters."},
    {"web.password.guessed", "Mật khẩu này nằm trong danh sách hay bị đoán. Hãy chọn một cụm nhiều từ hơn.",
     "This password is among those that are guessed first. Choose a phrase of more words."},
    {"web.password.about", "Mật khẩu không được chỉ là tên hay thư điện tử của mình.",
     "The password must not be one's own name or mail address."},
    {"web.token.many", "Mỗi người có nhiều nhất {0} khóa. Hãy thu hồi khóa không dùng nữa.",
     "A person has {0} tokens at most. Revoke those that are not used."},
};

}  // namespace

std::span<const Entry> gateway_entries() {
    return gateway_sentences;
}

}  // namespace dondoc::text
