// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace latchkey::gss {

/// `text` from an untrusted server, fit for a message or a terminal: at most 128 bytes, and every byte that is not a
/// printable ASCII character replaced by '?'.
std::string printable(std::string_view text);

/// The first `size` bytes of UTF-8 `text` at most, cut between characters; a part of `text`.
std::string_view clipped(std::string_view text, std::size_t size) noexcept;

} // namespace latchkey::gss
