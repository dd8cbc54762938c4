// SPDX-License-Identifier: Apache-2.0
// What is said of a machine's clock that was set, or is doubted.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry clock_sentences[] = {
    {"clock.held",
     "Chưa ghi gì: đồng hồ máy chủ chỉ {0}, trong khi đáng lẽ khoảng {1}, và chưa được đồng bộ. Hãy chỉnh "
     "giờ "
     "của máy, hoặc nếu giờ đúng thì người quản trị chạy: dondoc clock confirm",
     "Nothing was changed: the clock of the server says {0} where about {1} was to be expected, and it is "
     "not "
     "synchronised. Set the clock, or, if it is right, let an administrator run: dondoc clock confirm"},
    {"clock.moved", "Đồng hồ máy chủ nay chỉ {0}, không còn như lúc được hỏi; hãy xem lại: dondoc clock show",
     "The clock of the server now says {0}, not what was confirmed; look again: dondoc clock show"},
    {"clock.simulated", "Đồng hồ mô phỏng không cần xác nhận; để chỉnh tới: dondoc clock advance",
     "A simulated clock needs no confirmation; to move it: dondoc clock advance"},

    {"status.clock_held",
     "mọi lời nhắc và thay đổi đang tạm dừng: đồng hồ máy chủ chỉ {0}, trong khi đáng lẽ khoảng {1}, và chưa "
     "được đồng bộ. Hãy chỉnh giờ của máy; nếu giờ đúng: dondoc clock confirm",
     "alerts and changes wait: the clock of the server says {0} where about {1} was to be expected, and it "
     "is "
     "not synchronised. Set the clock; if it is right: dondoc clock confirm"},
    {"status.clock_set", "đồng hồ máy chủ đã bị chỉnh trong 24 giờ qua: từ khoảng {1} thành {0}",
     "the clock of the server was set within the last 24 hours: from about {1} to {0}"},

    {"cli.clock.ask",
     "Đồng hồ máy chủ chỉ {0}; đáng lẽ khoảng {1}. Giờ máy chủ có đúng không? Những gì đến hạn sẽ được báo "
     "ngay.",
     "The clock of the server says {0}; about {1} was to be expected. Is the clock right? What is due is "
     "told "
     "at once."},
    {"cli.clock.confirm_about", "xác nhận giờ của máy chủ là đúng, khi máy chủ nghi ngờ và tạm dừng",
     "say that the clock of the server is right, when the daemon doubts it and waits"},
    {"cli.clock.confirmed", "Đã xác nhận: bây giờ là {0}.", "Confirmed: it is {0}."},
    {"cli.clock.held", "Đồng hồ này đang bị nghi ngờ (đáng lẽ khoảng {0}): lời nhắc và thay đổi tạm dừng.",
     "This clock is doubted (about {0} was to be expected): alerts and changes wait."},
    {"cli.clock.not_confirmed", "Chưa xác nhận; lời nhắc vẫn tạm dừng. Hãy chỉnh giờ của máy chủ.",
     "Not confirmed; alerts still wait. Set the clock of the server."},
    {"cli.clock.not_doubted", "Đồng hồ máy chủ ({0}) không bị nghi ngờ; không cần xác nhận.",
     "The clock of the server ({0}) is not doubted; there is nothing to confirm."},
};

}  // namespace

std::span<const Entry> clock_entries() {
    return clock_sentences;
}

}  // namespace dondoc::text
