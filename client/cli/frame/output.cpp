// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/output.h"

#include <cerrno>
#include <system_error>

#include "domain/message.h"
#include "domain/reasons.h"
#include "lib/files.h"

namespace dondoc::cli {

FdBuffer::int_type FdBuffer::overflow(int_type c) {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
        *pptr() = traits_type::to_char_type(c);
        pbump(1);
    }
    return traits_type::not_eof(c);
}

int FdBuffer::sync() {
    if (error_ == 0) {
        try {
            client::write_all(fd_, {pbase(), static_cast<std::size_t>(pptr() - pbase())});
        } catch (const std::system_error& error) {
            error_ = error.code().value();
        }
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return error_ == 0 ? 0 : -1;
}

int descriptor_of(const std::ostream& out) {
    const auto* buffer = dynamic_cast<const FdBuffer*>(out.rdbuf());
    return buffer == nullptr ? -1 : buffer->fd();
}

void flush_or_throw(std::ostream& out) {
    out.flush();
    if (out) return;
    const auto* buffer = dynamic_cast<const FdBuffer*>(out.rdbuf());
    if (buffer == nullptr || buffer->error() == EPIPE) throw OutputClosed();
    throw UserError("cli.output.unwritable", {system_reason(buffer->error())});
}

}  // namespace dondoc::cli
