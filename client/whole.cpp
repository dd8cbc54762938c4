// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-whole: every command of dondoc, which starts it where it has to.
#include "cli/frame/all_commands.h"
#include "cli/frame/program.h"

int main(int argc, char** argv) {
    using namespace dondoc::cli;
    return run_program(argc, argv, run_whole);
}
