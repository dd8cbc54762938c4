// SPDX-License-Identifier: Apache-2.0
// The codes that a client may be refused with are written down in docs/error-codes.md, which is made here
// (DONDOC_WRITE_DOCS=1) from the sources and the catalogue.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "text/catalogue.h"

namespace dondoc::text {
namespace {

namespace fs = std::filesystem;

constexpr const char* page = DONDOC_SOURCE_DIR "/docs/error-codes.md";

constexpr const char* head =
    "# Codes of refusals\n"
    "\n"
    "`Error.code` of a Reply or a Refused is one of these. Codes are stable: they are what a program tests. "
    "The sentence is\n"
    "`Error.message` for `lang = \"en\"`, with `Error.args` in the places `{0}`, `{1}` ...; none of them is "
    "longer than 512\n"
    "bytes. A refused request has changed nothing.\n"
    "\n"
    "Send the same request again, under its id, after `limit.requests` (in a second), `*.busy`, `clock.held` "
    "and `storage.*`\n"
    "(when somebody has seen to it). `internal` is a fault of the daemon: `Error.incident` finds it in its "
    "log.\n"
    "\n"
    "This page is made by a test (`DONDOC_WRITE_DOCS=1 text_tests --gtest_filter='ErrorCodes.*'`) and "
    "compared by it.\n"
    "\n"
    "| code | sentence |\n"
    "|---|---|\n";

std::map<std::string, std::string> sentences() {
    std::map<std::string, std::string> found;
    for (const auto& file : all_entries())
        for (const auto& entry : file) found.emplace(entry.key, entry.en);
    return found;
}

std::string read(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// What stands in a refusal that is thrown or made, and what reaches one under another name.
bool reaches_a_refusal(const std::string& key) {
    for (const auto* beginning : {"parent.", "storage.", "plan.similar_"})
        if (key.starts_with(beginning)) return true;
    return key == "internal" || key == "term.no_event_day" || key.ends_with(".busy");
}

std::set<std::string> find_codes() {
    const auto known = sentences();
    const std::regex refusal{R"re(\bUserError(?:\s+\w+)?\s*[({]([^;]*);)re"};
    const std::regex word{R"re("([a-z]+(?:\.[a-z0-9_]+)*)")re"};
    std::set<std::string> found;
    for (const auto* room :
         {"daemon/hub", "daemon/engine", "daemon/store", "daemon/config", "core/domain", "core/language"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path{DONDOC_SOURCE_DIR} / room)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
            const auto source = read(entry.path());
            const std::sregex_iterator end;
            for (std::sregex_iterator made{source.begin(), source.end(), refusal}; made != end; ++made) {
                const auto statement = (*made)[1].str();
                for (std::sregex_iterator key{statement.begin(), statement.end(), word}; key != end; ++key)
                    if (known.contains((*key)[1])) found.insert((*key)[1]);
            }
            for (std::sregex_iterator key{source.begin(), source.end(), word}; key != end; ++key)
                if (known.contains((*key)[1]) && reaches_a_refusal((*key)[1])) found.insert((*key)[1]);
        }
    }
    return found;
}

const std::set<std::string>& codes() {
    static const auto found = find_codes();
    return found;
}

// The codes of the rows of the page.
std::set<std::string> documented() {
    constexpr std::string_view beginning = "| `";
    std::set<std::string> found;
    std::istringstream kept{read(page)};
    for (std::string line; std::getline(kept, line);)
        if (line.starts_with(beginning))
            found.insert(line.substr(beginning.size(), line.find('`', beginning.size()) - beginning.size()));
    return found;
}

TEST(ErrorCodes, ThePageHasEveryCodeThatAClientMayBeRefusedWith) {
    if (std::getenv("DONDOC_WRITE_DOCS") != nullptr) {
        const auto known = sentences();
        std::ofstream made{page};
        made << head;
        for (const auto& code : codes()) {
            auto sentence = known.at(code);
            for (auto at = sentence.find('|'); at != std::string::npos; at = sentence.find('|', at + 2))
                sentence.insert(at, "\\");
            made << "| `" << code << "` | " << sentence << " |\n";
        }
    }
    EXPECT_EQ(documented(), codes()) << "make docs/error-codes.md anew";
}

TEST(ErrorCodes, TheUsualOnesAreFound) {
    const auto& found = codes();
    for (const auto* code : {"access.denied", "access.foreign", "request.id_used", "request.malformed",
                             "report.busy", "value.too_many", "plan.similar_rows", "storage.full", "internal",
                             "task.unknown", "assignment.none", "assignment.unknown"})
        EXPECT_TRUE(found.contains(code)) << code;
}

}  // namespace
}  // namespace dondoc::text
