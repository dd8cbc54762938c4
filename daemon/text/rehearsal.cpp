// What is said of a rehearsal.
#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry entries[] = {
    {"plan.several",
     "Có nhiều văn bản mang số {0}; hãy nêu thêm ngày ban hành (--issued) hoặc cơ quan ban hành (--issuer).",
     "Several documents have the number {0}; give the date of issue (--issued) or the issuer (--issuer) "
     "too."},
    {"plan.unknown", "Không có văn bản nào mang số {0}; xem “dondoc plan list”.",
     "No document has the number {0}; see \"dondoc plan list\"."},
    {"rehearse.busy", "Một lần diễn tập khác đang chạy; hãy đợi nó xong.",
     "Another rehearsal is under way; wait for that to end."},
    {"rehearse.no_room", "Ổ đĩa của {0} không còn đủ chỗ cho bản sao để diễn tập.",
     "The disk of {0} has no room for the copy that a rehearsal needs."},
    {"rehearse.until", "Ngày cuối phải từ {0} đến {1}.", "The last day must be from {0} to {1}."},
};

}  // namespace

std::span<const Entry> rehearsal_entries() {
    return entries;
}

}  // namespace dondoc::text
