// SPDX-License-Identifier: Apache-2.0
#include "engine/succession/succession_entry.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "domain/agencies_in_time.h"
#include "domain/contains.h"
#include "domain/limits.h"
#include "engine/register_import.h"
#include "engine/request_place.h"
#include "engine/succession/succession_transfer.h"

namespace dondoc::engine {
namespace {

std::string succession_place(std::size_t index, const char* field) {
    return place_in("successions", index, field);
}

// What each kind asks of its two sides.
void check_shape(const Succession& wanted, std::size_t index) {
    const auto from = wanted.from.size();
    const auto to = wanted.to.size();
    const auto stays =
        std::ranges::count_if(wanted.from, [&](const auto& code) { return contains(wanted.to, code); });
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
        throw UserError("succession.shape", {kind}, succession_place(index, "from"));
    require_length(wanted.document, max_name_bytes, succession_place(index, "document"));
    if (wanted.document.empty())
        throw UserError("succession.no_document", {kind}, succession_place(index, "document"));
}

class Entering {
  public:
    Entering(Work& work, const SuccessionOrder& order, StateDigest& digest, v1::AgencySucceedReply& reply)
        : work_(work), order_(order), digest_(digest), reply_(reply) {}

    EnteredSuccessions carry_out() {
        const auto& content = order_.content;
        for (std::size_t i = 0; i < content.successions.size(); ++i) check_shape(content.successions[i], i);
        register_successors();
        for (std::size_t i = 0; i < content.successions.size(); ++i) enter(i);
        Register groups;
        groups.groups = content.groups;
        for (const auto& group : groups.groups) digest_.add(group.name);
        import_register(work_, groups);  // last: they name agencies by the codes that they have now
        return std::move(entered_);
    }

  private:
    const Agency* described(const std::string& code) const {
        const auto found = std::ranges::find(order_.content.agencies, code, &Agency::code);
        return found == order_.content.agencies.end() ? nullptr : &*found;
    }
    bool is_new_name(const std::string& code) const {
        return std::ranges::any_of(order_.content.successions, [&](const Succession& succession) {
            return succession.kind == SuccessionKind::Rename &&
                   (contains(succession.to, code) ||
                    (succession.to.empty() && contains(succession.from, code)));
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
                    if (contains(succession.to, agency.code)) agency.valid_from = succession.day;
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
                            succession_place(index, "day"));
        store::SuccessionRecord record{{}, wanted.kind, wanted.day, wanted.document,
                                       {}, {},          order_.by,  work_.now};
        for (const auto& code : wanted.from)
            record.from.push_back(agency(code, succession_place(index, "from")).id);
        if (wanted.kind == SuccessionKind::Rename) {
            record.to = record.from;
        } else {
            for (const auto& code : wanted.to)
                record.to.push_back(agency(code, succession_place(index, "to")).id);
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
            entered_.added.insert(record.id);
        }
        auto& shown = *reply_.add_successions();
        shown = to_wire(work_.store.agencies, record);
        if (!known) shown.clear_time();
        entered_.records.push_back(std::move(record));
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
            throw UserError("succession.no_change", {code}, succession_place(index, "to"));
        if (const auto other = work_.store.agencies.find(code); other && other->id != known.id)
            throw UserError("succession.code_taken", {code, other->name}, succession_place(index, "to"));
        if (!is_agency_code(code)) throw UserError("agency.bad_code", {code}, succession_place(index, "to"));
        require_length(name, max_name_bytes, succession_place(index, "to"));
        for (const auto& agency : work_.store.agencies.load().agencies)
            if (agency.code == known.code && !agency.former.empty() &&
                agency.former.back().until >= record.day)
                throw UserError("succession.renamed_later",
                                {known.code, spoken_day(agency.former.back().until)},
                                succession_place(index, "day"));
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
                                succession_place(index, "to"));
        }
        for (const auto id : record.from) {
            if (contains(record.to, id)) continue;
            const auto ref = work_.store.agencies.get(id);
            const auto predecessor = work_.store.agencies.read(ref.code).value();
            if (predecessor.valid_to && *predecessor.valid_to != last)
                throw UserError("succession.ended", {ref.code, spoken_day(*predecessor.valid_to)},
                                succession_place(index, "from"));
            if (predecessor.valid_from && *predecessor.valid_from > last)
                throw UserError("succession.before_start", {ref.code, spoken_day(*predecessor.valid_from)},
                                succession_place(index, "day"));
            work_.store.agencies.end(id, last);
        }
    }

    Work& work_;
    const SuccessionOrder& order_;
    StateDigest& digest_;
    v1::AgencySucceedReply& reply_;
    EnteredSuccessions entered_;
};

}  // namespace

EnteredSuccessions enter_successions(Work& work, const SuccessionOrder& order, StateDigest& digest,
                                     v1::AgencySucceedReply& reply) {
    return Entering{work, order, digest, reply}.carry_out();
}

}  // namespace dondoc::engine
