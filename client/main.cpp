// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc: the commands of every day; for all else it becomes the whole program.
#include "cli/frame/daily_commands.h"
#include "cli/frame/program.h"
#include "cli/frame/whole_program.h"

int main(int argc, char** argv) {
    using namespace dondoc::cli;
    return run_program(argc, argv, [argv](const auto& arguments, auto& out, auto& err, const auto& terminal) {
        const auto exit = run_daily(arguments, out, err, terminal);
        return exit ? *exit : become_whole_program(argv, DONDOC_WHOLE_PROGRAM, arguments, err);
    });
}
