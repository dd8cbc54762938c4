// SPDX-License-Identifier: Apache-2.0
// Listeners and what is kept for them, limits, the daemon's key.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry delivery_sentences[] = {
    {"cli.consumer.about", "các bên nghe hộp tin mà máy chủ còn nhớ",
     "the listeners of inboxes that the daemon remembers"},
    {"cli.consumer.empty", "Chưa có bên nghe nào.", "There are no listeners yet."},
    {"cli.consumer.forget_about", "quên một bên nghe không còn dùng: không giữ gì cho nó nữa",
     "forget a listener that is no longer used: nothing is kept for it any longer"},
    {"cli.consumer.forgotten", "Đã quên bên nghe “{1}” của {0} (đã xác nhận đến số {2}).",
     "Forgot the listener \"{1}\" of {0} (it had acknowledged up to {2})."},
    {"cli.consumer.list_about", "các bên nghe, và mỗi bên đã xác nhận đến tin số mấy",
     "the listeners, and how far each has acknowledged"},
    {"cli.column.acknowledged", "Đã xác nhận", "Acknowledged"},
    {"cli.column.consumer", "Bên nghe", "Listener"},
    {"cli.column.head", "Mới nhất", "Newest"},
    {"cli.column.last_acknowledged", "Xác nhận lúc", "At"},
    {"cli.listen.notify_failed",
     "Không hiện được thông báo trên màn hình ({0}); việc nghe vẫn tiếp tục. Cần chương trình notify-send "
     "(gói "
     "libnotify-bin) và một phiên làm việc có màn hình.",
     "A notification cannot be shown on the desktop ({0}); listening goes on. It needs notify-send (package "
     "libnotify-bin) and a session with a desktop."},
    {"cli.notify.more", "… và {0} việc nữa", "... and {0} more"},
    {"cli.option.consumer_agency", "mã cơ quan", "code of the agency"},
    {"cli.option.consumer_name", "tên bên nghe, như trong “consumer list”",
     "name of the listener, as in \"consumer list\""},
    {"cli.option.notify", "hiện mỗi tin thành thông báo trên màn hình",
     "show each event as a notification on the desktop"},
    {"cli.removed", "(nội dung đã gỡ bỏ theo thời hạn lưu giữ)", "(its content was removed: retention)"},
    {"cli.status.connections", "Kết nối đang mở", "Open connections"},
    {"cli.status.turned_away", "Đã từ chối", "Turned away"},
    {"cli.status.turned_away_value", "{0} kết nối, {1} gói tin, {2} yêu cầu (từ khi máy chủ khởi động)",
     "{0} connections, {1} frames, {2} requests (since the daemon was started)"},
    {"client.key_learned", "Máy chủ sắp đổi khóa; khóa mới đã được ghi vào hồ sơ {0}.",
     "The daemon is about to change its key; the new one was written into the profile {0}."},
    {"client.key_switched", "Máy chủ đã đổi khóa; hồ sơ {0} dùng khóa mới từ nay.",
     "The daemon has changed its key; the profile {0} uses the new one from now on."},
    {"client.key_not_kept",
     "Máy chủ đổi khóa nhưng không ghi được hồ sơ {0}; hãy chạy một lệnh dondoc bằng tài khoản sở hữu hồ sơ "
     "đó.",
     "The daemon changes its key, but the profile {0} cannot be written; run a dondoc command as the owner "
     "of "
     "that profile."},
    {"client.listen.gap",
     "Nội dung các tin {0} đến {1} đã được gỡ bỏ theo thời hạn lưu giữ; nghe tiếp từ {2}.",
     "The contents of the events {0} to {1} were removed (retention); going on with {2}."},
    {"session.stream_agency", "Dòng sự kiện là của mọi cơ quan, nên không kèm tên một cơ quan.",
     "The stream is of all agencies, so no agency goes with it."},
    {"consumer.unknown_of_stream",
     "Không có bên nào tên “{0}” theo dòng sự kiện; xem “dondoc consumer list”.",
     "Nobody named “{0}” follows the stream; see “dondoc consumer list”."},
    {"client.position.other_sequence",
     "Tệp này giữ vị trí ở hộp tin của một cơ quan, hoặc ở dòng sự kiện, không phải cái đang nghe; hãy chọn "
     "tệp khác.",
     "This file keeps a position in an agency's inbox or in the stream, and not in the one that is followed "
     "now; choose "
     "another file."},
    {"cli.option.stream", "theo mọi sự kiện của mọi cơ quan (vai trò văn phòng trở lên)",
     "follow the events of all agencies (role office and above)"},
    {"cli.option.consumer_stream", "bên theo dòng sự kiện", "one that follows the stream"},
    {"cli.consumer.of_stream", "dòng sự kiện", "the stream"},
    {"cli.usage.consumer_of", "hãy chọn đúng một: --agency MÃ hoặc --stream",
     "say exactly one: --agency CODE or --stream"},
    {"consumer.unknown", "{0} không có bên nghe nào tên “{1}”; xem “dondoc consumer list”.",
     "{0} has no listener named \"{1}\"; see \"dondoc consumer list\"."},
    {"daemon.option.rotate", "đổi khóa của dondocd: prepare (chuẩn bị), finish (đổi), abandon (thôi)",
     "rotate the key of dondocd: prepare, finish or abandon"},
    {"daemon.rotation.abandon", "Đã bỏ khóa kế tiếp; khởi động lại dondocd để thôi thông báo.",
     "The next key was given up; restart the daemon, so that it is no longer announced."},
    {"daemon.rotation.finish", "dondocd có khóa mới; hãy khởi động lại.",
     "The daemon has its new key; start it again."},
    {"daemon.rotation.prepare",
     "Đã tạo khóa kế tiếp; khởi động lại dondocd để thông báo khóa này, và chạy bước finish khi các máy "
     "khách "
     "đã "
     "kết nối ít nhất một lần.",
     "The next key was made; restart the daemon, so that it is announced, and run the step finish when the "
     "clients have been connected once."},
    {"keys.no_rotation", "Không có việc đổi khóa nào đang dở; bắt đầu bằng --rotate-key prepare.",
     "No rotation of the key is under way; begin with --rotate-key prepare."},
    {"keys.rotation_begun", "Khóa kế tiếp đã có; kết thúc bằng --rotate-key finish hoặc abandon.",
     "There is a next key already; end with --rotate-key finish or abandon."},
    {"limit.consumers",
     "Cơ quan này đã có {0} bên nghe được nhớ; hãy dùng lại một tên cũ, hoặc quên tên không dùng (dondoc "
     "consumer "
     "forget).",
     "This agency has {0} remembered listeners already; use one of their names again, or forget one that is "
     "not "
     "used (dondoc consumer forget)."},
    {"limit.requests",
     "Khóa này hỏi quá nhiều (giới hạn {0} yêu cầu mỗi giây); hãy đợi vài giây rồi hỏi lại.",
     "This key asks too much (the limit is {0} requests a second); wait for some seconds and ask again."},
    {"limit.sessions", "Khóa này đang có {0} phiên nghe; hãy kết thúc một phiên trước.",
     "This key has {0} listeners connected already; end one of them first."},
    {"limit.written",
     "Khóa này đã ghi hết phần được ghi trong hôm nay; việc xem vẫn bình thường, ngày mai ghi tiếp được. Nếu "
     "cần hơn, người "
     "quản trị tăng limits.written_mib_per_day.",
     "This key has written all that it may write today; looking goes on, and writing does tomorrow. If more "
     "is needed, the "
     "administrator raises limits.written_mib_per_day."},
    {"session.removed",
     "Nội dung các tin đến số {1} đã được gỡ bỏ theo thời hạn lưu giữ; hãy nghe từ số {0} (--since {1}).",
     "The contents of the events up to {1} were removed (retention); listen from {0} (--since {1})."},
};

}  // namespace

std::span<const Entry> delivery_entries() {
    return delivery_sentences;
}

}  // namespace dondoc::text
