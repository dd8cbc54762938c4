// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "web/pages/desk.h"
#include "web/pages/overview.h"
#include "web/pages/routes.h"
#include "web/pages/waiting.h"

namespace dondoc::web::pages {
namespace {

// What is the same for all who see everything, and looks at so much that it is asked for once in a while.
// Whoever comes meanwhile waits for the one who asks.
template <typename Value>
class Kept {
  public:
    explicit Kept(std::chrono::seconds time) : time_(time) {}

    template <typename Ask>
    Value get(const Ask& ask) {
        const std::lock_guard lock{mutex_};
        const auto now = std::chrono::steady_clock::now();
        if (!value_ || now - at_ >= time_) {
            value_ = ask();
            at_ = now;
        }
        return *value_;
    }
    void forget() {
        const std::lock_guard lock{mutex_};
        value_.reset();
    }

  private:
    std::chrono::seconds time_;
    std::mutex mutex_;
    std::optional<Value> value_;
    std::chrono::steady_clock::time_point at_;
};

struct KeptOverview {
    Kept<v1::UnseenListReply> unseen{std::chrono::seconds{10}};
    Kept<std::vector<DueWeek>> weeks{std::chrono::seconds{10}};
    Kept<v1::Report> ages{std::chrono::minutes{2}};

    // What was changed here is seen at once.
    void forget() {
        unseen.forget();
        weeks.forget();
        ages.forget();
    }
};

v1::UnseenListReply who_has_not_looked(Desk& desk) {
    v1::Request request;
    request.mutable_unseen_list();
    return std::move(*desk.ask(std::move(request)).mutable_unseen_list());
}

// Overdue work by agency and age. nullopt: the page goes on without it, and says so.
std::optional<v1::Report> ages_of(Desk& desk, KeptOverview& kept) {
    v1::Request request;
    request.mutable_report()->set_kind(v1::ReportKind::government);
    request.mutable_report()->set_all_levels(true);
    try {
        return kept.ages.get([&] { return std::move(*desk.ask(request).mutable_report()); });
    } catch (const Refused&) {
        return std::nullopt;
    }
}

std::vector<DueWeek> coming_weeks(Desk& desk) {
    auto weeks = weeks_from(desk.view.today);
    for (auto& week : weeks) {
        v1::Request request;
        auto& list = *request.mutable_task_list();
        list.set_due_from(iso_day(week.first));
        list.set_due_to(iso_day(week.last));
        for (const auto open : {v1::Timeliness::in_time, v1::Timeliness::due_soon, v1::Timeliness::due_today})
            list.add_timeliness(open);
        list.set_limit(1);
        const auto reply = desk.ask(std::move(request));
        week.due = reply.task_list().total();
        week.is_known = !reply.task_list().uncounted();
    }
    return weeks;
}

v1::TaskListReply first_waiting(Desk& desk) {
    constexpr std::uint32_t shown = 5;
    v1::Request request;
    *request.mutable_task_list() = waiting_request();
    request.mutable_task_list()->set_limit(shown);
    return std::move(*desk.ask(std::move(request)).mutable_task_list());
}

Response show_overview(Desk& desk, KeptOverview& kept) {
    if (desk.view.is_agency()) return redirect("/cua-toi");
    v1::Request status;
    status.mutable_status();
    const auto counts = desk.ask(std::move(status));
    if (const auto today = parse_iso_day(counts.status().today())) desk.view.today = *today;
    const auto looked = kept.unseen.get([&] { return who_has_not_looked(desk); });
    const auto weeks = kept.weeks.get([&] { return coming_weeks(desk); });
    const auto waiting = first_waiting(desk);
    const auto ages = ages_of(desk, kept);
    return html(overview_page(desk.view, {counts.status(), weeks, looked, waiting, ages ? &*ages : nullptr}));
}

Response show_waiting(Desk& desk, const std::string& error) {
    if (desk.view.is_agency()) return redirect("/cua-toi");
    constexpr std::uint32_t most = 200;
    const auto waiting = desk.list(waiting_request(), most);
    const auto overdue = desk.list(overdue_request(), most);
    v1::Request mutes;
    mutes.mutable_mute_list();
    const auto muted = desk.ask(std::move(mutes));
    desk.view.here = "/cho-xu-ly";
    const auto* written = error.empty() ? nullptr : &desk.asked.form;
    return html(waiting_page(desk.view, {waiting, overdue, muted.mute_list(), written, error}),
                error.empty() ? 200 : 409);
}

void carry_out(Desk& desk) {
    const auto& action = desk.asked.form["action"];
    v1::Request request;
    if (action == "press")
        *request.mutable_press() = press_of(desk.asked.form);
    else if (action == "mute")
        *request.mutable_mute_add() = mute_of(desk.asked.form);
    else if (action == "mute_end")
        *request.mutable_mute_end() = mute_end_of(desk.asked.form);
    else
        *request.mutable_assignment_batch() = batch_of(desk.asked.form);
    desk.command(std::move(request));
}

// What is refused is said on the page, which keeps what was chosen and shows how things are now.
Response handle_waiting(Desk& desk, KeptOverview& kept) {
    try {
        carry_out(desk);
        kept.forget();
        return desk.back(Address("/cho-xu-ly"), desk.asked.form["action"]);
    } catch (const Refused& refused) {
        return show_waiting(desk, refused.sentence());
    } catch (const UserError& error) {
        return show_waiting(desk, text::render(desk.view.lang, error.message()));
    }
}

}  // namespace

void add_office_routes(Router& router, Context& context) {
    const auto kept = std::make_shared<KeptOverview>();
    router.get("/tong-quan", page(context, [kept](Desk& desk) { return show_overview(desk, *kept); }));
    router.get("/cho-xu-ly", page(context, [](Desk& desk) { return show_waiting(desk, {}); }));
    router.post("/cho-xu-ly", command(context, [kept](Desk& desk) { return handle_waiting(desk, *kept); }));
}

}  // namespace dondoc::web::pages
