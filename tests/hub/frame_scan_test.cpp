// SPDX-License-Identifier: Apache-2.0
// What is looked at of a frame before it is decoded.
#include "hub/transport/frame_scan.h"

#include <gtest/gtest.h>

#include <set>

#include "hub/requests/requests.h"
#include "hub/transport/frame_bounds.h"
#include "support/reached_fields.h"
#include "support/refusal.h"

namespace dondoc::test {
namespace {

using google::protobuf::FieldDescriptor;

std::string refusal_of(const std::string& frame) {
    return refusal([&] { hub::require_bounds(frame); });
}
std::string refusal_of(const v1::ClientFrame& frame) {
    return refusal_of(frame.SerializeAsString());
}

// One field of a message on the wire: a tag, a length, the bytes.
std::string field(int number, const std::string& bytes) {
    const auto varint = [](std::size_t value) {
        std::string text;
        for (; value >= 0x80; value >>= 7) text += static_cast<char>(value | 0x80);
        return text + static_cast<char>(value);
    };
    return varint(static_cast<std::size_t>(number) << 3 | 2) + varint(bytes.size()) + bytes;
}
std::string request(const std::string& content) {
    return field(v1::ClientFrame::kRequestFieldNumber, content);
}
std::string times(std::size_t count, const std::string& bytes) {
    std::string text;
    text.reserve(count * bytes.size());
    for (std::size_t i = 0; i < count; ++i) text += bytes;
    return text;
}

TEST(FrameScan, EveryTextMayBeAsLongAsItsBoundAndNoLonger) {
    int texts = 0;
    for_each_field([&](const ReachedField& reached) {
        if (reached.field->cpp_type() != FieldDescriptor::CPPTYPE_STRING) return;
        ++texts;
        const auto most = hub::bound_of(*reached.field).bytes;
        v1::ClientFrame frame;
        put_text(message_at(frame, reached), *reached.field, std::string(most, 'x'));
        EXPECT_EQ(refusal_of(frame), "") << reached.field->full_name();
        frame.Clear();
        put_text(message_at(frame, reached), *reached.field, std::string(most + 1, 'x'));
        EXPECT_EQ(refusal_of(frame), "value.too_long") << reached.field->full_name();
    });
    EXPECT_GT(texts, 100);
}

TEST(FrameScan, EveryRepeatedFieldMayBeAsManyAsItsBoundAndNoMore) {
    std::set<std::string> seen;
    for_each_field([&](const ReachedField& reached) {
        if (!reached.field->is_repeated()) return;
        seen.insert(reached.field->full_name());
        v1::ClientFrame frame;
        auto& message = message_at(frame, reached);
        const auto most = hub::bound_of(*reached.field).count;
        for (std::size_t i = 0; i < most; ++i) add_element(message, *reached.field);
        EXPECT_EQ(refusal_of(frame), "") << reached.field->full_name();
        add_element(message, *reached.field);
        EXPECT_EQ(refusal_of(frame), "value.too_many") << reached.field->full_name();
    });
    EXPECT_GT(seen.size(), 20U);
}

TEST(FrameScan, ABoundOfItsOwnIsOfAFieldThatThereIs) {
    std::set<std::string> reached_names;
    for_each_field([&](const ReachedField& reached) { reached_names.insert(reached.field->full_name()); });
    for (const auto& entry : hub::named_bounds())
        EXPECT_TRUE(reached_names.contains("dondoc.v1." + std::string{entry.field})) << entry.field;
}

TEST(FrameScan, APlaceSaysWhichRowAndWhichField) {
    v1::ClientFrame frame;
    auto& plan = *frame.mutable_request()->mutable_plan_import();
    for (int i = 0; i < 3; ++i) plan.add_rows();
    plan.mutable_rows(2)->set_number(std::string(513, '1'));
    try {
        hub::require_bounds(frame.SerializeAsString());
        ADD_FAILURE();
    } catch (const UserError& error) {
        EXPECT_EQ(error.place(), "rows[2].number");
        EXPECT_EQ(error.message().args, (std::vector<std::string>{"513", "512"}));
    }
}

TEST(FrameScan, WhatIsNotPackedCountsAsWhatIs) {
    const auto most = hub::bound_of(*v1::TaskListRequest::descriptor()->FindFieldByName("timeliness")).count;
    const std::string one{"\x20\x01", 2};  // field 4, a varint
    EXPECT_EQ(refusal_of(request(field(v1::Request::kTaskListFieldNumber, times(most, one)))), "");
    EXPECT_EQ(refusal_of(request(field(v1::Request::kTaskListFieldNumber, times(most + 1, one)))),
              "value.too_many");
}

// A decoder merges what stands twice, so that bounds of each part would say nothing of the whole.
TEST(FrameScan, WhatCanStandOnceStandsOnce) {
    const auto rows = field(v1::Request::kPlanImportFieldNumber, field(2, ""));
    EXPECT_EQ(refusal_of(request(rows)), "");
    EXPECT_EQ(refusal_of(request(rows + rows)), "request.malformed");
    EXPECT_EQ(refusal_of(request(rows + field(v1::Request::kStatusFieldNumber, ""))), "request.malformed");
    EXPECT_EQ(refusal_of(request("") + request("")), "request.malformed");
    EXPECT_FALSE(hub::head_of(request("") + request("")));
}

TEST(FrameScan, WhatIsNotKnownIsPassedOverAndCounted) {
    EXPECT_EQ(refusal_of(request(field(9999, std::string(100'000, 'x')))), "");
    EXPECT_EQ(refusal_of(request(times(hub::most_elements + 1, std::string{"\xf8\x7f\x01", 3}))),
              "value.too_many");
    // A text where a number belongs is unknown to a decoder, too.
    EXPECT_EQ(refusal_of(request(field(v1::Request::kTaskShowFieldNumber, field(1, "x")))), "");
}

TEST(FrameScan, WhatIsCutOffOrNoFieldIsMalformed) {
    const auto whole = request(field(v1::Request::kIdFieldNumber, "r1") +
                               field(v1::Request::kPlanImportFieldNumber, field(2, field(3, "Việc"))));
    ASSERT_TRUE(hub::head_of(whole));
    for (std::size_t size = 1; size < whole.size(); ++size) {
        EXPECT_FALSE(hub::head_of(whole.substr(0, size))) << size;
        EXPECT_EQ(refusal_of(whole.substr(0, size)), "request.malformed") << size;
    }
    EXPECT_EQ(refusal_of(request("\x0b")), "request.malformed") << "the beginning of a group";
    EXPECT_EQ(refusal_of(request(std::string(11, '\xff'))), "request.malformed");
    EXPECT_FALSE(hub::head_of(""));
}

TEST(FrameScan, TheHeadSaysWhatItIsWithoutTheRest) {
    v1::ClientFrame frame;
    frame.mutable_request()->set_id("r1");
    frame.mutable_request()->set_lang("en");
    frame.mutable_request()->mutable_report()->set_document("1/KH");
    auto head = hub::head_of(frame.SerializeAsString());
    ASSERT_TRUE(head);
    EXPECT_EQ(head->frame, v1::ClientFrame::kRequest);
    EXPECT_EQ(head->body, v1::Request::kReport);
    EXPECT_EQ(head->id, "r1");
    EXPECT_EQ(head->lang, "en");
    head = hub::head_of(request(field(v1::Request::kPlanImportFieldNumber, "no message at all")));
    ASSERT_TRUE(head);
    EXPECT_EQ(head->body, v1::Request::kPlanImport);
    frame.mutable_request()->set_id(std::string(100'000, 'x'));
    EXPECT_EQ(hub::head_of(frame.SerializeAsString())->id, "");
    for (const std::string id : {"\xff\xfe", "r\xc3", "\xed\xa0\x80"})
        EXPECT_EQ(hub::head_of(request(field(v1::Request::kIdFieldNumber, id)))->id, "") << "no UTF-8";
    EXPECT_EQ(hub::head_of(request(field(v1::Request::kIdFieldNumber, "việc \uFFFD")))->id, "việc \uFFFD");
    frame.Clear();
    frame.mutable_hello()->set_nonce("12345678");
    EXPECT_EQ(hub::head_of(frame.SerializeAsString())->frame, v1::ClientFrame::kHello);
}

TEST(FrameScan, ItsFirstByteSaysWhetherItIsAQuestionOrAPing) {
    v1::ClientFrame ping, request, hello;
    ping.mutable_ping()->set_number(7);
    request.mutable_request()->set_id("1");
    hello.mutable_hello();
    EXPECT_TRUE(hub::begins_as_ping(ping.SerializeAsString()));
    EXPECT_TRUE(hub::begins_as_request(request.SerializeAsString()));
    for (const auto& other : {request, hello, v1::ClientFrame{}})
        EXPECT_FALSE(hub::begins_as_ping(other.SerializeAsString()));
    for (const auto& other : {ping, hello, v1::ClientFrame{}})
        EXPECT_FALSE(hub::begins_as_request(other.SerializeAsString()));
}

TEST(FrameScan, AnAgencysKeyNeedsLittle) {
    constexpr std::size_t most = 256 * 1024;  // many changes at once
    for (const auto& kind : hub::all_requests())
        if (kind.least == Role::Agency) {
            EXPECT_LE(kind.more.most_bytes, most) << kind.name;
        }
}

TEST(FrameScan, TheLittleHoldsAnAgencysPersonsAndASheetOfProgress) {
    constexpr int persons = 500, rows = 1'000;
    const auto fits = [](const v1::Request& content) {
        v1::ClientFrame frame;
        *frame.mutable_request() = content;
        EXPECT_EQ(refusal_of(frame), "");
        EXPECT_LE(frame.ByteSizeLong(), hub::find_request(content.body_case())->more.most_bytes);
    };
    v1::Request people, sheet;
    for (int i = 0; i < persons; ++i) {
        auto& edit = *people.mutable_person_import()->add_entries()->mutable_edit();
        edit.set_name("Nguyễn Thị Phương Thảo " + std::to_string(i));
        edit.set_position("Phó Trưởng phòng Tổ chức, biên chế và tổ chức phi chính phủ");
        edit.set_email("nguyenthiphuongthao" + std::to_string(i) + "@sonoivu.tinh.gov.vn");
        edit.set_phone("0912 345 678");
        edit.set_channels("mail, zalo");
        edit.set_quiet("21:00-06:00");
        edit.set_told("chủ trì, phối hợp");
    }
    fits(people);
    for (int i = 0; i < rows; ++i) {
        auto& row = *sheet.mutable_assignment_update()->add_rows();
        row.set_assignment(1'000'000U + static_cast<unsigned>(i));
        row.set_revision(300);
        auto& change = *row.add_changes();
        change.set_action(v1::AssignmentChangeRequest::progress);
        change.set_percent(60);
        change.set_note(
            "Đã lấy ý kiến các sở, ban, ngành; đang tổng hợp, hoàn thiện dự thảo để trình UBND tỉnh");
        change.mutable_next()->set_day("2023-06-30");
        change.mutable_next()->set_text("Trình dự thảo");
    }
    fits(sheet);
}

}  // namespace
}  // namespace dondoc::test
