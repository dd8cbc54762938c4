// SPDX-License-Identifier: GPL-3.0-or-later
// Standard output that may be closed (a pipe whose reader has left) or full.
#pragma once

#include <array>
#include <exception>
#include <ostream>
#include <streambuf>

namespace dondoc::cli {

// Writes to a file descriptor and, unlike the standard streams, remembers why it could not.
class FdBuffer final : public std::streambuf {
  public:
    explicit FdBuffer(int fd) : fd_(fd) { setp(buffer_.data(), buffer_.data() + buffer_.size()); }
    ~FdBuffer() override { FdBuffer::sync(); }
    int fd() const noexcept { return fd_; }
    int error() const noexcept { return error_; }  // errno of the first failure; 0: none

  protected:
    int_type overflow(int_type c) override;
    int sync() override;

  private:
    int fd_;
    int error_ = 0;
    std::array<char, 16 * 1024> buffer_;
};

// The reader has left: no fault, and nobody to tell it to.
class OutputClosed : public std::exception {};

// The file descriptor behind the stream; -1: there is none.
int descriptor_of(const std::ostream& out);

// Throws OutputClosed, or UserError when the output cannot be written for another reason.
void flush_or_throw(std::ostream& out);

}  // namespace dondoc::cli
