// SPDX-License-Identifier: Apache-2.0
// The pages around signing in: log in, invitations, one's own account.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry sign_in_sentences[] = {
    {"web.sign_in.title", "Đăng nhập", "Sign in"},
    {"web.sign_in.login", "Thư điện tử, hoặc họ và tên", "Mail address, or full name"},
    {"web.sign_in.password", "Mật khẩu", "Password"},
    {"web.sign_in.code", "Mã 6 số (nếu đã bật xác thực hai bước)", "Six-digit code (with two-step sign-in)"},
    {"web.sign_in.button", "Đăng nhập", "Sign in"},
    {"web.sign_in.forgotten", "Quên mật khẩu", "Forgotten password"},
    {"web.sign_in.wrong", "Tên, mật khẩu hoặc mã không đúng.",
     "The name, the password or the code is wrong."},
    {"web.sign_in.too_many", "Đã sai nhiều lần. Hãy đợi 15 phút rồi thử lại.",
     "It was wrong too often. Wait 15 minutes, then try again."},
    {"web.forgotten.mail",
     "Nhập thư điện tử hoặc họ tên. Nếu dondoc có thư điện tử của người đó, một đường dẫn dùng được một lần, "
     "trong "
     "một giờ, sẽ được gửi tới.",
     "Give your mail address or name. If dondoc has a mail address of that person, a link is sent there that "
     "works "
     "once, for an hour."},
    {"web.forgotten.button", "Gửi đường dẫn", "Send the link"},
    {"web.forgotten.sent",
     "Đã nhận yêu cầu. Nếu đúng là người dùng có thư điện tử, thư sẽ tới trong vài phút; chưa thấy thì xem "
     "cả mục "
     "thư rác.",
     "That was taken. If this is a user with a mail address, a mail arrives within minutes; look among spam, "
     "too."},
    {"web.forgotten.no_mail", "Hiện không gửi được thư. Hãy nhờ văn phòng như dưới đây.",
     "No mail can be sent now. Ask the office, as below."},
    {"web.forgotten.office",
     "Hãy nhờ văn phòng, hoặc người quản lý dondoc ở cơ quan, gửi một thư mời mới. Mở thư mời để đặt mật "
     "khẩu mới; "
     "các phiên và khóa cũ sẽ hết hiệu lực.",
     "Ask the office, or who looks after dondoc in your agency, for a new invitation. Open it to set a new "
     "password; "
     "earlier sessions and tokens end then."},
    {"web.forgotten.command",
     "Văn phòng tạo thư mời trên trang người dùng, hoặc bằng lệnh dondoc person invite.",
     "The office makes it on the page of persons, or with dondoc person invite."},
    {"web.invitation.title", "Đặt mật khẩu", "Set a password"},
    {"web.invitation.for", "Thư mời này của: {0}", "This invitation is for: {0}"},
    {"web.invitation.button", "Đặt mật khẩu và đăng nhập", "Set the password and sign in"},
    {"web.first.title", "Người dùng đầu tiên", "The first user"},
    {"web.first.about",
     "Nhập tên của một người thuộc văn phòng đã có trong dondoc (dondoc person add --office … --role "
     "operator) và đặt "
     "mật khẩu.",
     "Name a person of the office whom dondoc knows (dondoc person add --office ... --role operator) and set "
     "the "
     "password."},
    {"web.first.ended", "Liên kết này không đúng, đã hết hạn, hoặc đã có người đăng nhập được.",
     "This link is wrong or has ended, or somebody can log in already."},
    {"web.first.unknown", "Không có người nào của văn phòng được đăng nhập mang tên đó.",
     "Nobody of the office who may log in has that name."},

    {"web.password.rules", "Ít nhất {0} ký tự. Một câu dài dễ nhớ tốt hơn một từ khó.",
     "{0} letters at least. A long sentence that is easy to remember is better than a difficult word."},
    {"web.password.new", "Mật khẩu mới", "New password"},
    {"web.password.again", "Mật khẩu mới, lần nữa", "New password again"},
    {"web.password.present", "Mật khẩu hiện nay", "Present password"},
    {"web.password.differ", "Hai lần nhập mật khẩu khác nhau.", "The two passwords differ."},
    {"web.password.not_present", "Mật khẩu hiện nay không đúng.", "The present password is wrong."},

    {"web.account.title", "Tài khoản của tôi", "My account"},
    {"web.account.sessions", "Nơi đang đăng nhập", "Where you are signed in"},
    {"web.account.browser", "Trình duyệt", "Browser"},
    {"web.account.address", "Địa chỉ", "Address"},
    {"web.account.begun", "Đăng nhập lúc", "Signed in"},
    {"web.account.seen", "Dùng lần cuối", "Last used"},
    {"web.account.end", "Đăng xuất nơi này", "Sign out there"},
    {"web.account.end_others", "Đăng xuất mọi nơi khác", "Sign out everywhere else"},
    {"web.account.password", "Đổi mật khẩu", "Change the password"},
    {"web.account.password_button", "Đổi mật khẩu", "Change"},
    {"web.account.tokens", "Lịch và chương trình", "Calendars and programs"},
    {"web.account.revoke", "Thu hồi", "Revoke"},
    {"web.token.name", "Tên gọi", "Name"},
    {"web.token.kind", "Loại", "Kind"},
    {"web.token.made", "Tạo lúc", "Made"},
    {"web.token.used", "Dùng lần cuối", "Last used"},
    {"web.token.api", "Khóa API", "API token"},
    {"web.token.calendar", "Địa chỉ lịch", "Calendar address"},
    {"web.token.button", "Tạo", "Make"},
    {"web.token.once", "Hãy chép lại ngay, sẽ không hiện lần nữa:", "Copy it now, it is not shown again:"},

    {"web.totp.title", "Xác thực hai bước", "Two-step sign-in"},
    {"web.totp.is_on", "Đang bật: mỗi lần đăng nhập cần thêm mã 6 số.",
     "It is on: each sign-in takes a six-digit code, too."},
    {"web.totp.end", "Tắt", "Turn it off"},
    {"web.totp.scan",
     "Quét mã vạch này bằng ứng dụng tạo mã (TOTP) trên điện thoại, rồi gõ mã 6 số mà ứng dụng hiện.",
     "Scan this with an app that makes codes (TOTP) on your telephone, then type the six digits that it "
     "shows."},
    {"web.totp.picture", "Mã vạch để quét bằng điện thoại", "A code to scan with a telephone"},
    {"web.totp.about", "Không quét được thì nhập chuỗi sau vào ứng dụng:",
     "Enter this into an authenticator (TOTP), then type the code that it shows:"},
    {"web.totp.open", "Mở trong ứng dụng trên máy này", "Open it in an app on this device"},
    {"web.totp.code", "Mã 6 số", "Six-digit code"},
    {"web.totp.button", "Bật", "Turn it on"},
    {"web.totp.wrong", "Mã không đúng. Hãy kiểm tra giờ của điện thoại rồi thử lại.",
     "The code is wrong. Check the clock of the phone, then try again."},

    {"web.api.unauthorized", "Cần đăng nhập, hoặc một khóa API còn hiệu lực.",
     "Sign in, or send an API token that holds."},
    {"web.api.no_request", "API không có yêu cầu này; xem /api/v1/openapi.json.",
     "The API has no such request; see /api/v1/openapi.json."},
    {"web.api.post", "Yêu cầu này thay đổi dữ liệu: hãy gửi bằng POST.",
     "This request changes something: use POST."},
    {"web.api.id", "Idempotency-Key dài quá 64 byte hoặc có ký tự điều khiển.",
     "Idempotency-Key is longer than 64 bytes or has a control character."},
    {"web.sign_in.busy", "Quá nhiều người đang đăng nhập cùng lúc. Hãy thử lại sau ít giây.",
     "Too many people are signing in at once. Try again in a few seconds."},
    {"web.api.json_type", "Hãy gửi JSON, với tiêu đề Content-Type: application/json.",
     "Send JSON, with the header Content-Type: application/json."},
    {"web.api.json", "Không đọc được JSON: {0}", "The JSON cannot be read: {0}"},
    {"web.api.field", "Yêu cầu này không có trường “{0}” nhận được một giá trị.",
     "This request has no field “{0}” that takes one value."},
    {"web.api.value", "Trường “{0}” không nhận giá trị “{1}”.",
     "The field “{0}” does not take the value “{1}”."},
    {"web.api.streams", "Mỗi người mở nhiều nhất 10 dòng sự kiện.",
     "A person has 10 event streams open at most."},

    {"feed.due", "Hạn: {0}", "Due: {0}"},
    {"feed.done", "Xong: {0}", "Done: {0}"},
    {"feed.withdrawn", "Đã rút: {0}", "Withdrawn: {0}"},
    {"feed.secret", "Nhiệm vụ của văn bản mật", "A task of a secret document"},
    {"feed.look", "Xem trong dondoc.", "See dondoc."},
    {"feed.document", "Văn bản {0}, dòng {1}", "Document {0}, row {1}"},
    {"feed.phrase", "Thời hạn ghi: {0}", "The term as written: {0}"},
    {"feed.hour", "Trước {0}", "Before {0}"},
    {"feed.responsible", "Người phụ trách: {0}", "Responsible: {0}"},
};

}  // namespace

std::span<const Entry> sign_in_entries() {
    return sign_in_sentences;
}

}  // namespace dondoc::text
