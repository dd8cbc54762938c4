// SPDX-License-Identifier: GPL-3.0-or-later
// A page of figures as the command line asks for it: of the daemon, on the terminal, as JSON, in files.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "cli/frame/session.h"
#include "report/ask.h"
#include "report/page.h"

namespace dondoc::cli {

// The session must outlive it.
report::Ask asking(Session& session);

struct PageFiles {
    std::string csv, xlsx, html;  // "-" for standard output; empty: not asked for
    bool force = false;           // files that are there are replaced
};
void add_page_options(CLI::App* command, Session& session, PageFiles& files);

// Throws UsageError where more than one is to go to standard output; `other`: a file of another kind.
void require_one_output(const Session& session, const PageFiles& files, const std::string& other = {});

struct PageFile {
    std::string name;
    std::function<std::string(const report::Page&)> to_text;
};
// Prints the page unless it was asked for as JSON (`message`) or in a file; `more`: other files of the same.
void show_page(Session& session, const report::Page& page, const google::protobuf::Message& message,
               const PageFiles& files, std::vector<PageFile> more = {});

}  // namespace dondoc::cli
