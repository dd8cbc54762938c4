// SPDX-License-Identifier: GPL-3.0-or-later
// A feed of dossiers from a file: JSON lines, read a batch at a time, so that a year of them takes no more
// memory than one batch. Every batch is a command of its own; the same file can be taken in again.
#include "cli/commands/flow_import.h"

#include <cstdint>
#include <fstream>
#include <iostream>
#include <istream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/commands/flow_line.h"
#include "cli/frame/command.h"
#include "cli/pages/wording.h"
#include "lib/errors.h"

namespace dondoc::cli {
namespace {

constexpr int batch_limit = 2000;  // dossiers
constexpr std::size_t longest_line = 64 * 1024;
constexpr std::size_t refusals_shown = 20;  // refusals

struct FlowImportOptions {
    std::string file, source;
    bool dry_run = false, skip_refused = false;
};

class FlowFeed {
  public:
    FlowFeed(Session& session, const FlowImportOptions& options) : session_(session), options_(options) {}

    void read(std::istream& in) {
        for (std::string line; std::getline(in, line);) {
            ++number_;
            if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
            if (line.find_first_not_of(" \t\r") != std::string::npos) add(line);
        }
        if (in.bad()) throw UserError("client.file.unreadable", {}, options_.file);
        send();
    }

    const v1::FlowReply& sum() const { return sum_; }

  private:
    std::string place(std::uint64_t line) const { return options_.file + ":" + std::to_string(line); }

    void add(const std::string& line) {
        if (line.size() > longest_line)
            throw UserError("flow.long_line", {std::to_string(longest_line)}, place(number_));
        auto read = read_flow_line(line);
        if (const auto* bad = std::get_if<BadFlowLine>(&read)) {
            const auto where = place(number_) + (bad->field.empty() ? "" : " " + bad->field);
            if (!options_.skip_refused) throw UserError(bad->what.key, bad->what.args, where);
            v1::FlowReply::Refused refused;
            refused.mutable_error()->set_code(bad->what.key);
            refused.mutable_error()->set_message(text::render(session_.lang(), bad->what));
            return leave_out(std::move(refused), where);
        }
        auto& batch = *request_.mutable_flow();
        if (auto* procedure = std::get_if<v1::FlowProcedure>(&read)) {
            if (!batch.items().empty()) send();  // a procedure holds for what follows it
            *request_.mutable_flow()->add_procedures() = std::move(*procedure);
            procedure_lines_.push_back(number_);
        } else {
            *batch.add_items() = std::move(std::get<v1::FlowItem>(read));
            lines_.push_back(number_);
        }
        const auto& now = request_.flow();
        if (now.items_size() == batch_limit || now.procedures_size() == batch_limit) send();
    }

    void send() {
        auto& batch = *request_.mutable_flow();
        if (batch.items().empty() && batch.procedures().empty()) return;
        batch.set_source(options_.source);
        batch.set_dry_run(options_.dry_run);
        batch.set_skip_refused(options_.skip_refused);
        try {
            add_up(session_.ask(request_, true).flow());
        } catch (const client::Refused& refused) {
            auto error = refused.error();
            error.set_place(placed(error.place()));
            throw client::Refused(std::move(error));
        }
        request_.Clear();
        lines_.clear();
        procedure_lines_.clear();
    }

    // "items[7].received" -> "ho-so.jsonl:1207 received"
    std::string placed(const std::string& place) const {
        for (const auto& [prefix, lines] : {std::pair{std::string{"items["}, &lines_},
                                            std::pair{std::string{"procedures["}, &procedure_lines_}}) {
            if (!place.starts_with(prefix)) continue;
            const auto end = place.find(']');
            const auto index = std::stoul(place.substr(prefix.size(), end - prefix.size()));
            if (index < lines->size())
                return this->place(lines->at(index)) + " " + place.substr(std::min(end + 2, place.size()));
        }
        return place;
    }

    void add_up(const v1::FlowReply& reply) {
        sum_.set_added(sum_.added() + reply.added());
        sum_.set_changed(sum_.changed() + reply.changed());
        sum_.set_unchanged(sum_.unchanged() + reply.unchanged());
        sum_.set_older(sum_.older() + reply.older());
        sum_.set_forgotten(sum_.forgotten() + reply.forgotten());
        sum_.set_procedures(sum_.procedures() + reply.procedures());
        for (const auto& refused : reply.refused()) leave_out(refused, placed(refused.error().place()));
    }

    // A line that is not taken in while the others are.
    void leave_out(v1::FlowReply::Refused refused, const std::string& where) {
        if (static_cast<std::size_t>(sum_.refused_size()) < refusals_shown)
            session_.err() << where << ": " << refused.error().message() << '\n';
        *sum_.add_refused() = std::move(refused);
    }

    Session& session_;
    const FlowImportOptions& options_;
    std::uint64_t number_ = 0;
    v1::Request request_;
    std::vector<std::uint64_t> lines_, procedure_lines_;  // of what waits to be sent
    v1::FlowReply sum_;
};

void import_flow(Session& session, const FlowImportOptions& options) {
    FlowFeed feed{session, options};
    if (options.file == "-") {
        feed.read(std::cin);
    } else {
        std::ifstream in{options.file, std::ios::binary};
        if (!in) throw UserError("cli.file.not_there", {}, options.file);
        feed.read(in);
    }
    const auto& sum = feed.sum();
    if (session.options.json) {
        session.print_json(sum);
    } else {
        session.line(session.say(
            options.dry_run ? "cli.flow.would" : "cli.flow.imported",
            {number(sum.added()), number(sum.changed()), number(sum.unchanged()), number(sum.procedures())}));
        if (sum.older() > 0) session.line(session.say("cli.flow.older", {number(sum.older())}));
        if (sum.forgotten() > 0) session.line(session.say("cli.flow.forgotten", {number(sum.forgotten())}));
    }
    if (sum.refused().empty()) return;
    session.err() << session.say("cli.flow.refused", {std::to_string(sum.refused_size())}) << '\n';
    session.end_as_refused();
}

}  // namespace

void add_flow_import(CLI::App& flow_group, Session& session) {
    const auto options = make_options<FlowImportOptions>();
    auto* command = add_command(flow_group, session, "import", "cli.flow.import_about",
                                "dondoc flow import ho-so.jsonl --source mot-cua --dry-run\n"
                                "dondoc flow import ho-so.jsonl --source mot-cua --skip-refused\n"
                                "xuat-ho-so | dondoc flow import - --source mot-cua");
    add_option(command, session, "FILE", options->file, "", "cli.option.flow_file")->required();
    add_option(command, session, "--source", options->source, "NAME", "cli.option.flow_source")->required();
    add_flag(command, session, "--skip-refused", options->skip_refused, "cli.option.flow_skip_refused");
    add_flag(command, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    command->callback([&session, options] { import_flow(session, *options); });
}

}  // namespace dondoc::cli
