// SPDX-License-Identifier: Apache-2.0
#include "engine/succession/succession.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "domain/contains.h"
#include "domain/state_digest.h"
#include "engine/succession/succession_entry.h"
#include "engine/succession/succession_remarks.h"
#include "engine/succession/succession_transfer.h"

namespace dondoc::engine {
namespace {

constexpr int most_pieces = 20'000;         // of one order, each to be chosen for: they go in one message
constexpr std::size_t most_work = 500'000;  // pieces of one order: it is one transaction

class Ordering {
  public:
    Ordering(Work& work, const SuccessionOrder& order) : work_(work), order_(order) {
        for (std::size_t i = 0; i < order.choices.size(); ++i)
            if (!choices_.emplace(key_of(order.choices[i]), i).second)
                throw UserError("succession.choice_twice", {},
                                "choices[" + std::to_string(i) + "].assignment");
    }

    v1::AgencySucceedReply carry_out() {
        entered_ = enter_successions(work_, order_, digest_, reply_);
        const Directory directory{work_.store.agencies, work_.store.successions};
        for (const auto& record : entered_.records) hand_over(record, directory);
        check_choices();
        if (!order_.trial) require_chosen();
        add_remarks(work_, directory, entered_.records, reply_);
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

    void hand_over(const store::SuccessionRecord& record, const Directory& directory) {
        const bool is_new = entered_.added.contains(record.id);
        SuccessionTransfer transfer{work_, directory, record, order_.by};
        bool moved = false;
        const auto predecessors = giving_up(record, is_new);
        for (const auto& assignment : open_of(predecessors)) moved |= hand_over(transfer, record, assignment);
        for (const auto from : predecessors)
            for (const auto task : work_.store.successions.open_cooperations_of(from))
                moved |= hand_over_cooperation(transfer, record, task, from);
        if (is_new || moved) transfer.tell();
    }

    // Those whose work goes elsewhere.
    static std::vector<AgencyId> giving_up(const store::SuccessionRecord& record, bool is_new) {
        std::vector<AgencyId> predecessors;
        if (record.kind == SuccessionKind::Rename) return predecessors;
        for (const auto from : record.from) {
            const bool goes_on = contains(record.to, from);
            if (goes_on && record.kind != SuccessionKind::Split) continue;
            if (goes_on && !is_new) continue;  // what it got since is its own
            predecessors.push_back(from);
        }
        return predecessors;
    }

    // What was reported comes last: it is not joined with what another one still has to do.
    std::vector<store::Assignment> open_of(const std::vector<AgencyId>& agencies) {
        std::vector<store::Assignment> open;
        for (const auto agency : agencies)
            for (const auto id : work_.store.successions.open_of(agency))
                open.push_back(work_.store.assignments.get(id).value());
        std::stable_partition(open.begin(), open.end(),
                              [](const auto& assignment) { return assignment.state != Workflow::Reported; });
        return open;
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
        if (!chosen || !contains(record.to, chosen->id)) {
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

    // False: it stays where it is.
    bool hand_over(SuccessionTransfer& transfer, const store::SuccessionRecord& record,
                   const store::Assignment& assignment) {
        if (record.to.empty()) {
            auto& left = share(record, assignment.agency, std::nullopt);
            left.set_assignments(left.assignments() + 1);
            if (assignment.due) left.set_with_due(left.with_due() + 1);
            count(digest_, assignment.id.value, assignment.revision, std::nullopt);
            left_.insert(assignment.agency);
            if (order_.leave) transfer.return_to_office(assignment);
            return true;
        }
        const auto to = successor(record, assignment.id, assignment.task, assignment.agency);
        if (record.to.size() > 1 && assignment.due)
            reply_.mutable_pieces(reply_.pieces_size() - 1)->set_due(iso_day(*assignment.due));
        auto& part = share(record, assignment.agency, to);
        part.set_assignments(part.assignments() + 1);
        if (assignment.due) part.set_with_due(part.with_due() + 1);
        count(digest_, assignment.id.value, assignment.revision, to);
        if (!to) part.set_unchosen(part.unchosen() + 1);
        if (!to || *to == assignment.agency) return false;
        return hand_over(transfer, assignment, *to, part);
    }

    bool hand_over(SuccessionTransfer& transfer, const store::Assignment& assignment, AgencyId to,
                   v1::AgencySucceedReply::Share& part) {
        const auto own = work_.store.assignments.counterpart(assignment, to);
        switch (joining_of(own, assignment)) {
            case Joining::Kept:
                part.set_kept(part.kept() + 1);
                add_unjoined(v1::AgencySucceedReply::Unjoined::kept, assignment, *own);
                return false;
            case Joining::Returned:
                part.set_returned(part.returned() + 1);
                add_unjoined(v1::AgencySucceedReply::Unjoined::returned, assignment, *own);
                transfer.return_to_office(assignment, own);
                return true;
            case Joining::Joined:
            case Joining::HandedOver:
                break;
        }
        if (own) part.set_joined(part.joined() + 1);
        transfer.hand_over(assignment, to);
        return true;
    }

    void add_unjoined(v1::AgencySucceedReply::Unjoined::Outcome outcome, const store::Assignment& part,
                      const store::Assignment& own) {
        const auto brief = work_.store.plans.brief(part.task);
        auto& unjoined = *reply_.add_unjoined();
        unjoined.set_outcome(outcome);
        unjoined.set_assignment(static_cast<std::uint64_t>(part.id.value));
        unjoined.set_from(work_.store.agencies.get(part.agency).code);
        unjoined.set_to(work_.store.agencies.get(own.agency).code);
        unjoined.set_document(brief.document);
        unjoined.set_task_number(brief.number);
        unjoined.set_title(brief.title);
        unjoined.set_state(std::string{name_of(part.state)});
        unjoined.set_other_state(std::string{name_of(own.state)});
    }

    bool hand_over_cooperation(SuccessionTransfer& transfer, const store::SuccessionRecord& record,
                               TaskId task, AgencyId from) {
        std::optional<AgencyId> to;
        if (!record.to.empty()) to = successor(record, {}, task, from);
        auto& part = share(record, from, to);
        part.set_cooperations(part.cooperations() + 1);
        count(digest_, -task.value, 0, to);
        if (record.to.empty()) {
            transfer.end_cooperation(task, from);
            return true;
        }
        if (!to) part.set_unchosen(part.unchosen() + 1);
        if (!to || *to == from) return false;
        transfer.hand_over_cooperation(task, from, *to);
        return true;
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
    EnteredSuccessions entered_;
    std::map<ChoiceKey, std::size_t> choices_;
    std::set<std::size_t> used_;  // choices
    std::set<AgencyId> left_;     // with open work that nobody takes over
    StateDigest digest_;
    std::size_t pieces_ = 0;
};

}  // namespace

v1::AgencySucceedReply succeed(Work& work, const SuccessionOrder& order) {
    if (order.content.successions.empty()) throw UserError("succession.none", {}, "successions");
    work.register_changed = true;
    return Ordering{work, order}.carry_out();
}

std::vector<AgencyId> holders_of(Work& work, TaskId task, const std::vector<AgencyId>& agencies) {
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
        if (!contains(holders, agency)) holders.push_back(agency);
    }
    return holders;
}

}  // namespace dondoc::engine
