// SPDX-License-Identifier: Apache-2.0
#include "engine/trials/rehearsal.h"

#include <algorithm>
#include <chrono>

#include "domain/limits.h"
#include "domain/reasons.h"
#include "store/storage_error.h"

namespace dondoc::engine {
namespace {

constexpr int pages_at_once = 2000;
constexpr date::days furthest{5 * 366};
constexpr std::chrono::hours whole_day{24};
constexpr std::uint64_t most_items = 20'000;  // of a report, which goes out in one frame
constexpr std::size_t most_title_bytes = 300;

// Room for the copy, for what a year adds to it, and for the daemon to go on.
void require_disk_space(const std::filesystem::path& database) {
    constexpr std::uintmax_t times = 3;
    std::error_code error;
    const auto size = std::filesystem::file_size(database, error);
    if (error) throw store::StorageError("storage.io", {system_reason(error)});
    const auto space = std::filesystem::space(database.parent_path(), error);
    if (!error && space.available < size * times)
        throw UserError("rehearse.no_room", {database.parent_path().string()});
}

bool is_alert(v1::EventKind::Kind kind) {
    return kind == v1::EventKind::reminder || kind == v1::EventKind::overdue ||
           kind == v1::EventKind::escalation;
}

void fill(v1::RehearsedDay& wire, local_days day, std::uint64_t alerts, std::uint64_t notices,
          std::size_t agencies) {
    wire.set_day(iso_day(day));
    wire.set_alerts(alerts);
    wire.set_notices(notices);
    wire.set_agencies(agencies);
}

}  // namespace

std::filesystem::path Rehearsal::copy_of(const std::filesystem::path& database) {
    return database.string() + ".rehearsal";
}

Rehearsal::Rehearsal(Engine& engine, Prepare prepare, std::optional<local_days> until)
    : file_(copy_of(engine.store().database.file())),
      rules_(engine.rules()),
      start_(engine.now()),
      prepare_(std::move(prepare)),
      until_(until),
      clock_(engine.now()) {
    const auto today = civil_day(start_);
    if (until_ && (*until_ < today || *until_ > today + furthest))
        throw UserError("rehearse.until", {spoken_day(today), spoken_day(today + furthest)}, "until");
    require_disk_space(engine.store().database.file());
    store::remove_database(file_);
    copying_ = std::make_unique<store::Copying>(engine.store().database, file_);
}

Rehearsal::~Rehearsal() {
    copying_.reset();
    engine_.reset();
    store_.reset();
    store::remove_database(file_);
}

bool Rehearsal::step() {
    if (copying_) {
        if (copying_->step(pages_at_once)) return true;
        copying_.reset();
        begin();
        return true;
    }
    if (engine_->replan()) return true;
    if (!prepared_) {
        DocumentId document;
        engine_->change([&](Work& work) { document = prepare_(work); });
        note_terms(document);
        prepared_ = true;
        engine_->on_committed([this](const auto& events) { note(events); });
        return true;
    }
    const bool more = engine_->advance_towards(end_);
    done_ = static_cast<std::size_t>((engine_->today() - civil_day(start_)).count());
    if (!more) finish();
    return more;
}

void Rehearsal::begin() {
    store_ = std::make_unique<store::Store>(file_);
    store_->database.forgo_durability();
    Engine::give_simulated_clock(*store_, start_);
    engine_ = std::make_unique<Engine>(*store_, clock_, std::move(rules_));
}

void Rehearsal::note_terms(DocumentId document) {
    const auto today = civil_day(start_);
    auto last = today;
    for (const auto id : store_->plans.tasks_of(document)) {
        tasks_.insert(static_cast<std::uint64_t>(id.value));
        const auto task = store_->plans.task(id).value();
        for (const auto day : due_days(task.deadline.term))  // occurrences that are not open yet, too
            last = std::max(last, day);
    }
    report_.set_tasks(tasks_.size());

    const auto terms = store_->assignments.open_terms(document);
    for (const auto& term : terms)
        if (term.due) last = std::max(last, *term.due);
    const auto last_day = until_.value_or(std::min(last, today + furthest));
    end_ = to_instant(local_seconds{last_day + date::days{1}}) - std::chrono::seconds{1};
    total_ = static_cast<std::size_t>((last_day - today).count());
    report_.set_from(iso_day(today));
    report_.set_until(iso_day(last_day));

    const auto& calendar = engine_->rules().calendar;
    v1::DayOffTerm* off = nullptr;  // terms come by day
    for (const auto& term : terms) {
        const auto count = static_cast<std::uint64_t>(term.assignments);
        report_.set_assignments(report_.assignments() + count);
        if (!term.due) {
            report_.set_without_day(report_.without_day() + count);
            continue;
        }
        if (*term.due < today) report_.set_already_past(report_.already_past() + count);
        if (*term.due > last_day) report_.set_after(report_.after() + count);
        if (calendar.is_working_day(*term.due)) continue;
        const auto due = iso_day(*term.due);
        if (off == nullptr || off->due() != due) {
            off = report_.add_days_off();
            off->set_due(due);
            off->set_holiday(calendar.name_of(*term.due));
            off->set_last_working_day(iso_day(calendar.last_working_day_on_or_before(*term.due)));
        }
        off->set_assignments(off->assignments() + count);
        off->add_tasks(term.task_number);
    }
}

void Rehearsal::note(const std::vector<store::StoredEvent>& events) {
    v1::Event event;
    const auto today = engine_->today();
    for (const auto& stored : events) {
        if (!event.ParseFromString(stored.body) || !is_alert(event.kind())) continue;
        const auto alerts = static_cast<std::uint64_t>(std::ranges::count_if(
            event.digest().items(),
            [this](const v1::AlertItem& item) { return tasks_.contains(item.task()); }));
        if (alerts == 0) continue;
        auto& told = told_[event.agency()];
        auto& agency = told.agency;
        switch (event.kind()) {
            case v1::EventKind::reminder:
                agency.set_reminders(agency.reminders() + alerts);
                break;
            case v1::EventKind::overdue:
                agency.set_overdue(agency.overdue() + alerts);
                break;
            case v1::EventKind::escalation:
                agency.set_escalations(agency.escalations() + alerts);
                break;
            default:
                break;
        }
        for (auto* day : {&told.days[today], &days_[today]}) {
            day->alerts += alerts;
            ++day->notices;
            day->agencies.insert(event.agency());
        }
        agency.set_notices(agency.notices() + 1);
        note_items(event, told.days[today]);
    }
}

void Rehearsal::note_items(const v1::Event& event, Day& day) {
    for (const auto& item : event.digest().items()) {
        if (!tasks_.contains(item.task())) continue;
        if (items_ == most_items) {
            report_.set_left_out(report_.left_out() + 1);
            continue;
        }
        ++items_;
        auto& said = day.items.emplace_back();
        said.set_task_number(item.task_number());
        said.set_title(shortened(item.title(), most_title_bytes));
        said.set_kind(event.kind());
        *said.mutable_steps() = item.steps();
        said.set_due(item.due());
    }
}

void Rehearsal::finish() {
    std::vector<v1::RehearsedAgency> agencies;
    for (auto& [code, told] : told_) {
        auto& agency = told.agency;
        agency.set_code(code);
        if (const auto known = store_->agencies.find(code)) agency.set_name(known->name);
        for (auto& [day, at] : told.days) {
            auto& wire = *agency.add_days();
            fill(wire, day, at.alerts, at.notices, at.agencies.size());
            for (auto& item : at.items) *wire.add_items() = std::move(item);
        }
        agencies.push_back(std::move(agency));
    }
    const auto alerts = [](const v1::RehearsedAgency& agency) {
        return agency.reminders() + agency.overdue() + agency.escalations();
    };
    std::ranges::stable_sort(agencies, std::greater<>{}, alerts);
    for (auto& agency : agencies) *report_.add_agencies() = std::move(agency);
    for (const auto& [day, at] : days_) {
        fill(*report_.add_days(), day, at.alerts, at.notices, at.agencies.size());
        report_.set_alerts(report_.alerts() + at.alerts);
        report_.set_notices(report_.notices() + at.notices);
    }
}

}  // namespace dondoc::engine
