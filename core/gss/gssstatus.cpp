// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/gssstatus.h"

#include <gssapi/gssapi_krb5.h>

#include <utility>

namespace latchkey::gss {

namespace {

std::string statusText(OM_uint32 code, int type)
{
    std::string text;
    OM_uint32 more = 0;
    do {
        OM_uint32 minor = 0;
        gss_buffer_desc line = GSS_C_EMPTY_BUFFER;
        if (GSS_ERROR(gss_display_status(&minor, code, type, gss_mech_krb5, &more, &line)))
            break;
        text += (text.empty() ? "" : "; ") + std::string(static_cast<const char *>(line.value), line.length);
        gss_release_buffer(&minor, &line);
    } while (more != 0);
    return text;
}

} // namespace

GssStatus readStatus(std::uint32_t major, std::uint32_t minor)
{
    // A mechanism that has nothing to add may leave a code of the library's own that reads as code 0 does.
    std::string text = minor != 0 ? statusText(minor, GSS_C_MECH_CODE) : std::string();
    if (text.empty() || text == statusText(0, GSS_C_MECH_CODE))
        return {major, 0, statusText(major, GSS_C_GSS_CODE)};
    return {major, static_cast<std::int32_t>(minor), std::move(text)};
}

} // namespace latchkey::gss
