// SPDX-License-Identifier: Apache-2.0
// Separated text: every separator, quotes, and the encodings in which offices save it.
#include <gmock/gmock.h>

#include "domain/message.h"
#include "plan/formats/text_encoding.h"
#include "plan/reader.h"

namespace dondoc::plan {
namespace {

const std::string head_line = "STT;Nội dung;Kết quả;Thời hạn;Cơ quan chủ trì;Cơ quan phối hợp\n";
const std::string task =
    "1;Rà soát, sửa đổi;\"Đạt 100%; không sót\";31/12/2023;Sở Nội vụ;\"Sở \"\"Y tế\"\"\"\n";

std::string with_separator(std::string text, char separator) {
    bool quoted = false;
    std::string made;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        made += c == ';' && !quoted ? separator : c;
    }
    return made;
}
std::string utf16(std::string_view ascii_and_vietnamese, bool big) {
    std::string bytes;
    for (std::size_t i = 0; i < ascii_and_vietnamese.size();) {
        const auto lead = static_cast<unsigned char>(ascii_and_vietnamese[i]);
        unsigned c = lead;
        std::size_t length = 1;
        if (lead >= 0xE0) {
            c = lead & 0x0Fu;
            length = 3;
        } else if (lead >= 0xC0) {
            c = lead & 0x1Fu;
            length = 2;
        }
        for (std::size_t k = 1; k < length; ++k)
            c = c << 6 | (static_cast<unsigned char>(ascii_and_vietnamese[i + k]) & 0x3Fu);
        i += length;
        const char high = static_cast<char>(c >> 8);
        const char low = static_cast<char>(c & 0xFF);
        bytes += big ? high : low;
        bytes += big ? low : high;
    }
    return bytes;
}
void expect_task(const std::string& bytes, const std::string& what) {
    try {
        const auto reading = read_plan(bytes);
        ASSERT_EQ(reading.rows.size(), 1u) << what;
        EXPECT_EQ(reading.rows[0].title(), "Rà soát, sửa đổi") << what;
        EXPECT_EQ(reading.rows[0].requirement(), "Đạt 100%; không sót") << what;
        EXPECT_EQ(reading.rows[0].lead_text(), "Sở Nội vụ") << what;
        EXPECT_EQ(reading.rows[0].cooperating_text(), "Sở \"Y tế\"") << what;
    } catch (const UserError& error) {
        ADD_FAILURE() << what << ": " << error.message().key;
    }
}

TEST(Csv, AnySeparatorIsFoundByTheHeader) {
    for (const char separator : {';', '\t', '|'})
        expect_task(with_separator(head_line + task, separator), std::string(1, separator));
    expect_task(with_separator("STT;Nội dung;Kết quả;Thời hạn;Chủ trì;Phối hợp\r\n"
                               "1;\"Rà soát, sửa đổi\";Đạt 100%; không sót",
                               ';')
                        .substr(0, 0) +
                    "STT,Nội dung,Kết quả,Thời hạn,Chủ trì,Phối hợp\r\n"
                    "1,\"Rà soát, sửa đổi\",\"Đạt 100%; không sót\",2023,Sở Nội vụ,\"Sở \"\"Y tế\"\"\"\r\n",
                ",");
    expect_task("sep=;\n" + head_line + task, "sep=");
}

TEST(Csv, ByteOrderMarksAndUtf16AreRead) {
    expect_task("\xEF\xBB\xBF" + head_line + task, "UTF-8 with a mark");
    const auto unicode_text = with_separator(head_line + task, '\t');
    expect_task("\xFF\xFE" + utf16(unicode_text, false), "UTF-16LE");
    expect_task("\xFE\xFF" + utf16(unicode_text, true), "UTF-16BE");
    std::string plain = "STT\tTEN\n";
    EXPECT_EQ(decode_text(utf16(plain, false)).text, plain);
    EXPECT_EQ(decode_text(utf16(plain, true)).text, plain);
}

TEST(Csv, HalvesOfCharactersAndOverlongBytesAreNoUtf8) {
    for (const auto* bytes : {"\xED\xA0\x80", "\xE0\x80\xAF", "\xC1\xBF", "\xF4\x90\x80\x80", "\xE1\xBB"})
        EXPECT_NE(decode_text(std::string{"STT\t"} + bytes).encoding, Encoding::Utf8) << bytes;
    EXPECT_EQ(decode_text("STT\tN\xE1\xBB\x99i dung").encoding, Encoding::Utf8);
}

TEST(Csv, Windows1258IsReadWhereItMakesSense) {
    // "Nội dung", "Thời hạn", "Cơ quan chủ trì": letters with their tone marks behind them
    const std::string bytes =
        "STT;N\xF4\xF2i dung;Th\xF5\xCCi h\xF2n;C\xF5 quan ch\xFB\xD2 tr\xCCi\n"
        "1;R\xE0 so\xE1t;N\xE3m 2023;S\xF5\xD2 N\xF4\xF2i v\xF2\n";
    const auto decoded = decode_text(bytes);
    EXPECT_EQ(decoded.encoding, Encoding::Windows1258);
    const auto reading = read_plan(
        "STT;N\xF4\xF2i dung;Th\xF5\xCCi ha\xF2n;C\xF5 quan chu\xD2 tri\xCC\n"
        "1;R\xE0 so\xE1t;N\xE3m 2023;S\xF5\xD2 N\xF4\xF2i vu\xF2\n");
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].title(), "Rà soát");
    EXPECT_EQ(reading.rows[0].deadline_text(), "Năm 2023");
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Nội vụ");
    try {
        read_plan("STT\tN\xC3(i dung\n");
        ADD_FAILURE();
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "plan.not_utf8");
    }
}

}  // namespace
}  // namespace dondoc::plan
