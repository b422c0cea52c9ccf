// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace latchkey::gss {

/// How a GSS call failed.
struct GssStatus
{
    std::uint32_t major = 0;
    std::int32_t minor = 0; ///< the krb5_error_code
    std::string text; ///< the library's words
};

/// Must be called right after the GSS call that failed, on the same thread: libgssapi_krb5 keeps one text for each
/// minor code and thread, and the next call may replace it.
GssStatus readStatus(std::uint32_t major, std::uint32_t minor);

} // namespace latchkey::gss
