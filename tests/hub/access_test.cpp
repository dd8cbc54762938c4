// SPDX-License-Identifier: Apache-2.0
// Who is answered what: every request by every role about what is its own, what it cooperates in, what was
// taken from it, what is foreign or secret and what does not exist. docs/access.md is made here
// (DONDOC_WRITE_DOCS=1).
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <vector>

#include "access_cases.h"

namespace dondoc::test {
namespace {

constexpr const char* page = DONDOC_SOURCE_DIR "/docs/access.md";

constexpr const char* head =
    "# Who is answered what\n"
    "\n"
    "This page is made by a test (`DONDOC_WRITE_DOCS=1 hub_tests --gtest_filter='Access.*'`) and compared by "
    "it: it shows\n"
    "what the daemon does, not what it should do. An agency's key, SNV's, asks about six things, and so do "
    "the other roles:\n"
    "\n"
    "- **own**: its code, a document that gives it work, its task and its part of it, a person of it;\n"
    "- **cooperating**: a task that STC leads and SNV cooperates in, with STC's part and who is responsible "
    "for it;\n"
    "- **former**: the code that SNV had before, a document, task and part that were taken from it by an "
    "amendment, and a\n"
    "  person who went to STC;\n"
    "- **foreign**: STC's;\n"
    "- **none**: what does not exist;\n"
    "- **secret**: a task of a secret document, that STC leads and SNV cooperates in, and a person of the "
    "office.\n"
    "\n"
    "`ok 3` is an answer with three rows, `ok` one without rows, anything else the code of the refusal. To "
    "an agency the\n"
    "foreign and the nonexistent look the same, except where the register of agencies, which is open to "
    "everybody, is asked.\n"
    "A refused request changes no row of any table.\n"
    "\n"
    "A **gateway** stands here as it asks for itself. When it speaks for a person, the answer is that of a "
    "key of the "
    "person's\n"
    "role and agency, for every line of this table (the same test asks each through a gateway, too); never "
    "an "
    "administrator's.\n"
    "\n"
    "| request | by | about | agency | office | operator | administrator | gateway |\n"
    "|---|---|---|---|---|---|---|---|\n";

bool is_command(const std::string& name) {
    for (const auto& kind : hub::all_requests())
        if (name == kind.name)
            return kind.effect == hub::Effect::Once || kind.effect == hub::Effect::Repeatable ||
                   name == "clock_advance";
    throw std::runtime_error("no such request: " + name);
}

// Elements of the lists that the answer has at its top.
std::string told(const v1::Reply& reply) {
    if (reply.has_error()) return reply.error().code();
    for (const auto& row : reply.assignment_update().rows())
        if (row.has_error()) return row.error().code();  // of a trial
    const auto* body =
        reply.GetReflection()->GetOneofFieldDescriptor(reply, reply.GetDescriptor()->FindOneofByName("body"));
    const auto& message = reply.GetReflection()->GetMessage(reply, body);
    int rows = 0;
    for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
        const auto* field = message.GetDescriptor()->field(i);
        if (field->is_repeated() && field->message_type() != nullptr)
            rows += message.GetReflection()->FieldSize(message, field);
    }
    return rows == 0 ? "ok" : "ok " + std::to_string(rows);
}

std::string matrix() {
    AccessWorld world;
    std::optional<std::vector<std::int64_t>> rows;  // as they are; nothing: something may have been written
    std::ostringstream table;
    table << head;
    for (const auto& one : access_cases) {
        for (const auto& subject : AccessWorld::subjects()) {
            const bool about_nothing = *one.by == '\0' || std::string{one.by} == "no agency";
            if (about_nothing && std::string{subject.name} != "own") continue;
            table << "| `" << one.request << "` | " << one.by << " | " << (about_nothing ? "" : subject.name)
                  << " |";
            const auto answer_of = [&](Role role, std::uint64_t person) {
                v1::Request request;
                one.ask(request, subject);
                request.set_person(person);
                if (!rows) rows = world.rows();
                const auto reply = world.ask(role, request).reply;
                EXPECT_TRUE(reply.error().incident().empty()) << one.request;
                if (reply.has_error()) {
                    EXPECT_EQ(world.rows(), *rows) << one.request << " " << subject.name;
                } else {
                    rows.reset();
                    if (is_command(one.request)) world.begin_anew();
                }
                return told(reply);
            };
            for (const auto role :
                 {Role::Agency, Role::Office, Role::Operator, Role::Administrator, Role::Gateway}) {
                const auto answer = answer_of(role, 0);
                table << ' ' << answer << " |";
                if (role == Role::Administrator || role == Role::Gateway) continue;
                EXPECT_EQ(answer_of(Role::Gateway, AccessWorld::person_of(role)), answer)
                    << one.request << " by " << one.by << " about " << subject.name
                    << ", through the gateway";
            }
            table << '\n';
        }
    }
    return table.str();
}

TEST(Access, ThePageSaysWhatEveryRoleIsAnswered) {
    const auto now = matrix();
    if (std::getenv("DONDOC_WRITE_DOCS") != nullptr) std::ofstream{page} << now;
    std::istringstream made{now}, kept{read_file(page)};
    std::string is, was;
    for (int line = 1; std::getline(made, is); ++line) {
        std::getline(kept, was);
        ASSERT_EQ(is, was) << "line " << line << " of docs/access.md: if that is meant, make the page anew";
    }
    EXPECT_FALSE(std::getline(kept, was)) << was;
}

TEST(Access, EveryRequestIsOnThePage) {
    std::set<std::string> asked, known;
    for (const auto& one : access_cases) asked.insert(one.request);
    for (const auto& kind : hub::all_requests()) known.insert(kind.name);
    EXPECT_EQ(asked, known);
}

// To an agency what is foreign cannot be told from what does not exist.
TEST(Access, AnAgencyIsRefusedTheForeignAsItIsTheNonexistent) {
    AccessWorld world;
    const auto subjects = AccessWorld::subjects();
    for (const auto& one : access_cases) {
        if (std::string{one.request} == "agency_show") continue;  // the register is open
        v1::Request none;
        one.ask(none, subjects[4]);
        const auto refusal = told(world.ask(Role::Agency, none).reply);
        for (const auto& about : {subjects[3], subjects[5]}) {
            v1::Request foreign;
            one.ask(foreign, about);
            EXPECT_EQ(told(world.ask(Role::Agency, foreign).reply), refusal)
                << one.request << " by " << one.by << " of what is " << about.name;
        }
    }
}

// Asks everything about everything, and looks through all bytes that come back.
TEST(Access, NothingThatAnAgencyCanAskShowsItWhatIsNotItsOwn) {
    AccessWorld world;
    std::size_t bytes = 0, answers = 0;
    const auto through_gateway = [&](v1::Request request) {
        request.set_person(AccessWorld::person_of(Role::Agency));
        return world.ask(Role::Gateway, request);
    };
    const auto look = [&](const v1::Request& request) {
        if (request.ShortDebugString().find(mark) != std::string::npos) {
            // It may hear again what it said itself, in the refusal.
            const auto reply = world.ask(Role::Agency, request).reply;
            EXPECT_TRUE(reply.has_error()) << request.ShortDebugString() << reply.ShortDebugString();
            return;
        }
        for (const auto& answered : {world.ask(Role::Agency, request), through_gateway(request)}) {
            ++answers;
            bytes += answered.bytes.size();
            EXPECT_EQ(answered.bytes.find(mark), std::string::npos) << request.ShortDebugString() << "\n"
                                                                    << answered.reply.DebugString();
        }
    };
    for (const auto& one : access_cases)
        for (const auto& subject : AccessWorld::subjects()) {
            v1::Request request;
            one.ask(request, subject);
            look(request);
        }
    for (std::uint64_t id = 1; id <= 8; ++id) {
        for (const auto& one : access_cases) {
            v1::Request request;
            one.ask(request, {"any", "SNV", "01/KH-UBND", id, id, std::to_string(id), "Người", 1, id});
            look(request);
        }
    }
    for (const auto sort : {v1::ListSort::due, v1::ListSort::updated, v1::ListSort::given,
                            v1::ListSort::agency, v1::ListSort::document, v1::ListSort::progress}) {
        for (const auto* text : {"", "việc", "sửa", "yêu cầu", "giải pháp"}) {
            v1::Request request;
            request.mutable_task_list()->set_sort(sort);
            request.mutable_task_list()->set_text(text);
            look(request);
        }
    }
    EXPECT_GT(answers, 500U);
    EXPECT_GT(bytes, 100'000U);
}

// The word that was written into the row afterwards finds nothing, and what was there before still does.
TEST(Access, WordsWrittenAfterThePartingFindNothing) {
    AccessWorld world;
    v1::Request request;
    request.mutable_task_list()->set_text(mark);
    EXPECT_EQ(told(world.ask(Role::Agency, request).reply), "ok");
    EXPECT_EQ(told(world.ask(Role::Office, request).reply), "ok 4");
    v1::Request persons;
    persons.mutable_person_list()->set_text(mark);
    EXPECT_EQ(told(world.ask(Role::Agency, persons).reply), "ok");
    EXPECT_EQ(told(world.ask(Role::Office, persons).reply), "ok 4");
    v1::Request show;
    show.mutable_task_show()->set_task(3);
    const auto former = world.ask(Role::Agency, show).reply.task_show();
    EXPECT_EQ(former.row().title(), "Việc rà soát thủ tục của sở");
    EXPECT_EQ(former.row().requirement(), "Yêu cầu rà soát thủ tục của sở");
    EXPECT_EQ(world.ask(Role::Office, show).reply.task_show().row().title(),
              "Việc rà soát thủ tục của sở " + mark);
}

}  // namespace
}  // namespace dondoc::test
