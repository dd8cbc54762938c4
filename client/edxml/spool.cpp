// SPDX-License-Identifier: GPL-3.0-or-later
// A message is moved only after its proposal is on disk: killed in between, it is read again and changes
// nothing.
#include "edxml/spool.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

#include "lib/files.h"
#include "text/catalogue.h"

namespace dondoc::edxml {
namespace {

namespace fs = std::filesystem;

bool is_message(const fs::path& file) {
    const auto name = file.filename().string();
    return !name.starts_with('.') && (file.extension() == ".edxml" || file.extension() == ".xml");
}

std::string content_of(const fs::path& file) {
    std::error_code error;
    if (fs::file_size(file, error) > largest_message || error)
        throw UserError("edxml.too_big", {std::to_string(largest_message >> 20)});
    std::ifstream in{file, std::ios::binary};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw UserError("edxml.unreadable");
    return bytes.str();
}

// A name that is there already is kept: the new one gets a number.
fs::path free_name(const fs::path& folder, const fs::path& file) {
    auto name = folder / file.filename();
    for (int number = 2; fs::exists(name); ++number)
        name = folder / (file.stem().string() + "-" + std::to_string(number) + file.extension().string());
    return name;
}

}  // namespace

Spool::Spool(fs::path folder, const Proposals& proposals, Check check)
    : folder_(std::move(folder)), proposals_(proposals), check_(std::move(check)) {
    for (const auto* name : {"done", "failed", "out"}) fs::create_directories(folder_ / name);
}

SpoolResult Spool::work_off(sys_seconds now, const Say& say) const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{folder_})
        if (!entry.is_symlink() && entry.is_regular_file() && is_message(entry.path()))
            files.push_back(entry.path());
    std::ranges::sort(files);
    SpoolResult result;
    for (const auto& file : files) {
        try {
            const auto bytes = content_of(file);
            auto message = read_message(bytes);
            if (check_ && message.signature.verdict != signature::Verdict::None)
                message.signature = check_(bytes, now);
            proposals_.take(message, now);
            fs::rename(file, free_name(folder_ / "done", file));
            ++result.taken;
            say(file.string(), &message, nullptr);
        } catch (const UserError& error) {
            const auto to = free_name(folder_ / "failed", file);
            client::write_file(to.string() + ".txt",
                               text::render(text::Lang::Vi, error.message()) + "\n" +
                                   text::render(text::Lang::En, error.message()) + "\n",
                               client::Replace::Yes);
            fs::rename(file, to);
            ++result.failed;
            say(file.string(), nullptr, &error);
        }
    }
    return result;
}

}  // namespace dondoc::edxml
