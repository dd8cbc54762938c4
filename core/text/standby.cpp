// SPDX-License-Identifier: Apache-2.0
// The second machine: copies that are kept up to date, and the one that takes over.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry standby_sentences[] = {
    {"daemon.option.standby", "máy dự phòng: lấy bản sao mới nhất ở [standby] from, kiểm tra, sẵn sàng thay",
     "second machine: take the newest copy from [standby] from, verify it, stay ready"},
    {"daemon.option.promote",
     "máy dự phòng thành máy chính, từ bản sao tốt mới nhất; sau đó khởi động dondocd",
     "the second machine becomes the first, from the newest good copy; start dondocd afterwards"},
    {"standby.note", "{0} không phải ghi chú của một bản sao do dondocd viết.",
     "{0} is no note of a copy that dondocd wrote."},
    {"standby.torn", "Bản sao {0} không nguyên vẹn, hoặc đang được ghi tiếp.",
     "The copy {0} is not whole, or is being written."},
    {"standby.no_folder", "Cần [standby] from: thư mục mà máy chính sao chép vào ([backup] copy_to của nó).",
     "[standby] from is needed: the folder that the first machine copies to (its [backup] copy_to)."},
    {"standby.keys",
     "Không có khóa ở {0}. Chép thư mục keys và tệp admin.toml của máy chính sang đây một lần: các máy khách "
     "chỉ tin khóa ấy.",
     "There are no keys in {0}. Copy the folder keys and admin.toml of the first machine here once: clients "
     "trust that key only."},
    {"standby.nothing", "Chưa có bản sao tốt nào ở {0}. Máy dự phòng có chạy dondocd --standby không?",
     "There is no good copy in {0} yet. Does dondocd --standby run on this machine?"},
    {"standby.promoted", "Máy này thay máy chính, từ bản sao lúc {0} (đến tin có mã {1}); lịch sử mới: {2}.",
     "This machine takes over, from the copy of {0} (up to event {1}); new lineage: {2}."},
    {"standby.lost",
     "Những gì ghi nhận sau {0} (mã lớn hơn {1}) không có ở đây: nhập lại từ nguồn của nó. Bây giờ: "
     "systemctl start dondocd.",
     "What was recorded after {0} (events past {1}) is not here: enter it again from where it came. Now: "
     "systemctl start dondocd."},
    {"standby.fenced",
     "Đã ghi vào {0}: máy chính cũ, khi đọc được thư mục ấy, sẽ dừng và không khởi động lại.",
     "Noted in {0}: the old machine, once it can read that folder, ends and does not start again."},
    {"standby.not_fenced",
     "Không ghi được vào {0}: máy chính cũ không biết là đã bị thay. Hãy tắt hẳn nó, hoặc cắt mạng, trước "
     "khi đi tiếp.",
     "{0} cannot be written: the old machine does not know that it was replaced. Switch it off, or cut its "
     "network, before you go on."},
    {"standby.taken_over",
     "Máy khác đã thay máy này lúc {1} (ghi ở {0}), nên máy này không phục vụ nữa. Lấy dữ liệu từ máy kia, "
     "rồi xóa ghi chú ấy.",
     "Another machine has taken over at {1} (noted in {0}), so this one serves no more. Take the data from "
     "there, then remove that note."},
    {"status.copy_old", "Bản sao cho máy dự phòng ở {0} chưa được ghi tiếp từ {1}.",
     "The copy for the second machine in {0} has not been brought up to date since {1}."},
    {"status.no_copy", "Chưa ghi được bản sao nào cho máy dự phòng vào {0}.",
     "No copy for the second machine could be written to {0} yet."},
};

}  // namespace

std::span<const Entry> standby_entries() {
    return standby_sentences;
}

}  // namespace dondoc::text
