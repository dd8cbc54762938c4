// SPDX-License-Identifier: Apache-2.0
#include "simulation/script.h"

#include <zmq.h>

#include <array>

#include "domain/years.h"
#include "simulation/feed.h"
#include "simulation/policies.h"
#include "simulation/random.h"

namespace dondoc::simulation {
namespace {

std::string make_key(Random& random) {
    std::array<std::uint8_t, 32> bytes{};
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
    std::array<char, 41> text{};
    zmq_z85_encode(text.data(), bytes.data(), bytes.size());
    return text.data();
}

std::string term(Random& random, date::year year) {
    const auto y = std::to_string(int{year});
    switch (random() % 8) {
        case 0:
            return "Trong năm " + y;
        case 1:
            return "Quý III năm " + y;
        case 2:
            return "Thường xuyên";
        case 3:
            return "Tháng " + std::to_string(between(random, 6, 12)) + "/" + y;
        case 4:
            return "Trong 15 ngày làm việc kể từ ngày 01/7/" + y;
        default:
            return "Trước ngày " + std::to_string(between(random, 2, 28)) + "/" +
                   std::to_string(between(random, 6, 12)) + "/" + y;
    }
}

v1::Request import_of_agencies(const std::vector<Script::Office>& agencies) {
    v1::Request request;
    auto& import = *request.mutable_agency_import();
    auto& group = *import.add_groups();
    group.set_name(group_name);
    for (const auto& office : agencies) {
        auto& agency = *import.add_agencies();
        agency.set_code(office.code);
        agency.set_name(office.name);
        agency.set_level("province");
        if (office.code != office_code) group.add_members(office.code);
    }
    return request;
}

v1::Request grant_to(const Script::Office& office) {
    v1::Request request;
    auto& grant = *request.mutable_key_grant();
    grant.set_public_key(office.public_key);
    grant.set_role(v1::Role::agency);
    grant.set_agency(office.code);
    grant.set_name(office.code);
    return request;
}

// The operator's year, command by command.
class Operator {
  public:
    Operator(Random& random, Script& script)
        : random_(random), script_(script), now_(script.start), feed_(random, script.agencies) {}

    void work_until(sys_seconds end) {
        import_plan();
        while (now_ < end) {
            switch (random_() % 23) {
                case 0:
                case 1:
                    if (plans_.size() < 5) import_plan();
                    break;
                case 2:
                case 3:
                case 4:
                    change_assignment();
                    break;
                case 5:
                    amend_plan();
                    break;
                case 6:
                    if (random_() % 4 == 0) withdraw_plan();
                    break;
                case 7:
                    change_priority();
                    break;
                case 8:
                    add_mute();
                    break;
                case 9:
                    end_mute();
                    break;
                case 10:
                    change_person();
                    break;
                case 11:
                    name_responsible();
                    break;
                case 12:
                    press();
                    break;
                case 13:
                case 14:
                    report_delivery();
                    break;
                case 15:
                case 16:
                    feed_.send(now_, ask());
                    break;
                default:
                    let_time_pass();
            }
        }
        const auto passed = now_ - script_.start;
        script_.years = std::chrono::duration<double, std::ratio<31'556'952>>(passed).count();
    }

  private:
    int roll(int least, int most) { return between(random_, least, most); }
    v1::Request& ask() { return script_.commands.emplace_back(); }
    const std::string& some_agency() {
        return script_.agencies[random_() % (script_.agencies.size() - 1)].name;
    }
    std::string document() { return plans_[random_() % plans_.size()].document().number(); }

    v1::PlanRow some_row(int number) {
        v1::PlanRow row;
        row.set_number(std::to_string(number));
        row.set_title("Nhiệm vụ " + std::to_string(number) + " của kế hoạch " +
                      std::to_string(plans_.size() + 1));
        row.set_deadline_text(term(random_, date::year{2023}));
        row.set_lead_text(random_() % 3 == 0 ? "Các sở, ban, ngành" : some_agency());
        row.set_cooperating_text(some_agency());
        return row;
    }

    void import_plan() {
        auto& import = *ask().mutable_plan_import();
        const auto number = static_cast<int>(plans_.size()) + 1;
        import.mutable_document()->set_number(std::to_string(number) + "/KH-UBND");
        import.mutable_document()->set_issued("2023-05-" + std::to_string(10 + number));
        import.mutable_document()->set_level(random_() % 3 == 0 ? "government" : "province");
        import.mutable_document()->set_secret(random_() % 4 == 0);
        import.set_new_document(true);
        if (random_() % 3 == 0) import.set_priority("urgent");
        const int rows = roll(1, 12);
        for (int i = 1; i <= rows; ++i) *import.add_rows() = some_row(i);
        plans_.push_back(import);
    }

    void amend_plan() {
        auto& plan = plans_[random_() % plans_.size()];
        auto& rows = *plan.mutable_rows();
        for (int changes = roll(1, 3); changes > 0; --changes) {
            const int at = roll(0, rows.size() - 1);
            if (random_() % 4 == 0 && rows.size() > 1)
                rows.DeleteSubrange(at, 1);
            else if (random_() % 4 == 0)
                *rows.Add() = some_row(rows.size() + 50);
            else if (random_() % 3 == 0)
                rows.Mutable(at)->set_lead_text(some_agency());
            else
                rows.Mutable(at)->set_deadline_text(term(random_, date::year{2023}));
        }
        auto& trial = *ask().mutable_plan_import();
        trial = plan;
        trial.set_dry_run(true);
        auto& import = *ask().mutable_plan_import();
        import = plan;
        import.mutable_amend();
    }

    void withdraw_plan() {
        const auto number = document();
        for (const bool trial : {true, false}) {
            auto& withdraw = *ask().mutable_plan_withdraw();
            withdraw.set_document(number);
            withdraw.set_reason("nhập nhầm");
            withdraw.set_dry_run(trial);
        }
    }

    void change_assignment() {
        using Change = v1::AssignmentChangeRequest;
        auto& change = *ask().mutable_assignment_change();
        change.set_assignment(static_cast<std::uint64_t>(roll(1, 40)));
        constexpr std::array actions{Change::start,  Change::complete, Change::complete, Change::cancel,
                                     Change::reopen, Change::report,   Change::rework,   Change::extend};
        change.set_action(actions[random_() % actions.size()]);
        if (change.action() == Change::cancel)
            change.set_occurrences(
                std::array{Change::unsaid, Change::unsaid, Change::series, Change::only_this}[random_() % 4]);
        change.set_note("lý do");
        change.set_due("2024-12-31");
        change.set_decision("1/QĐ");
    }

    void change_priority() {
        auto& change = *ask().mutable_task_priority();
        change.set_task(static_cast<std::uint64_t>(roll(1, 20)));
        change.set_priority(random_() % 2 == 0 ? "urgent" : "normal");
        change.set_reason("theo chỉ đạo");
    }

    void add_mute() {
        auto& mute = *ask().mutable_mute_add();
        switch (random_() % 4) {
            case 0:
                mute.set_assignment(static_cast<std::uint64_t>(roll(1, 40)));
                break;
            case 1:
                mute.set_task(static_cast<std::uint64_t>(roll(1, 20)));
                break;
            case 2:
                mute.set_document(document());
                break;
            default:
                mute.set_agency(script_.agencies[random_() % script_.agencies.size()].code);
        }
        mute.set_until(iso_day(civil_day(now_) + date::days{roll(0, 40)}));
        mute.set_reason("chờ ý kiến");
        ++mutes_;
    }

    void end_mute() {
        if (mutes_ == 0) return;
        auto& end = *ask().mutable_mute_end();
        end.set_mute(static_cast<std::uint64_t>(roll(1, mutes_)));
        end.set_reason("đã có ý kiến");
    }

    const std::string& some_code() {
        return script_.agencies[random_() % (script_.agencies.size() - 1)].code;
    }

    void change_person() {
        const auto n = std::to_string(persons_ + 1);
        if (persons_ == 0 || random_() % 2 == 0) {
            auto& entry = *ask().mutable_person_add()->mutable_entry();
            entry.set_agency(some_code());
            entry.mutable_edit()->set_name("Người Thử Số " + n);
            entry.mutable_edit()->set_email("nguoi." + n + "@thu.vn");
            entry.mutable_edit()->set_phone("091200" + std::to_string(1000 + persons_));
            entry.mutable_edit()->set_channels(
                std::array{"mail", "zalo", "mail, zalo", "zalo, mail"}[random_() % 4]);
            ++persons_;
        } else if (random_() % 2 == 0) {
            auto& change = *ask().mutable_person_change();
            change.set_person(some_person());
            change.mutable_edit()->set_email("moi." + n + "@thu.vn");
        } else {
            auto& removal = *ask().mutable_person_remove();
            removal.set_person(some_person());
            removal.set_reason("nghỉ hưu");
        }
    }
    std::string some_person() { return std::to_string(roll(1, persons_)); }

    // Often somebody of another agency: refused.
    void name_responsible() {
        if (persons_ == 0) return;
        auto& naming = *ask().mutable_assignment_responsible();
        naming.set_assignment(static_cast<std::uint64_t>(roll(1, 40)));
        naming.set_person(some_person());
    }

    void press() {
        const bool named = random_() % 2 == 0;
        const std::array ways{"letter", "phone", "mail"};
        const auto* way = ways[random_() % ways.size()];
        v1::PressRequest wanted;
        if (named)
            for (int i = roll(1, 3); i > 0; --i)
                wanted.add_assignments(static_cast<std::uint64_t>(roll(1, 40)));
        else if (random_() % 2 == 0)
            wanted.set_overdue(true);
        else
            wanted.set_document(document());
        wanted.set_way(way);
        wanted.set_letter("12/UBND-TH");
        wanted.set_note("đề nghị báo cáo");
        for (const bool trial : {true, false}) {
            auto& press = *ask().mutable_press();
            press = wanted;
            press.set_dry_run(trial);
        }
    }

    // As another dondoc-relay may, of one event that is there or not; some are reported again and otherwise.
    void report_delivery() {
        if (persons_ == 0) return;
        auto& one = *ask().mutable_delivery_report()->add_deliveries();
        one.set_event(static_cast<std::uint64_t>(roll(1, 30)));
        one.set_person(static_cast<std::uint64_t>(roll(1, persons_)));
        one.set_channel("sms");
        one.set_state(static_cast<v1::Delivery::State>(roll(v1::Delivery::waiting, v1::Delivery::dropped)));
        one.mutable_time()->set_seconds(now_.time_since_epoch().count());
        one.set_tries(static_cast<std::uint32_t>(roll(1, 2)));
        if (one.state() == v1::Delivery::refused) one.set_reason("smtp 550 5.1.1");
    }

    void let_time_pass() {
        now_ += std::chrono::minutes{roll(1, 20 * 24 * 60)};
        ask().mutable_clock_advance()->mutable_to()->set_seconds(now_.time_since_epoch().count());
    }

    Random& random_;
    Script& script_;
    sys_seconds now_;
    std::vector<v1::PlanImportRequest> plans_;
    int mutes_ = 0, persons_ = 0;
    Feed feed_;
};

}  // namespace

Script make_script(std::uint64_t seed) {
    Random random{seed};
    Script script;
    script.machine_clock = seed % 2 == 0;
    script.administrator_key = make_key(random);
    std::vector<std::string> codes;
    for (int i = between(random, 1, 5); i > 0; --i) {
        codes.push_back("S" + std::to_string(i));
        script.agencies.push_back({codes.back(), "Sở Thử nghiệm số " + std::to_string(i), make_key(random)});
    }
    script.agencies.push_back({office_code, "Văn phòng thử nghiệm", make_key(random)});
    script.rules.policies = make_policies(random, codes);
    script.rules.flow.policy = make_flow_policy(random);
    script.rules.calendar = vietnam_calendar();
    script.rules.office = office_code;
    script.start = *parse_instant("2023-05-20T08:00");

    script.commands.push_back(import_of_agencies(script.agencies));
    for (const auto& office : script.agencies) script.commands.push_back(grant_to(office));
    Operator{random, script}.work_until(script.start + date::days{between(random, 60, 400)});
    for (std::size_t i = 0; i < script.commands.size(); ++i)
        script.commands[i].set_id("command-" + std::to_string(i));
    return script;
}

}  // namespace dondoc::simulation
