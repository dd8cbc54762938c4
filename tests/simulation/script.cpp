#include "simulation/script.h"

#include <zmq.h>

#include <array>
#include <random>

namespace dondoc::simulation {
namespace {

using Random = std::mt19937_64;

std::string make_key(Random& random) {
    std::array<std::uint8_t, 32> bytes{};
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
    std::array<char, 41> text{};
    zmq_z85_encode(text.data(), bytes.data(), bytes.size());
    return text.data();
}

int between(Random& random, int least, int most) {
    return least + static_cast<int>(random() % static_cast<std::uint64_t>(most - least + 1));
}

AlertPolicy make_policy(Random& random) {
    AlertPolicy policy;
    policy.name = "simulated";
    for (int days = 30; days > 0; days -= between(random, 2, 25))
        policy.before.push_back({days, random() % 3 == 0 ? Offset::Unit::WorkingDays : Offset::Unit::Days});
    policy.on_day = random() % 2 == 0;
    for (int days = between(random, 1, 3); days < 20; days += between(random, 1, 15))
        policy.after.push_back({days, Offset::Unit::Days});
    policy.repeat = Offset{between(random, 5, 30), Offset::Unit::Days};
    policy.repeat_limit = between(random, 1, 6);
    policy.working_days_only = random() % 2 == 0;
    policy.digest = random() % 4 != 0;
    return policy;
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
    group.set_name("các sở, ban, ngành");
    for (const auto& office : agencies) {
        auto& agency = *import.add_agencies();
        agency.set_code(office.code);
        agency.set_name(office.name);
        agency.set_level("province");
        group.add_members(office.code);
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

v1::Request import_of_plan(Random& random, const std::vector<Script::Office>& agencies, int number) {
    v1::Request request;
    auto& import = *request.mutable_plan_import();
    import.mutable_document()->set_number(std::to_string(number) + "/KH-UBND");
    import.mutable_document()->set_issued("2023-05-" + std::to_string(10 + number));
    import.mutable_document()->set_level("province");
    const int rows = between(random, 1, 12);
    for (int i = 1; i <= rows; ++i) {
        auto& row = *import.add_rows();
        row.set_number(std::to_string(i));
        row.set_title("Nhiệm vụ " + std::to_string(i));
        row.set_deadline_text(term(random, date::year{2023}));
        row.set_lead_text(random() % 3 == 0 ? "Các sở, ban, ngành"
                                            : agencies[random() % agencies.size()].name);
        row.set_cooperating_text(agencies[random() % agencies.size()].name);
    }
    return request;
}

v1::Request change_of_assignment(Random& random) {
    using Change = v1::AssignmentChangeRequest;
    v1::Request request;
    auto& change = *request.mutable_assignment_change();
    change.set_assignment(1 + random() % 40);
    constexpr std::array actions{Change::start,  Change::complete, Change::complete, Change::cancel,
                                 Change::reopen, Change::report,   Change::rework,   Change::extend};
    change.set_action(actions[random() % actions.size()]);
    change.set_note("lý do");
    change.set_due("2024-12-31");
    change.set_decision("1/QĐ");
    return request;
}

v1::Request advance_to(sys_seconds instant) {
    v1::Request request;
    request.mutable_clock_advance()->mutable_to()->set_seconds(instant.time_since_epoch().count());
    return request;
}

}  // namespace

Script make_script(std::uint64_t seed) {
    Random random{seed};
    Script script;
    script.administrator_key = make_key(random);
    const int agencies = between(random, 1, 5);
    for (int i = 0; i < agencies; ++i)
        script.agencies.push_back(
            {"S" + std::to_string(i), "Sở Thử nghiệm số " + std::to_string(i), make_key(random)});
    script.rules.policies = {make_policy(random)};
    script.start = *parse_instant("2023-05-20T08:00");

    script.commands.push_back(import_of_agencies(script.agencies));
    for (const auto& office : script.agencies) script.commands.push_back(grant_to(office));
    auto now = script.start;
    const auto end = script.start + date::days{between(random, 60, 400)};
    int plans = 0;
    script.commands.push_back(import_of_plan(random, script.agencies, ++plans));
    while (now < end) {
        switch (random() % 6) {
            case 0:
                if (plans < 5) script.commands.push_back(import_of_plan(random, script.agencies, ++plans));
                break;
            case 1:
            case 2:
                script.commands.push_back(change_of_assignment(random));
                break;
            default:
                now += std::chrono::minutes{between(random, 1, 20 * 24 * 60)};
                script.commands.push_back(advance_to(now));
        }
    }
    script.years = std::chrono::duration<double, std::ratio<31'556'952>>(now - script.start).count();
    for (std::size_t i = 0; i < script.commands.size(); ++i)
        script.commands[i].set_id("command-" + std::to_string(i));
    return script;
}

}  // namespace dondoc::simulation
