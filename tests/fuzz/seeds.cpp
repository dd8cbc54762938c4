// SPDX-License-Identifier: Apache-2.0
// Writes what the fuzz targets begin with, made from the project's own samples: seeds FOLDER
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "../language/sample_register.h"
#include "../plan/pdf_files.h"
#include "dondoc/v1/frame.pb.h"
#include "edxml/messages.h"
#include "parts.h"

namespace {

using namespace dondoc;

class Corpus {
  public:
    Corpus(const std::filesystem::path& folder, const std::string& target) : folder_(folder / target) {
        std::filesystem::create_directories(folder_);
    }
    void add(const std::string& input) {
        std::ofstream(folder_ / ("seed-" + std::to_string(++count_)), std::ios::binary) << input;
    }

  private:
    std::filesystem::path folder_;
    int count_ = 0;
};

void write_phrases(const std::filesystem::path& folder) {
    Corpus corpus(folder, "deadline");
    for (const auto* phrase : {"31/12/2024",
                               "Trước 31/10/2024",
                               "trước ngày 15 tháng 01 năm 2024",
                               "Chậm nhất trong ngày 5.6.2024",
                               "Trong năm 2024",
                               "Quý III-IV/2024",
                               "Hết tháng 12/2024",
                               "6 tháng đầu năm",
                               "Trước ngày 12 tháng cuối quý và ngày 12/12/2024",
                               "Hằng quý, 6 tháng, năm",
                               "Ngày 20 hằng tháng",
                               "trong 15 ngày làm việc kể từ ngày 02/5/2024",
                               "Chậm nhất 5 ngày trước ngày 30/4/2024",
                               "Thường xuyên",
                               "Từ 01/6/2024",
                               "Từ tháng 3 đến tháng 9/2024",
                               "Khi có văn bản hướng dẫn",
                               "Theo tiến độ được giao",
                               "Giai đoạn 2024-2025",
                               "Trước 17 giờ 00 ngày 20/9",
                               "Trongnăm 2024",
                               "cuối tháng 6, 7/2024"})
        corpus.add("\x40" + std::string(phrase));
}

void write_cells(const std::filesystem::path& folder) {
    Corpus corpus(folder, "agency");
    for (const auto* cell :
         {"Sở Nội vụ", "Các sở, ban, ngành; UBND cấp huyện", "Sở KH&ĐT chủ trì, phối hợp với Sở Tài chính",
          "Sở LĐ-TB&XH, Công an tỉnh", "UBND các huyện, thành phố", "Sở Nội vụ\nThanh tra tỉnh",
          "VP UBND tỉnh", "Các đơn vị có liên quan", "Chủ trì: Sở Y tế; theo dõi: Văn phòng UBND tỉnh",
          "Sở Giáo duc va Đào tạo"})
        corpus.add(cell);
}

void write_texts(const std::filesystem::path& folder) {
    const auto sample = tests::read_file(DONDOC_SOURCE_DIR "/config/samples/ke-hoach-mau.txt");
    Corpus text(folder, "text_grid");
    Corpus csv(folder, "csv");
    const std::string small =
        "TT\tNhiệm vụ\tThời hạn\tChủ trì\n\tPHẦN CHUNG\t\t\n1\t\"Rà soát\nquy chế\"\tQuý I/2024\tSở Nội "
        "vụ\n2\tBáo "
        "cáo\t\t\n";
    for (const auto& whole : {sample, sample.substr(0, 2500), small, small + "\f3\n\n" + small}) {
        text.add(whole);
        csv.add(whole);
    }
    for (const char separator : {';', ',', '|'}) {
        auto other = small;
        std::replace(other.begin(), other.end(), '\t', separator);
        csv.add("sep=" + std::string(1, separator) + "\n" + other);
    }
    std::string wide = "\xFF\xFE";  // letters beyond Latin-1 matter little here
    for (const char c : std::string("STT\tTen\tChu tri\tHan\n1\ta\tb\t2024\n")) wide += {c, '\0'};
    csv.add(wide);
    csv.add("TT;N\xF5i dung;Th\xF6i h\xD5n;Ch\xFC tr\xEC\n1;a;2024;b\n");
}

void write_office_files(const std::filesystem::path& folder) {
    using namespace tests;
    const auto rows = word_row({"TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"}) + word_row({"I", "CHUNG", "", ""}) +
                      word_row({"1", "Rà soát", "Quý I/2024", "Sở Nội vụ"}) + "<w:tr>" + cell("2") +
                      cell("Báo cáo", "<w:gridSpan w:val=\"2\"/>") + cell("", "<w:vMerge/>") + "</w:tr>";
    const std::string document = "<w:document><w:body>" + paragraph("KẾ HOẠCH") + word_table(rows);
    const std::string list = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
    Corpus docx_corpus(folder, "docx");
    docx_corpus.add(document + "</w:body></w:document>");
    docx_corpus.add(
        document + "<w:p>" + list + "<w:r><w:t>a</w:t><w:br/><w:tab/></w:r></w:p></w:body></w:document>" +
        std::string(fuzz::between_parts) +
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        "<w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num "
        "w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>" +
        std::string(fuzz::between_parts) + "<w:styles><w:style w:styleId=\"A\">" + list +
        "</w:style></w:styles>");
    docx_corpus.add(docx(word_table(rows)));

    const auto sheet =
        "<worksheet><sheetData>" + sheet_row(1, {"TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"}) +
        sheet_row(2, {"1", "Rà soát", "", "Sở Nội vụ"}) +
        "<row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\" s=\"1\"><v>"
        "45291</v></c></row></sheetData><mergeCells><mergeCell ref=\"D2:D3\"/></mergeCells></worksheet>";
    const std::string between(fuzz::between_parts);
    Corpus xlsx_corpus(folder, "xlsx");
    xlsx_corpus.add(
        sheet + between + "<sst><si><t>Báo cáo</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>" +
        between +
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf "
        "numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>" +
        between + "<workbook><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>" + between +
        "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" "
        "Target=\"worksheets/sheet1.xml\"/><Relationship "
        "Id=\"b\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"c\" "
        "Type=\"x/styles\" "
        "Target=\"/xl/styles.xml\"/></Relationships>");
    xlsx_corpus.add(
        xlsx({{sheet_row(1, {"TT", "Nhiệm vụ", "Chủ trì"}) + sheet_row(2, {"1", "a", "b"}), "A1:A2"}}));
}

void write_open_files(const std::filesystem::path& folder) {
    const std::string cells =
        "<table:table-row><table:table-cell><text:p>STT</text:p></table:table-cell><table:table-cell>"
        "<text:p>Nhiệm vụ</text:p></table:table-cell><table:table-cell><text:p>Thời hạn</text:p>"
        "</table:table-cell></table:table-row><table:table-row table:number-rows-repeated=\"2\">"
        "<table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell "
        "table:number-columns-spanned=\"1\"><text:p>Rà <text:span text:style-name=\"a\">soát</text:span>"
        "</text:p></table:table-cell><table:table-cell office:value-type=\"date\" "
        "office:date-value=\"2025-07-10\"/></table:table-row>";
    Corpus odf(folder, "odf");
    odf.add(
        "<office:document-content><office:automatic-styles><style:style style:name=\"a\">"
        "<style:text-properties style:text-line-through-style=\"solid\"/></style:style>"
        "</office:automatic-styles><office:body><office:spreadsheet><table:table>" +
        cells + "</table:table></office:spreadsheet></office:body></office:document-content>");
    Corpus edxml(folder, "edxml");
    edxml.add(dondoc::test::message({}));
    dondoc::test::Letter replacement;
    replacement.business = dondoc::test::doc_type(3, "H56.01,2025/07/01,9/KL-UBND");
    replacement.attachments = dondoc::test::attachment("ke-hoach.docx", "UEsDBA==");
    edxml.add(dondoc::test::message(replacement));

    Corpus html(folder, "html");
    html.add(
        "<p>KẾ HOẠCH</p><table><tr><th>STT<th>Nhiệm vụ<th>Thời hạn</tr><tr><td rowspan=2>1<td>Rà "
        "soát<br>quy chế<td><s>30/9</s> 15/12/2025</tr><tr style='display:none'><td>2<td>&#272;&eacute;"
        "</table>");
    Corpus letter(folder, "letter");
    letter.add(
        "<w:document><w:body><w:p><w:r><w:t>Kính gửi: «Cơ_Quan»</w:t></w:r></w:p><w:tbl><w:tr><w:tc>"
        "<w:p><w:r><w:t>«stt»</w:t></w:r></w:p></w:tc><w:tc><w:p><w:fldSimple w:instr=\" MERGEFIELD "
        "noidung \"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p></w:tc></w:tr></w:tbl><w:p><w:r>"
        "<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>MERGEFIELD ngay</w:instrText>"
        "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:body></w:document>");
}

std::string drawn(int kind, int x, int y, int extent, const std::string& text = {}) {
    std::string piece;
    for (const int byte : {kind + 3 * static_cast<int>(text.size()), x, y, extent})
        piece += static_cast<char>(byte);
    return piece + text;
}

void write_pages(const std::filesystem::path& folder) {
    Corpus corpus(folder, "pdf");
    std::string page;
    for (const int y : {20, 60, 100, 140}) page += drawn(0, 10, y, 100);
    for (const int x : {10, 30, 100, 140, 185}) page += drawn(1, x, 20, 90);
    const std::array<std::array<const char*, 4>, 3> rows{{{"TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"},
                                                          {"1", "Rà soát", "31/12/2024", "Sở Nội vụ"},
                                                          {"2", "Báo cáo", "Quý I/2024", "Sở Y tế"}}};
    const std::array<int, 4> lefts{13, 33, 103, 143};
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < lefts.size(); ++column)
            page += drawn(2, lefts[column], 30 + 40 * static_cast<int>(row), 8, rows[row][column]);
    corpus.add(page);
    Corpus scans(folder, "scan");  // the first byte of a page says how it came, see scan_fuzz.cpp
    const std::string scanned = "\x01" + page;
    scans.add(scanned);
    scans.add(scanned + std::string(5, '\0') + scanned);
    using namespace tests::pdf_page;
    corpus.add(tests::pdf({"0.5 w\n" + stroke(50, 800, 500, 800) + stroke(50, 760, 500, 760) +
                           stroke(50, 720, 500, 720) + stroke(50, 800, 50, 720) + stroke(300, 800, 300, 720) +
                           stroke(500, 800, 500, 720) + words(55, 780, "TT") + words(305, 780, "Han") +
                           words(55, 740, "1")}));
}

// The first byte says which reader, see form_fuzz.cpp and feed_fuzz.cpp.
void write_files_of_offices(const std::filesystem::path& folder) {
    const auto shipped = [](const char* name) {
        return tests::read_file(DONDOC_SOURCE_DIR "/config/" + std::string{name});
    };
    Corpus forms(folder, "form");
    forms.add('\0' + shipped("reports/bieu-mau-1.toml"));
    forms.add(
        std::string{'\0'} +
        "title = \"a\"\nsource = \"b\"\n[[items]]\nname = \"c\"\nid = \"x\"\nvalue = \"dossiers_done\"\n"
        "[[items]]\nnumber = \"2\"\nname = \"d\"\nvalue = \"assigned\"\nof = \"all\"\nsum_of = [\"x\"]\n"
        "[[items]]\nname = \"e\"\nvalue = \"percent\"\npart = \"x\"\nwhole = \"2\"\n");
    forms.add('\1' + shipped("scoring/vi-du.toml"));
    forms.add(
        "\2[[agency]]\ncode = \"SNV\"\nname = \"Sở Nội vụ\"\naliases = [\"Sở NV\"]\nlevel = \"province\"\n"
        "valid_from = 2016-07-01\n[[group]]\nname = \"Các sở\"\nmembers = [\"SNV\"]\n");
    forms.add("\2[[person]]\nagency = \"SNV\"\nname = \"An\"\nemail = \"an@snv.vn\"\ntold = [\"lead\"]\n");
    forms.add('\3' + shipped("criteria/vi-du.toml"));
    forms.add('\4' + shipped("calendar/2025.toml").substr(0, 2000));
    forms.add(
        "\5STT;Chỉ tiêu;Đơn vị tính;Kết quả\n5.1;Tổng số;Nhiệm vụ;149\n5.2;Đúng hạn;Nhiệm vụ;44\n"
        "5.3;Quá hạn;Nhiệm vụ;0\n5.4;Chưa xong;Nhiệm vụ;106\n;Tỷ lệ hoàn thành kế hoạch;%;99,65\n");
}

void write_feeds(const std::filesystem::path& folder) {
    Corpus feeds(folder, "feed");
    feeds.add('\0' + tests::read_file(DONDOC_SOURCE_DIR "/config/samples/ho-so.jsonl"));
    // Behind the reader the request, by its place in the list of the API.
    for (const char request : {'\1', '\x07', '\x09', '\x1a'})
        feeds.add(std::string{'\1', request} + R"({"agency": "SNV", "limit": 5, "text": "Rà soát"})");
    for (char request = 0; request < 80; ++request)
        feeds.add(
            std::string{'\1', request} +
            R"({"source": "mot-cua", "procedures": [{"code": "1.0", "name": "Cấp", "term": "3wd"}], "items":
[{"id": "1", "procedure": "1.0", "office": "STP", "received": "2025-07-14T08:10", "state": "paused",
"pauses": [{"from": "2025-07-15T08:00"}]}], "skip_refused": true})");
    feeds.add(std::string{'\2', '\1'} + "agency=SNV&limit=10&timeliness=overdue&text=rà soát");
    const std::string table =
        "ID nhiệm vụ;Số/Ký hiệu;Ngày văn bản;Nội dung nhiệm vụ;Hạn xử lý;Đơn vị chủ trì;Tình trạng xử "
        "lý;Ngày hoàn "
        "thành\n1;58/KH-UBND;08/07/2025;Rà soát quy chế…;01/01/1970;Sở Nội vụ;Đang xử "
        "lý;\n1;58/KH-UBND;08/07/2025;Rà "
        "soát quy chế…;01/01/1970;Sở Y tế;Đang xử lý;\n2;58/KH-UBND;45846;Báo cáo;17h00 ngày "
        "30/9/2025;SNV;Hoàn "
        "thành;01/09/2025\n";
    feeds.add('\3' + table);
    feeds.add(
        "\3[columns]\nid = [\"Mã\"]\ntitle = [\"Việc\"]\nreceived = [\"Ngày nhận\"]\n[days]\nnone = "
        "[\"01/01/1970\"]\n"
        "[terms]\nreceived = \"Trong 15 ngày làm việc kể từ ngày\"\n[states]\nopen = "
        "[\"mới\"]\n[defaults]\nlevel = "
        "\"tỉnh\"\n%%\nMã;Việc;Ngày nhận\n7;Trả lời;14/07/2025\n");
    feeds.add("\3{\"id\": 7, \"title\": \"a\", \"document\": \"1/TB\", \"issued\": \"2025-07-01\"}\n");
}

// The stage and the length of a piece come first, see door_fuzz.cpp.
void write_connections(const std::filesystem::path& folder) {
    Corpus corpus(folder, "door");
    const std::string greeting = std::string("\xff\0\0\0\0\0\0\0\0\x7f\3\0CURVE", 17) + std::string(47, '\0');
    corpus.add(std::string("\0\x3f", 2) + greeting + std::string("\4\x06\5HELLO", 8));
    corpus.add(std::string("\1\x3f", 2) + std::string("\4\x06\5HELLO", 8));
    corpus.add(std::string("\5\x06", 2) + std::string("\4PING\0\1ab", 9));
    corpus.add(std::string("\4\x06", 2) + std::string("\0\x08\7MESSAGE", 10));
}

void write_frames(const std::filesystem::path& folder) {
    Corpus corpus(folder, "frame");
    const auto sent = [](int sender, const v1::ClientFrame& frame) {
        const auto bytes = frame.SerializeAsString();
        return std::string{static_cast<char>(sender), static_cast<char>(bytes.size() & 0xFF),
                           static_cast<char>(bytes.size() >> 8)} +
               bytes;
    };
    v1::ClientFrame hello;
    hello.mutable_hello()->set_nonce("12345678");
    hello.mutable_hello()->set_agency("SNV");
    v1::ClientFrame ack;
    ack.mutable_ack()->set_nonce("12345678");
    ack.mutable_ack()->set_number(1);
    corpus.add(sent(0, hello) + sent(0, ack) + sent(1, hello));
    // A whole session on each connection of a sender, with time, retention and full queues in between.
    hello.mutable_hello()->set_takes_gap(true);
    v1::ClientFrame ping, bye;
    ping.mutable_ping()->set_nonce("12345678");
    bye.mutable_bye()->set_nonce("12345678");
    bye.mutable_bye()->set_number(1);
    constexpr int second = 4, minute = 8, removal = 16, full = 32;
    corpus.add(sent(0, hello) + sent(full, ack) + sent(minute, ping) + sent(removal, hello) + sent(0, bye));
    corpus.add(sent(0, hello) + sent(second, hello) + sent(second | minute, ack) + sent(1, hello) +
               sent(removal | second, hello) + sent(second, ping) + sent(minute, bye));
    // One part of each request, again and again: an element of its first fields, packed numbers, what it does
    // not know.
    constexpr int repeated = 64;
    const auto bodies = v1::Request::descriptor()->FindOneofByName("body")->field_count();
    for (int body = 0; body < bodies; ++body)
        for (const auto& part :
             {std::string{"\x0a\0", 2}, std::string{"\x12\0", 2}, std::string{"\x1a\0", 2},
              std::string{"\x22\x02\x01\x01"}, std::string{"\x20\x01"}, std::string{"\xf8\x7f\x01"}})
            for (const int sender : {0, 2})
                corpus.add(std::string{static_cast<char>(repeated | sender),
                                       static_cast<char>(part.size() + 1), '\0', static_cast<char>(body)} +
                           part);
    int number = 0;
    const auto ask = [&](const auto& fill) {
        v1::ClientFrame frame;
        frame.mutable_request()->set_id("r" + std::to_string(++number));
        frame.mutable_request()->set_lang(number % 2 ? "vi" : "en");
        fill(*frame.mutable_request());
        for (const int sender : {0, 1, 2, 3})
            corpus.add(sent(0, hello) + sent(sender, frame) + sent(sender, frame));
    };
    using Request = v1::Request;
    ask([](Request& request) { request.mutable_status(); });
    ask([](Request& request) { request.mutable_task_list(); });
    ask([](Request& request) { request.mutable_task_show()->set_task(1); });
    ask([](Request& request) {
        request.mutable_assignment_change()->set_assignment(1);
        request.mutable_assignment_change()->set_action(v1::AssignmentChangeRequest::complete);
    });
    ask([](Request& request) {
        auto& plan = *request.mutable_plan_import();
        plan.mutable_document()->set_number("2/KH-UBND");
        plan.mutable_document()->set_issued("2023-05-14");
        plan.mutable_document()->set_level("province");
        auto& row = *plan.add_rows();
        row.set_number("1");
        row.set_title("Rà soát");
        row.set_deadline_text("Quý III/2023");
        row.set_lead_text("Sở Nội vụ; Sở Tài chính");
    });
    ask([](Request& request) {
        auto& agency = *request.mutable_agency_import()->add_agencies();
        agency.set_code("SYT");
        agency.set_name("Sở Y tế");
        agency.set_level("province");
    });
    ask([](Request& request) { request.mutable_agency_list(); });
    ask([](Request& request) { request.mutable_clock_show(); });
    ask([](Request& request) { request.mutable_clock_advance()->mutable_to()->set_seconds(1'704'000'000); });
    ask([](Request& request) { request.mutable_key_grant()->set_public_key(std::string(40, 'd')); });
    ask([](Request& request) { request.mutable_key_list(); });
    ask([](Request& request) { request.mutable_log(); });
    ask([](Request& request) { request.mutable_document_list(); });
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: seeds FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder(arguments[1]);
    write_phrases(folder);
    write_cells(folder);
    write_texts(folder);
    write_office_files(folder);
    write_open_files(folder);
    write_pages(folder);
    write_frames(folder);
    write_connections(folder);
    write_files_of_offices(folder);
    write_feeds(folder);
}
