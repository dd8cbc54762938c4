// SPDX-License-Identifier: Apache-2.0
#include "engine/plans/plan_amendment.h"

#include <algorithm>
#include <optional>
#include <set>
#include <variant>

#include "domain/contains.h"
#include "domain/limits.h"
#include "engine/absent_members.h"
#include "engine/assignment_changes.h"
#include "engine/change_digests.h"
#include "engine/life_record.h"
#include "engine/occurrences.h"
#include "engine/parent_change.h"
#include "engine/planning.h"
#include "engine/plans/kept_decisions.h"
#include "engine/plans/plan_difference.h"
#include "engine/seen_state.h"
#include "engine/succession/succession.h"
#include "engine/task_notice.h"
#include "engine/task_terms.h"

namespace dondoc::engine {
namespace {

// The days that come again, from whichever day on.
Repetition repeated(const Term& term) {
    const auto* recurring = std::get_if<Recurring>(&term);
    auto repetition = recurring ? recurring->repetition : Repetition{};
    repetition.from.reset();
    return repetition;
}

bool is_same_term(const Term& one, const Term& other) {
    return repeated(one) == repeated(other) && kind_of(one) == kind_of(other) &&
           due_days(one) == due_days(other) && start_day(one) == start_day(other);
}

// Work that was handed on is still led by the agency that the document names.
bool is_led_by(const store::Assignment& assignment, const std::set<AgencyId>& leads,
               const std::vector<store::Assignment>& of_task) {
    const auto* looked_at = &assignment;
    for (std::size_t i = 0; i < of_task.size(); ++i) {  // it may have been handed back and forth
        if (leads.contains(looked_at->agency)) return true;
        if (!looked_at->transferred_from) return false;
        looked_at = &*std::ranges::find(of_task, *looked_at->transferred_from, &store::Assignment::id);
    }
    return false;
}

std::vector<AgencyId> without(std::vector<AgencyId> agencies, const std::set<AgencyId>& others) {
    std::erase_if(agencies, [&](AgencyId agency) { return others.contains(agency); });
    return agencies;
}

// Carries out one amendment of one document.
class Amending {
  public:
    Amending(Work& work, store::Document document, const Amendment& amendment, AbsentMembers absent)
        : work_(work),
          document_(std::move(document)),
          amendment_(amendment),
          absent_(absent),
          announcement_(work, document_) {}

    void add(const ReadRow& row) {
        add_row(work_, document_, row, agencies_of_row(work_, document_, row, absent_), first_day(),
                announcement_, result_);
    }

    void drop(const store::Task& task) {
        result_.revoked += drop_task(work_, task, amendment_.reason, amendment_.by);
    }

    void change(const RowChange& change, const ReadRow& row) {
        const auto& before = change.before.value();
        // Work that went over into a successor is its, whatever agency the document of the time names.
        const auto leads = holders_of(work_, before.id, meant(row.lead, [&](AgencyId agency) {
                                          return work_.store.assignments.find(before.id, agency).has_value();
                                      }));
        const std::set<AgencyId> leading{leads.begin(), leads.end()};
        const bool restored = before.dropped_at.has_value();
        const bool new_leads = restored || before.lead != row.task.lead;
        // Whose part ends is told so while the row still says what it was given.
        if (new_leads) end_parts(before.id, leading);
        const auto cooperating = cooperating_by(before.id, row, leading);
        end_cooperation(before.id, cooperating, leading);

        auto task = row.task;
        task.id = before.id;
        task.document = before.document;
        task.priority = before.priority;  // a document says nothing of it
        work_.store.partings.keep(before, work_.now);
        work_.store.plans.update(task);
        work_.touched.insert(task.id);
        if (!is_same_term(before.deadline.term, task.deadline.term))
            supersede_decision(work_, task.id, amendment_.by);

        // Who led before this amendment: an assignment of theirs that was revoked by hand stays so.
        const auto led = restored ? std::set<AgencyId>{} : agencies(before.lead);
        std::set<AgencyId> assigned;
        const auto assignments = work_.store.assignments.of_task(task.id);
        for (const auto& assignment : assignments) {
            assigned.insert(assignment.agency);
            if (!is_led_by(assignment, leading, assignments)) continue;
            if (is_open(assignment.state))
                amend(assignment, task, before, change.fields);
            else if (assignment.state == Workflow::Revoked && !is_led_by(assignment, led, assignments))
                reopen(assignment, task);
            else
                keep_in_series(assignment, task);
        }
        if (new_leads)
            add_assignments(work_, document_, task, without(leads, assigned), first_day(), announcement_,
                            result_);
        change_cooperation(task, cooperating, restored, change.fields);
    }

    // The same row in another place, or read from another file.
    void move(const store::Task& before, const ReadRow& row) {
        if (before.ordinal == row.task.ordinal) return;
        auto task = row.task;
        task.id = before.id;
        work_.store.plans.update(task);
    }

    void finish() { announcement_.publish(); }
    void follow_numbers(const RowParents& before) {
        result_.linked = engine::follow_numbers(work_, document_.id, before);
    }
    PlanImport result() && { return std::move(result_); }

  private:
    // Of names as they were read at the time; a name that the register has no longer is nobody.
    std::set<AgencyId> agencies(const std::vector<std::string>& names) const {
        std::vector<language::Party> parties;
        for (const auto& name : names) {
            try {
                parties.push_back(work_.directory.reader(document_.issued, document_.issuer).resolve(name));
            } catch (const UserError&) {
                continue;
            }
        }
        const auto expanded = agencies_of(work_, parties, document_.issued, AbsentMembers::Assign);
        return {expanded.begin(), expanded.end()};
    }

    // Who is meant on the day of issue. Of those in place of members that did not exist then, where nothing
    // is said of them this time, the ones that have the task already.
    template <typename HasIt>
    std::vector<AgencyId> meant(const std::vector<language::Party>& parties, HasIt has_it) const {
        auto agencies = agencies_of(work_, parties, document_.issued, absent_);
        if (absent_ != AbsentMembers::Ask) return agencies;
        for (const auto taker : work_.directory.takers(parties, document_.issued))
            if (has_it(taker) && !contains(agencies, taker)) agencies.push_back(taker);
        return agencies;
    }

    // Of agencies that the row names no longer.
    void end_parts(TaskId task, const std::set<AgencyId>& leading) {
        const auto assignments = work_.store.assignments.of_task(task);
        for (const auto& assignment : assignments) {
            if (is_led_by(assignment, leading, assignments)) continue;
            if (is_live(assignment.state)) revoke(assignment);
            work_.store.openings.remove(assignment.id);
        }
    }

    void revoke(const store::Assignment& assignment) {
        change_assignment(work_, assignment,
                          {Action::Cancel, std::nullopt, amendment_.reason, amendment_.by});
        ++result_.revoked;
    }

    void amend(store::Assignment assignment, const store::Task& task, const store::Task& before,
               const std::vector<v1::FieldChange>& fields) {
        const bool is_other = !is_same_term(before.deadline.term, task.deadline.term);
        if (is_other && take_term(work_, assignment, task, document_.issued)) {
            v1::ChangeDetail detail;
            for (const auto& field : fields) *detail.add_changed() = field;
            write_change(work_, assignment, ChangeKind::Amend, amendment_.by, detail);
            plan_alarm(work_, assignment, traits_of(document_, task));
            ++result_.replanned;
        } else if (before.deadline.hour != task.deadline.hour) {
            plan_alarm(work_, assignment, traits_of(document_, task));
        }
        auto change = amended(fields);
        if (is_other && assignment.due) change.set_due(iso_day(*assignment.due));
        tell_change(work_, work_.store.plans.brief(task.id), assignment, std::move(change));
    }

    void reopen(store::Assignment assignment, const store::Task& task) {
        take_term(work_, assignment, task, document_.issued);
        assignment.note.clear();  // it says why it was revoked
        change_assignment(work_, assignment, {Action::Reopen, std::nullopt, {}, amendment_.by});
        ++result_.reopened;
    }

    // What is completed stays as it is, and the occurrences after it are those of the document as amended.
    void keep_in_series(store::Assignment assignment, const store::Task& task) {
        take_term(work_, assignment, task, document_.issued);
        const auto traits = traits_of(document_, task);
        plan_opening(work_, assignment, traits.kind,
                     policy_of(work_.rules, work_.directory, traits, assignment.agency));
    }

    // Of recurring terms that are new to an agency: those that have passed are nobody's fault.
    local_days first_day() const { return std::max(document_.issued, work_.today()); }

    std::set<AgencyId> cooperating_by(TaskId task, const ReadRow& row,
                                      const std::set<AgencyId>& leading) const {
        std::set<AgencyId> cooperating;
        if (document_.secret) return cooperating;
        const auto today = work_.store.successions.restatement(work_.today());
        const auto known = work_.store.plans.cooperating(task);
        for (const auto named :
             meant(row.cooperating, [&](AgencyId agency) { return contains(known, agency); }))
            if (const auto agency = today.of({}, named); !leading.contains(agency))
                cooperating.insert(agency);
        return cooperating;
    }

    // Who cooperates no longer, and does not lead it from now on, hears that and nothing of the new text.
    void end_cooperation(TaskId task, const std::set<AgencyId>& cooperating,
                         const std::set<AgencyId>& leading) {
        const auto brief = work_.store.plans.brief(task);
        for (const auto agency : work_.store.plans.cooperating(task)) {
            if (cooperating.contains(agency)) continue;
            work_.store.plan_changes.remove_cooperation(task, agency);
            if (leading.contains(agency)) continue;
            v1::FieldChange ended;
            ended.set_field("cooperating");
            ended.set_old(work_.store.agencies.get(agency).name);
            tell_cooperating(work_, brief, task, agency, amended({ended}));
        }
    }

    void change_cooperation(const store::Task& task, std::set<AgencyId> wanted, bool restored,
                            const std::vector<v1::FieldChange>& fields) {
        const auto due = open_due(task.deadline.term, document_.issued);
        const auto brief = work_.store.plans.brief(task.id);
        for (const auto agency : work_.store.plans.cooperating(task.id)) {
            wanted.erase(agency);
            if (restored)
                announcement_.add(agency, task, {}, due);
            else
                tell_cooperating(work_, brief, task.id, agency, amended(fields));
        }
        add_cooperation(work_, task, {wanted.begin(), wanted.end()}, due, announcement_, result_);
    }

    v1::Change amended(const std::vector<v1::FieldChange>& fields) const {
        v1::Change change;
        change.set_action(std::string{name_of(ChangeKind::Amend)});
        for (const auto& field : fields) *change.add_changed() = field;
        change.set_by(amendment_.by);
        return change;
    }

    Work& work_;
    const store::Document document_;
    const Amendment& amendment_;
    const AbsentMembers absent_;
    Announcement announcement_;
    PlanImport result_;
};

// The level has a say in which policy holds for the document's assignments.
void plan_all(Work& work, const store::Document& document) {
    for (const auto task : work.store.plans.tasks_of(document.id)) {
        const auto brief = work.store.plans.brief(task);
        for (const auto& assignment : work.store.assignments.of_task(task))
            plan_alarm(work, assignment, traits_of(brief));
    }
}

// Rows that assign as they did before hold what was decided of them.
void ask_of_changed(Work& work, const store::Document& document, const Difference& found,
                    const std::vector<ReadRow>& rows) {
    AbsenceQuestion question{work, document};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& before = found.rows[i].before;
        if (!before || before->lead != rows[i].task.lead || before->cooperating != rows[i].task.cooperating)
            question.add(rows[i]);
    }
    question.ask();
}

}  // namespace

std::int64_t drop_task(Work& work, store::Task task, const std::string& reason, const std::string& by) {
    std::int64_t revoked = 0;
    work.tasks_changed = true;
    for (const auto& assignment : work.store.assignments.of_task(task.id)) {
        if (!is_live(assignment.state)) continue;
        change_assignment(work, assignment, {Action::Cancel, std::nullopt, reason, by});
        ++revoked;
    }
    task.dropped_at = work.now;
    work.store.plans.update(task);
    work.touched.insert(task.id);
    v1::Change change;
    change.set_action(std::string{name_of(Action::Cancel)});
    change.set_note(reason);
    change.set_by(by);
    tell_cooperating(work, work.store.plans.brief(task.id), task.id, change);
    return revoked;
}

PlanImport amend_row(Work& work, const store::Document& document, const RowChange& change, const ReadRow& row,
                     const Amendment& amendment, AbsentMembers absent) {
    work.tasks_changed = true;
    Amending amending{work, document, amendment, absent};
    amending.change(change, row);
    amending.finish();
    return std::move(amending).result();
}

PlanImport append_rows(Work& work, const store::Document& document, std::vector<ReadRow> rows,
                       AbsentMembers absent, bool trial) {
    if (absent == AbsentMembers::Ask && !trial) ask_of_absent(work, document, rows);
    const auto there = work.store.plans.tasks_of(document.id);
    auto ordinal = there.empty() ? 0 : work.store.plans.task(there.back())->ordinal + 1;
    const auto nested_before = row_parents(work, document.id);
    const Amendment addition;
    Amending amending{work, document, addition, absent};
    for (auto& row : rows) {
        row.task.ordinal = ordinal++;
        amending.add(row);
    }
    amending.follow_numbers(nested_before);
    amending.finish();
    return std::move(amending).result();
}

PlanImport amend_plan(Work& work, const store::Document& known, const store::Document& document,
                      const std::vector<ReadRow>& read, const Progress& progress, const ImportTerms& terms) {
    if (document.secret && !known.secret)
        throw UserError("plan.not_secret", {known.number}, "document.secret");
    const auto kept = with_kept_decisions(work, known, read);
    const auto& rows = kept ? *kept : read;
    const auto found = difference(work, known, document, rows);
    if (found.is_empty()) return {.unchanged = true};
    auto shown = to_wire(found, rows);
    if (!terms.amendment && !terms.trial)
        throw UserError("plan.differs", {known.number, spoken_day(known.issued),
                                         std::to_string(shown.rows_size() + shown.document_size())});
    const auto amendment = terms.amendment.value_or(Amendment{});
    require_length(amendment.reason, max_note_bytes, "amend.reason");
    if (!terms.trial) require_seen(work, amendment.seen, found.digest, known.number);
    shown.set_seen(seen_now(work, found.digest));
    if (terms.absent == AbsentMembers::Ask && !terms.trial) ask_of_changed(work, document, found, rows);

    work.tasks_changed = true;
    auto amended = document;
    amended.id = known.id;
    amended.secret = known.secret;
    amended.withdrawn_at = std::nullopt;
    work.store.plan_changes.update_document(amended);
    const auto nested_before = row_parents(work, known.id);
    ChangeDigests told{work};
    Amending amending{work, amended, amendment, terms.absent};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (progress && i % progress_every == 0) progress(i, rows.size());
        const auto& change = found.rows[i];
        if (!change.before)
            amending.add(rows[i]);
        else if (change.changed)
            amending.change(change, rows[i]);
        else
            amending.move(*change.before, rows[i]);
    }
    for (const auto& task : found.dropped) amending.drop(task);
    amending.follow_numbers(nested_before);
    if (known.level != amended.level) plan_all(work, amended);
    if (progress) progress(rows.size(), rows.size());
    told.finish();
    amending.finish();
    auto result = std::move(amending).result();
    result.difference = std::move(shown);
    return result;
}

}  // namespace dondoc::engine
