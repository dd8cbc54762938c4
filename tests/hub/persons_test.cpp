// SPDX-License-Identifier: Apache-2.0
// Persons as each key sees and changes them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "engine/persons.h"
#include "support/asked_hub.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Persons : public testing::Test, protected AskedHub {
  protected:
    Persons() {
        province.import({row("1", "Rà soát", "31/12/2023", "Sở Nội vụ", "Sở Tài chính"),
                         row("2", "Số hóa", "31/12/2023", "Sở Nội vụ"),
                         row("3", "Ngân sách", "31/12/2023", "Sở Tài chính")});
        grant("SNV", Role::Agency, "SNV");
        grant("STC", Role::Agency, "STC");
        grant("office", Role::Office, "");
        grant("operator", Role::Operator, "");
    }
    v1::Reply add(const std::string& who, const std::string& agency, const std::string& name,
                  const std::string& email = {}) {
        v1::Request request;
        auto& entry = *request.mutable_person_add()->mutable_entry();
        entry.set_agency(agency);
        entry.mutable_edit()->set_name(name);
        if (!email.empty()) entry.mutable_edit()->set_email(email);
        return ask(who, request);
    }
    std::uint64_t added(const std::string& agency, const std::string& name, const std::string& email = {}) {
        const auto reply = add("operator", agency, name, email);
        EXPECT_FALSE(reply.has_error()) << reply.error().message();
        return reply.person().person().id();
    }
    std::vector<std::string> names(const std::string& who,
                                   const std::function<void(v1::PersonListRequest&)>& set) {
        v1::Request request;
        set(*request.mutable_person_list());
        std::vector<std::string> found;
        const auto list = ask(who, request).person_list();
        for (const auto& person : list.persons()) found.push_back(person.name());
        return found;
    }
    v1::Reply change(const std::string& who, const std::string& person,
                     const std::function<void(v1::PersonChangeRequest&)>& set) {
        v1::Request request;
        request.mutable_person_change()->set_person(person);
        set(*request.mutable_person_change());
        return ask(who, request);
    }
    v1::Reply show(const std::string& who, const std::string& person) {
        v1::Request request;
        request.mutable_person_show()->set_person(person);
        return ask(who, request);
    }
    v1::Reply responsible(const std::string& who, std::uint64_t assignment, const std::string& person) {
        v1::Request request;
        request.mutable_assignment_responsible()->set_assignment(assignment);
        request.mutable_assignment_responsible()->set_person(person);
        return ask(who, request);
    }
    v1::Reply import(const std::string& who, const std::vector<std::array<std::string, 3>>& rows,
                     bool dry_run = false, const std::string& seen = {}) {
        v1::Request request;
        for (const auto& [agency, name, email] : rows) {
            auto& entry = *request.mutable_person_import()->add_entries();
            entry.set_agency(agency);
            entry.mutable_edit()->set_name(name);
            entry.mutable_edit()->set_email(email);
        }
        request.mutable_person_import()->set_dry_run(dry_run);
        request.mutable_person_import()->set_seen(seen);
        return ask(who, request);
    }
    // What the daemon warns of that nobody is told of.
    static std::vector<std::string> untold(const google::protobuf::RepeatedPtrField<std::string>& warnings) {
        std::vector<std::string> found;
        for (const auto& warning : warnings)
            if (warning.find("không ai được báo") != std::string::npos) found.push_back(warning);
        return found;
    }
    std::vector<std::string> untold_of_status(const std::string& who) {
        v1::Request request;
        request.mutable_status();
        return untold(ask(who, request).status().warnings());
    }
    std::vector<std::string> untold_of_list(const std::string& who, const std::string& agency) {
        v1::Request request;
        request.mutable_person_list()->set_agency(agency);
        return untold(ask(who, request).person_list().warnings());
    }
    std::vector<std::string> told_as(const std::string& person, const std::string& told) {
        const auto reply =
            change("operator", person, [&](auto& wanted) { wanted.mutable_edit()->set_told(told); });
        EXPECT_FALSE(reply.has_error()) << reply.error().message();
        return untold(reply.person().warnings());
    }
    static std::string counts(const v1::Reply& reply) {
        if (reply.has_error()) return reply.error().code() + " " + reply.error().place();
        const auto& done = reply.person_import();
        return std::to_string(done.added()) + "+" + std::to_string(done.changed()) + "=" +
               std::to_string(done.unchanged());
    }
};

TEST_F(Persons, AnAgencyAddsItsOwnAndAnotherSeesNothingOfThem) {
    const auto made = add("SNV", "", "Nguyễn Văn An", "an@snv.gov.vn");
    ASSERT_FALSE(made.has_error()) << made.error().message();
    const auto& person = made.person().person();
    EXPECT_EQ(person.agency(), "SNV");
    EXPECT_EQ(person.role(), "agency");
    EXPECT_THAT(person.channels(), ElementsAre("mail"));
    EXPECT_THAT(person.told(), ElementsAre("lead", "cooperating"));
    const auto everybody = [](v1::PersonListRequest&) {};
    EXPECT_THAT(names("SNV", everybody), ElementsAre("Nguyễn Văn An"));
    EXPECT_THAT(names("office", everybody), ElementsAre("Nguyễn Văn An"));
    EXPECT_THAT(names("STC", everybody), IsEmpty());
    EXPECT_EQ(show("STC", "1").error().code(), "person.unknown");
    EXPECT_EQ(show("STC", "an@snv.gov.vn").error().code(), "person.unknown");
    EXPECT_EQ(change("STC", "1", [](auto& wanted) { wanted.mutable_edit()->set_phone("0912345678"); })
                  .error()
                  .code(),
              "person.unknown");
    EXPECT_EQ(add("STC", "SNV", "Lê Thị Chi").error().code(), "access.foreign");
    EXPECT_EQ(add("office", "SNV", "Lê Thị Chi").error().code(), "access.denied");
}

TEST_F(Persons, WhatNobodyOfAnAgencyIsToldOfIsSaidTheSameWhereverOneLooks) {
    EXPECT_THAT(untold_of_status("office"), IsEmpty()) << "no agency has persons";
    const auto first = add("operator", "SNV", "Nguyễn Văn An", "an@snv.gov.vn");
    EXPECT_THAT(first.person().warnings(), IsEmpty());
    EXPECT_THAT(untold_of_status("office"), ElementsAre(HasSubstr("Sở Tài chính (STC): không ai được báo")))
        << "it has work and nobody";

    added("STC", "Phạm Văn Dũng", "dung@stc.gov.vn");
    EXPECT_THAT(untold_of_status("office"), IsEmpty());
    const auto heads = told_as("2", "head");
    ASSERT_THAT(heads, ElementsAre(HasSubstr("Sở Tài chính (STC): chỉ lãnh đạo được báo")));
    EXPECT_THAT(heads[0], HasSubstr("việc mới và việc sắp đến hạn không ai được báo"));
    EXPECT_EQ(untold_of_status("office"), heads);
    EXPECT_EQ(untold_of_status("STC"), heads);
    EXPECT_THAT(untold_of_status("SNV"), IsEmpty()) << "that is another agency's";
    EXPECT_EQ(untold_of_list("office", ""), heads);
    EXPECT_EQ(untold_of_list("STC", ""), heads);
    EXPECT_THAT(untold_of_list("office", "SNV"), IsEmpty());

    EXPECT_THAT(told_as("2", "cooperating"), ElementsAre(HasSubstr("chỉ có người nhận việc phối hợp")));
    EXPECT_THAT(told_as("2", "none"), ElementsAre(HasSubstr("(STC): không ai được báo, dù")));
    EXPECT_THAT(told_as("2", "lead"), IsEmpty());
    const auto unreached = change("STC", "2", [](auto& wanted) { wanted.mutable_edit()->set_email(""); });
    EXPECT_THAT(untold(unreached.person().warnings()), ElementsAre(HasSubstr("không ai được báo, dù")));
}

TEST_F(Persons, WhoGoesIsMissedWhereHeWas) {
    added("SNV", "Nguyễn Văn An", "an@snv.gov.vn");
    added("STC", "Phạm Văn Dũng", "dung@stc.gov.vn");
    const auto moved = change("operator", "2", [](auto& wanted) { wanted.set_agency("SNV"); });
    EXPECT_THAT(untold(moved.person().warnings()), ElementsAre(HasSubstr("Sở Tài chính (STC)")));
    v1::Request request;
    request.mutable_person_remove()->set_reason("nghỉ hưu");
    request.mutable_person_remove()->set_person("1");
    EXPECT_THAT(ask("SNV", request).person().warnings(), IsEmpty()) << "the other is there";
    request.mutable_person_remove()->set_person("2");
    EXPECT_THAT(untold(ask("SNV", request).person().warnings()), ElementsAre(HasSubstr("Sở Nội vụ (SNV)")));
}

TEST_F(Persons, OfAFileItIsSaidWhatItWouldLeaveUntold) {
    const auto trial = import("operator", {{"SNV", "Nguyễn Văn An", ""}, {"STC", "Lê Thị Chi", ""}}, true);
    EXPECT_THAT(untold(trial.person_import().warnings()),
                ElementsAre(HasSubstr("Sở Nội vụ (SNV), Sở Tài chính (STC): không ai được báo, dù")));
    EXPECT_THAT(untold_of_status("office"), IsEmpty()) << "it was only tried";
}

TEST_F(Persons, ThoseOfTheOfficeAreToldOfWhatItsAgencyIs) {
    auto rules = province.engine.rules();
    rules.office = "VP";
    province.engine.change_rules(std::move(rules));
    added("VP", "Lê Văn Chánh", "chanh@vp.gov.vn");
    EXPECT_THAT(told_as("1", "head"), ElementsAre(HasSubstr("Văn phòng UBND tỉnh (VP)")));
    EXPECT_THAT(add("operator", "", "Trần Thị Bình", "binh@vp.gov.vn").person().warnings(), IsEmpty());
    EXPECT_THAT(untold_of_list("office", "VP"), IsEmpty());
}

TEST_F(Persons, ThoseOfTheOfficeAreNotSeenByAgencies) {
    added("", "Trần Thị Bình", "binh@vp.gov.vn");
    EXPECT_THAT(names("SNV", [](auto&) {}), IsEmpty());
    EXPECT_EQ(show("SNV", "Trần Thị Bình").error().code(), "person.unknown");
    EXPECT_THAT(names("office", [](auto& list) { list.set_office(true); }), ElementsAre("Trần Thị Bình"));
    EXPECT_EQ(show("office", "trần thị bình").person_show().person().role(), "office");
}

TEST_F(Persons, OneIsFoundByNumberNameAddressAndPartsWithoutMarks) {
    added("SNV", "Nguyễn Văn An", "an@snv.gov.vn");
    added("STC", "Nguyễn Văn An", "an@stc.gov.vn");
    added("STC", "Nguyễn Văn Ân");
    EXPECT_EQ(show("office", "nguyễn văn an").error().code(), "person.ambiguous");
    EXPECT_EQ(show("office", "AN@STC.gov.vn").person_show().person().id(), 2u);
    EXPECT_EQ(show("STC", "Nguyễn Văn An").person_show().person().id(), 2u)
        << "of those whom the key may see";
    EXPECT_EQ(show("office", "Nguyễn Văn Ân").person_show().person().id(), 3u) << "marks tell persons apart";
    EXPECT_THAT(names("STC", [](auto& list) { list.set_text("van an"); }),
                ElementsAre("Nguyễn Văn An", "Nguyễn Văn Ân"));
    EXPECT_THAT(names("office", [](auto& list) { list.set_limit(2); }).size(), 2u);
    EXPECT_THAT(names("office", [](auto& list) { list.set_after(2); }), ElementsAre("Nguyễn Văn Ân"));
}

TEST_F(Persons, ANamesakeIsAddedOnlyWhenItIsSaid) {
    added("SNV", "Nguyễn Văn An");
    EXPECT_EQ(add("operator", "SNV", "nguyễn văn an").error().code(), "person.same_name");
    v1::Request request;
    request.mutable_person_add()->mutable_entry()->set_agency("SNV");
    request.mutable_person_add()->mutable_entry()->mutable_edit()->set_name("Nguyễn Văn An");
    request.mutable_person_add()->set_another(true);
    EXPECT_EQ(ask("operator", request).person().person().id(), 2u);
}

TEST_F(Persons, ARoleOfTheOfficeIsNotGivenToSomebodyOfAnAgency) {
    added("SNV", "Nguyễn Văn An");
    for (const auto* who : {"SNV", "operator"})
        EXPECT_EQ(change(who, "1", [](auto& wanted) { wanted.mutable_edit()->set_role("operator"); })
                      .error()
                      .code(),
                  "person.role_of_agency");
}

TEST_F(Persons, AddressesAndNumbersStandInNoHistoryAndAreForgottenOnRemoval) {
    added("SNV", "Nguyễn Văn An", "an@snv.gov.vn");
    change("SNV", "1", [](auto& wanted) {
        wanted.mutable_edit()->set_phone("0912345678");
        wanted.mutable_edit()->set_position("Chuyên viên");
    });
    auto shown = show("SNV", "1").person_show();
    EXPECT_EQ(shown.person().phone(), "0912345678");
    ASSERT_EQ(shown.history_size(), 2);
    const auto history = shown.history(1).detail().ShortDebugString();
    EXPECT_THAT(history, testing::HasSubstr("phone"));
    EXPECT_THAT(history, testing::Not(testing::HasSubstr("0912345678")));
    EXPECT_EQ(shown.history(1).detail().changed(0).new_(), "Chuyên viên");

    v1::Request request;
    request.mutable_person_remove()->set_person("1");
    EXPECT_EQ(ask("SNV", request).error().code(), "person.no_reason");
    request.mutable_person_remove()->set_reason("nghỉ hưu");
    EXPECT_FALSE(ask("SNV", request).has_error());
    shown = show("SNV", "1").person_show();
    EXPECT_EQ(shown.person().email() + shown.person().phone(), "");
    EXPECT_EQ(shown.person().name(), "Nguyễn Văn An");
    EXPECT_EQ(shown.history().rbegin()->detail().note(), "nghỉ hưu");
    EXPECT_THAT(names("SNV", [](auto&) {}), IsEmpty());
    EXPECT_THAT(names("SNV", [](auto& list) { list.set_removed(true); }), ElementsAre("Nguyễn Văn An"));
    EXPECT_EQ(ask("SNV", request).error().code(), "person.removed");
}

TEST_F(Persons, OneIsResponsibleForItsOwnAgencysWorkAndItsAgencyIsToldByNumberAlone) {
    added("SNV", "Nguyễn Văn An", "an@snv.gov.vn");
    added("STC", "Lê Thị Chi");
    EXPECT_EQ(responsible("SNV", 1, "2").error().code(), "person.unknown");
    EXPECT_EQ(responsible("operator", 1, "2").error().code(), "person.elsewhere");
    EXPECT_EQ(responsible("STC", 1, "2").error().code(), "assignment.unknown");
    EXPECT_EQ(responsible("office", 1, "1").error().code(), "access.denied");
    const auto named = responsible("SNV", 1, "Nguyễn Văn An");
    ASSERT_FALSE(named.has_error()) << named.error().message();
    EXPECT_EQ(named.assignment_responsible().assignment().responsible_name(), "Nguyễn Văn An");
    EXPECT_EQ(responsible("SNV", 1, "1").error().code(), "person.same_responsible");

    const auto told = province.inbox("SNV").back();
    EXPECT_EQ(told.change().action(), "responsible");
    EXPECT_EQ(told.change().detail().person(), 1u);
    EXPECT_THAT(told.SerializeAsString(), testing::Not(testing::HasSubstr("Nguyễn Văn An")));

    v1::Request request;
    request.mutable_task_show()->set_task(1);
    EXPECT_EQ(ask("SNV", request).task_show().life().rbegin()->detail().person_name(), "Nguyễn Văn An");
    const auto cooperating = ask("STC", request).task_show();
    EXPECT_EQ(cooperating.assignments(0).responsible_name(), "") << "another agency's person";
    EXPECT_EQ(cooperating.assignments(0).responsible(), 0u);
    EXPECT_EQ(cooperating.life().rbegin()->action(), "responsible");
    EXPECT_EQ(cooperating.life().rbegin()->detail().person(), 0u) << "nor by number";

    request.mutable_task_list()->set_responsible("an@snv.gov.vn");
    EXPECT_EQ(ask("office", request).task_list().rows_size(), 1);
    EXPECT_EQ(ask("office", request).task_list().total(), 1u) << "of that person, not of all";
    EXPECT_EQ(show("SNV", "1").person_show().person().responsible(), 1u);
}

TEST_F(Persons, WorkIsHandedOverWhenSomebodyLeaves) {
    added("SNV", "Nguyễn Văn An");
    added("SNV", "Lê Thị Chi");
    responsible("SNV", 1, "1");
    responsible("SNV", 2, "1");
    v1::Request request;
    request.mutable_person_remove()->set_person("1");
    request.mutable_person_remove()->set_reason("chuyển công tác");
    request.mutable_person_remove()->set_hand_over("2");
    const auto removed = ask("SNV", request);
    ASSERT_FALSE(removed.has_error()) << removed.error().message();
    EXPECT_EQ(removed.person().handed_over(), 2u);
    EXPECT_EQ(show("SNV", "2").person_show().person().responsible(), 2u);
    // One who moves to another agency leaves the work.
    const auto moved = change("operator", "2", [](auto& wanted) { wanted.set_agency("STC"); });
    EXPECT_EQ(moved.person().released(), 2u);
    EXPECT_EQ(moved.person().person().agency(), "STC");
    EXPECT_EQ(change("STC", "2", [](auto& wanted) { wanted.set_agency("SNV"); }).error().code(),
              "access.foreign");
}

TEST_F(Persons, ADeputyIsOfTheSameAgencyAndHasAnEnd) {
    added("SNV", "Nguyễn Văn An");
    added("SNV", "Lê Thị Chi");
    added("STC", "Phạm Văn Dũng");
    const auto away = [&](const std::string& deputy, const std::string& to) {
        return change("operator", "1", [&](auto& wanted) {
            wanted.set_deputy(deputy);
            wanted.set_deputy_to(to);
        });
    };
    EXPECT_EQ(away("3", "2023-06-01").error().code(), "person.deputy_elsewhere");
    EXPECT_EQ(away("1", "2023-06-01").error().code(), "person.deputy_self");
    EXPECT_EQ(away("2", "").error().code(), "person.deputy_no_end");
    EXPECT_EQ(away("2", "2023-05-01").error().code(), "person.deputy_days");
    const auto set = away("2", "2023-06-01");
    ASSERT_FALSE(set.has_error()) << set.error().message();
    EXPECT_EQ(set.person().person().deputy().name(), "Lê Thị Chi");
    EXPECT_EQ(set.person().person().deputy().from(), "2023-05-13");
    // Who leaves stands in for nobody any more.
    v1::Request request;
    request.mutable_person_remove()->set_person("2");
    request.mutable_person_remove()->set_reason("nghỉ");
    EXPECT_FALSE(ask("SNV", request).has_error());
    EXPECT_FALSE(show("SNV", "1").person_show().person().has_deputy());
}

TEST_F(Persons, AFileAddsAndChangesAndTheSameFileAgainChangesNothing) {
    const std::vector<std::array<std::string, 3>> rows{{"SNV", "Nguyễn Văn An", "an@snv.gov.vn"},
                                                       {"Sở Tài chính", "Lê Thị Chi", "chi@stc.gov.vn"}};
    EXPECT_EQ(counts(import("operator", rows, true)), "2+0=0");
    EXPECT_THAT(names("office", [](auto&) {}), IsEmpty()) << "a trial changes nothing";
    EXPECT_EQ(counts(import("operator", rows)), "2+0=0");
    EXPECT_EQ(counts(import("operator", rows)), "0+0=2");
    auto moved = rows;
    moved[0][2] = "an2@snv.gov.vn";
    EXPECT_EQ(counts(import("operator", moved)), "0+1=1") << "the same name is the same person";
    EXPECT_EQ(counts(import("operator", {{"SNV", "Ai đó", "sai"}})), "person.email entries[0].edit.email");
    EXPECT_EQ(counts(import("operator", {{"XYZ", "Ai đó", ""}})).substr(0, 22), "party.not_registered e");
    for (const auto* other : {"STC", "Sở Tài chính", "XYZ", "Sở Không Có"})
        EXPECT_EQ(counts(import("SNV", {{other, "Ai đó", ""}})), "access.foreign entries[0].agency") << other;
}

TEST_F(Persons, AnOperatorsListMayBeThatOfAWholeProvince) {
    v1::Request request;
    auto& wanted = *request.mutable_person_import();
    wanted.set_dry_run(true);
    for (int i = 0; i < 1'500; ++i) {
        auto& entry = *wanted.add_entries();
        entry.set_agency(std::array{"SNV", "STC", "VP"}.at(static_cast<std::size_t>(i % 3)));
        entry.mutable_edit()->set_name("Người Thử Số " + std::to_string(i));
        entry.mutable_edit()->set_position(std::string(200, 'x'));
    }
    ASSERT_GT(request.ByteSizeLong(), 256U * 1024);
    EXPECT_EQ(ask("operator", request).person_import().added(), 1'500u);
    EXPECT_EQ(ask("SNV", request).error().code(), "request.too_large");
}

// Each of a list is added without looking at all who are there.
TEST_F(Persons, AnAgencyIsFullAfterAThousandAndAListOfThemIsQuick) {
    std::vector<std::array<std::string, 3>> rows;
    for (int i = 0; i < engine::max_persons_of_agency + 1; ++i)
        rows.push_back({"SNV", "Người Thử Số " + std::to_string(i), ""});
    EXPECT_EQ(counts(import("operator", rows)), "person.too_many entries[1000].");
    rows.pop_back();
    std::int64_t instructions = 0;
    auto* handle = province.store.database.handle().getHandle();
    sqlite3_progress_handler(
        handle, 1000, [](void* count) { return *static_cast<std::int64_t*>(count) += 1000, 0; },
        &instructions);
    EXPECT_EQ(counts(import("operator", rows)), "1000+0=0");
    sqlite3_progress_handler(handle, 0, nullptr, nullptr);
    EXPECT_LT(instructions, 1000 * rows.size());
    EXPECT_EQ(add("operator", "SNV", "Một người nữa").error().code(), "person.too_many");
    EXPECT_EQ(add("operator", "SNV", "Người Thử Số 7").error().code(), "person.same_name");
    added("STC", "Người Thử Số 7");
    EXPECT_EQ(change("operator", "1001", [](auto& wanted) { wanted.set_agency("SNV"); }).error().code(),
              "person.too_many");
}

TEST_F(Persons, NamesakesOfAFileAreToldApartByTheirAddresses) {
    EXPECT_EQ(counts(import("operator",
                            {{"SNV", "Nguyễn Văn An", "an1@snv.gov.vn"}, {"SNV", "Nguyễn Văn An", ""}})),
              "person.twice entries[1].edit.name");
    const std::vector<std::array<std::string, 3>> rows{{"SNV", "Nguyễn Văn An", "an1@snv.gov.vn"},
                                                       {"SNV", "Nguyễn Văn An", "an2@snv.gov.vn"}};
    EXPECT_EQ(counts(import("operator", rows)), "2+0=0");
    EXPECT_EQ(counts(import("operator", rows)), "0+0=2");
    EXPECT_EQ(counts(import("operator", {{"SNV", "Nguyễn Văn An", "an3@snv.gov.vn"}})),
              "person.which_of_same_name entries[0].edit.name");
}

TEST_F(Persons, WhatWasSeenIsWhatIsImported) {
    const std::vector<std::array<std::string, 3>> rows{{"SNV", "Nguyễn Văn An", "an@snv.gov.vn"}};
    const auto seen = import("operator", rows, true).person_import().seen();
    added("SNV", "Nguyễn Văn An");
    EXPECT_EQ(import("operator", rows, false, seen).error().code(), "person.other_than_seen");
}

}  // namespace
}  // namespace dondoc::test
