#include "engine/succession.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "domain/agencies_in_time.h"
#include "domain/limits.h"
#include "domain/state_digest.h"
#include "engine/register_import.h"
#include "engine/succession_remarks.h"
#include "engine/succession_transfer.h"

namespace dondoc::engine {
namespace {

constexpr int most_pieces = 20'000;         // of one order, each to be chosen for: they go in one message
constexpr std::size_t most_work = 500'000;  // pieces of one order: it is one transaction

std::string place(std::size_t index, const char* field) {
    return "successions[" + std::to_string(index) + "]." + field;
}

bool has(const auto& list, const auto& value) {
    return std::ranges::find(list, value) != list.end();
}

// What each kind asks of its two sides.
void check_shape(const Succession& wanted, std::size_t index) {
    const auto from = wanted.from.size();
    const auto to = wanted.to.size();
    const auto stays =
        std::ranges::count_if(wanted.from, [&](const auto& code) { return has(wanted.to, code); });
    const auto is_good = [&] {
        switch (wanted.kind) {
            case SuccessionKind::Merge:
                return to == 1 && from > static_cast<std::size_t>(stays);
            case SuccessionKind::Split:
                return from == 1 && to >= 2;
            case SuccessionKind::Rename:
                return from == 1 && to <= 1;
            case SuccessionKind::Dissolve:
                return from >= 1 && stays == 0;
        }
        return false;
    };
    const auto is_repeated = [](const std::vector<std::string>& codes) {
        return std::set<std::string>{codes.begin(), codes.end()}.size() != codes.size();
    };
    const auto kind = "@succession." + std::string{name_of(wanted.kind)};
    if (!is_good() || is_repeated(wanted.from) || is_repeated(wanted.to))
        throw UserError("succession.shape", {kind}, place(index, "from"));
    require_length(wanted.document, max_name_bytes, place(index, "document"));
    if (wanted.document.empty()) throw UserError("succession.no_document", {kind}, place(index, "document"));
}

class Ordering {
  public:
    Ordering(Work& work, const SuccessionOrder& order) : work_(work), order_(order) {
        for (std::size_t i = 0; i < order.choices.size(); ++i)
            if (!choices_.emplace(key_of(order.choices[i]), i).second)
                throw UserError("succession.choice_twice", {},
                                "choices[" + std::to_string(i) + "].assignment");
    }

    v1::AgencySucceedReply carry_out() {
        for (std::size_t i = 0; i < order_.content.successions.size(); ++i)
            check_shape(order_.content.successions[i], i);
        register_successors();
        for (std::size_t i = 0; i < order_.content.successions.size(); ++i) enter(i);
        for (const auto& group : order_.content.groups) digest_.add(group.name);
        Register groups;
        groups.groups = order_.content.groups;
        import_register(work_, groups);  // last: they name agencies by the codes that they have now
        const Directory directory{work_.store.agencies, work_.store.successions};
        for (const auto& record : records_) hand_over(record, directory);
        check_choices();
        if (!order_.trial) require_chosen();
        add_remarks(work_, directory, records_, reply_);
        if (!order_.trial && order_.seen != digest_.text())
            throw UserError("succession.changed_meanwhile", {}, "seen");
        reply_.set_seen(digest_.text());
        return std::move(reply_);
    }

  private:
    using ChoiceKey = std::tuple<std::uint64_t, std::uint64_t, std::string>;
    static ChoiceKey key_of(const v1::SuccessionChoice& choice) {
        return {choice.assignment(), choice.task(), choice.from()};
    }

    const Agency* described(const std::string& code) const {
        const auto found = std::ranges::find(order_.content.agencies, code, &Agency::code);
        return found == order_.content.agencies.end() ? nullptr : &*found;
    }
    bool is_new_name(const std::string& code) const {
        return std::ranges::any_of(order_.content.successions, [&](const Succession& succession) {
            return succession.kind == SuccessionKind::Rename &&
                   (has(succession.to, code) || (succession.to.empty() && has(succession.from, code)));
        });
    }

    // A successor that is not there yet begins on the day, unless its entry says otherwise.
    void register_successors() {
        Register added;
        for (auto agency : order_.content.agencies) {
            digest_.add(agency.code);
            digest_.add(agency.name);
            if (is_new_name(agency.code)) continue;
            if (!agency.valid_from && !work_.store.agencies.find(agency.code))
                for (const auto& succession : order_.content.successions)
                    if (has(succession.to, agency.code)) agency.valid_from = succession.day;
            added.agencies.push_back(std::move(agency));
        }
        const auto imported = import_register(work_, added);
        reply_.set_agencies_added(static_cast<std::uint64_t>(imported.added));
        reply_.set_agencies_changed(static_cast<std::uint64_t>(imported.changed));
    }

    store::Agencies::Ref agency(const std::string& code, const std::string& where) {
        const auto known = work_.store.agencies.find(code);
        if (!known) throw UserError("succession.unknown", {code}, where);
        return *known;
    }

    void enter(std::size_t index) {
        const auto& wanted = order_.content.successions[index];
        if (!order_.trial && wanted.day > work_.today())
            throw UserError("succession.future", {spoken_day(wanted.day), spoken_day(work_.today())},
                            place(index, "day"));
        store::SuccessionRecord record{{}, wanted.kind, wanted.day, wanted.document,
                                       {}, {},          order_.by,  work_.now};
        for (const auto& code : wanted.from) record.from.push_back(agency(code, place(index, "from")).id);
        if (wanted.kind == SuccessionKind::Rename) {
            record.to = record.from;
        } else {
            for (const auto& code : wanted.to) record.to.push_back(agency(code, place(index, "to")).id);
        }
        digest_.add(static_cast<std::int64_t>(record.kind));
        digest_.add(record.day.time_since_epoch().count());
        digest_.add(record.document);
        for (const auto* side : {&record.from, &record.to})
            for (const auto id : *side) digest_.add(id.value);

        const auto known = find(record);
        if (known) {
            record = *known;
        } else if (record.kind == SuccessionKind::Rename) {
            rename(record, wanted, index);
        } else {
            end_predecessors(record, index);
        }
        if (!known) {
            record.id = work_.store.successions.add(record);
            new_.insert(record.id);
        }
        auto& shown = *reply_.add_successions();
        shown = to_wire(work_.store.agencies, record);
        if (!known) shown.clear_time();
        records_.push_back(std::move(record));
    }

    std::optional<store::SuccessionRecord> find(const store::SuccessionRecord& wanted) {
        for (auto& known : work_.store.successions.all())
            if (known.kind == wanted.kind && known.day == wanted.day && known.from == wanted.from &&
                known.to == wanted.to)
                return known;
        return std::nullopt;
    }

    void rename(const store::SuccessionRecord& record, const Succession& wanted, std::size_t index) {
        const auto known = work_.store.agencies.get(record.from.front());
        const auto code = wanted.to.empty() ? known.code : wanted.to.front();
        const auto* entry = described(code);
        const auto name = entry == nullptr ? known.name : entry->name;
        if (code == known.code && name == known.name)
            throw UserError("succession.no_change", {code}, place(index, "to"));
        if (const auto other = work_.store.agencies.find(code); other && other->id != known.id)
            throw UserError("succession.code_taken", {code, other->name}, place(index, "to"));
        if (!is_agency_code(code)) throw UserError("agency.bad_code", {code}, place(index, "to"));
        require_length(name, max_name_bytes, place(index, "to"));
        for (const auto& agency : work_.store.agencies.load().agencies)
            if (agency.code == known.code && !agency.former.empty() &&
                agency.former.back().until >= record.day)
                throw UserError("succession.renamed_later",
                                {known.code, spoken_day(agency.former.back().until)}, place(index, "day"));
        digest_.add(code);
        work_.store.agencies.rename(known.id, code, name, record.day);
        if (entry == nullptr) return;
        // What else the entry says holds from now on.
        auto renamed = *entry;
        const auto before = work_.store.agencies.read(code).value();
        if (renamed.level.empty()) renamed.level = before.level;
        if (renamed.aliases.empty()) renamed.aliases = before.aliases;
        renamed.valid_from = before.valid_from;
        renamed.valid_to = before.valid_to;
        Register content;
        content.agencies.push_back(std::move(renamed));
        import_register(work_, content);
    }

    void end_predecessors(const store::SuccessionRecord& record, std::size_t index) {
        const auto last = record.day - date::days{1};
        for (const auto id : record.to) {
            const auto ref = work_.store.agencies.get(id);
            const auto successor = work_.store.agencies.read(ref.code).value();
            if (!exists_on(successor, record.day))
                throw UserError("succession.to_ended", {ref.code, spoken_day(record.day)},
                                place(index, "to"));
        }
        for (const auto id : record.from) {
            if (has(record.to, id)) continue;
            const auto ref = work_.store.agencies.get(id);
            const auto predecessor = work_.store.agencies.read(ref.code).value();
            if (predecessor.valid_to && *predecessor.valid_to != last)
                throw UserError("succession.ended", {ref.code, spoken_day(*predecessor.valid_to)},
                                place(index, "from"));
            if (predecessor.valid_from && *predecessor.valid_from > last)
                throw UserError("succession.before_start", {ref.code, spoken_day(*predecessor.valid_from)},
                                place(index, "day"));
            work_.store.agencies.end(id, last);
        }
    }

    void hand_over(const store::SuccessionRecord& record, const Directory& directory) {
        const bool is_new = new_.contains(record.id);
        SuccessionTransfer transfer{work_, directory, record, order_.by};
        bool moved = false;
        if (record.kind != SuccessionKind::Rename)
            for (const auto from : record.from) {
                const bool goes_on = has(record.to, from);
                if (goes_on && record.kind != SuccessionKind::Split) continue;
                if (goes_on && !is_new) continue;  // what it got since is its own
                for (const auto id : work_.store.successions.open_of(from)) {
                    moved = true;
                    hand_over(transfer, record, work_.store.assignments.get(id).value());
                }
                for (const auto task : work_.store.successions.open_cooperations_of(from)) {
                    moved = true;
                    hand_over_cooperation(transfer, record, task, from);
                }
            }
        if (is_new || moved) transfer.tell();
    }

    // nullopt: it has not been said yet.
    std::optional<AgencyId> successor(const store::SuccessionRecord& record, AssignmentId assignment,
                                      TaskId task, AgencyId from) {
        if (record.to.size() == 1) return record.to.front();
        const auto code = work_.store.agencies.get(from).code;
        auto& piece = *reply_.add_pieces();
        if (reply_.pieces_size() > most_pieces)
            throw UserError("succession.too_many", {std::to_string(most_pieces)}, "successions");
        const auto brief = work_.store.plans.brief(task);
        piece.mutable_choice()->set_assignment(static_cast<std::uint64_t>(assignment.value));
        piece.mutable_choice()->set_task(static_cast<std::uint64_t>(task.value));
        piece.mutable_choice()->set_from(code);
        piece.set_document(brief.document);
        piece.set_task_number(brief.number);
        piece.set_title(brief.title);
        for (const auto id : record.to) piece.add_candidates(work_.store.agencies.get(id).code);
        const auto given = choices_.find(key_of(piece.choice()));
        if (given == choices_.end()) return std::nullopt;
        used_.insert(given->second);
        const auto& wanted = order_.choices[given->second].to();
        if (wanted.empty()) return std::nullopt;
        const auto chosen = work_.store.agencies.find(wanted);
        if (!chosen || !has(record.to, chosen->id)) {
            std::string candidates;
            for (const auto& candidate : piece.candidates())
                candidates += (candidates.empty() ? "" : ", ") + candidate;
            throw UserError("succession.choice_other", {wanted, candidates},
                            "choices[" + std::to_string(given->second) + "].to");
        }
        piece.mutable_choice()->set_to(chosen->code);
        return chosen->id;
    }

    v1::AgencySucceedReply::Share& share(const store::SuccessionRecord& record, AgencyId from,
                                         std::optional<AgencyId> to) {
        const auto from_code = work_.store.agencies.get(from).code;
        const auto to_code = to ? work_.store.agencies.get(*to).code : "";
        const auto kind = static_cast<v1::Succession::Kind>(static_cast<int>(record.kind) + 1);
        for (auto& known : *reply_.mutable_shares())
            if (known.from() == from_code && known.to() == to_code && known.kind() == kind) return known;
        auto& added = *reply_.add_shares();
        added.set_kind(kind);
        added.set_from(from_code);
        added.set_to(to_code);
        return added;
    }

    void count(StateDigest& digest, std::int64_t piece, std::int64_t revision, std::optional<AgencyId> to) {
        digest.add(piece);
        digest.add(revision);
        digest.add(to.value_or(AgencyId{}).value);
        if (++pieces_ > most_work)
            throw UserError("succession.too_many", {std::to_string(most_work)}, "successions");
    }

    void hand_over(SuccessionTransfer& transfer, const store::SuccessionRecord& record,
                   const store::Assignment& assignment) {
        if (record.to.empty()) {
            auto& left = share(record, assignment.agency, std::nullopt);
            left.set_assignments(left.assignments() + 1);
            if (assignment.due) left.set_with_due(left.with_due() + 1);
            count(digest_, assignment.id.value, assignment.revision, std::nullopt);
            left_.insert(assignment.agency);
            if (order_.leave) transfer.return_to_office(assignment);
            return;
        }
        const auto to = successor(record, assignment.id, assignment.task, assignment.agency);
        if (record.to.size() > 1 && assignment.due)
            reply_.mutable_pieces(reply_.pieces_size() - 1)->set_due(iso_day(*assignment.due));
        auto& part = share(record, assignment.agency, to);
        part.set_assignments(part.assignments() + 1);
        if (assignment.due) part.set_with_due(part.with_due() + 1);
        count(digest_, assignment.id.value, assignment.revision, to);
        if (!to) {
            part.set_unchosen(part.unchosen() + 1);
        } else if (*to != assignment.agency) {
            if (work_.store.assignments.find(assignment.task, *to)) part.set_joined(part.joined() + 1);
            transfer.hand_over(assignment, *to);
        }
    }

    void hand_over_cooperation(SuccessionTransfer& transfer, const store::SuccessionRecord& record,
                               TaskId task, AgencyId from) {
        std::optional<AgencyId> to;
        if (!record.to.empty()) to = successor(record, {}, task, from);
        auto& part = share(record, from, to);
        part.set_cooperations(part.cooperations() + 1);
        count(digest_, -task.value, 0, to);
        if (!to && !record.to.empty()) part.set_unchosen(part.unchosen() + 1);
        if (to && *to != from) transfer.hand_over_cooperation(task, from, *to);
    }

    void check_choices() {
        for (std::size_t i = 0; i < order_.choices.size(); ++i) {
            const auto& choice = order_.choices[i];
            if (!used_.contains(i))
                throw UserError(
                    "succession.choice_unknown",
                    {choice.from(), std::to_string(choice.assignment()), std::to_string(choice.task())},
                    "choices[" + std::to_string(i) + "].assignment");
        }
    }

    void require_chosen() {
        std::uint64_t unchosen = 0;
        for (const auto& part : reply_.shares()) unchosen += part.unchosen();
        if (unchosen > 0) throw UserError("succession.unchosen", {std::to_string(unchosen)}, "choices");
        if (order_.leave || left_.empty()) return;
        std::uint64_t left = 0;
        std::string codes;
        for (const auto& part : reply_.shares()) {
            if (!part.to().empty() || part.assignments() == 0) continue;
            left += part.assignments();
            codes += (codes.empty() ? "" : ", ") + part.from();
        }
        throw UserError("succession.left", {codes, std::to_string(left)}, "successions");
    }

    Work& work_;
    const SuccessionOrder& order_;
    v1::AgencySucceedReply reply_;
    std::vector<store::SuccessionRecord> records_;
    std::set<store::SuccessionId> new_;
    std::map<ChoiceKey, std::size_t> choices_;
    std::set<std::size_t> used_;  // choices
    std::set<AgencyId> left_;     // with open work that nobody takes over
    StateDigest digest_;
    std::size_t pieces_ = 0;
};

}  // namespace

v1::AgencySucceedReply succeed(Work& work, const SuccessionOrder& order) {
    if (order.content.successions.empty()) throw UserError("succession.none", {}, "successions");
    return Ordering{work, order}.carry_out();
}

std::vector<AgencyId> holders_of(Work& work, TaskId task, std::vector<AgencyId> agencies) {
    std::vector<AgencyId> holders;
    for (auto agency : agencies) {
        auto assignment = work.store.assignments.find(task, agency);
        std::set<AssignmentId> seen;
        while (assignment && assignment->state == Workflow::Transferred &&
               seen.insert(assignment->id).second) {
            const auto next = work.store.successions.transferred_to(assignment->id);
            if (!next) break;
            assignment = work.store.assignments.get(*next);
            agency = assignment->agency;
        }
        if (!has(holders, agency)) holders.push_back(agency);
    }
    return holders;
}

}  // namespace dondoc::engine
