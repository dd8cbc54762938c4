// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an office file, which is a ZIP archive; unpacked only within bounds.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace dondoc::plan {

// Not copied: `bytes` must outlive it.
class ZipArchive {
  public:
    // Throws UserError where the bytes are no archive, or one with more entries than any office file has.
    explicit ZipArchive(std::string_view bytes);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    bool has(const std::string& name) const;
    // Throws UserError where the part is missing, damaged, encrypted, or would unpack to more than is
    // allowed.
    std::string read(const std::string& name);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dondoc::plan
