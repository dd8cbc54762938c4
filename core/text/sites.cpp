// SPDX-License-Identifier: Apache-2.0
// Many sites in one view: dondoc-bridge, dondoc-central and their reports.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry site_sentences[] = {
    // configuration of the servers
    {"nats.config.file", "{0}: không đọc được tệp {1}.", "{0}: the file {1} cannot be read."},
    {"nats.config.one_identity",
     "{0}: chỉ dùng một cách đăng nhập: credentials, nkey hoặc user với password_file.",
     "{0}: only one of these says who we are: credentials, nkey, or user with password_file."},
    {"nats.config.both", "{0}: “{1}” và “{2}” phải đi cùng nhau.", "{0}: \"{1}\" and \"{2}\" go together."},
    {"nats.config.server", "{0}: “{1}” không phải máy chủ; viết như \"nats://10.0.0.1:4222\" hoặc tls://…",
     "{0}: \"{1}\" is no server; write as in \"nats://10.0.0.1:4222\", or tls://..."},
    {"nats.config.site", "{0}: mã nơi chạy “{1}” quá dài.", "{0}: the code \"{1}\" of the site is too long."},
    {"nats.not_prepared",
     "Máy chủ chưa có dòng “{0}”: chạy dondoc-central --prepare bằng tài khoản được phép tạo.",
     "The servers have no stream \"{0}\": run dondoc-central --prepare with an account that may make it."},
    {"nats.position", "Vị trí đã giữ của nơi chạy “{0}” không đọc được.",
     "The position that is kept for the site \"{0}\" cannot be read."},
    {"nats.prepared", "Dòng “{0}” và nơi giữ vị trí đã sẵn sàng.",
     "The stream \"{0}\" and the bucket of positions are there."},
    {"nats.option.prepare", "tạo dòng và nơi giữ vị trí trên máy chủ nếu chưa có, rồi dừng",
     "make the stream and the bucket of positions where they are lacking, and end"},

    // programs
    {"bridge.about", "chuyển dòng sự kiện của một nơi chạy vào NATS JetStream",
     "publishes the stream of a site into NATS JetStream"},
    {"central.about", "gom nhiều nơi chạy vào một cơ sở dữ liệu PostgreSQL",
     "gathers many sites in one PostgreSQL database"},
    {"central.option.prepare",
     "tạo dòng, nơi giữ vị trí và các bảng nếu chưa có, giữ dòng theo cấu hình (replicas, keep, max_gib), "
     "rồi dừng",
     "make the stream, the bucket of positions and the tables where they are lacking, have the stream kept "
     "as the "
     "configuration says (replicas, keep, max_gib), and end"},
    {"central.config_good", "{0}: cấu hình đúng; {1} nơi chạy", "{0}: the configuration is good; {1} sites"},
    {"central.config.no_site", "Chưa có nơi chạy nào: cần ít nhất một [[site]] với code.",
     "There is no site: at least one [[site]] with a code is needed."},
    {"central.config.twice", "{0}: nơi chạy “{1}” có hai lần.", "{0}: the site \"{1}\" is there twice."},
    {"central.newer", "Cơ sở dữ liệu ở bước {0}, do bản mới hơn tạo; bản này chỉ biết đến {1}.",
     "The database is at step {0}, made by a newer program; this one knows {1}."},
    {"central.unknown_site", "Không có nơi chạy “{0}”; đang có: {1}.",
     "There is no site \"{0}\"; there are: {1}."},
    {"central.no_database", "Không nối được với cơ sở dữ liệu (database trong cấu hình): {0}",
     "The database cannot be reached (database in the configuration): {0}"},
    {"central.silent_site", "Nơi chạy “{0}” chưa gửi số liệu nào: hãy xem dondoc-bridge ở đó.",
     "Site \"{0}\" has told nothing yet: look at dondoc-bridge there."},
    {"central.nothing_yet", "Chưa nhận đủ dữ liệu của nơi chạy nào.",
     "No site has been taken in completely yet."},
    {"central.one_site", "Hãy nói một nơi chạy: --site MÃ.", "Say one site: --site CODE."},
    {"central.report_about", "một báo cáo, in ra dưới dạng JSON cho “dondoc central report”",
     "one report, printed as JSON for \"dondoc central report\""},
    {"central.option.view", "government, ranking, ageing, site hoặc overdue",
     "government, ranking, ageing, site or overdue"},
    {"central.option.site", "mã nơi chạy; nhiều mã cách nhau bằng dấu phẩy; không có: tất cả",
     "code of a site, or several with commas; without it: all"},
    // reports of many sites
    {"cli.sites.by_site", "Theo nơi chạy", "By site"},
    {"cli.sites.title.ageing", "Việc quá hạn theo số ngày quá hạn", "Overdue work by its age, site by site"},
    {"cli.sites.title.ranking", "Xếp hạng các nơi", "Ranking of sites"},
    {"cli.sites.sources", "Nguồn số liệu", "Where the figures are from"},
    {"cli.sites.stands", "Đầy đủ đến", "Complete up to"},
    {"cli.sites.secret", "Trong đó văn bản mật", "Of secret documents"},
    {"cli.sites.secret_note", "Văn bản mật chỉ có số đếm; không có nội dung, không theo cơ quan.",
     "Of secret documents there are only counts: no content, and no agency."},
    {"cli.sites.incomplete", "{0}: số liệu đang được nhận lại, có thể chưa đủ.",
     "{0}: it is being taken in anew and may be incomplete."},
    {"cli.sites.silent", "{0}: chưa gửi số liệu nào, không có trong các con số.",
     "{0}: it has told nothing yet, and is in no figure."},
    {"cli.sites.nothing", "chưa có", "nothing yet"},
    {"cli.sites.behind", "{0}: mới có số liệu đến {1}.", "{0}: it is only known up to {1}."},
    {"cli.central.about", "báo cáo từ nhiều nơi chạy, do dondoc-central gom lại",
     "reports of many sites that dondoc-central has gathered"},
    {"cli.central.about.government", "nhiệm vụ được giao, từng nơi chạy", "assigned tasks, site by site"},
    {"cli.central.about.ranking", "xếp hạng các nơi chạy, hoặc các cơ quan của một nơi",
     "ranking of sites, or of the agencies of one"},
    {"cli.central.about.ageing", "việc quá hạn theo số ngày, từng nơi chạy",
     "overdue work by its age, site by site"},
    {"cli.central.about.site", "một nơi chạy, từng cơ quan", "one site, agency by agency"},
    {"cli.central.about.overdue", "việc quá hạn, lâu nhất trước", "overdue work, the longest first"},
    {"cli.central.slow",
     "dondoc-central không trả lời trong {0} giây; hãy hỏi ít nơi chạy hơn, hoặc xem máy chủ PostgreSQL.",
     "dondoc-central did not answer within {0} seconds; ask for fewer sites, or look at the PostgreSQL "
     "server."},
    {"cli.central.failed", "dondoc-central không trả lời được; lý do ở dòng trên.",
     "dondoc-central could not answer; the line above says why."},
    {"cli.central.not_there", "Không chạy được dondoc-central: {0}. Cài gói dondoc-central trên máy này.",
     "dondoc-central cannot be run: {0}. Install the package dondoc-central on this machine."},
    {"cli.central.option.config", "tệp cấu hình của dondoc-central", "configuration of dondoc-central"},
    {"bridge.superseded",
     "Một cầu nối khác của nơi chạy {0}, cùng khóa, đã thay cầu nối này; cầu nối này dừng hẳn.",
     "Another bridge of site {0} with the same key has taken over; this one ends for good."},
    {"bridge.other_database",
     "Cơ sở dữ liệu của dondocd không biết sự kiện số {1} mà nơi chạy {0} đã gửi: nó đã bị thay bằng một cơ "
     "sở dữ liệu khác. Khôi phục đúng cơ sở dữ liệu (dondocd --restore) rồi chạy lại cầu nối; còn để bắt đầu "
     "với cơ sở dữ liệu mới, hãy đặt cho nó một mã nơi chạy khác. Cầu nối dừng hẳn.",
     "The database of dondocd does not know event {1}, which site {0} has told: it was replaced by another. "
     "Restore the right one (dondocd --restore) and start the bridge again; to begin with the new one, give "
     "it a site code of its own. This bridge ends for good."},
    {"bridge.config_good", "{0}: cấu hình đúng; nơi chạy: {1}", "{0}: the configuration is good; site: {1}"},
};

}  // namespace

std::span<const Entry> site_entries() {
    return site_sentences;
}

}  // namespace dondoc::text
