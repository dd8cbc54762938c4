// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/work_reference.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "cli/frame/command.h"

namespace dondoc::cli {
namespace {

bool is_id(const std::string& word) {
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

std::uint64_t id_of(const std::string& word) {
    require_count("ID", word, std::numeric_limits<std::int64_t>::max());
    return std::stoull(word);
}

v1::TaskFindReply::Found find(Session& session, const std::vector<std::string>& words,
                              const std::string& agency) {
    if (words.empty() || words.size() > 2) throw UsageError("cli.usage.work");
    if (words[0].find('/') == std::string::npos) {  // no number of a document, so it was meant as an id
        require_count("ID", words[0], std::numeric_limits<std::int64_t>::max());
        throw UsageError("cli.usage.work");
    }
    v1::Request request;
    auto& wanted = *request.mutable_task_find();
    wanted.set_document(words[0]);
    if (words.size() == 2) wanted.set_number(words[1]);
    wanted.set_agency(agency);
    const auto found = session.ask(std::move(request)).task_find();
    if (found.tasks_size() > 1) {
        std::string which;
        for (const auto& task : found.tasks())
            which += (which.empty() ? "" : "; ") + std::to_string(task.task()) + " (" + task.document() +
                     " " + task.number() + ", " + task.title() + ")";
        throw UserError("cli.work.several", {words[0], words.size() == 2 ? words[1] : "", which});
    }
    if (found.tasks().empty()) throw UserError("cli.reply.strange");
    return found.tasks(0);
}

bool is_open_assignment(const v1::TaskFindReply::Assignment& assignment) {
    constexpr std::array<std::string_view, 4> open{"assigned", "received", "in_progress", "reported"};
    return std::ranges::find(open, assignment.state()) != open.end();
}

}  // namespace

CLI::Option* add_task_reference(CLI::App* command, Session& session, std::vector<std::string>& words) {
    return command->add_option("TASK", words, session.say("cli.option.task_reference"))
        ->type_name("")
        ->expected(1, 2);
}

std::uint64_t task_of(Session& session, const std::vector<std::string>& words) {
    if (words.size() == 1 && is_id(words[0])) return id_of(words[0]);
    return find(session, words, {}).task();
}

std::vector<std::uint64_t> tasks_of(Session& session, const std::vector<std::string>& words) {
    std::vector<std::uint64_t> tasks;
    std::string document;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_document = words[i].find('/') != std::string::npos;
        if (is_document) document = words[i];
        if (is_document && i + 1 < words.size() && words[i + 1].find('/') == std::string::npos)
            tasks.push_back(task_of(session, {document, words[++i]}));
        else if (is_document || is_id(words[i]) || document.empty())
            tasks.push_back(task_of(session, {words[i]}));
        else
            tasks.push_back(task_of(session, {document, words[i]}));
    }
    return tasks;
}

CLI::Option* add_work_reference(CLI::App* command, Session& session, std::vector<std::string>& words) {
    return command->add_option("ID", words, session.say("cli.option.work_reference"))->type_name("");
}

bool are_ids(const std::vector<std::string>& words) {
    return !words.empty() && std::ranges::all_of(words, is_id);
}

std::vector<std::uint64_t> assignments_of(Session& session, const std::vector<std::string>& words,
                                          const std::string& agency) {
    std::vector<std::uint64_t> ids;
    if (are_ids(words)) {
        for (const auto& word : words) ids.push_back(id_of(word));
        return ids;
    }
    const auto found = find(session, words, agency);
    const bool some_open = std::ranges::any_of(found.assignments(), is_open_assignment);
    for (const auto& assignment : found.assignments())
        if (!some_open || assignment.occurrence().empty() || is_open_assignment(assignment))
            ids.push_back(assignment.assignment());
    if (ids.empty()) throw UserError("cli.work.no_assignment", {std::to_string(found.task()), agency});
    return ids;
}

}  // namespace dondoc::cli
