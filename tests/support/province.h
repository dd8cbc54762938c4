// SPDX-License-Identifier: Apache-2.0
// A small province under a simulated clock: a real store, a real engine, three agencies and a group.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/clock.h"
#include "dondoc/v1/event.pb.h"
#include "engine/assignment_changes.h"
#include "engine/engine.h"
#include "engine/plans/plan_import.h"
#include "engine/plans/plan_withdrawal.h"
#include "engine/register_import.h"
#include "support/temporary_folder.h"

namespace dondoc::test {

inline AlertPolicy daily_policy() {
    AlertPolicy policy;
    policy.name = "thử";
    policy.before = {{15, Offset::Unit::Days}, {7, Offset::Unit::Days}, {1, Offset::Unit::Days}};
    policy.after = {{1, Offset::Unit::Days}, {3, Offset::Unit::Days}};
    policy.repeat = Offset{7, Offset::Unit::Days};
    policy.repeat_limit = 2;
    policy.working_days_only = false;
    return policy;
}

inline engine::PlanRow row(std::string number, std::string title, std::string deadline, std::string lead,
                           std::string cooperating = {}) {
    engine::PlanRow plan_row;
    plan_row.number = std::move(number);
    plan_row.title = std::move(title);
    plan_row.deadline_text = std::move(deadline);
    plan_row.lead_text = std::move(lead);
    plan_row.cooperating_text = std::move(cooperating);
    return plan_row;
}

inline sys_seconds at(const std::string& text) {
    return parse_instant(text).value();
}

class Province {
  public:
    explicit Province(const std::filesystem::path& file, engine::Rules rules = {{daily_policy()}, {}, 7},
                      sys_seconds start = at("2023-05-13T08:00"))
        : store(file), clock(start), engine(store, clock, std::move(rules)) {
        engine.on_committed(
            [this](const auto& events) { published.insert(published.end(), events.begin(), events.end()); });
        while (engine.replan()) {
        }
    }

    void register_agencies() {
        engine.change([](engine::Work& work) {
            engine::import_register(work, {{{"SNV", "Sở Nội vụ", {}, "province", {}, {}},
                                            {"STC", "Sở Tài chính", {}, "province", {}, {}},
                                            {"VP", "Văn phòng UBND tỉnh", {}, "province", {}, {}}},
                                           {{"các sở, ban, ngành", {"Các sở, ban, ngành"}, {"SNV", "STC"}}}});
        });
    }

    engine::PlanImport import(const std::vector<engine::PlanRow>& rows,
                              const std::string& number = "01/KH-UBND", const std::string& level = "province",
                              bool secret = false) {
        engine::PlanImport result;
        engine.change([&](engine::Work& work) {
            const store::Document document{{},    "UBND tỉnh",  number, civil(2023, 5, 13), "Kế hoạch thử",
                                           level, std::nullopt, secret};
            result = engine::import_plan(work, document,
                                         read_plan(work.directory, work.rules, document, rows), {});
        });
        return result;
    }

    // The plan again, as `terms` say; a trial is taken back.
    engine::PlanImport import_again(const std::vector<engine::PlanRow>& rows,
                                    const engine::ImportTerms& terms,
                                    const std::optional<store::Document>& other = std::nullopt) {
        const auto document = other.value_or(
            store::Document{{}, "UBND tỉnh", "01/KH-UBND", civil(2023, 5, 13), "Kế hoạch thử", "province"});
        engine::PlanImport result;
        const auto run = [&](engine::Work& work) {
            result = engine::import_plan(work, document,
                                         read_plan(work.directory, work.rules, document, rows, terms.absent),
                                         {}, terms);
        };
        if (terms.trial)
            engine.attempt(run);
        else
            engine.change(run);
        return result;
    }
    // Looks at what differs, and amends.
    engine::PlanImport amend(const std::vector<engine::PlanRow>& rows) {
        const auto seen = import_again(rows, {.trial = true}).difference.value().seen();
        return import_again(rows, {.amendment = engine::Amendment{seen, "Văn bản sửa đổi", "van-phong"}});
    }
    engine::Withdrawn withdraw(const std::string& number = "01/KH-UBND") {
        engine::Withdrawn result;
        engine::Withdrawal wanted{number, {}, {}, "nhập nhầm", "van-phong", {}, true};
        engine.attempt([&](engine::Work& work) { result = withdraw_plan(work, wanted); });
        wanted.trial = false;
        wanted.seen = result.seen;
        engine.change([&](engine::Work& work) { result = withdraw_plan(work, wanted); });
        return result;
    }

    void advance_to(const std::string& instant) {
        while (engine.advance_towards(at(instant))) {
        }
    }

    std::vector<v1::Event> inbox(const std::string& code) {
        std::vector<v1::Event> events;
        for (const auto& stored : store.inbox.read(store.agencies.find(code)->id, {}, 100'000)) {
            events.emplace_back();
            if (!events.back().ParseFromString(stored.body))
                throw std::runtime_error("event cannot be decoded");
        }
        return events;
    }

    store::Store store;
    SimulatedClock clock;
    engine::Engine engine;
    std::vector<store::StoredEvent> published;
};

}  // namespace dondoc::test
