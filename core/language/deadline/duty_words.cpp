// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/duty_words.h"

namespace dondoc::language {
namespace {

const auto verbs = Phrases::of(
    "ban hành | cam kết | biên soạn | biểu dương | bàn bạc | bàn giao | bám sát | báo cáo | bãi bỏ | bảo "
    "dưỡng | "
    "bảo hộ | bảo lãnh | bảo quản | bảo trì | bảo đảm | bầu | bắt đầu | bố trí | bồi dưỡng | bổ nhiệm | "
    "bổ sung | canh gác | chi trả | chia sẻ | cho phép | cho ý kiến | chuyển giao hồ sơ | chuẩn bị | "
    "chú trọng | chăm lo | chấm dứt | chấn chỉnh | chấp hành | chấp thuận | chỉ đạo | chỉnh sửa | "
    "chỉnh trang | chịu | chịu trách nhiệm | chọn | chốt | chủ trì | chủ động | chủ động phòng | "
    "coi trọng | cung cấp | cân đối | có nhiệm vụ | có trách nhiệm | công bố | công khai | công nhận | "
    "cùng nhau | căn cứ | cưỡng chế | cải thiện | cải tạo | cảnh báo | cấm | cấp giấy | cấp phát | "
    "cập nhật | cắm | cắm mốc | cắt | cắt giảm | cứu trợ | cử | di chuyển | di dời | duy trì | dán | "
    "dọn dẹp | dời | dừng | dự báo | dự thảo | dựng | gia hạn | giám sát | giải ngân | giải trình | "
    "giữ | giữ vững | góp ý | gửi | hiệp thương | hoàn thiện | hoàn thành | hoàn trả | hoàn tất | "
    "huy động | hướng dẫn | hưởng ứng | hậu kiểm | họp | hủy | in ấn | khai báo | khen thưởng | "
    "khuyến khích | khánh thành | khôi phục | khơi thông | khảo sát | khẩn trương | khắc phục | "
    "khởi công | khử khuẩn | kiến nghị | kiểm kê | kiểm soát chặt chẽ | kiểm tra | kiểm điểm | "
    "kiểm đếm | kiểm định lại | kiện toàn | kéo dài | kê khai | ký | ký kết | kết luận | kết nạp | "
    "kết nối | kết thúc | kịp thời | liên thông | luân chuyển | là cơ quan | là đơn vị | là đầu mối | "
    "làm | làm rõ | làm việc | lát | lùi | lưu trữ hồ sơ | lưu ý | lấy ý kiến | lập | lắp đặt | "
    "lồng ghép | lựa chọn | lựa chọn nhà thầu | mua sắm | mời | mở | mở lớp | mở rộng | nghiêm cấm | "
    "nghiêm túc | nghiên cứu | nghiên cứu xây dựng | nghiệm thu | ngăn chặn | nhân rộng | nhận | nhập | "
    "nhập liệu | nhắc | nhắc nhở | niêm yết | nâng cao | nâng cấp | nêu gương | nạo vét | nắm | "
    "nắm bắt | nắm chắc | nỗ lực | nộp | phun | phát huy | phát hành | phát quang | phát sóng | "
    "phát động | phân bổ | phân công | phân cấp | phân luồng | phân quyền | phân tán | phân tích | "
    "phê duyệt | phúc tra | phản biện | phản hồi | phản ánh | phấn đấu | phối hợp | phối kết hợp | "
    "phổ biến | quan tâm | quyết liệt | quyết toán | quyết định | quán triệt | quản lý chặt chẽ | "
    "ra quân | rà lại | rà soát | rút | rút kinh nghiệm | rút ngắn | san lấp | siết chặt | so sánh | "
    "soạn thảo | sơ kết | sơ tán | sắp xếp | sẵn sàng | số hóa | sớm | sớm hoàn | sớm trình | sớm bàn | "
    "sớm tham | sớm triển | sớm ban | sớm báo | sử dụng | sửa chữa | sửa đổi | tham gia | tham mưu | "
    "thanh toán | thanh tra | thay thế | thay đổi | theo dõi | thi công | thiết kế lại | thiết lập | "
    "thu hồi | thu thập | thành lập | tháo dỡ | tháo gỡ | thông báo | thông qua | thông tin kịp thời | "
    "thúc đẩy | thăm hỏi | thường xuyên | thẩm duyệt | thẩm tra | thẩm định | thống kê | thống nhất | "
    "thực hiện | tinh giản | tiêm | tiêm phòng | tiến hành | tiếp công dân định kỳ | tiếp nhận | "
    "tiếp thu | tiếp tục | tiếp đón | trang bị | trang trí | trao | trao đổi | treo | triển khai | "
    "truy thu | truy xuất | truyền thông rộng rãi | trình | trả lại | trả lời | trấn áp | trồng | "
    "trực ban | thường trực 24 | túc trực | ứng phó | ứng cứu | phòng ngừa | đấu nối | khoanh định | "
    "cung ứng | thực thi | kiên quyết | hoàn chỉnh | cụ thể hóa | phân khai | chi viện | thu gom | "
    "đảm nhiệm | đảm nhận | giới thiệu | quảng bá | kêu gọi | mời gọi | thu hút | gặp mặt | gặp gỡ | "
    "khởi động | rà quét | sao lưu | gia cố | xả lũ | điều tiết | thu hoạch | tiêu hủy | lấy mẫu | "
    "xét nghiệm | tiêm vắc xin | cách ly | khoanh vùng | dập dịch | tái lập | khẩn trương | "
    "tổng vệ sinh | vận chuyển hồ sơ | xem lại | nhanh chóng | lập tức | quyết tâm | chủ động phối hợp | "
    "tuyển chọn | tuyển quân | khám | rà phá | hòa giải | tiếp xúc | giảm nghèo cho | sáp nhập | "
    "hợp nhất | chốt số liệu | công chiếu | truyền dạy | phục dựng | tu bổ | tôn tạo | trưng bày | "
    "biểu diễn | xúc tiến thành lập | trực chiến | trực tiếp | tuyên truyền | tuân thủ | tuần tra | "
    "tích cực | tích hợp | tôn vinh | tăng cường | tư vấn cho | tạm dừng | tạo điều kiện | tận dụng | "
    "tập huấn | tập trung | tặng quà | tổ chức | tổng hợp | tổng kiểm tra | tổng kết | tổng rà soát | "
    "viết | vào cuộc | vận dụng | vận động | vớt | xem xét | xin ý kiến | xiết chặt | xong | xác minh | "
    "xác định | xây dựng báo cáo | xây dựng chương trình | xây dựng dự thảo | xây dựng dự toán | "
    "xây dựng kế hoạch | xây dựng lộ trình | xây dựng nghị quyết | xây dựng phương án | "
    "xây dựng quy chế | xây dựng quy trình | xây dựng đề án | xóa | yêu cầu | áp dụng | đi vào | "
    "điều chuyển | điều chỉnh | điều tra | đo đạc | đánh giá | đón tiếp | đóng cửa | đôn dốc | đôn đốc | "
    "đăng bài | đăng tải | đơn đốc | đưa | đưa tin | đưa vào | đại diện | đảm bảo | đấu thầu | "
    "đấu tranh | đẩy mạnh | đẩy nhanh | đề nghị | đề xuất | đền bù | định kỳ | đối chiếu | đối thoại | "
    "đồng hành | đổi | đổi mới | đứng ra | ưu tiên | ủy quyền | ứng trực");

// Names have these in them in small letters: "Ban Quản lý dự án đầu tư xây dựng".
const auto verbs_of_names = Phrases::of(
    "bảo trợ | bảo vệ | bồi thường | cai nghiện | chi | chuyển | chuyển giao | chăm sóc | cấp | "
    "cấp nước | cứu hộ | cứu nạn | giao | giám định | giải phóng | giải quyết | giảm | hỗ trợ | in | "
    "khai thác | kiểm nghiệm | kiểm soát | kiểm định | lưu trữ | phát triển | phân loại | phòng chống | "
    "phòng, chống | phục vụ | quy hoạch | quản lý | sản xuất | thay | thiết kế | thu | thông tin | "
    "truyền thông | trả | tái định cư | tìm kiếm | tăng | tư vấn | tự | vận chuyển | vận hành | "
    "vệ sinh | xây dựng | xúc tiến | xử lý | điều hành | điều phối | đào tạo | đăng ký | đấu giá | "
    "đầu tư | đặt | ứng dụng");

bool is_small(const std::vector<Token>& tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].is_word() && !tokens[at].upper;
}

}  // namespace

std::size_t begins_duty(const std::vector<Token>& tokens, std::size_t at) {
    return is_small(tokens, at) ? verbs.match(tokens, at) : 0;
}

std::size_t begins_duty_behind_name(const std::vector<Token>& tokens, std::size_t at) {
    if (const auto verb = begins_duty(tokens, at)) return verb;
    return is_small(tokens, at) ? verbs_of_names.match(tokens, at) : 0;
}

}  // namespace dondoc::language
