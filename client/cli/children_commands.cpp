#include "cli/children_commands.h"

#include "cli/children_page.h"

namespace dondoc::cli {
namespace {

struct UnderOptions {
    std::vector<std::uint64_t> tasks;
    std::string reason;
    bool none = false;
};

void change_parent(Session& session, const UnderOptions& options) {
    if (!options.none && options.tasks.size() < 2) throw UsageError("cli.usage.no_children");
    v1::Request request;
    auto& wanted = *request.mutable_task_under();
    const auto first_child = options.tasks.begin() + (options.none ? 0 : 1);
    if (!options.none) wanted.set_parent(options.tasks.front());
    wanted.mutable_children()->Add(first_child, options.tasks.end());
    wanted.set_reason(options.reason);
    const auto reply = session.ask(std::move(request));
    const auto& done = reply.task_under();
    if (session.options.json) return session.print_json(done);
    if (done.changed().empty()) return session.line(session.say("cli.children.unchanged"));
    std::string changed;
    for (const auto child : done.changed()) changed += (changed.empty() ? "" : ", ") + std::to_string(child);
    const auto told = std::to_string(done.told());
    if (options.none) return session.line(session.say("cli.children.done_none", {changed, told}));
    session.line(session.say("cli.children.done", {changed, std::to_string(done.parent()),
                                                   children_text(session.lang(), done.children()), told}));
}

}  // namespace

void add_task_under(CLI::App& task_group, Session& session) {
    const auto options = make_options<UnderOptions>();
    auto* under = add_command(task_group, session, "under", "cli.task.under_about",
                              "dondoc task under 12 31 32 33\n"
                              "dondoc task under --none 33 --reason \"thuộc nhiệm vụ khác\"");
    add_option(under, session, "ID", options->tasks, "", "cli.option.under_ids")->required();
    add_flag(under, session, "--none", options->none, "cli.option.under_none");
    add_option(under, session, "--reason", options->reason, "TEXT", "cli.option.under_reason");
    under->callback([&session, options] { change_parent(session, *options); });
}

}  // namespace dondoc::cli
