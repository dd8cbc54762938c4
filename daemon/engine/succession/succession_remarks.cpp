// SPDX-License-Identifier: Apache-2.0
#include "engine/succession/succession_remarks.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "domain/contains.h"

namespace dondoc::engine {
namespace {

class Remarks {
  public:
    Remarks(Work& work, const Directory& directory, v1::AgencySucceedReply& reply)
        : work_(work),
          directory_(directory),
          reply_(reply),
          keys_(work.store.keys.list()),
          mutes_(work.store.mutes.holding(work.today())) {
        std::erase_if(keys_, [](const auto& key) { return key.revoked_at.has_value(); });
    }

    void add(const store::SuccessionRecord& record) {
        for (const auto id : record.from) {
            const auto agency = work_.store.agencies.get(id);
            if (record.kind == SuccessionKind::Rename) {
                for (const auto& former : former_codes(agency.code)) name_policies(former, agency.code);
                continue;
            }
            if (contains(record.to, id)) continue;
            const auto keys = std::ranges::count(keys_, std::optional{id}, &store::AccessKey::agency);
            if (keys > 0) say("succession.keys", {agency.code, std::to_string(keys)});
            for (const auto& mute : mutes_)
                if (mute.target == MuteTarget{id})
                    say("succession.mute",
                        {std::to_string(mute.id.value), agency.code, spoken_day(mute.until)});
            name_groups(record, agency.code);
            name_policies(agency.code, "");
        }
    }

  private:
    void say(const char* key, std::vector<std::string> args) {
        auto& remark = *reply_.add_remarks();
        remark.set_key(key);
        for (auto& arg : args) remark.add_args(std::move(arg));
    }

    // Codes that the agency had and has no longer.
    std::set<std::string> former_codes(const std::string& code) {
        std::set<std::string> codes;
        for (const auto& agency : work_.store.agencies.load().agencies)
            if (agency.code == code)
                for (const auto& former : agency.former) codes.insert(former.code);
        codes.erase(code);
        return codes;
    }

    // Whether a successor belongs to a group is for the register to say: a commune is no district.
    void name_groups(const store::SuccessionRecord& record, const std::string& code) {
        for (const auto& [group, members] : directory_.groups()) {
            if (!members.contains(code)) continue;
            std::string missing;
            for (const auto id : record.to) {
                const auto successor = work_.store.agencies.get(id).code;
                if (!members.contains(successor)) missing += (missing.empty() ? "" : ", ") + successor;
            }
            if (!missing.empty()) say("succession.group", {"@" + group, code, missing});
        }
    }

    void name_policies(const std::string& code, const std::string& now) {
        const auto& rules = work_.rules;
        for (const auto& policy : rules.policies) {
            const bool asks = contains(policy.agencies, code);
            if (asks || contains(policy.escalate_to, code))
                say(now.empty() ? "succession.policy" : "succession.policy_code", {policy.name, code, now});
        }
        if (rules.office == code)
            say(now.empty() ? "succession.office" : "succession.office_code", {code, now});
    }

    Work& work_;
    const Directory& directory_;
    v1::AgencySucceedReply& reply_;
    std::vector<store::AccessKey> keys_;
    std::vector<Mute> mutes_;
};

}  // namespace

void add_remarks(Work& work, const Directory& directory, const std::vector<store::SuccessionRecord>& records,
                 v1::AgencySucceedReply& reply) {
    Remarks remarks{work, directory, reply};
    for (const auto& record : records) remarks.add(record);
}

}  // namespace dondoc::engine
