// SPDX-License-Identifier: Apache-2.0
// A province as one agency (SNV) sees it: what is its own, what it cooperates in, what was taken from it and
// what was never its business. Everything that it must not learn carries a mark.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "engine/upkeep.h"
#include "hub/hub.h"
#include "support/machine_clock.h"
#include "support/outbox.h"
#include "support/process.h"
#include "support/province.h"

namespace dondoc::test {

inline const std::string mark = "DAUVET";  // one word, as the search for words sees it

// One thing of each kind that a request can be about.
struct Subject {
    const char* name;
    std::string agency, document;
    std::uint64_t task, assignment;
    std::string person, person_name;
    std::uint64_t revision;  // of the assignment
    std::uint64_t event;     // that told of it: SNV of what is its own, the others of theirs
};

class AccessWorld {
  public:
    static std::vector<Subject> subjects() {
        return {{"own", "SNV", "01/KH-UBND", 1, 1, "1", "Người Của Mình", 1, 1},
                {"cooperating", "STC", "01/KH-UBND", 2, 2, "2", "Người Phối Hợp " + mark, 2, 2},
                {"former", "SNVC", "03/KH-UBND", 3, 3, "3", "Người Cũ", 2, 4},
                {"foreign", "STC", "22/" + mark + "-UBND", 4, 5, "4", "Người Khác " + mark, 5, 3},
                {"none", "KHONGCO", "99/KHONGCO", 999'999, 999'999, "999999", "Người Không Có", 1, 999'999},
                {"secret", "STC", "44/" + mark + "-UBND", 5, 6, "5", "Người Văn Phòng " + mark, 1, 5}};
    }
    static constexpr const char* colleague = "6";  // another person of SNV
    // Who asks through the gateway: a person of that role.
    static std::uint64_t person_of(Role role) {
        switch (role) {
            case Role::Agency:
                return 1;  // of SNV
            case Role::Office:
                return 5;
            default:
                return 7;  // an operator; there is no administrator among persons
        }
    }
    static std::string key(Role role) {
        return std::string(40, static_cast<char>('a' + static_cast<int>(role)));
    }

    AccessWorld() { begin_anew(); }

    // As it was before anything was asked.
    void begin_anew() {
        live_.reset();
        const auto file = folder_ / "dondoc.db";
        for (const auto* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
        std::ofstream{file, std::ios::binary} << prepared();
        live_ = std::make_unique<Live>(file, folder_.path());
        live_->access.load(live_->province.store.keys, live_->province.store.agencies);
    }

    // The answer, and the bytes of the frame that it came in.
    struct Answered {
        v1::Reply reply;
        std::string bytes;
    };
    Answered ask(Role role, v1::Request request) {
        request.set_id("r" + std::to_string(++asked_));
        v1::ClientFrame frame;
        *frame.mutable_request() = request;
        auto& replies = live_->answers.of["route"];
        replies.clear();
        live_->hub.receive("route", key(role), frame.SerializeAsString());
        constexpr std::chrono::seconds longest{20};
        for (const auto begun = std::chrono::steady_clock::now(); replies.empty();) {
            if (!live_->hub.go_on()) std::this_thread::yield();  // a backup is made on its own thread
            if (std::chrono::steady_clock::now() - begun > longest) throw std::runtime_error("no answer");
        }
        return {replies.back(), replies.back().SerializeAsString()};
    }

    // Rows of every table.
    std::vector<std::int64_t> rows() {
        std::string all;
        for (const auto& table : tables_)
            all += (all.empty() ? "" : " UNION ALL ") + ("SELECT count(*) FROM " + table);
        SQLite::Statement select{live_->province.store.database.handle(), all};
        std::vector<std::int64_t> counts;
        while (select.executeStep()) counts.push_back(select.getColumn(0).getInt64());
        return counts;
    }

  private:
    struct Live {
        Live(const std::filesystem::path& file, const std::filesystem::path& folder)
            : province(file),
              upkeep(province.store, machine_clock, {.folder = folder / "backup", .at = std::nullopt}) {
            hub.use(upkeep);
        }
        Province province;
        TestMachineClock machine_clock{at("2023-05-20T08:00")};
        engine::Upkeep upkeep;
        hub::AccessList access;
        Answers answers;
        NoFeed feed;
        hub::TurnedAway turned_away;
        hub::Hub hub{province.engine, access, answers, feed, {}, turned_away};
    };

    static const std::string& prepared() {
        static const std::string content = [] {
            const TemporaryFolder folder;
            const auto file = folder / "dondoc.db";
            prepare(file);
            return read_file(file);
        }();
        return content;
    }
    static v1::PlanRow plan_row(const std::string& number, const std::string& text, const std::string& lead,
                                const std::string& cooperating = {}) {
        v1::PlanRow row;
        row.set_number(number);
        row.set_title("Việc " + text);
        row.set_requirement("Yêu cầu " + text);
        row.set_solution("Giải pháp " + text);
        row.set_deadline_text("Trước 31/10/2023");
        row.set_lead_text(lead);
        row.set_cooperating_text(cooperating);
        return row;
    }
    static v1::PlanImportRequest plan(const std::string& number, const std::string& text) {
        v1::PlanImportRequest plan;
        plan.mutable_document()->set_number(number);
        plan.mutable_document()->set_issued("2023-05-13");
        plan.mutable_document()->set_issuer("UBND tỉnh");
        plan.mutable_document()->set_title("Kế hoạch " + text);
        plan.mutable_document()->set_level("province");
        plan.set_new_document(true);
        return plan;
    }
    static void prepare(const std::filesystem::path& file);
    static void add_persons(const std::function<v1::Reply(Role, v1::Request)>& ask);
    static void add_dossiers(const std::function<v1::Reply(Role, v1::Request)>& ask);

    TemporaryFolder folder_;
    std::unique_ptr<Live> live_;
    int asked_ = 0;
    const std::vector<std::string> tables_ = [] {
        const TemporaryFolder folder;
        store::Store store(folder / "empty.db");
        std::vector<std::string> names;
        SQLite::Statement select{
            store.database.handle(),
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'task_words%' "
            "AND name NOT LIKE 'change_words%' "
            "AND name NOT LIKE 'sqlite_%' ORDER BY name"};
        while (select.executeStep()) names.push_back(select.getColumn(0).getString());
        return names;
    }();
};

// One who was SNV's is STC's now, and has another position and address since.
inline void AccessWorld::add_persons(const std::function<v1::Reply(Role, v1::Request)>& ask) {
    const auto add = [&](const std::string& agency, const std::string& name, const std::string& said) {
        v1::Request request;
        auto& entry = *request.mutable_person_add()->mutable_entry();
        entry.set_agency(agency);
        entry.mutable_edit()->set_name(name);
        entry.mutable_edit()->set_position("Chuyên viên " + said);
        entry.mutable_edit()->set_email(said + "@tinh.gov.vn");
        entry.mutable_edit()->set_phone("0912345678");
        return std::to_string(ask(Role::Operator, request).person().person().id());
    };
    const auto of = subjects();
    add("SNV", of[0].person_name, "minh");
    add("STC", of[1].person_name, mark);
    const auto moved = add("SNV", of[2].person_name, "cu");
    add("STC", of[3].person_name, mark);
    add("", of[5].person_name, mark);
    add("SNV", "Người Cùng Sở", "cung");
    v1::Request operating;
    operating.mutable_person_change()->set_person(add("", "Người Vận Hành", "vanhanh"));
    operating.mutable_person_change()->mutable_edit()->set_role("operator");
    ask(Role::Operator, operating);
    v1::Request move;
    move.mutable_person_change()->set_person(moved);
    move.mutable_person_change()->set_agency("STC");
    move.mutable_person_change()->mutable_edit()->set_position("Chuyên viên " + mark);
    move.mutable_person_change()->mutable_edit()->set_email(mark + "@stc.gov.vn");
    ask(Role::Operator, move);
    for (const auto* about : {&of[1], &of[3]}) {
        v1::Request responsible;
        responsible.mutable_assignment_responsible()->set_assignment(about->assignment);
        responsible.mutable_assignment_responsible()->set_person(about->person);
        ask(Role::Operator, responsible);
    }
}

// One of SNV, one of STC.
inline void AccessWorld::add_dossiers(const std::function<v1::Reply(Role, v1::Request)>& ask) {
    v1::Request request;
    auto& flow = *request.mutable_flow();
    flow.set_source("mot-cua");
    for (const auto& [office, name] : {std::pair{std::string{"SNV"}, std::string{"chung"}}, {"STC", mark}}) {
        auto& procedure = *flow.add_procedures();
        procedure.set_code("TT-" + office);
        procedure.set_name("Thủ tục " + name);
        procedure.set_term("20wd");
        auto& item = *flow.add_items();
        item.set_id("HS-" + office);
        item.set_procedure("TT-" + office);
        item.set_office(office);
        item.set_received("2023-05-16T08:00");
        item.set_state(v1::FlowState::in_work);
    }
    ask(Role::Operator, request);
}

inline void AccessWorld::prepare(const std::filesystem::path& file) {
    Province province(file);
    hub::AccessList access;
    Answers answers;
    NoFeed feed;
    hub::TurnedAway turned_away;
    hub::Hub hub{province.engine, access, answers, feed, {}, turned_away};
    int asked = 0;
    const auto ask = [&](Role role, v1::Request request) {
        request.set_id("p" + std::to_string(++asked));
        v1::ClientFrame frame;
        *frame.mutable_request() = std::move(request);
        hub.receive("r", key(role), frame.SerializeAsString());
        const auto reply = answers.of["r"].back();
        if (reply.has_error()) throw std::runtime_error("not prepared: " + reply.error().ShortDebugString());
        return reply;
    };
    const auto import = [&](const v1::PlanImportRequest& plan) {
        v1::Request request;
        *request.mutable_plan_import() = plan;
        return ask(Role::Operator, request).plan_import();
    };

    province.engine.change([](engine::Work& work) {
        engine::import_register(work, {{{"SNVC", "Sở Nội vụ", {}, "province", {}, {}},
                                        {"STC", "Sở Tài chính", {}, "province", {}, {}},
                                        {"VP", "Văn phòng UBND tỉnh", {}, "province", {}, {}}},
                                       {{"các sở, ban, ngành", {"Các sở, ban, ngành"}, {"SNVC", "STC"}}}});
    });
    province.engine.change([&](engine::Work& work) {
        const auto own = work.store.agencies.find("SNVC")->id;
        work.store.keys.put({key(Role::Agency), Role::Agency, own, "so-noi-vu", work.now, std::nullopt});
        for (const auto role : {Role::Office, Role::Operator, Role::Administrator, Role::Gateway})
            work.store.keys.put({key(role), role, std::nullopt, "", work.now, std::nullopt});
    });
    access.load(province.store.keys, province.store.agencies);
    v1::Request rename;
    auto& succession = *rename.mutable_agency_succeed()->add_successions();
    succession.set_kind(v1::Succession::rename);
    succession.set_day("2023-05-10");
    succession.set_document("1/NQ-HĐND");
    succession.add_from("SNVC");
    succession.add_to("SNV");
    auto& renamed = *rename.mutable_agency_succeed()->add_agencies();
    renamed.set_code("SNV");
    renamed.set_name("Sở Nội vụ");
    renamed.set_level("province");
    rename.mutable_agency_succeed()->set_dry_run(true);
    const auto seen = ask(Role::Operator, rename).agency_succeed().seen();
    rename.mutable_agency_succeed()->set_dry_run(false);
    rename.mutable_agency_succeed()->set_seen(seen);
    ask(Role::Operator, rename);

    auto own = plan("01/KH-UBND", "chung");
    *own.add_rows() = plan_row("1", "của mình", "Sở Nội vụ");
    *own.add_rows() = plan_row("2", "phối hợp", "Sở Tài chính", "Sở Nội vụ");
    import(own);
    auto taken = plan("03/KH-UBND", "cũ");
    *taken.add_rows() = plan_row("1", "rà soát thủ tục của sở", "Sở Nội vụ");
    import(taken);
    auto foreign = plan("22/" + mark + "-UBND", mark);
    foreign.mutable_document()->set_issuer("UBND " + mark);
    *foreign.add_rows() = plan_row("1", mark, "Sở Tài chính");
    import(foreign);

    // The row, and the title of the document, are written anew when the work is taken away.
    province.advance_to("2023-05-15T08:00");
    auto amended = plan("03/KH-UBND", "sửa " + mark);
    *amended.add_rows() = plan_row("1", "rà soát thủ tục của sở " + mark, "Sở Tài chính");
    amended.set_dry_run(true);
    amended.mutable_amend()->set_seen(import(amended).difference().seen());
    amended.mutable_amend()->set_reason("giao cơ quan khác");
    amended.set_dry_run(false);
    import(amended);

    province.advance_to("2023-05-16T08:00");
    const auto done = [&](v1::AssignmentChangeRequest::Action action, std::uint64_t assignment) {
        v1::Request request;
        auto& change = *request.mutable_assignment_change();
        change.set_assignment(assignment);
        change.set_action(action);
        change.set_note("ghi chú " + mark);
        change.add_evidence("số " + mark);
        ask(Role::Operator, request);
    };
    done(v1::AssignmentChangeRequest::complete, 5);
    done(v1::AssignmentChangeRequest::reopen, 5);
    auto secret = plan(AccessWorld::subjects()[5].document, "kín " + mark);
    secret.mutable_document()->set_secret(true);
    *secret.add_rows() = plan_row("1", "kín " + mark, "Sở Tài chính", "Sở Nội vụ");
    import(secret);
    add_persons(ask);
    add_dossiers(ask);
    v1::Request press;
    press.mutable_press()->add_assignments(5);
    press.mutable_press()->set_way("letter");
    press.mutable_press()->set_letter("5/" + mark);
    press.mutable_press()->set_note("đôn đốc " + mark);
    ask(Role::Operator, press);
    v1::Request mute;
    mute.mutable_mute_add()->set_agency("STC");
    mute.mutable_mute_add()->set_until("2023-06-15");
    mute.mutable_mute_add()->set_reason("lý do " + mark);
    ask(Role::Operator, mute);
    province.engine.change([&](engine::Work& work) {
        for (const auto& [agency, name] : {std::pair{"SNV", std::string{"một máy"}}, {"STC", "máy " + mark}})
            work.store.inbox.acknowledge(work.store.agencies.find(agency)->id, name, InboxSeq{1}, InboxSeq{1},
                                         work.now);
    });
    province.store.database.handle().exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace dondoc::test
