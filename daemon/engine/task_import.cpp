// SPDX-License-Identifier: Apache-2.0
// Tasks are taken document by document. One whose id is known is compared with what the other system said the
// last time, and only what is other there is changed here. One whose id is not known is looked for among the
// document's rows by its title; what is not found there is added at the end, all of a document at once.
// In a trial everything is done as well, and taken back by who asked for it; what is refused is noted.
#include "engine/task_import.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <string_view>
#include <tuple>
#include <utility>

#include "domain/document_number.h"
#include "domain/limits.h"
#include "domain/plain_text.h"
#include "domain/state_digest.h"
#include "engine/absent_members.h"
#include "engine/announcement.h"
#include "engine/change_digests.h"
#include "engine/plans/imported_row.h"
#include "engine/plans/imported_state.h"
#include "engine/plans/plan_amendment.h"
#include "engine/plans/plan_difference.h"
#include "engine/priority_change.h"
#include "engine/row_words.h"

namespace dondoc::engine {
namespace {

using Reply = v1::TaskImportReply;

constexpr std::size_t max_tasks = 20'000;

std::string task_place(std::size_t index, const std::string& within) {
    constexpr std::string_view of_plan = "rows[0]";
    auto place = "tasks[" + std::to_string(index) + "]";
    if (within.empty()) return place;
    return place + '.' + (within.starts_with(of_plan) ? "row" + within.substr(of_plan.size()) : within);
}

// Without what may differ from one file to the next.
std::string words_of(const v1::ImportedTask& said) {
    auto words = said;
    words.mutable_row()->clear_source();
    words.mutable_row()->clear_doubts();
    return words.SerializeAsString();
}

void check_import(const TaskImport& wanted) {
    if (wanted.source.empty()) throw UserError("task_import.no_source", {}, "source");
    require_length(wanted.source, max_name_bytes, "source");
    require_plain(wanted.source, "source");
    if (wanted.tasks.size() > max_tasks)
        throw UserError("task_import.too_many",
                        {std::to_string(wanted.tasks.size()), std::to_string(max_tasks)}, "tasks");
    std::map<std::string, std::size_t> ids;
    for (std::size_t i = 0; i < wanted.tasks.size(); ++i) {
        const auto& id = wanted.tasks[i].said.id();
        if (id.empty()) throw UserError("task_import.no_id", {}, task_place(i, "id"));
        require_length(id, max_name_bytes, task_place(i, "id"));
        require_plain(id, task_place(i, "id"));
        if (const auto [known, is_new] = ids.emplace(id, i); !is_new)
            throw UserError("task_import.id_twice", {id}, task_place(i, "id"));
    }
}

class Importing {
  public:
    Importing(Work& work, const TaskImport& wanted) : work_(work), wanted_(wanted) {
        result_.rows.resize(wanted.tasks.size());
    }

    TaskImported run() {
        ChangeDigests told{work_};
        GatheredItems given;
        work_.announcing = &given;
        for (const auto& group : by_document()) take(group);
        work_.announcing = nullptr;
        for (auto& [agency, items] : given.of_agencies)
            std::erase_if(items, [&](const auto& item) { return over_.contains(item.task->id); });
        told.finish();
        tell_given(work_, std::move(given));
        result_.not_named = work_.store.task_sources.count(wanted_.source) - named_;
        result_.seen = digest();
        return std::move(result_);
    }

  private:
    using Group = std::vector<std::size_t>;  // indexes of one document's tasks

    std::vector<Group> by_document() const {
        std::map<std::tuple<std::string, std::string, local_days>, std::size_t> known;
        std::vector<Group> groups;
        for (std::size_t i = 0; i < wanted_.tasks.size(); ++i) {
            const auto& document = wanted_.tasks[i].document;
            const auto [found, is_new] = known.try_emplace(
                {number_key(document.number), document.issuer, document.issued}, groups.size());
            if (is_new) groups.emplace_back();
            groups[found->second].push_back(i);
        }
        return groups;
    }

    // In a trial what is refused is noted on its row, and the others go on.
    template <typename Step>
    bool attempt(std::size_t index, Step step) {
        try {
            step();
            return true;
        } catch (const store::StorageError&) {
            throw;  // of no task in particular
        } catch (const UserError& error) {
            UserError placed{error.message().key, error.message().args, task_place(index, error.place())};
            if (!wanted_.terms.trial) throw placed;
            result_.rows[index] = {.outcome = Reply::Row::refused, .error = std::move(placed)};
            return false;
        }
    }

    void take(const Group& group) {
        const auto& named = wanted_.tasks[group.front()].document;
        const auto document = work_.store.plans.find(named.issuer, named.number, named.issued);
        DocumentRows rows{work_, document ? std::optional{document->id} : std::nullopt, wanted_.source};
        std::vector<std::size_t> added;
        std::vector<ReadRow> to_add;
        int number = document ? last_number(work_.store, document->id) : 0;
        for (const auto index : group) {
            attempt(index, [&] {
                if (const auto known = work_.store.task_sources.find(source_of(index)))
                    return mend(index, *known);
                if (document && document->withdrawn_at)
                    throw UserError("task_import.withdrawn", {document->number}, "document.number");
                auto row = read_imported(work_, document.value_or(named), wanted_.tasks[index], number,
                                         wanted_.terms.absent);
                if (const auto same = rows.find(row)) return link(index, *same, row);
                if (const auto twin = rows.find_new(row)) {
                    result_.rows[index] = {.outcome = Reply::Row::linked, .row = row};
                    twins_.emplace_back(index, added[*twin]);
                    return;
                }
                rows.add_new(row);
                row.task.priority = wanted_.tasks[index].priority;
                to_add.push_back(std::move(row));
                added.push_back(index);
            });
        }
        if (!added.empty()) add(named, document, added, std::move(to_add));
        for (const auto& [index, twin] : std::exchange(twins_, {})) {
            result_.rows[index].task = result_.rows[twin].task;
            put(index, result_.rows[twin].task);
        }
    }

    void add(const store::Document& named, const std::optional<store::Document>& known, const Group& added,
             std::vector<ReadRow> rows) {
        PlanImport done;
        const bool taken = attempt(added.front(), [&] {
            if (known) {
                done = append_rows(work_, *known, rows, wanted_.terms.absent, wanted_.terms.trial);
                return;
            }
            done = import_plan(work_, with_title(named, rows), rows, {}, wanted_.terms);
            ++result_.documents;
        });
        if (!taken) {
            for (const auto index : added) result_.rows[index] = result_.rows[added.front()];
            return;
        }
        result_.assignments += done.assignments;
        const auto document =
            known ? known->id : work_.store.plans.find(named.issuer, named.number, named.issued)->id;
        const auto tasks = work_.store.plans.tasks_of(document);
        const auto first = tasks.size() - rows.size();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto index = added[i];
            const auto task = tasks[first + i];
            result_.rows[index] = {.outcome = Reply::Row::added, .task = task, .row = std::move(rows[i])};
            put(index, task);
            attempt(index, [&] { carry_over(index, task, {}, result_.rows[index].fields); });
            const auto state = wanted_.tasks[index].said.state();
            if (state == v1::ImportedState::completed || state == v1::ImportedState::withdrawn)
                over_.insert(task);
        }
    }

    static store::Document with_title(store::Document document, const std::vector<ReadRow>& rows) {
        if (document.title.empty()) document.title = rows.front().task.title;
        return document;
    }

    // The document has the task: it is known by this id from now on, and says what it said.
    void link(std::size_t index, const store::Task& task, ReadRow& row) {
        auto& result = result_.rows[index];
        result = {.outcome = Reply::Row::linked, .task = task.id};
        auto as_read = row.task;
        as_read.ordinal = task.ordinal;
        result.fields = kept_differences(task, as_read);
        row.task.id = task.id;
        std::set<AgencyId> agencies;
        const auto issued = work_.store.plans.get(task.document).issued;
        for (const auto agency : agencies_of(work_, row.lead, issued, wanted_.terms.absent))
            agencies.insert(agency);
        put(index, task.id);
        std::vector<v1::FieldChange> changed;
        carry_over(index, task.id, agencies, changed);
        std::ranges::move(changed, std::back_inserter(result.fields));
    }

    void mend(std::size_t index, const store::TaskSources::Known& known) {
        ++named_;
        auto& result = result_.rows[index];
        result.task = known.task;
        const auto& imported = wanted_.tasks[index];
        if (known.said == words_of(imported.said)) return;
        v1::ImportedTask was;
        if (!was.ParseFromString(known.said))
            throw std::runtime_error("what was said of task " + std::to_string(known.task.value) +
                                     " cannot be decoded");
        const auto before = work_.store.plans.task(known.task).value();
        const auto document = work_.store.plans.get(before.document);
        if (before.dropped_at || document.withdrawn_at) {
            result.outcome = Reply::Row::dropped;
            return;
        }
        require_same_document(document, was, imported);
        auto row = mended_row(work_, document, before, was, imported, wanted_.terms.absent);
        result.fields = change_row(document, before, row);
        if (was.priority() != imported.said.priority() && before.priority != imported.priority) {
            change_priority(work_, known.task, imported.priority, wanted_.reason, wanted_.by);
            auto& field = result.fields.emplace_back();
            field.set_field("priority");
            field.set_old(std::string{name_of(before.priority)});
            field.set_new_(std::string{name_of(imported.priority)});
        }
        if (!is_same_state(was, imported.said)) carry_over(index, known.task, {}, result.fields);
        put(index, known.task);
        if (result.fields.empty()) return;
        result.outcome = Reply::Row::changed;
        result.row = std::move(row);
    }

    std::vector<v1::FieldChange> change_row(const store::Document& document, const store::Task& before,
                                            const ReadRow& row) {
        auto fields = changes_of(before, row.task);
        if (fields.empty()) return fields;
        if (wanted_.terms.absent == AbsentMembers::Ask && !wanted_.terms.trial &&
            (before.lead != row.task.lead || before.cooperating != row.task.cooperating))
            ask_of_absent(work_, document, {&row, 1});
        const Amendment amendment{{}, wanted_.reason, wanted_.by};
        const auto done =
            amend_row(work_, document, {before, true, fields}, row, amendment, wanted_.terms.absent);
        result_.assignments += done.assignments;
        return fields;
    }

    static void require_same_document(const store::Document& document, const v1::ImportedTask& was,
                                      const ImportedTask& now) {
        const bool same = is_same_number(was.document().number(), now.document.number) ||
                          is_same_number(document.number, now.document.number);
        if (!same)
            throw UserError("task_import.other_document",
                            {now.said.id(), document.number, now.document.number}, "document.number");
    }

    void carry_over(std::size_t index, TaskId task, const std::set<AgencyId>& agencies,
                    std::vector<v1::FieldChange>& fields) {
        auto changed = carry_over_state(work_, task, agencies, wanted_.tasks[index], wanted_);
        std::ranges::move(changed, std::back_inserter(fields));
    }

    void put(std::size_t index, TaskId task) {
        work_.store.task_sources.put(source_of(index), task, words_of(wanted_.tasks[index].said));
        // What is new is known from now on, and is named by this request.
        if (result_.rows[index].outcome == Reply::Row::added ||
            result_.rows[index].outcome == Reply::Row::linked)
            ++named_;
    }

    store::TaskSource source_of(std::size_t index) const {
        return {wanted_.source, wanted_.tasks[index].said.id()};
    }

    std::string digest() const {
        StateDigest digest;
        for (std::size_t i = 0; i < result_.rows.size(); ++i) {
            const auto& row = result_.rows[i];
            if (row.outcome == Reply::Row::unchanged) continue;
            digest.add(static_cast<std::int64_t>(i));
            digest.add(static_cast<std::int64_t>(row.outcome));
            if (row.outcome != Reply::Row::added) digest.add(row.task.value);
            digest.add(words_of(wanted_.tasks[i].said));
            for (const auto& field : row.fields) {
                digest.add(field.field());
                digest.add(field.old());
                digest.add(field.new_());
            }
        }
        return digest.text();
    }

    Work& work_;
    const TaskImport& wanted_;
    TaskImported result_;
    std::vector<std::pair<std::size_t, std::size_t>> twins_;  // rows that are the same as a new one
    std::set<TaskId> over_;   // tasks that are over as they come: nobody is told that he has them
    std::int64_t named_ = 0;  // of the ids that are known afterwards
};

}  // namespace

TaskImported import_tasks(Work& work, const TaskImport& wanted) {
    check_import(wanted);
    auto imported = Importing{work, wanted}.run();
    if (!wanted.terms.trial && imported.seen != wanted.seen)
        throw UserError("task_import.other_than_seen", {wanted.source}, "seen");
    return imported;
}

}  // namespace dondoc::engine
