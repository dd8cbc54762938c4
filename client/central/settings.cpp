// SPDX-License-Identifier: GPL-3.0-or-later
#include "central/settings.h"

#include <set>
#include <utility>

#include "language/files/toml_file.h"
#include "lib/config_file.h"
#include "lib/laid_over.h"

namespace dondoc::central {

using language::Section;

Settings read_settings(const std::filesystem::path& file) {
    language::TomlFile toml{client::read_config_file(file), file.string()};
    for (const auto& over : client::files_over(file))
        toml.lay_over(client::read_config_file(over), over.string());
    Settings settings;
    Section top{toml, toml.root(), ""};
    settings.database = top.text("database").value_or(settings.database);
    settings.name = top.text("name").value_or("dondoc-central");
    std::set<std::string> codes;
    top.sections("site", [&](Section& site) {
        site.require({"code"});
        SiteName one;
        one.code = site.text("code").value_or("");
        one.name = site.text("name").value_or(one.code);
        if (!codes.insert(one.code).second) site.refuse("code", "central.config.twice", {one.code});
        settings.sites.push_back(std::move(one));
    });
    top.section("nats",
                [&](Section& nats) { settings.nats = jetstream::read_settings(nats, file.parent_path()); });
    top.refuse_unknown();
    toml.throw_first();
    if (settings.sites.empty()) throw UserError("central.config.no_site", {}, file.string());
    return settings;
}

}  // namespace dondoc::central
