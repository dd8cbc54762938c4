// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/whole_program.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "lib/shipped_files.h"
#include "text/catalogue.h"

namespace dondoc::cli {

Exit become_whole_program(char** argv, const char* installed, const std::vector<std::string>& arguments,
                          std::ostream& err) {
    const auto own = client::program_folder();
    const std::array<std::filesystem::path, 3> places{
        own / "dondoc-whole", own.parent_path() / "libexec" / "dondoc-whole", installed};
    for (const auto& place : places) {
        ::execv(place.c_str(), argv);
        if (errno != ENOENT && errno != ENOTDIR) break;
    }
    const auto lang = text::parse_lang(language_of(arguments));
    err << text::render(lang, {"cli.error.no_whole_program", {installed, std::strerror(errno)}}) << std::endl;
    return Exit::Refused;
}

}  // namespace dondoc::cli
