// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/policy_text.h"

#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

using Texts = google::protobuf::RepeatedPtrField<std::string>;

void append(std::string& text, const std::string& part, const char* between = "; ") {
    if (!text.empty()) text += between;
    text += part;
}

template <typename Say>
std::string comma_list(const Texts& texts, Say say) {
    std::string list;
    for (const auto& text : texts) append(list, say(text), ", ");
    return list;
}

// "15d" -> "15 ngày", "3wd" -> "3 ngày làm việc".
std::string span_text(const Session& session, const std::string& offset) {
    const bool working = offset.ends_with("wd");
    const auto count = offset.substr(0, offset.size() - (working ? 2 : 1));
    const std::string key = working ? "cli.policy.working_days" : "cli.policy.days";
    return session.say(count == "1" ? key + "_one" : key, {count});
}

std::string spans(const Session& session, const Texts& offsets) {
    return comma_list(offsets, [&](const auto& offset) { return span_text(session, offset); });
}

std::string as_it_is(const std::string& text) {
    return text;
}

std::string subjects(const Session& session, const v1::Policy& policy) {
    std::string text;
    const auto add = [&](const char* key, const Texts& texts, const auto& say) {
        if (!texts.empty()) append(text, session.say(key, {comma_list(texts, say)}));
    };
    add("cli.policy.for_priorities", policy.priorities(),
        [&](const auto& name) { return session.say("priority." + name); });
    add("cli.policy.for_levels", policy.levels(),
        [&](const auto& level) { return level_word(session.lang(), level); });
    add("cli.policy.for_kinds", policy.kinds(), [&](const auto& name) {
        v1::DeadlineKind::Kind kind{};
        return v1::DeadlineKind::Kind_Parse(name, &kind) ? word(session.lang(), kind) : name;
    });
    add("cli.policy.for_agencies", policy.agencies(), as_it_is);
    return text.empty() ? session.say("cli.policy.for_all") : text;
}

std::string reminders(const Session& session, const v1::Policy& policy) {
    std::string text;
    if (!policy.before().empty())
        append(text, session.say("cli.policy.before", {spans(session, policy.before())}));
    if (policy.on_day()) append(text, session.say("cli.policy.on_day"));
    return text.empty() ? session.say("cli.policy.never") : text;
}

std::string notices(const Session& session, const v1::Policy& policy) {
    std::string text;
    if (!policy.after().empty())
        append(text, session.say("cli.policy.after", {spans(session, policy.after())}));
    if (!policy.every().empty()) {
        const auto every = span_text(session, policy.every());
        append(text,
               policy.repeat_limit() == 0
                   ? session.say("cli.policy.every", {every})
                   : session.say("cli.policy.every_limited", {every, std::to_string(policy.repeat_limit())}));
    }
    return text.empty() ? session.say("cli.policy.never") : text;
}

std::string reviews(const Session& session, const std::string& interval) {
    if (interval.empty()) return {};
    if (interval.ends_with('d')) return session.say("cli.policy.review.days", {span_text(session, interval)});
    return session.say("cli.policy.review." + interval);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> policy_words(const Session& session,
                                                              const v1::Policy& policy) {
    std::string escalation, unseen;
    if (!policy.escalate_after().empty())
        escalation = session.say("cli.policy.escalates_to", {spans(session, policy.escalate_after()),
                                                             comma_list(policy.escalate_to(), as_it_is)});
    if (!policy.unseen_after().empty())
        unseen = session.say("cli.policy.unseen_after", {span_text(session, policy.unseen_after())});
    auto sends =
        session.say(policy.working_days_only() ? "cli.policy.on_working_days" : "cli.policy.on_all_days",
                    {policy.time()});
    append(sends, session.say(policy.digest() ? "cli.policy.digest" : "cli.policy.alone"));
    return {{session.say("cli.policy.name"), policy.name()},
            {session.say("cli.policy.for"), subjects(session, policy)},
            {session.say("cli.policy.reminds"), reminders(session, policy)},
            {session.say("cli.policy.presses"), notices(session, policy)},
            {session.say("cli.policy.escalates"), escalation},
            {session.say("cli.policy.unseen"), unseen},
            {session.say("cli.policy.reviews"), reviews(session, policy.review())},
            {session.say("cli.policy.sends"), sends}};
}

}  // namespace dondoc::cli
