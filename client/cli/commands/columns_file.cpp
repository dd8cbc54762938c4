// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/columns_file.h"

#include <filesystem>
#include <optional>

#include "cli/commands/named_file.h"
#include "domain/message.h"

namespace dondoc::cli {

ImportColumns find_import_columns(const std::string& named, const std::string& source) {
    static const std::string folder = "import", general = "chung";
    std::optional<std::filesystem::path> file;
    if (!named.empty()) {
        file = named_file(folder, named);
        if (!file) throw UserError("import_columns.unknown", {named});
    } else {
        file = file_of_name(folder, source);
        if (!file) file = file_of_name(folder, general);
        if (!file) throw UserError("import_columns.unknown", {general});
    }
    return parse_import_columns(read_named(*file), file->string());
}

}  // namespace dondoc::cli
