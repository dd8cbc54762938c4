// SPDX-License-Identifier: Apache-2.0
#include "engine/row_edit.h"

#include <algorithm>

#include "domain/contains.h"
#include "domain/document_level.h"
#include "domain/limits.h"
#include "engine/absent_members.h"
#include "engine/plans/plan_amendment.h"
#include "engine/plans/plan_difference.h"
#include "engine/row_words.h"
#include "engine/task_lookup.h"
#include "language/readers.h"

namespace dondoc::engine {
namespace {

// Doubts are asked about before anything is done. They name themselves: the sentence of each is an argument.
void refuse_doubts(const ReadRow& row, const RowTerms& terms) {
    if (terms.trial || terms.doubts_seen || row.task.problems.empty()) return;
    throw UserError("row.doubts", {std::to_string(row.task.problems.size())}, "row");
}

std::optional<store::Document> known_document(Work& work, const DocumentName& wanted) {
    if (wanted.issued)
        if (auto same = work.store.plans.find(wanted.issuer, wanted.number, *wanted.issued)) return same;
    const auto all = work.store.plans.with_number(wanted.number);
    const auto is_meant = [&](const store::Document& document) {
        return !document.withdrawn_at && (!wanted.issued || document.issued == *wanted.issued) &&
               (wanted.issuer.empty() || document.issuer == wanted.issuer);
    };
    if (std::ranges::none_of(all, is_meant)) return std::nullopt;
    return find_document(work.store.plans.list(), wanted);
}

store::Document new_document(const RowAddition& wanted) {
    const auto& name = wanted.document;
    if (name.number.empty()) throw UserError("plan.no_number", {}, "document.number");
    if (!name.issued) throw UserError("row.new_document", {name.number, "--issued"}, "document.issued");
    if (wanted.level.empty()) throw UserError("row.new_document", {name.number, "--level"}, "document.level");
    return {{}, name.issuer, name.number, *name.issued, wanted.document_title, wanted.level};
}

// The task as it is there by title and requirement, and by its number where one is given.
std::optional<store::Task> same_title(Work& work, DocumentId document, const ReadRow& row, bool numbered) {
    for (const auto id : work.store.plans.tasks_of(document)) {
        auto task = work.store.plans.task(id).value();
        if (task.content == row.task.content && (!numbered || task.number == row.task.number)) return task;
    }
    return std::nullopt;
}

// A row as typed: agencies that are named by codes or names alone are decided, anything else is read.
PlanRow typed_row(const language::AgencyReader& agencies, PlanRow row) {
    const auto decide = [&](std::string& text, std::optional<std::vector<std::string>>& decided) {
        const auto parties = decided || text.empty() ? std::nullopt : listed_parties(agencies, text);
        if (!parties) return;
        decided = names_of(*parties);
        text.clear();
        for (const auto& name : *decided)
            text += (text.empty() ? "" : "; ") + name.substr(name.starts_with('@') ? 1 : 0);
    };
    decide(row.lead_text, row.decided.lead);
    decide(row.cooperating_text, row.decided.cooperating);
    return row;
}

bool is_same_row(const store::Task& known, const store::Task& wanted) {
    return known.lead == wanted.lead && known.cooperating == wanted.cooperating &&
           kind_of(known.deadline.term) == kind_of(wanted.deadline.term) &&
           due_days(known.deadline.term) == due_days(wanted.deadline.term);
}

void set_decided(store::Task& task, const char* part) {
    if (!contains(task.decided, part)) task.decided.emplace_back(part);
}

// One row that is being mended: what is decided is read, what is not stays as it was read.
class Mending {
  public:
    Mending(Work& work, const store::Document& document, const store::Task& before, AbsentMembers absent)
        : agencies_(work.directory.reader(document.issued, document.issuer)),
          context_{document.issued, &work.rules.calendar},
          absent_(absent) {
        row_.task = before;
        row_.lead = known_parties(agencies_, before.lead);
        row_.cooperating = known_parties(agencies_, before.cooperating);
    }

    void decide_deadline(const std::string& phrase) {
        auto reading = language::read_deadline(phrase, context_);
        if (std::holds_alternative<Unread>(reading.deadline.term))
            throw UserError("row.unread", {phrase}, "deadline_text");
        auto& deadline = row_.task.deadline;
        deadline.term = std::move(reading.deadline.term);
        deadline.reason = std::move(reading.deadline.reason);
        deadline.hour = reading.deadline.hour;
        doubt(std::move(reading.problems));
        set_decided(row_.task, "deadline");
    }
    void decide_lead(const std::string& typed) {
        decide(typed, row_.lead);
        row_.task.lead = names_of(row_.lead);
        if (leave_to_lead()) row_.task.cooperating = names_of(row_.cooperating);
        set_decided(row_.task, "lead");
        if (absent_ == AbsentMembers::Ask) doubt(agencies_.questions_of(row_.lead));
    }
    void decide_cooperating(const std::string& typed) {
        decide(typed, row_.cooperating);
        leave_to_lead();
        row_.task.cooperating = names_of(row_.cooperating);
        set_decided(row_.task, "cooperating");
        if (absent_ == AbsentMembers::Ask) doubt(agencies_.questions_of(row_.cooperating));
    }
    void retell(const std::optional<std::string>& title, const std::optional<std::string>& requirement) {
        if (title) row_.task.title = language::normalize(*title);
        if (requirement) row_.task.requirement = language::normalize(*requirement);
        if (row_.task.title.empty()) throw UserError("plan.no_title", {row_.task.number}, "title");
        renew_words(row_.task);
    }
    // The doubts of what was decided alone: the others are known.
    ReadRow take() {
        row_.task.problems = std::move(doubts_);
        row_.lead_agencies = agencies_.count(row_.lead);
        row_.cooperating_agencies = agencies_.count(row_.cooperating);
        return std::move(row_);
    }

  private:
    // Who leads does not cooperate in the same task. True: somebody did.
    bool leave_to_lead() {
        return std::erase_if(row_.cooperating,
                             [&](const auto& party) { return contains(row_.lead, party); }) > 0;
    }
    void decide(const std::string& typed, std::vector<language::Party>& parties) {
        require_length(typed, max_text_bytes, "lead_text");
        if (auto listed = listed_parties(agencies_, typed)) {
            parties = std::move(*listed);
            return;
        }
        auto reading = agencies_.read(typed);
        parties = std::move(reading.parties);
        doubt(std::move(reading.problems));
    }
    void doubt(std::vector<Message> problems) {
        for (auto& problem : problems)
            if (!contains(doubts_, problem)) doubts_.push_back(std::move(problem));
    }

    const language::AgencyReader& agencies_;
    language::ReadingContext context_;
    AbsentMembers absent_;
    ReadRow row_;
    std::vector<Message> doubts_;
};

void record(Work& work, const RowEdited& edited, const RowMending& wanted, const std::string& by) {
    for (const auto& change : edited.changed)
        if (change.field() != "decided")  // said by the others
            work.store.row_decisions.add(wanted.task, {work.now, by, change.field(), change.old(),
                                                       change.new_(), wanted.document, wanted.reason});
}

}  // namespace

RowEdited add_row(Work& work, const RowAddition& wanted, const RowTerms& terms) {
    RowEdited result;
    const auto known = known_document(work, wanted.document);
    result.new_document = !known.has_value();
    result.document = known ? *known : new_document(wanted);
    if (result.document.title.empty()) result.document.title = wanted.row.title;
    const auto& agencies = work.directory.reader(result.document.issued, result.document.issuer);
    auto row = typed_row(agencies, wanted.row);
    const bool numbered = !row.number.empty();
    if (!numbered) row.number = std::to_string(known ? last_number(work.store, known->id) + 1 : 1);
    result.row = read_plan(work.directory, work.rules, result.document, {row}, terms.absent).front();
    result.row.task.priority = wanted.priority;
    if (known)
        if (const auto same = same_title(work, known->id, result.row, numbered)) {
            if (!is_same_row(*same, result.row.task))
                throw UserError("row.same_title",
                                {result.document.number, same->number, std::to_string(same->id.value)},
                                "row");
            result.row.task = *same;
            result.unchanged = true;
            return result;
        }
    refuse_doubts(result.row, terms);
    const ImportTerms import_terms{.trial = terms.trial, .new_document = false, .absent = terms.absent};
    if (known) {
        result.done = append_rows(work, *known, {result.row}, terms.absent, terms.trial);
    } else {
        result.done = import_plan(work, result.document, {result.row}, {}, import_terms);
        result.document =
            work.store.plans.find(result.document.issuer, result.document.number, result.document.issued)
                .value();
    }
    result.row.task.id = work.store.plans.tasks_of(result.document.id).back();
    return result;
}

RowEdited mend_row(Work& work, const RowMending& wanted, const RowTerms& terms) {
    const auto before = find_task_in_force(work, wanted.task);
    if (!wanted.deadline && !wanted.lead && !wanted.cooperating && !wanted.title && !wanted.requirement)
        throw UserError("row.nothing", {std::to_string(wanted.task.value)}, "row");
    if (wanted.reason.empty() && wanted.document.empty()) throw UserError("row.no_reason", {}, "reason");
    require_length(wanted.reason, max_note_bytes, "reason");
    require_length(wanted.document, max_name_bytes, "decided_by");

    RowEdited result;
    result.document = work.store.plans.get(before.document);
    Mending mending{work, result.document, before, terms.absent};
    if (wanted.deadline) mending.decide_deadline(*wanted.deadline);
    if (wanted.lead) mending.decide_lead(*wanted.lead);
    if (wanted.cooperating) mending.decide_cooperating(*wanted.cooperating);
    mending.retell(wanted.title, wanted.requirement);
    result.row = mending.take();
    result.changed = changes_of(before, result.row.task);
    result.unchanged = result.changed.empty();
    if (result.unchanged) return result;
    refuse_doubts(result.row, terms);
    if (terms.absent == AbsentMembers::Ask && !terms.trial && (wanted.lead || wanted.cooperating))
        ask_of_absent(work, result.document, {&result.row, 1});
    const auto reason = wanted.document.empty() || wanted.reason.empty()
                            ? wanted.document + wanted.reason
                            : wanted.document + ": " + wanted.reason;
    result.done = amend_row(work, result.document, {before, true, result.changed}, result.row,
                            {{}, reason, terms.by}, terms.absent);
    record(work, result, wanted, terms.by);
    return result;
}

}  // namespace dondoc::engine
