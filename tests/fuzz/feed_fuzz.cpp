// SPDX-License-Identifier: Apache-2.0
// What other systems hand over: lines of a feed of dossiers, bodies and queries of the API, tables of tasks
// with the file that says how they are read. The first byte says which.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "cli/commands/flow_line.h"
#include "cli/commands/import_rows.h"
#include "invariants.h"
#include "language/words/unicode.h"
#include "lib/json.h"
#include "sample.h"
#include "web/api/messages.h"

namespace {

using namespace dondoc;

// What was taken in is said again and is the same: nothing of it is lost on the way.
void require_round_trip(const google::protobuf::Message& message) {
    const auto bytes = message.SerializeAsString();
    std::unique_ptr<google::protobuf::Message> again{message.New()};
    fuzz::require(again->ParseFromString(bytes), "a message can be decoded");
    fuzz::require(client::from_json(client::to_json_line(message), *again), "its JSON can be read");
    fuzz::require(again->SerializeAsString() == bytes, "its JSON says the same", bytes);
}

void read_lines(std::string_view input) {
    while (!input.empty()) {
        const auto end = std::min(input.find('\n'), input.size());
        const auto line = cli::read_flow_line(std::string{input.substr(0, end)});
        input.remove_prefix(std::min(end + 1, input.size()));
        if (const auto* bad = std::get_if<cli::BadFlowLine>(&line)) {
            fuzz::require_message(bad->what);
            fuzz::require_text(bad->field, "a field is UTF-8");
        } else if (const auto* procedure = std::get_if<v1::FlowProcedure>(&line)) {
            require_round_trip(*procedure);
        } else {
            require_round_trip(std::get<v1::FlowItem>(line));
        }
    }
}

const web::api::ApiRequest& chosen_request(std::string_view& input) {
    const auto requests = web::api::all_requests();
    const auto index = input.empty() ? 0 : static_cast<unsigned char>(input.front());
    input.remove_prefix(std::min<std::size_t>(input.size(), 1));
    return requests[index % requests.size()];
}

void read_body(std::string_view input) {
    const auto& kind = chosen_request(input);
    const auto request = web::api::from_json(kind, input);
    require_round_trip(request);
    const auto* body = request.GetReflection()->GetOneofFieldDescriptor(
        request, v1::Request::descriptor()->FindOneofByName("body"));
    fuzz::require(body != nullptr && body->name() == kind.name, "the body is that of its address", kind.name);
}

// "a=1&b=2", decoded already.
void read_query(std::string_view input) {
    const auto& kind = chosen_request(input);
    if (!language::is_utf8(input)) return;  // the server refuses it before
    web::Fields query;
    while (!input.empty()) {
        const auto part = input.substr(0, input.find('&'));
        input.remove_prefix(std::min(part.size() + 1, input.size()));
        const auto equals = std::min(part.find('='), part.size());
        query.add(std::string{part.substr(0, equals)},
                  std::string{part.substr(std::min(equals + 1, part.size()))});
    }
    require_round_trip(web::api::from_query(kind, query));
}

void require_rows(const cli::ImportTable& table, const cli::ImportColumns& columns) {
    const auto rows = cli::read_import_rows(table, columns, {"1/KH-UBND", "2025-07-01", "province", "UBND"});
    fuzz::require(rows.tasks.size() == rows.lines.size(), "a task has its line");
    fuzz::require(rows.tasks.size() + rows.doubled + rows.joined <= table.records.size(),
                  "a row is one task at most");
    std::set<std::string> ids;
    for (const auto& task : rows.tasks) {
        fuzz::require(ids.insert(task.id()).second, "one id is one task", task.id());
        fuzz::require(!task.row().title().empty(), "a task has a title", task.id());
        fuzz::require(!columns.is_no_day(task.row().deadline_text()), "what stands for no day is no term",
                      task.row().deadline_text());
        fuzz::require(!columns.is_cut(task.row().title()) || !task.row().doubts().empty(),
                      "a title that was cut is marked", task.row().title());
        fuzz::require(task.completed_on().empty() || parse_iso_day(task.completed_on()),
                      "the day of a result is a day", task.completed_on());
        require_round_trip(task);
    }
    for (const auto& refused : rows.refused) {
        fuzz::require_message(refused.what);
        fuzz::require_text(refused.column, "a column is UTF-8");
    }
}

// Behind what the columns are called, if it says so: a table.
void read_table(std::string_view input) {
    static constexpr std::string_view between = "\n%%\n";
    static const auto usual = cli::parse_import_columns(
        tests::read_file(DONDOC_SOURCE_DIR "/config/import/quan-ly-van-ban.toml"), "quan-ly-van-ban.toml");
    auto columns = usual;
    if (const auto end = input.find(between); end != std::string_view::npos) {
        columns = cli::parse_import_columns(input.substr(0, end), "cot.toml");
        for (const auto& [field, titles] : columns.titles)
            for (const auto& title : titles)
                fuzz::require(columns.field_titled(title) == field, "a title belongs to one field", title);
        input.remove_prefix(end + between.size());
    }
    const auto table = cli::read_import_table(input, "bang.csv", columns);
    for (const auto& remark : table.remarks) fuzz::require_message(remark);
    require_rows(table, columns);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    using Reader = void (*)(std::string_view);
    static constexpr Reader readers[]{read_lines, read_body, read_query, read_table};
    const auto read = readers[data[0] % std::size(readers)];
    try {
        read({reinterpret_cast<const char*>(data) + 1, size - 1});
    } catch (const UserError& error) {
        fuzz::require_message(error.message());
        fuzz::require_text(error.place(), "a place is UTF-8");
    }
    return 0;
}
